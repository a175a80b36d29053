import type { MenuFragment } from "./menuFragment";

/** What the team that owns the menu does with the files beside it, in Markdown. */
export function fragmentReadme(extension: string, fragment: MenuFragment): string {
  const { resourceType, stringSource, additions } = fragment;
  const texts = stringSource.replace("./", "");
  const places = additions
    .map(({ group, after, item }) => `- \`${item.id}\` goes into the group \`${group}\`, after \`${after}\`.`)
    .join("\n");
  return `# For the team that owns ${resourceType} in the Azure portal

The menu of a resource belongs to the extension that declares its asset type. No other extension can add to it, so these files
aren't a declaration: they're what to add to yours.

${places}

1. Copy each \`item\` of \`menu.fragment.json\` into \`assetType.menu.groups\` of the \`*.dx.json\` that declares the asset type. In
   built-in groups, \`group\` is the \`referenceId\`; otherwise, the \`id\`.
2. Copy the texts of \`locales/${texts}\` into the file that your \`stringSource\` names, and put that file's name in the place of
   \`${texts.replace(/\.resjson$/, "")}.\` in their keys. \`locales/<language>\` has the same texts in other languages.
3. Copy the \`.svg\` files beside your \`*.dx.json\`, or name an icon of your own.
4. Change \`id\` if your menu has an item of that name. It becomes part of deep links.

Each item opens a view of the extension \`${extension}\`, with the resource's ID as a parameter. Add it only where that extension is
registered: elsewhere, the item opens nothing. A condition (\`fx.feature\`) on the item lets you turn it on in one environment first.

The items were checked against what is public of the \`*.dx.json\` schema (July 2023). Not checked, because your toolchain isn't
public: paths of icons, and whether your SDK is newer than that schema.
`;
}
