import type { Stats } from "@rspack/core";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundleProblems } from "./bundleProblems";
import { readDxFiles } from "./dxFiles";
import { readManifest, type ExtensionManifest } from "./extensionManifest";
import { portalOutput, root } from "./outputs";
import {
  fileName,
  laterStringsModule,
  moduleNames,
  sharedParts,
  stringsModule,
  type SharedPart,
} from "./moduleNames";
import { portalConfig, type PortalBundle } from "./portal.config";
import { portalFiles } from "./portalFiles";
import { firstTexts } from "./firstTexts";
import { fluentProblems } from "./portalFluent";
import { platformModule, problemsOfModule } from "./portalModules";
import { readStrings, type Strings } from "./portalStrings";
import { readTranslations } from "./translations";
import { runBuild } from "./runBuild";
import { viewSyntax } from "./viewSyntax";

interface PortalBuildOptions {
  /** Only tests pass their own. */
  readonly tree?: string;
  readonly output?: string;
  /** Whether what is loaded on first use is in the views, for a portal whose loader doesn't find it. */
  readonly isWhole?: boolean;
}

/**
 * Makes what a portal extension ships, in `dist/portal`. Rejects with everything that the portal would not take: modules or
 * exports of the portal that aren't known, other versions of its libraries, a second copy of what it has, code made of text, a text
 * that is not there, a view in a form that its toolchain doesn't read, a menu item or `*.dx.json` that breaks the public
 * schema or declares what isn't ours.
 */
export async function runPortalBuild({
  tree = root,
  output = portalOutput,
  isWhole = false,
}: PortalBuildOptions = {}): Promise<void> {
  const manifest = readManifest(tree);
  const strings = readStrings(tree, manifest.stringSource);
  const translations = readTranslations(tree, strings);
  const othersTypes = manifest.menuItems.map(({ assetType }) => assetType);
  const dxFiles = readDxFiles(tree, othersTypes);
  checkViews(manifest, tree);
  rmSync(output, { recursive: true, force: true });
  const modules = path.join(output, "modules");
  const names = moduleNames(manifest, isWhole);
  const parts = isWhole ? [] : sharedParts(manifest);
  const bundle = {
    extension: manifest.name,
    entries: entriesOf(manifest, tree),
    output: modules,
    parts,
    isWhole,
  };
  const { opening, others } = viewsByFetcher(manifest, parts);
  const isFirst = isWhole ? undefined : await firstTexts(bundle, opening);
  await bundleForPortal({ ...bundle, ...(isWhole ? {} : { needAllTexts: others }) }, strings);
  checkNames(modules, names);
  for (const [file, text] of [...dxFiles, ...portalFiles(manifest, strings, translations, names, isFirst)]) {
    const target = path.join(output, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

/** Throws with everything in the files of the views that the portal's toolchain is not known to understand. */
function checkViews({ views }: ExtensionManifest, tree: string): void {
  const problems = views.flatMap(({ entry }) =>
    viewSyntax(entry, readFileSync(path.join(tree, entry), "utf8")).problems.map(
      (problem) => `${entry}: ${problem}`,
    ),
  );
  if (problems.length > 0) {
    throw new Error(problems.join("\n"));
  }
}

/** Bundles modules for the portal, and looks at what came out. */
export async function bundleForPortal(bundle: PortalBundle, strings: Strings): Promise<void> {
  const { extension, output, parts = [] } = bundle;
  const stats = await runBuild(portalConfig(bundle));
  const own = [laterStringsModule(extension), ...parts.map(({ name }) => `${extension}/${name}`)];
  const uses = usesOf(stats).filter(({ module }) => !own.includes(module));
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

/**
 * Modules that views with a data fetcher consist of at first, and the other views. What a page shows at first comes as soon as can be;
 * what's opened from there finds most of it loaded.
 */
function viewsByFetcher({ views }: ExtensionManifest, parts: readonly SharedPart[]) {
  const fetched = views.flatMap(({ name, dataFetcher }) =>
    dataFetcher === undefined ? [] : [name, fileName(dataFetcher)],
  );
  const shared = parts.filter(({ modules }) => modules.some((name) => fetched.includes(name)));
  return {
    opening: [...fetched, ...shared.map(({ name }) => name)],
    others: views.map(({ name }) => name).filter((name) => !fetched.includes(name)),
  };
}

function entriesOf({ views }: ExtensionManifest, tree: string): Readonly<Record<string, string>> {
  const files = views.flatMap(({ entry, dataFetcher }) => [entry, ...(dataFetcher ? [dataFetcher] : [])]);
  return Object.fromEntries(files.map((file) => [fileName(file), path.join(tree, file)]));
}

/** Throws unless the modules that were made are those that the portal is told of. */
function checkNames(folder: string, names: readonly string[]): void {
  const made = readdirSync(folder)
    .filter((file) => file.endsWith(".js"))
    .map((file) => file.slice(0, -".js".length));
  const problems = [
    ...made.filter((name) => !names.includes(name)).map((name) => `moduleNames.ts doesn't name ${name}`),
    ...names
      .filter((name) => !made.includes(name))
      .map((name) => `moduleNames.ts names ${name}, which isn't made`),
  ];
  if (problems.length > 0) {
    throw new Error(problems.join("\n"));
  }
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
    // The default export of an AMD module is the module.
    const isWhole = usedExports === true || used.includes("default");
    return module === undefined ? [] : [{ module, used, isWhole }];
  });
}

function useProblems({ module, used, isWhole }: Use, stringsName: string, strings: Strings) {
  return module === stringsName
    ? used.filter((name) => !(name in strings)).map((name) => `There are no texts called ${name}.`)
    : [...problemsOfModule(module, used), ...(isWhole ? wholeModule(module) : [])];
}

/**
 * Modules of the SDK and Fluent may not be imported as a whole: what is used of them can't be checked then. What remains, such as
 * React, has what the views need in every version that the portal supplies.
 */
function wholeModule(module: string): readonly string[] {
  const name = platformModule(module) ?? module;
  return name.startsWith("@microsoft/") || name === "@fluentui/react"
    ? [`${name} is used as a whole: name what you import of it`]
    : [];
}

function outputProblems(output: string): readonly string[] {
  return readdirSync(output)
    .filter((file) => file.endsWith(".js"))
    .flatMap((file) => bundleProblems(file, readFileSync(path.join(output, file), "utf8")));
}
