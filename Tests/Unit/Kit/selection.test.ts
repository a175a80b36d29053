import {
  changeSelections,
  selectedIn,
  type Selection,
  type SelectionChange,
} from "../../../Views/Kit/Model/selection";

const selection = (ids: readonly string[], isGrowing = false): Selection => ({
  ids: new Set(ids),
  isGrowing,
});

const none = selection([]);
const changed = (before: Selection, change: SelectionChange) =>
  changeSelections({ alerts: before }, { tab: "alerts", change }).alerts;

test.each<[string, Selection, SelectionChange, Selection]>([
  ["toggle selects", selection(["a"]), { type: "toggle", id: "b" }, selection(["a", "b"])],
  ["toggle deselects", selection(["a", "b"]), { type: "toggle", id: "a" }, selection(["b"])],
  ["toggle ends growing", selection(["a"], true), { type: "toggle", id: "a" }, selection([])],
  [
    "add keeps what was there",
    selection(["a"]),
    { type: "add", ids: ["b", "a", "c"] },
    selection(["a", "b", "c"]),
  ],
  ["add ends growing", selection(["a"], true), { type: "add", ids: ["b"] }, selection(["a", "b"])],
  ["remove", selection(["a", "b"]), { type: "remove", ids: ["a", "c"] }, selection(["b"])],
  ["remove goes on growing", selection(["a"], true), { type: "remove", ids: ["a"] }, selection([], true)],
  ["add of nothing", selection(["a"]), { type: "add", ids: [] }, selection(["a"])],
  [
    "replace forgets what was there",
    selection(["a", "b"], true),
    { type: "replace", ids: ["c"], isGrowing: false },
    selection(["c"]),
  ],
  [
    "replace may grow",
    selection(["a"]),
    { type: "replace", ids: ["c"], isGrowing: true },
    selection(["c"], true),
  ],
  [
    "replace by nothing clears",
    selection(["a"], true),
    { type: "replace", ids: [], isGrowing: false },
    selection([]),
  ],
  [
    "grow adds and goes on",
    selection(["a"], true),
    { type: "grow", ids: ["a", "b"], isGrowing: true },
    selection(["a", "b"], true),
  ],
  [
    "grow keeps what no longer matches",
    selection(["hidden"], true),
    { type: "grow", ids: ["b"], isGrowing: true },
    selection(["hidden", "b"], true),
  ],
  [
    "grow ends with the last rows",
    selection(["a"], true),
    { type: "grow", ids: ["b"], isGrowing: false },
    selection(["a", "b"]),
  ],
  ["stopGrowing keeps the ids", selection(["a"], true), { type: "stopGrowing" }, selection(["a"])],
])("%s", (_, before, change, after) => {
  const copy = selection([...before.ids], before.isGrowing);
  expect(changed(before, change)).toEqual(after);
  expect(before).toEqual(copy);
});

test("stopGrowing of a selection that does not grow is no change at all", () => {
  const before = selection(["a"]);
  expect(changed(before, { type: "stopGrowing" })).toBe(before);
});

test("tabs have selections of their own", () => {
  const first = changeSelections({}, { tab: "alerts", change: { type: "toggle", id: "a" } });
  const both = changeSelections(first, { tab: "cves", change: { type: "add", ids: ["a", "b"] } });
  expect(both).toEqual({ alerts: selection(["a"]), cves: selection(["a", "b"]) });
  const toggled = changeSelections(both, { tab: "alerts", change: { type: "toggle", id: "a" } });
  expect(toggled).toEqual({ alerts: none, cves: selection(["a", "b"]) });
});

test("what is gone is not selected, and what is there comes in its own order", () => {
  const items = ["c", "a", "b"].map((id) => ({ id }));
  expect(selectedIn(items, selection(["a", "gone", "c"]))).toEqual([{ id: "c" }, { id: "a" }]);
  expect(selectedIn(items, selection(["gone"]))).toEqual([]);
  expect(selectedIn(items, none)).toEqual([]);
  expect(selectedIn([], selection(["a"]))).toEqual([]);
});
