import { readFileSync } from "node:fs";
import path from "node:path";
import packageFile from "../../package.json";
import { root } from "../../Extension/build/outputs";

/** Licenses that ask for no more than their text, and the packages under others, which are used as npm delivers them. */
const accepted = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "0BSD"];
const others: Readonly<Record<string, string>> = {
  "@fontsource-variable/open-sans": "OFL-1.1",
  "axe-core": "MPL-2.0",
};

const licenseOf = (name: string) => {
  const file = path.join(root, "node_modules", name, "package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly license?: string }).license ?? "";
};

test("packages that are shipped are under licenses that ask for no more than their text", () => {
  const shipped = Object.keys(packageFile.dependencies);
  const chosen = shipped.filter(
    (name) => !(licenseOf(name).includes("Apache-2.0") || accepted.includes(licenseOf(name))),
  );
  expect(chosen).toEqual([]);
});

test("so are those that only tests and the local portal use, but for known ones", () => {
  const found = Object.keys(packageFile.devDependencies).filter(
    (name) => !accepted.includes(licenseOf(name)),
  );
  expect(found.filter((name) => others[name] !== licenseOf(name))).toEqual([]);
});

test("what contains code under the Mozilla Public License and says MIT is used by tests only, with that license beside it", () => {
  const bundled = readFileSync(path.join(root, "node_modules/hcl2-parser/dist/index.js"), "utf8");
  expect(bundled).toContain("github.com/hashicorp/hcl/v2");
  expect(Object.keys(packageFile.dependencies)).not.toContain("hcl2-parser");
  expect(readFileSync(path.join(root, "Tests/Licenses/README.md"), "utf8")).toContain("hcl2-parser");
  expect(readFileSync(path.join(root, "Tests/Licenses/MPL-2.0.txt"), "utf8")).toContain(
    "Mozilla Public License",
  );
});
