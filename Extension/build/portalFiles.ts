import type { ExtensionManifest } from "./extensionManifest";
import { menuFragmentFiles } from "./menuFragments";
import { laterStringsModule, moduleNames, stringsModule } from "./moduleNames";
import { pseudoLocalized, type Strings } from "./portalStrings";

/** A file of the portal build, from its folder, and its text. */
type BuiltFile = readonly [file: string, text: string];

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

/**
 * Everything that is generated beside the modules. `translations`: the same texts in other languages; `modules`: their names; `later`:
 * names of texts that only what is loaded later needs.
 */
export function portalFiles(
  manifest: ExtensionManifest,
  strings: Strings,
  translations: Readonly<Record<string, Strings>> = {},
  modules = moduleNames(manifest),
  later: ReadonlySet<string> = new Set(),
): readonly BuiltFile[] {
  return [
    ["extension.config.json", json(extensionConfig(manifest))],
    ...menuFragmentFiles(manifest, { en: strings, ...translations }),
    ["ViewContracts.ts", viewContracts(manifest, "../..")],
    ["require.config.json", json(requireConfig(manifest, modules, later))],
    ...bundlesOfTexts(
      manifest,
      { ...translations, en: strings, "qps-ploc": pseudoLocalized(strings) },
      later,
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
  later: ReadonlySet<string>,
): unknown {
  const paths: readonly (readonly [string, string])[] = modules.map((module) => [
    `${name}/${module}`,
    module,
  ]);
  const texts = [stringsModule(name), ...(later.size > 0 ? [laterStringsModule(name)] : [])];
  return {
    paths: Object.fromEntries([
      ...paths,
      ...texts.map((module) => [module, `{language}/${fileOf(module)}`] as const),
    ]),
  };
}

const fileOf = (module: string) => module.slice(module.indexOf("/") + 1);

/** Bundles of texts for each language: what is needed at first, and later. Keys have no quotes: in bundles of real extensions, public readers look for `key:"text"`. */
function bundlesOfTexts(
  { name }: ExtensionManifest,
  languages: Readonly<Record<string, Strings>>,
  later: ReadonlySet<string>,
): readonly BuiltFile[] {
  const bundle = (
    language: string,
    module: string,
    strings: readonly (readonly [string, Strings[string]])[],
  ) =>
    [
      `modules/${language}/${fileOf(module)}.js`,
      `define(${JSON.stringify(module)},[],function(){return ${literal(Object.fromEntries(strings))}});\n`,
    ] as const;
  return Object.entries(languages).flatMap(([language, strings]) => {
    const all = Object.entries(strings);
    return [
      bundle(
        language,
        stringsModule(name),
        all.filter(([texts]) => !later.has(texts)),
      ),
      ...(later.size > 0
        ? [
            bundle(
              language,
              laterStringsModule(name),
              all.filter(([texts]) => later.has(texts)),
            ),
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
