import type { ExtensionManifest } from "./extensionManifest";
import { menuFragmentFiles } from "./menuFragments";
import { splitTexts, type IsFirst } from "./textsUsed";
import { laterStringsModule, moduleNames, stringsModule } from "./moduleNames";
import { pseudoLocalized, type Strings } from "./portalStrings";

/** A file of the portal build, from its folder, and its text. */
type BuiltFile = readonly [file: string, text: string];

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

/**
 * Everything that is generated beside the modules. `translations`: the same texts in other languages; `modules`: their names; `isFirst`:
 * which texts a view needs from its first line on; absent: all.
 */
export function portalFiles(
  manifest: ExtensionManifest,
  strings: Strings,
  translations: Readonly<Record<string, Strings>> = {},
  modules = moduleNames(manifest),
  isFirst?: IsFirst,
): readonly BuiltFile[] {
  return [
    ["extension.config.json", json(extensionConfig(manifest))],
    ...menuFragmentFiles(manifest, { en: strings, ...translations }),
    ["ViewContracts.ts", viewContracts(manifest, "../..")],
    ["require.config.json", json(requireConfig(manifest, modules, isFirst !== undefined))],
    ...bundlesOfTexts(
      manifest,
      { ...translations, en: strings, "qps-ploc": pseudoLocalized(strings) },
      isFirst,
    ),
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
function requireConfig(
  { name }: ExtensionManifest,
  modules: readonly string[],
  hasLaterTexts: boolean,
): unknown {
  const paths: readonly (readonly [string, string])[] = modules.map((module) => [
    `${name}/${module}`,
    module,
  ]);
  const texts = [stringsModule(name), ...(hasLaterTexts ? [laterStringsModule(name)] : [])];
  return {
    paths: Object.fromEntries([
      ...paths,
      ...texts.map((module) => [module, `{language}/${fileOf(module)}`] as const),
    ]),
  };
}

const fileOf = (module: string) => module.slice(module.indexOf("/") + 1);

/**
 * Bundles of texts for each language: what is needed at first, and later, which adds to the same objects. Keys have no quotes: in bundles
 * of real extensions, public readers look for `key:"text"`.
 */
function bundlesOfTexts(
  { name }: ExtensionManifest,
  languages: Readonly<Record<string, Strings>>,
  isFirst: IsFirst | undefined,
): readonly BuiltFile[] {
  const module = JSON.stringify(stringsModule(name));
  const laterModule = JSON.stringify(laterStringsModule(name));
  return Object.entries(languages).flatMap(([language, strings]): readonly BuiltFile[] => {
    const { first, later } = isFirst ? splitTexts(strings, isFirst) : { first: strings, later: {} };
    return [
      [`modules/${language}/Strings.js`, `define(${module},[],function(){return ${literal(first)}});\n`],
      ...(isFirst
        ? [
            [
              `modules/${language}/LaterStrings.js`,
              `define(${laterModule},[${module}],function(all){var later=${literal(later)};` +
                "for(var texts in later)all[texts]=Object.assign(all[texts]||{},later[texts]);return all});\n",
            ] as const,
          ]
        : []),
    ];
  });
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
