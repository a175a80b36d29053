import { localPortalConfig } from "./localPortal.config";
import { localPortalOutput, portalOutput } from "./outputs";
import { runBuild } from "./runBuild";
import { runPackage } from "./runPackage";
import { runPortalBuild } from "./runPortalBuild";

/** What can be built, by the argument that asks for it; each resolves to what it has made. */
const builds: Readonly<Record<string, () => Promise<string>>> = {
  /** `npm run build`: the bundle of the local portal. */
  local: () => runBuild(localPortalConfig("production")).then(() => localPortalOutput),
  /** `npm run build -- readable`. */
  readable: () => runBuild(localPortalConfig("development")).then(() => localPortalOutput),
  /** `npm run build:portal`: what the portal is given of this extension. */
  portal: () => runPortalBuild().then(() => portalOutput),
  /** `npm run package`: the program as one file for `npx`. */
  package: runPackage,
};

async function build(target: string): Promise<void> {
  const run = builds[target];
  if (!run) {
    throw new Error(`There's no build ${target}. Builds: ${Object.keys(builds).join(", ")}`);
  }
  console.log(`Built ${await run()}`);
}

build(process.argv.at(2) ?? "local").catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
