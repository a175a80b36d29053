import { apiVersion } from "../../Client/Core/apiVersionTable";
import { dxProblems } from "./dxFiles";

/** An item of a resource's menu, in the form of a `*.dx.json`. Texts are keys of the file that `stringSource` names. */
interface MenuItem {
  readonly id: string;
  readonly displayName: string;
  readonly keywords: string;
  readonly icon: { readonly file: string };
  readonly blade: {
    readonly name: string;
    readonly extension: string;
    readonly parameters: Readonly<Record<string, string>>;
  };
}

/** What the owner of an asset type adds to the menu of it. */
export interface MenuFragment {
  readonly resourceType: string;
  /** The file with the texts, beside the fragment; as samples have it, it lies in the folder `locales`. */
  readonly stringSource: string;
  /** The group that the menu has already, the item of it that ours follows, and ours. */
  readonly additions: readonly { readonly group: string; readonly after: string; readonly item: MenuItem }[];
}

/** Groups that every menu has; they are named by `referenceId`, and have no name of their own (facts: portal-sdk.md §3). */
const builtInGroups: readonly string[] = ["management", "support", "quickaccess", "monitoring"];

/** The items where their owner puts them: in a declaration of the asset type with a menu, of which the rest is left to the owner. */
export function ownersDocument({ resourceType, stringSource, additions }: MenuFragment): unknown {
  const groups = additions.map(({ group, item }) =>
    builtInGroups.includes(group)
      ? { referenceId: group, items: [item] }
      : { id: group, displayName: group, items: [item] },
  );
  const overview = { id: "overview", displayName: "overview", blade: "Overview" };
  return {
    $schema: "./node_modules/@microsoft/azureportal-build/lib/definitions/dx.schema.json",
    stringSource,
    assetType: {
      name: "Owned",
      resourceType: { name: resourceType, apiVersion: apiVersion("menuOwner") },
      menu: { overview, groups },
    },
  };
}

/** Why the owner's build would refuse the items; empty: nothing known forbids them. */
export function fragmentProblems(file: string, fragment: MenuFragment): readonly string[] {
  return dxProblems(file, ownersDocument(fragment));
}
