import { relatedTests, within } from "../../Support/relatedTests";

const graph = new Map<string, readonly string[]>([
  ["Client/a.ts", []],
  ["Client/b.ts", ["Client/a.ts"]],
  ["Client/c.ts", []],
  ["Tests/Views/b.test.tsx", ["Client/b.ts"]],
  ["Tests/Unit/a.test.ts", ["Client/a.ts"]],
  ["Tests/Unit/c.test.ts", ["Client/c.ts"]],
  ["Tests/EndToEnd/a.spec.ts", ["Client/a.ts"]],
  ["Tests/Architecture/all.test.ts", []],
]);
const all = "Tests/Architecture/all.test.ts";

test.each([
  ["an imported file", ["Client/a.ts"], ["Tests/Unit/a.test.ts", "Tests/Views/b.test.tsx", all]],
  ["an importer", ["Client/b.ts"], ["Tests/Views/b.test.tsx", all]],
  ["a test", ["Tests/Unit/c.test.ts"], ["Tests/Unit/c.test.ts", all]],
  ["what no code imports", ["README.md"], [all]],
  ["nothing", [], []],
])("tests are found for a change of %s", (_, changed, found) => {
  expect(relatedTests(graph, changed)).toEqual(found);
});

test.each([
  [10, { a: 1, b: 2, c: 3 }, ["a", "b", "c"]],
  [3, { a: 1, b: 2, c: 3 }, ["a", "b"]],
  [1, { a: 50 }, ["a"]],
  [8, {}, ["a", "b"]],
])("as many as fit into %d s of %j", (seconds, recorded, fitting) => {
  expect(within(seconds, ["a", "b", "c"], recorded)).toEqual(fitting);
});
