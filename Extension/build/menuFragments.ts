import { readFileSync } from "node:fs";
import path from "node:path";
import type { ExtensionManifest, ManifestMenuItem } from "./extensionManifest";
import { fragmentReadme } from "./fragmentReadme";
import { fragmentProblems, type MenuFragment } from "./menuFragment";
import { fileName } from "./moduleNames";
import type { Strings } from "./portalStrings";

const folderOf = (assetType: string) =>
  `fragments/${assetType.slice(assetType.lastIndexOf("/") + 1)}` as const;

/**
 * For each asset type a folder for the team that owns it: its menu is theirs to declare, so this is no `*.dx.json`, and the
 * portal's toolchain passes it over. `languages`: the texts, English as `en`. Throws when an item would be refused in their file.
 */
export function menuFragmentFiles(
  manifest: ExtensionManifest,
  languages: Readonly<Record<string, Strings>>,
): readonly (readonly [file: string, text: string])[] {
  const types = [...new Set(manifest.menuItems.map(({ assetType }) => assetType))];
  return types.flatMap((assetType) => {
    const folder = folderOf(assetType);
    const items = manifest.menuItems.filter((item) => item.assetType === assetType);
    const fragment = menuFragment(manifest, assetType, items);
    const problems = fragmentProblems(`${folder}/menu.fragment.json`, fragment);
    if (problems.length > 0) {
      throw new Error(problems.join("\n"));
    }
    return [
      [`${folder}/README.md`, fragmentReadme(manifest.name, fragment)] as const,
      [`${folder}/menu.fragment.json`, json(fragment)] as const,
      ...[...new Set(items.map(({ icon }) => icon))].map((icon) => iconFile(folder, icon)),
      ...textFiles(folder, manifest, items, languages),
    ];
  });
}

function menuFragment(
  { name, stringSource }: ExtensionManifest,
  resourceType: string,
  items: readonly ManifestMenuItem[],
): MenuFragment {
  return {
    resourceType,
    stringSource: `./${fileName(stringSource)}`,
    additions: items.map(({ group, after, id, displayName, keywords, icon, blade }) => ({
      group,
      after,
      item: {
        id,
        displayName,
        keywords,
        icon: { file: `./${icon}.svg` },
        blade: { name: blade.name, extension: name, parameters: blade.parameters },
      },
    })),
  };
}

function iconFile(folder: string, icon: string): readonly [string, string] {
  return [`${folder}/${icon}.svg`, readFileSync(path.join(__dirname, "icons", `${icon}.svg`), "utf8")];
}

/** English as the source, and what translators have delivered, with nothing but what the items show. */
function textFiles(
  folder: string,
  { stringSource }: ExtensionManifest,
  items: readonly ManifestMenuItem[],
  languages: Readonly<Record<string, Strings>>,
): readonly (readonly [string, string])[] {
  const file = fileName(stringSource);
  const name = file.replace(/\.resjson$/, "");
  const keys = items.flatMap(({ displayName, keywords }) => [displayName, keywords]);
  return Object.entries(languages).map(([language, strings]) => {
    const texts = keys.map((key) => [`${name}.${key}`, textOf(strings, name, key)] as const);
    const place = language === "en" ? "locales" : `locales/${language}`;
    return [`${folder}/${place}/${file}`, json(Object.fromEntries(texts))] as const;
  });
}

function textOf(strings: Strings, name: string, key: string): string {
  const text = strings[name]?.[key];
  if (text === undefined) {
    throw new Error(`ExtensionManifest.json: there is no text ${key} in ${name}.`);
  }
  return text;
}

const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
