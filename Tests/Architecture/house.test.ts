import { readFileSync } from "node:fs";
import path from "node:path";
import { root, trackedFiles } from "../Support/trackedFiles";

const files = trackedFiles();
const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const source = files.filter((file) => /^(Client|Views|Extension)\/.*\.tsx?$/.test(file));

test("there is source to look at", () => {
  expect(source.length).toBeGreaterThan(50);
});

test("no barrels, no utils, no helpers", () => {
  const bad = /(^|\/)(index|utils?|helpers?)\.tsx?$/i;
  expect(files.filter((file) => bad.test(file))).toEqual([]);
});

test("no source file is longer than 250 lines", () => {
  expect(source.filter((file) => read(file).split("\n").length > 250)).toEqual([]);
});

test("texts for users live in *.resjson.ts: components hold no sentence between tags", () => {
  const sentence = />\s*[A-Z][a-z]+ [a-z]+[^<>{}]*</;
  expect(source.filter((file) => file.endsWith(".tsx") && sentence.test(read(file)))).toEqual([]);
});

test("tests neither sleep, skip, mock modules nor take snapshots", () => {
  const tests = files.filter(
    (file) => /^Tests\/.*\.(test|spec)\.tsx?$/.test(file) && !file.includes("Architecture/"),
  );
  const bad =
    /\.(only|skip)\(|jest\.mock\(|toMatchSnapshot|toMatchInlineSnapshot|waitForTimeout|setTimeout\(/;
  expect(tests.filter((file) => bad.test(read(file)))).toEqual([]);
});

test("every test is run: those of the views are *.test.tsx, those in the browser *.spec.ts, all others *.test.ts", () => {
  const kinds = [
    /^Tests\/(Unit|Contract|Architecture|AzureCli)\/.*\.test\.ts$/,
    /^Tests\/Views\/.*\.test\.tsx$/,
    /^Tests\/EndToEnd\/.*\.spec\.ts$/,
  ];
  const tests = files.filter((file) => /\.(test|spec)\.[cm]?[jt]sx?$/.test(file));
  expect(tests.length).toBeGreaterThan(100);
  expect(tests.filter((file) => !kinds.some((kind) => kind.test(file)))).toEqual([]);
});

test("the portal's private package is never a dependency, and versions are exact", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Record<
    string,
    Record<string, string>
  >;
  const all = { ...dependencies, ...devDependencies };
  expect(Object.keys(all).filter((name) => name.startsWith("@microsoft/"))).toEqual([]);
  expect(
    Object.entries(all).filter(([, version]) => !/^(npm:@?[\w/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
  ).toEqual([]);
});
