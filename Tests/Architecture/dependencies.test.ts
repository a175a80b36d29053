import { readFileSync } from "node:fs";
import path from "node:path";
import { importsOf, packageOf } from "../Support/importGraph";
import { root, trackedFiles } from "../Support/trackedFiles";

interface Package {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const packageAt = (folder: string) => JSON.parse(read(path.join(folder, "package.json"))) as Package;
const { dependencies, devDependencies } = packageAt("");
const declared = { ...dependencies, ...devDependencies };

/** The portal's own package is on a private feed; the stand-in takes its place. */
const standIn = "@microsoft/azureportal-reactview";
/** What the portal is given; all else is for developers. */
const isShipped = (file: string) => /^(Client|Views|Extension\/(Portal|Manifest\.resjson\.ts$))/.test(file);

/** Types of what isn't a package are imported by its name. */
const declaredName = (name: string) =>
  name in declared || !(`@types/${name}` in declared) ? name : `@types/${name}`;

/** `[file, package]` for every import of a package in the tree. */
const imports = trackedFiles("*.ts", "*.tsx", "*.mjs", "*.cjs").flatMap((file) =>
  [...new Set(importsOf(file, read(file)).map(packageOf))].flatMap((name) =>
    name === undefined || name === standIn ? [] : [[file, declaredName(name)] as const],
  ),
);
const shipped = imports.filter(([file]) => isShipped(file) && !file.startsWith("Extension/PortalSdk"));

test("there are imports to look at", () => {
  expect(imports.map(([, name]) => name)).toEqual(
    expect.arrayContaining(["js-yaml", "commonmark", "@kusto/language-service-next", "eslint"]),
  );
  expect(shipped.length).toBeGreaterThan(100);
});

test("every package that is imported is declared", () => {
  expect(imports.filter(([, name]) => !(name in declared))).toEqual([]);
});

test("what the portal is given imports only dependencies", () => {
  expect(shipped.filter(([, name]) => !(name in dependencies))).toEqual([]);
});

test("dependencies are what the portal is given, and the peers of that; nothing is declared twice", () => {
  const used = new Set(shipped.map(([, name]) => name));
  const peers = [...used].flatMap((name) =>
    Object.keys(packageAt(path.join("node_modules", name)).peerDependencies ?? {}),
  );
  expect(Object.keys(dependencies).filter((name) => !used.has(name) && !peers.includes(name))).toEqual([]);
  expect(Object.keys(dependencies).filter((name) => name in devDependencies)).toEqual([]);
});
