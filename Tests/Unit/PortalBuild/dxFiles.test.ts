import { Ajv } from "ajv";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { dxProblems, readDxFiles } from "../../../Extension/build/dxFiles";
import { readManifest, type ExtensionManifest } from "../../../Extension/build/extensionManifest";
import { ownersDocument, type MenuFragment } from "../../../Extension/build/menuFragment";
import { menuFragmentFiles } from "../../../Extension/build/menuFragments";
import { root } from "../../../Extension/build/outputs";
import { readStrings } from "../../../Extension/build/portalStrings";

/** What the portal's toolchain accepts as a declaration, by its public schema and by what the build has of it. */
const manifest = readManifest(root);
const strings = readStrings(root, manifest.stringSource);
const folder = "fragments/managedClusters";
const built = new Map(menuFragmentFiles(manifest, { en: strings, de: strings }));
const textOf = (file: string) => built.get(`${folder}/${file}`) ?? "";
const fragment = JSON.parse(textOf("menu.fragment.json")) as MenuFragment; // As the build made it.

/** Not in the repository, and not everywhere: the build must do without. */
const wholeSchema = path.resolve(root, "../shared/data/portal/dx.schema.json");
const byWholeSchema = existsSync(wholeSchema)
  ? new Ajv({ strict: false }).compile(JSON.parse(readFileSync(wholeSchema, "utf8")) as object)
  : undefined;

const isAccepted = (document: unknown) => dxProblems("x.dx.json", document).length === 0;

interface Item {
  id?: string;
  displayName?: string;
  icon?: unknown;
  blade?: unknown;
  [more: string]: unknown;
}
interface Group {
  [name: string]: unknown;
  items?: Item[];
}
/** A document to break, as far as the tests reach into it. */
interface Document {
  [name: string]: unknown;
  assetType: {
    [name: string]: unknown;
    resourceType: Record<string, unknown>;
    menu: { groups: Group[]; [name: string]: unknown };
  };
}

function changed(change: (document: Document, group: Group, item: Item) => void): Document {
  const document = structuredClone(ownersDocument(fragment)) as Document; // As declared above.
  const [group = {}] = document.assetType.menu.groups;
  change(document, group, group.items?.[0] ?? {});
  return document;
}

test.each<[string, Parameters<typeof changed>[0]]>([
  ["no name of the asset type", ({ assetType }) => delete assetType.name],
  ["no api-version of the resource type", ({ assetType }) => delete assetType.resourceType.apiVersion],
  ["an asset type with an unknown part", ({ assetType }) => (assetType.menus = {})],
  ["a document with an unknown part", (document) => (document.menu = {})],
  [
    "a menu without an overview and with a group without an id",
    ({ assetType }, group) => {
      delete assetType.menu.overview;
      delete group.id;
    },
  ],
  ["a group without a name", (_, group) => delete group.displayName],
  ["a group without items", (_, group) => delete group.items],
  ["a built-in group that isn't one", (_, group) => Object.assign(group, { referenceId: "settings" })],
  ["an item without an id", (_, __, item) => delete item.id],
  ["an item without a text", (_, __, item) => delete item.displayName],
  ["an item that opens nothing", (_, __, item) => delete item.blade],
  ["an item that opens two things", (_, __, item) => (item.browse = { resourceType: "A/b" })],
  ["an item with an unknown part", (_, __, item) => (item.after = "nodePools")],
  ["an icon with an unknown part", (_, __, item) => (item.icon = { name: "Shield" })],
  ["an icon of an unknown color", (_, __, item) => (item.icon = { file: "a.svg", palette: "Red" })],
  ["a blade without a name", (_, __, item) => (item.blade = { extension: "A" })],
  ["a blade with an unknown part", (_, __, item) => (item.blade = { name: "A", inputs: {} })],
  ["a number as a text", (_, __, item) => Object.assign(item, { displayName: 1 })],
])("%s is refused, by the whole schema as well", (_, change) => {
  const document = changed(change);
  expect(isAccepted(document)).toBe(false);
  if (byWholeSchema) {
    expect(byWholeSchema(document)).toBe(false);
  }
});

test.each<[string, Parameters<typeof changed>[0]]>([
  ["nothing changed", () => undefined],
  [
    "a menu without an overview",
    ({ assetType }, group) => {
      delete assetType.menu.overview;
      delete group.displayName;
    },
  ],
  ["an icon by name", (_, __, item) => (item.icon = "MsPortalFx.Base.Images.Lock")],
  ["a text of a module", (_, __, item) => Object.assign(item, { tooltip: { property: "a", module: "B" } })],
  ["a blade by name only", (_, __, item) => (item.blade = "A.ReactView")],
  [
    "a built-in group",
    ({ assetType }, { items }) =>
      (assetType.menu.groups = [{ referenceId: "monitoring", items: items ?? [] }]),
  ],
  [
    "parts that are not ours",
    ({ assetType }) => Object.assign(assetType, { preview: true, permissions: [] }),
  ],
])("%s is accepted, by the whole schema as well", (_, change) => {
  const document = changed(change);
  expect(dxProblems("x.dx.json", document)).toEqual([]);
  if (byWholeSchema) {
    byWholeSchema(document);
    expect(byWholeSchema.errors ?? []).toEqual([]);
  }
});

test("a problem names the file, the place in it, and what is wrong", () => {
  const document = changed((_, __, item) => (item.after = "nodePools"));
  expect(dxProblems("A.dx.json", document)[0]).toBe(
    "A.dx.json/assetType/menu/groups/0/items/0: must NOT have additional properties (after)",
  );
  expect(
    dxProblems(
      "A.dx.json",
      changed(({ assetType }) => (assetType.menus = {})),
    ).join(),
  ).toContain("(menus)");
});

test("the fragment has every item, with its icon and its texts, and no declaration", () => {
  expect(fragment.resourceType).toBe("Microsoft.ContainerService/managedClusters");
  expect(Object.keys(fragment)).not.toContain("assetType");
  expect(
    fragment.additions.map(({ group, after, item: { id, blade } }) => ({ group, after, id, blade })),
  ).toEqual(
    manifest.menuItems.map(({ group, after, id, blade }) => ({
      group,
      after,
      id,
      blade: { ...blade, extension: manifest.name },
    })),
  );
  for (const language of ["locales", "locales/de"]) {
    const texts = JSON.parse(textOf(`${language}/${fragment.stringSource}`.replace("./", ""))) as object;
    const keys = fragment.additions.flatMap(({ item }) => [item.displayName, item.keywords]);
    expect(Object.keys(texts)).toEqual(keys.map((key) => `Manifest.${key}`));
  }
  for (const { item } of fragment.additions) {
    expect(textOf(item.icon.file.replace("./", ""))).toMatch(/^<svg [^>]*viewBox=/);
  }
  expect([...built.keys()].filter((file) => file.endsWith(".dx.json"))).toEqual([]);
});

test("the owner is told where each item goes, and what it needs", () => {
  const text = textOf("README.md");
  for (const { group, after, item } of fragment.additions) {
    expect(text).toContain(`- \`${item.id}\` goes into the group \`${group}\`, after \`${after}\`.`);
  }
  expect(text).toMatch(/`stringSource`[^]*`\.svg`[^]*`AksSecurityDashboard`[^]*Not checked/);
});

const [item] = manifest.menuItems;
const withItem = (change: object): ExtensionManifest => ({
  ...manifest,
  menuItems: item ? [{ ...item, ...change }] : [],
});

test.each<[string, object, RegExp]>([
  ["a text that is not there", { displayName: "gone" }, /no text gone in Manifest/],
  ["an icon that is not there", { icon: "Gone" }, /Gone\.svg/],
  [
    "an id that is no text",
    { id: 1 },
    /menu\.fragment\.json\/assetType\/menu\/groups\/0\/items\/0\/id: must be string/,
  ],
])("the build refuses a menu item with %s", (_, change, problem) => {
  expect(() => menuFragmentFiles(withItem(change), { en: strings })).toThrow(problem);
});

test("a group that every menu has is named by reference", () => {
  const files = new Map(menuFragmentFiles(withItem({ group: "monitoring" }), { en: strings }));
  const monitored = JSON.parse(files.get(`${folder}/menu.fragment.json`) ?? "") as MenuFragment;
  const { assetType } = ownersDocument(monitored) as Document;
  expect(assetType.menu.groups).toEqual([{ referenceId: "monitoring", items: [expect.anything()] }]);
});

describe("declarations among the sources", () => {
  let tree: string;
  beforeEach(() => {
    tree = mkdtempSync(path.join(tmpdir(), "dx-"));
    for (const source of ["Client", "Extension", "Views/Deep"]) {
      mkdirSync(path.join(tree, source), { recursive: true });
    }
  });
  afterEach(() => rmSync(tree, { recursive: true }));
  const others = ["Microsoft.ContainerService/managedClusters"];
  const write = (file: string, text: string) => writeFileSync(path.join(tree, file), text);

  test("are taken to the place that they have", () => {
    write("Views/Deep/Moved.dx.json", '{ "viewRedirects": [] }');
    expect(readDxFiles(tree, others)).toEqual([["Views/Deep/Moved.dx.json", '{ "viewRedirects": [] }']]);
  });

  test("stop the build when the portal's would, each by name", () => {
    write("Views/Deep/A.dx.json", '{ "assetTypes": {} }');
    write("Extension/B.dx.json", '{ "assetType": {} }');
    expect(() => readDxFiles(tree, others)).toThrow(
      "Extension/B.dx.json/assetType: must have required property 'name'\n" +
        "Views/Deep/A.dx.json: must NOT have additional properties (assetTypes)",
    );
  });

  test.each([
    ["Extension/extension.dx.json", { extension: { name: "A" } }],
    ["Extension/extension.dx.json", {}],
    ["Views/Deep/A.dx.json", { extension: { name: "A" } }],
  ])("stop it when they declare the extension: %s has %j", (file, content) => {
    write(file, JSON.stringify(content));
    expect(dxProblems(file, content)).toEqual([]);
    expect(() => readDxFiles(tree, others)).toThrow(
      `${file}: extension.config.json declares the extension, and no *.dx.json may`,
    );
  });

  test("stop it when they declare what is another team's, in any letter case", () => {
    const declared = (name: string) => ({
      assetType: { name: "A", resourceType: { name, apiVersion: "2024-01-01" } },
    });
    const file = "Views/Deep/A.dx.json";
    write(file, JSON.stringify(declared("Contoso.Own/things")));
    expect(readDxFiles(tree, others)).toHaveLength(1);
    const theirs = declared("microsoft.containerservice/managedclusters");
    write(file, JSON.stringify(theirs));
    expect(dxProblems(file, theirs)).toEqual([]);
    expect(() => readDxFiles(tree, others)).toThrow(
      `${file}: the asset type Microsoft.ContainerService/managedClusters is another team's, which gets menu items as a fragment`,
    );
  });

  test("stop it when they are no JSON", () => {
    write("Client/A.dx.json", "{");
    expect(() => readDxFiles(tree, others)).toThrow("Client/A.dx.json isn't JSON.");
  });
});
