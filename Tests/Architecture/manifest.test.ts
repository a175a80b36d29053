import { readFileSync } from "node:fs";
import path from "node:path";
import manifest from "../../ExtensionManifest.json";
import { viewRegistry } from "../../Extension/LocalPortal/Frame/viewRegistry";
import { aksMenu } from "../../Extension/LocalPortal/Shell/aksMenu";
import { Manifest } from "../../Extension/Manifest.resjson";
import { BladeReferences } from "../../Extension/PortalSdk/Navigation";
import { manifestProblems, type Tree } from "../Support/manifestProblems";
import { root, trackedFiles } from "../Support/trackedFiles";

/** ExtensionManifest.json says what there is, and nothing else: the portal is told nothing but what it says. */
const tree: Tree = {
  files: trackedFiles(),
  read: (file) => readFileSync(path.join(root, file), "utf8"),
  texts: Object.keys(Manifest),
  loadable: Object.keys(viewRegistry),
};

const [view, ...otherViews] = manifest.views;
const [item, ...otherItems] = manifest.menuItems;
if (!view || !item) {
  throw new Error("The manifest has no view or no menu item.");
}
const { name, entry } = view;

test("the manifest is as its schema says and agrees with views, parameters, texts and menu", () => {
  expect(manifestProblems(manifest, tree)).toEqual([]);
});

test("the schema is beside it, under the name that the manifest gives", () => {
  expect(tree.files).toContain(path.normalize(manifest.$schema));
  expect(path.basename(manifest.$schema)).toBe("ExtensionManifest.schema.json");
});

test("every menu item stands in the menu, after the one that the manifest names", () => {
  const groups = aksMenu("/subscriptions/1/x").map(
    ({ id, items }) => [id, items.map((one) => one.id)] as const,
  );
  for (const { id, group, after } of manifest.menuItems) {
    const items = groups.find(([groupId]) => groupId === group)?.[1] ?? [];
    expect(items.indexOf(id)).toBe(items.indexOf(after) + 1);
    expect(items).toContain(after);
  }
  const [ours] = aksMenu("/subscriptions/1/x").flatMap(({ items }) =>
    items.filter(({ view: opened }) => opened),
  );
  expect(ours?.label).toBe("Microsoft Defender for Cloud");
  expect(ours?.view?.parameters).toEqual({ id: "/subscriptions/1/x" });
  expect(ours?.keywords).toContain("vulnerabilities");
});

test("views of this extension are referred to by its name", () => {
  const { extensionName } = BladeReferences.forBlade(name).createReference({});
  expect(extensionName).toBe(manifest.name);
});

/** The manifest with another first view, or another first menu item. */
const withView = (change: object) => ({ ...manifest, views: [{ ...view, ...change }, ...otherViews] });
const withItem = (change: object) => ({ ...manifest, menuItems: [{ ...item, ...change }, ...otherItems] });
/** The source with another text in the place of the first view, or of its data fetcher. */
const withSource = (change: (text: string) => string, changed = entry): Tree => ({
  ...tree,
  read: (file) => (file === changed ? change(tree.read(file)) : tree.read(file)),
});
const parameter = { type: "string", required: true, description: "Anything." };

test.each<[string, object, string]>([
  ["an unknown property", { ...manifest, color: "blue" }, "must NOT have additional properties"],
  ["no views", { ...manifest, views: [] }, "must NOT have fewer than 1 items"],
  [
    "a parameter that is no text",
    withView({ parameters: { id: { ...parameter, type: "number" } } }),
    "equal to constant",
  ],
  ["a view twice", { ...manifest, views: [...manifest.views, view] }, `${name} is there twice`],
  ["a menu item twice", { ...manifest, menuItems: [item, item] }, `${item.id} is there twice`],
  [
    "a view without a file",
    withView({ entry: "Views/Gone.ReactView.tsx" }),
    "there is no Views/Gone.ReactView.tsx",
  ],
  [
    "a view of another name",
    withView({ name: "Other.ReactView" }),
    "the entry must be Views/Other.ReactView.tsx",
  ],
  [
    "a view that is missing",
    { ...manifest, views: [{ ...view, name: "A.ReactView" }] },
    `there is no view ${name}`,
  ],
  [
    "a fetcher without a file",
    withView({ dataFetcher: "Views/Gone.DataFetcher.ts" }),
    "there is no Views/Gone.DataFetcher.ts",
  ],
  ["a file that is not named", withView({ dataFetcher: undefined }), "DataFetcher.ts is not in the manifest"],
  [
    "a parameter too many",
    withView({ parameters: { ...view.parameters, more: parameter } }),
    "the parameter more is declared otherwise",
  ],
  ["a parameter too few", withView({ parameters: {} }), "the manifest has no parameter id"],
  [
    "a parameter that is optional",
    withView({ parameters: { id: { ...parameter, required: false } } }),
    "the parameter id is declared otherwise",
  ],
  ["a view that is not exported", withView({ export: false }), "withForExport says otherwise"],
  [
    "a width that the view does not say",
    withView({ contextPaneWidth: "Large" }),
    "contextPaneWidth is not what",
  ],
  [
    "an item that opens nothing",
    withItem({ blade: { ...item.blade, name: "Gone.ReactView" } }),
    "there is no view Gone.ReactView",
  ],
  [
    "an item without a parameter",
    withItem({ blade: { ...item.blade, parameters: {} } }),
    "needs the parameter id",
  ],
  [
    "an item with a strange parameter",
    withItem({ blade: { ...item.blade, parameters: { id: "x", y: "z" } } }),
    "takes no parameter y",
  ],
  [
    "an item with a strange placeholder",
    withItem({ blade: { ...item.blade, parameters: { id: "{armId}" } } }),
    "puts nothing for {armId}",
  ],
  ["a text that is missing", withItem({ displayName: "gone" }), "there is no text gone"],
  [
    "a text that nothing shows",
    withItem({ keywords: item.displayName }),
    `nothing shows the text ${item.keywords}`,
  ],
  [
    "no file of texts",
    { ...manifest, stringSource: "Extension/Gone.resjson.ts" },
    "there is no Extension/Gone.resjson.ts",
  ],
])("%s is noticed", (_, wrong, problem) => {
  // As it would be read from the file: without what is undefined.
  const read = JSON.parse(JSON.stringify(wrong)) as unknown;
  expect(manifestProblems(read, tree)).toContainEqual(expect.stringContaining(problem));
});

const { dataFetcher } = view;

test.each<[string, Tree, string]>([
  ["no default export", withSource((text) => text.replace(/export default .*/, "")), "has no default export"],
  [
    "parameters of an imported type",
    withSource((text) => text.replace("parameters: SecurityDashboardParameters", "parameters: Given")),
    "the props must be an interface of this file",
  ],
  [
    "a view that the local portal does not know",
    { ...tree, loadable: [] },
    "the local portal cannot load it",
  ],
  [
    "a view that is opened and is not there",
    withSource((text) => `${text}\nopen("Lost.ReactView");`),
    "names Lost.ReactView",
  ],
  [
    "a fetcher that takes something else",
    withSource((text) => text.replace("id: string", "id?: string"), dataFetcher),
    "the parameter id is declared otherwise",
  ],
  [
    "a fetcher without fetchData",
    withSource((text) => text.replace("fetchData", "fetchAll"), dataFetcher),
    "no inline type or plain interface",
  ],
])("%s is noticed", (_, changed, problem) => {
  expect(manifestProblems(manifest, changed)).toContainEqual(expect.stringContaining(problem));
});
