import type { ExtensionManifest } from "./extensionManifest";
import { menuFragmentFiles } from "./menuFragments";
import { moduleNames, stringsModule } from "./moduleNames";
import { pseudoLocalized, type Strings } from "./portalStrings";

/** A file of the portal build, from its folder, and its text. */
type BuiltFile = readonly [file: string, text: string];

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

/** Everything that is generated beside the modules. `translations`: the same texts in other languages; `modules`: their names. */
export function portalFiles(
  manifest: ExtensionManifest,
  strings: Strings,
  translations: Readonly<Record<string, Strings>> = {},
  modules = moduleNames(manifest),
): readonly BuiltFile[] {
  return [
    ["extension.config.json", json(extensionConfig(manifest))],
    ...menuFragmentFiles(manifest, { en: strings, ...translations }),
    ["ViewContracts.ts", viewContracts(manifest, "../..")],
    ["require.config.json", json(requireConfig(manifest, modules))],
    ...bundlesOfTexts(manifest, { ...translations, en: strings, "qps-ploc": pseudoLocalized(strings) }),
    ...filesOfTexts("locales", strings),
    ...Object.entries(translations).flatMap(([language, texts]) =>
      filesOfTexts(`locales/${language}`, texts),
    ),
  ];
}

/**
 * Keys as in public samples of the second SDK, whose projects have no `extension.dx.json` (facts: portal-sdk.md §2.4, §10.5).
 * `environment` has a part for each portal: public, US Government, China. ARM's address comes from the portal itself.
 */
function extensionConfig({ name, views }: ExtensionManifest): unknown {
  const environment = {
    deepmergeProperties: ["features"],
    "*": { reflowReadyDefault: true, trustedDomains: [] },
  };
  const portals = ["portal.azure.com", "portal.azure.us", "portal.azure.cn"];
  return {
    $schema: "./src/node_modules/@microsoft/azureportal-build/lib/definitions/extension.config.schema.json",
    name,
    deployment: { generationType: "rp" },
    devServer: { port: 1339, sideLoadTarget: { view: views[0]?.name } },
    environment: { ...environment, ...Object.fromEntries(portals.map((portal) => [portal, {}])) },
  };
}

/** What types `forBlade` for this extension's views; `root` leads from the file to the sources. */
export function viewContracts({ views }: ExtensionManifest, root: string): string {
  const members = views.map(
    ({ name, entry }) => `    "${name}": ViewContract<{
      component: typeof import("${root}/${entry.replace(/\.tsx$/, "")}").default;
    }>;
`,
  );
  return `// Made from ExtensionManifest.json.
import type { ViewContract } from "@microsoft/azureportal-reactview/Navigation";

declare global {
  interface ViewContracts {
${members.join("")}  }
}
`;
}

/** Where a RequireJS loader finds the modules, from the folder `modules` on; those of a language lie in a folder of its name. */
function requireConfig({ name }: ExtensionManifest, modules: readonly string[]): unknown {
  const paths: readonly (readonly [string, string])[] = modules.map((module) => [
    `${name}/${module}`,
    module,
  ]);
  return { paths: Object.fromEntries([...paths, [stringsModule(name), "{language}/Strings"]]) };
}

/** One bundle of texts per language. Keys have no quotes: in bundles of real extensions, public readers look for `key:"text"`. */
function bundlesOfTexts(
  { name }: ExtensionManifest,
  languages: Readonly<Record<string, Strings>>,
): readonly BuiltFile[] {
  return Object.entries(languages).map(([language, strings]) => [
    `modules/${language}/Strings.js`,
    `define(${JSON.stringify(stringsModule(name))},[],function(){return ${literal(strings)}});\n`,
  ]);
}

function literal(value: Strings[string] | Strings | string): string {
  if (typeof value === "string") {
    return JSON.stringify(value);
  }
  const members = Object.entries(value).map(
    ([key, member]: [string, Strings[string] | string]) => `${key}:${literal(member)}`,
  );
  return `{${members.join()}}`;
}

/**
 * The files that translators work on. As in public samples, English lies in `locales` itself, and keys begin with the name of the
 * file (facts: portal-sdk.md §10.4).
 */
function filesOfTexts(folder: string, strings: Strings): readonly BuiltFile[] {
  return Object.entries(strings).map(([file, texts]) => [
    `${folder}/${file}.resjson`,
    json(Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${file}.${key}`, text]))),
  ]);
}
