import type { ExtensionManifest } from "./extensionManifest";
import { fileName, moduleNames, stringsModule } from "./moduleNames";
import { pseudoLocalized, type Strings } from "./portalStrings";

/** A file of the portal build, from its folder, and its text. */
type BuiltFile = readonly [file: string, text: string];

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;

/** Everything that is generated beside the modules. `translations`: the same texts in other languages. */
export function portalFiles(
  manifest: ExtensionManifest,
  strings: Strings,
  translations: Readonly<Record<string, Strings>> = {},
): readonly BuiltFile[] {
  return [
    ["extension.config.json", json(extensionConfig(manifest))],
    ["extension.dx.json", json({ extension: { name: manifest.name } })],
    ...menuFiles(manifest),
    ["ViewContracts.ts", viewContracts(manifest, "../..")],
    ["require.config.json", json(requireConfig(manifest))],
    ...languageFiles(manifest, { ...translations, en: strings, "qps-ploc": pseudoLocalized(strings) }),
  ];
}

/**
 * Keys as in public samples of the second SDK (facts: portal-sdk.md §2.4). `environment` has a part for each portal: public, US
 * Government, China. ARM's address comes from the portal itself.
 */
function extensionConfig({ name, views }: ExtensionManifest): unknown {
  const environment = {
    deepmergeProperties: ["features"],
    "*": { reflowReadyDefault: true, trustedDomains: [] },
  };
  const portals = ["portal.azure.com", "portal.azure.us", "portal.azure.cn"];
  return {
    name,
    deployment: { generationType: "rp" },
    devServer: { port: 1339, sideLoadTarget: { view: views[0]?.name } },
    environment: { ...environment, ...Object.fromEntries(portals.map((portal) => [portal, {}])) },
  };
}

/**
 * The items, in the form of `assetType.menu`, for the menu of each asset type: what its owner has to add to their own
 * declaration, because a menu belongs to them. `stringSource` names the texts, as public samples do.
 */
function menuFiles(manifest: ExtensionManifest): readonly BuiltFile[] {
  const types = [...new Set(manifest.menuItems.map(({ assetType }) => assetType))];
  return types.map((assetType) => {
    const ours = manifest.menuItems.filter((item) => item.assetType === assetType);
    const groups = [...new Set(ours.map(({ group }) => group))].map((id) => ({
      id,
      items: ours.filter((item) => item.group === id).map((item) => menuItem(manifest, item)),
    }));
    const stringSource = `./locales/en/${fileName(manifest.stringSource)}`;
    const content = { stringSource, assetType: { resourceType: { name: assetType }, menu: { groups } } };
    return [`${assetType.slice(assetType.lastIndexOf("/") + 1)}.menu.dx.json`, json(content)];
  });
}

function menuItem(
  { name, stringSource }: ExtensionManifest,
  { id, displayName, keywords, blade }: ExtensionManifest["menuItems"][number],
): unknown {
  const keyOf = (text: string) => `${fileName(stringSource).replace(/\.resjson$/, "")}.${text}`;
  const opened = { name: blade.name, extension: name, parameters: blade.parameters };
  return { id, displayName: keyOf(displayName), keywords: keyOf(keywords), blade: opened };
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
function requireConfig(manifest: ExtensionManifest): unknown {
  const { name } = manifest;
  const paths: readonly (readonly [string, string])[] = moduleNames(manifest).map((module) => [
    `${name}/${module}`,
    module,
  ]);
  return { paths: Object.fromEntries([...paths, [stringsModule(name), "{language}/Strings"]]) };
}

/** One bundle of texts per language, and the files that translators work on, with keys as public samples have them. */
function languageFiles(
  { name }: ExtensionManifest,
  languages: Readonly<Record<string, Strings>>,
): readonly BuiltFile[] {
  return Object.entries(languages).flatMap(([language, strings]) => [
    [
      `modules/${language}/Strings.js`,
      `define(${JSON.stringify(stringsModule(name))},[],function(){return ${JSON.stringify(strings)}});\n`,
    ] as const,
    ...Object.entries(strings).map(
      ([file, texts]) =>
        [
          `locales/${language}/${file}.resjson`,
          json(Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${file}.${key}`, text]))),
        ] as const,
    ),
  ]);
}
