import { FixChangedError } from "../../../Client/QuickFixes/fixChanged";
import { jsonChanges } from "../../../Client/Core/jsonChanges";
import { sameJson } from "../../../Client/Core/sameJson";
import { aClusterBody, aLiveCluster } from "../../Support/aLiveCluster";

test.each([
  ["nothing", { a: 1, b: 2 }, { b: 2, a: 1 }, []],
  ["a value", { a: { b: 1 } }, { a: { b: 2 } }, [["a.b", 1, 2]]],
  ["what comes", { a: {} }, { a: { b: { c: 1 } } }, [["a.b", undefined, { c: 1 }]]],
  ["what goes", { a: 1 }, {}, [["a", 1, undefined]]],
  ["another kind", { a: [1] }, { a: { 0: 1 } }, [["a", [1], { 0: 1 }]]],
  ["null and nothing", { a: null }, {}, [["a", null, undefined]]],
  ["plain lists as one value", { a: [1, 2] }, { a: [2, 1] }, [["a", [1, 2], [2, 1]]]],
  [
    "named elements",
    { p: [{ name: "x", n: 1 }, { name: "y" }] },
    { p: [{ name: "x", n: 2 }, { name: "z" }] },
    [
      ["p[x].n", 1, 2],
      ["p[y]", { name: "y" }, undefined],
      ["p[z]", undefined, { name: "z" }],
    ],
  ],
  [
    "elements whose names repeat",
    { p: [{ name: "x" }, { name: "x" }] },
    { p: [{ name: "x" }] },
    [["p", [{ name: "x" }, { name: "x" }], [{ name: "x" }]]],
  ],
])("%s", (_, before, after, expected) => {
  expect(jsonChanges(before, after).map((change) => [change.path, change.before, change.after])).toEqual(
    expected,
  );
  expect(sameJson(before, after)).toBe(expected.length === 0);
});

test("a cluster that changed says what changed, but for its etag", () => {
  const seen = aLiveCluster();
  const live = aLiveCluster({
    body: { ...aClusterBody({ provisioningState: "Updating" }), eTag: "2", tags: { a: "1" } },
    diagnosticSettings: [{ name: "s" }],
  });
  const { changed, failure } = new FixChangedError("Changed.", seen, live);
  expect(failure).toEqual({ kind: "conflict", code: "ClusterChanged", message: "Changed." });
  expect(changed.map(({ path }) => path)).toEqual([
    "properties.provisioningState",
    "tags",
    "diagnosticSettings[s]",
  ]);
});
