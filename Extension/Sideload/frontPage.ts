import { readdirSync } from "node:fs";
import manifest from "../../ExtensionManifest.json";
import { route } from "./portalAddress";

/**
 * What stands where the portal asks for the extension. Which page the portal expects there is made by Microsoft's private
 * toolchain and is not published: this one says so to whoever opens it, and lists what is served.
 */
export function frontPage(build: string): string {
  const files = readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(build.length + 1).replaceAll("\\", "/"))
    .sort();
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${manifest.name}</title></head>
<body>
<h1>${manifest.name}</h1>
<p>The portal build of the extension is served here. The page that the portal loads in this place comes from Microsoft's
private toolchain; see "Sideloading" in the README.</p>
<ul>
${files.map((file) => `<li><a href="/${route}/${encodeURI(file)}">${file}</a></li>`).join("\n")}
</ul>
</body>
</html>
`;
}
