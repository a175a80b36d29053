import { circles, importGraph, importsOf, type Graph } from "../Support/importGraph";
import { root, trackedFiles } from "../Support/trackedFiles";

/** Nothing imports itself by way of others, not even for a type: such files can only be read, and moved, together. */
test("no imports go in a circle", () => {
  const files = trackedFiles("*.ts", "*.tsx");
  expect(files.length).toBeGreaterThan(500);
  expect(circles(importGraph(root, files))).toEqual([]);
});

test.each([
  ['import { a } from "./a";', ["./a"]],
  ['import type { A } from "./a";', ["./a"]],
  ['import "./a";\nimport * as b from "b";', ["./a", "b"]],
  ['export { a } from "./a";\nexport type * from "./b";', ["./a", "./b"]],
  ['type A = import("./a").A;', ["./a"]],
  ['const load = () => import("./a");', ["./a"]],
  ['const a = require("./a");\nrequire.resolve("b/c.js");', ["./a", "b/c.js"]],
  ['const load = createRequire(__filename);\nload("a");\ncreateRequire(__filename)("b");', ["a", "b"]],
  ['load("a");\n// import "b";\nconst text = \'import "c";\';', []],
])("imports are found in %j", (text, found) => {
  expect(importsOf("file.ts", text)).toEqual(found);
});

const graph = (edges: Readonly<Record<string, readonly string[]>>): Graph => new Map(Object.entries(edges));

test.each([
  [{ a: ["b"], b: ["c"], c: [] }, []],
  [{ a: ["b", "c"], b: ["c"], c: [] }, []],
  [{ a: ["a"] }, [["a"]]],
  [{ a: ["b"], b: ["a"] }, [["a", "b"]]],
  [{ a: ["b"], b: ["c"], c: ["d"], d: ["b"] }, [["b", "c", "d"]]],
  [
    { a: ["b"], b: ["a", "c"], c: ["d"], d: ["c"] },
    [
      ["c", "d"],
      ["a", "b"],
    ],
  ],
])("circles are found in %j", (edges, found) => {
  expect(circles(graph(edges))).toEqual(found);
});
