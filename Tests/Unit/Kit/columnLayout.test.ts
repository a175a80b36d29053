import {
  columnsInOrder,
  shownColumns,
  usualLayout,
  withMoved,
  withShown,
  withWidth,
} from "../../../Views/Kit/Model/columnLayout";
import type { Column } from "../../../Views/Kit/Model/findingsTab";

const column = (key: string, isRowHeader = false): Column<string> => ({
  key,
  label: key,
  value: (item) => item,
  width: 100,
  isRowHeader,
});
const columns = [column("a"), column("b", true), column("c"), column("d")];
const keys = (list: readonly Column<string>[]) => list.map(({ key }) => key).join("");

test.each([
  ["no order", [], "abcd"],
  ["a whole order", ["d", "c", "b", "a"], "dcba"],
  ["a column that the order does not know stands where its tab puts it", ["d", "b", "a"], "dbca"],
  ["names of no column, and names twice", ["x", "d", "d", "x"], "abcd"],
])("%s", (_, order, expected) => {
  expect(keys(columnsInOrder(columns, { order }))).toBe(expected);
});

test("hidden columns go; the one that names the rows stays", () => {
  expect(keys(shownColumns(columns, { ...usualLayout, hidden: ["a", "b", "x"] }))).toBe("bcd");
});

test("a column moves, the hidden ones keep their places, and the first cannot move further", () => {
  const moved = withMoved({ ...usualLayout, hidden: ["b"] }, columns, "c", -1);
  expect(moved).toEqual({ order: ["a", "c", "b", "d"], hidden: ["b"], widths: {} });
  expect(withMoved(usualLayout, columns, "a", -1).order).toEqual(["a", "b", "c", "d"]);
  expect(withMoved(moved, columns, "a", 2).order).toEqual(["c", "b", "a", "d"]);
});

test("shown, hidden, and shown again", () => {
  const hidden = withShown(withShown(usualLayout, "a", false), "a", false);
  expect(hidden.hidden).toEqual(["a"]);
  expect(withShown(hidden, "a", true)).toEqual(usualLayout);
});

test("a width is whole and within bounds; none gives back the usual one", () => {
  expect(withWidth(usualLayout, "a", 100.4).widths).toEqual({ a: 100 });
  expect(withWidth(usualLayout, "a", -5).widths).toEqual({ a: 80 });
  expect(withWidth(usualLayout, "a", 99_999).widths).toEqual({ a: 1200 });
  expect(withWidth(withWidth(usualLayout, "a", 100), "a", undefined)).toEqual(usualLayout);
});
