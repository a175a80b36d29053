import type { Stats } from "@rspack/core";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundleProblems } from "./bundleProblems";
import { readDxFiles } from "./dxFiles";
import { readManifest, type ExtensionManifest } from "./extensionManifest";
import { portalOutput, root } from "./outputs";
import { fileName, stringsModule } from "./moduleNames";
import { portalConfig } from "./portal.config";
import { portalFiles } from "./portalFiles";
import { fluentProblems } from "./portalFluent";
import { platformModule, problemsOfModule } from "./portalModules";
import { readStrings, type Strings } from "./portalStrings";
import { readTranslations } from "./translations";
import { runBuild } from "./runBuild";
import { viewSyntax } from "./viewSyntax";

/**
 * Makes what a portal extension ships, in `dist/portal`. Rejects with everything that the portal would not take: modules or
 * exports of the portal that aren't known, other versions of its libraries, a second copy of what it has, code made of text, a text that is not there, a menu item or
 * `*.dx.json` that breaks the public schema.
 */
export async function runPortalBuild(): Promise<void> {
  const manifest = readManifest(root);
  const strings = readStrings(root, manifest.stringSource);
  const translations = readTranslations(root, strings);
  const dxFiles = readDxFiles(root);
  checkViews(manifest);
  rmSync(portalOutput, { recursive: true, force: true });
  await bundleForPortal(manifest.name, entriesOf(manifest), path.join(portalOutput, "modules"), strings);
  for (const [file, text] of [...dxFiles, ...portalFiles(manifest, strings, translations)]) {
    const target = path.join(portalOutput, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

/** Throws with everything in the files of the views that the portal's toolchain is not known to understand. */
function checkViews({ views }: ExtensionManifest): void {
  const problems = views.flatMap(({ entry }) =>
    viewSyntax(entry, readFileSync(path.join(root, entry), "utf8")).problems.map(
      (problem) => `${entry}: ${problem}`,
    ),
  );
  if (problems.length > 0) {
    throw new Error(problems.join("\n"));
  }
}

/** Bundles modules for the portal, and looks at what came out. */
export async function bundleForPortal(
  extension: string,
  entries: Readonly<Record<string, string>>,
  output: string,
  strings: Strings,
): Promise<void> {
  const stats = await runBuild(portalConfig({ extension, entries, output }));
  const uses = usesOf(stats);
  const fluent = uses.filter(({ module }) => platformModule(module) === "@fluentui/react");
  const problems = [
    ...uses.flatMap((use) => useProblems(use, stringsModule(extension), strings)),
    ...fluentProblems(fluent.flatMap(({ used }) => used)),
    ...outputProblems(output),
  ];
  if (problems.length > 0) {
    throw new Error(problems.join("\n"));
  }
}

function entriesOf({ views }: ExtensionManifest): Readonly<Record<string, string>> {
  const files = views.flatMap(({ entry, dataFetcher }) => [entry, ...(dataFetcher ? [dataFetcher] : [])]);
  return Object.fromEntries(files.map((file) => [fileName(file), `./${file}`]));
}

interface Use {
  /** Name of a module that is not in the bundle. */
  readonly module: string;
  /** What is taken from it; empty, too, when it is used as a whole. */
  readonly used: readonly string[];
  readonly isWhole: boolean;
}

/** What is taken from modules that are not in the bundle, by the bundler's own account. */
function usesOf(stats: Stats): readonly Use[] {
  const { modules = [] } = stats.toJson({
    all: false,
    modules: true,
    modulesSpace: Number.MAX_SAFE_INTEGER,
    usedExports: true,
  });
  return modules.flatMap(({ identifier = "", usedExports }) => {
    const module = /^external amd "(.+)"$/.exec(identifier)?.[1];
    const used = Array.isArray(usedExports) ? usedExports : [];
    return module === undefined ? [] : [{ module, used, isWhole: usedExports === true }];
  });
}

function useProblems({ module, used, isWhole }: Use, stringsName: string, strings: Strings) {
  return module === stringsName
    ? used.filter((name) => !(name in strings)).map((name) => `There are no texts called ${name}.`)
    : [...problemsOfModule(module, used), ...(isWhole ? wholeModule(module) : [])];
}

/** SDK modules may not be imported as a whole, since their used exports can't be checked then. Libraries may be. */
function wholeModule(module: string): readonly string[] {
  return module.startsWith("@microsoft/") ? [`${module} is used as a whole: name what you import of it`] : [];
}

function outputProblems(output: string): readonly string[] {
  return readdirSync(output)
    .filter((file) => file.endsWith(".js"))
    .flatMap((file) => bundleProblems(file, readFileSync(path.join(output, file), "utf8")));
}
