import { filterOptions } from "../../../Views/Kit/Filters/filterOptions";
import type { Column, Filter } from "../../../Views/Kit/Model/findingsTab";
import { changeTabView, isNarrowed, untouchedView } from "../../../Views/Kit/Model/tabView";
import { visibleItems } from "../../../Views/Kit/Model/visibleItems";
import { columnWidths, stackedWidths } from "../../../Views/Kit/Grid/columnWidths";

interface Fruit {
  readonly id: string;
  readonly level: "High" | "Low";
  readonly name: string;
  readonly at: Date | undefined;
}

const items: readonly Fruit[] = [
  { id: "1", level: "High", name: "Apple 10", at: new Date(3) },
  { id: "2", level: "Low", name: "apple 9", at: undefined },
  { id: "3", level: "High", name: "Pear", at: new Date(1) },
];
const columns: readonly Column<Fruit>[] = [
  {
    key: "level",
    label: "Level",
    value: ({ level }) => level,
    rank: ({ level }) => (level === "High" ? 0 : 1),
    width: 100,
  },
  { key: "name", label: "Name", value: ({ name }) => name, width: 200, grow: 1 },
  {
    key: "at",
    label: "At",
    value: ({ at }) => at,
    text: ({ at }) => (at ? `day ${at.getTime()}` : ""),
    width: 100,
  },
];
const filters: readonly Filter<Fruit>[] = [
  { key: "level", label: "Level", pinned: true, valuesOf: ({ level }) => [level], order: ["High", "Low"] },
  { key: "word", label: "Word", pinned: false, valuesOf: ({ name }) => [name.split(" ")[0] ?? ""] },
];
const tab = { columns, filters, sort: { column: "level", descending: false } };
const shown = (view: object) => visibleItems(tab, items, { ...untouchedView, ...view }).map(({ id }) => id);

test.each<[string, object, string[]]>([
  ["untouched: by rank, else in the server's order", {}, ["1", "3", "2"]],
  ["descending rank", { sort: { column: "level", descending: true } }, ["2", "1", "3"]],
  [
    "text sorts numbers and ignores letter case",
    { sort: { column: "name", descending: false } },
    ["2", "1", "3"],
  ],
  ["unknown comes last ascending", { sort: { column: "at", descending: false } }, ["3", "1", "2"]],
  ["unknown comes last descending too", { sort: { column: "at", descending: true } }, ["1", "3", "2"]],
  [
    "a sort by a column that is gone keeps the order",
    { sort: { column: "?", descending: false } },
    ["1", "2", "3"],
  ],
  ["search ignores letter case", { search: "APPLE" }, ["1", "2"]],
  ["every word must occur, in any column", { search: "high  pear" }, ["3"]],
  ["search reads what is shown, not what is stored", { search: "day 3" }, ["1"]],
  ["a filter", { filters: { level: ["Low"] } }, ["2"]],
  ["values of a filter are alternatives", { filters: { level: ["Low", "High"] } }, ["1", "3", "2"]],
  ["filters add up", { filters: { level: ["High"], word: ["Pear"] } }, ["3"]],
  ["an empty choice filters nothing", { filters: { level: [] } }, ["1", "3", "2"]],
  ["a value that nothing has shows nothing", { filters: { level: ["Medium"] } }, []],
])("%s", (_, view, ids) => {
  expect(shown(view)).toEqual(ids);
});

test("filter options count what passes the other filters and keep a chosen value that is gone", () => {
  const [level] = filters;
  expect(level && filterOptions(level, filters, items, { level: ["Odd"], word: ["Apple"] })).toEqual([
    { value: "High", label: "High", count: 1 },
    { value: "Low", label: "Low", count: 0 },
    { value: "Odd", label: "Odd", count: 0 },
  ]);
});

test("changes of a view", () => {
  const searched = changeTabView(untouchedView, { type: "search", text: "x" });
  const filtered = changeTabView(searched, { type: "filter", key: "level", values: ["Low"] });
  expect(isNarrowed(untouchedView)).toBe(false);
  expect(isNarrowed(filtered)).toBe(true);
  expect(changeTabView(filtered, { type: "removeFilter", key: "level" }).filters).toEqual({});
  const opened = changeTabView(filtered, { type: "open", id: "1" });
  expect(changeTabView(opened, { type: "reset" })).toEqual({ ...untouchedView, open: "1" });
  expect(changeTabView(opened, { type: "close" }).open).toBeUndefined();
});

test("columns share the room that is left; a chosen width stays", () => {
  expect(columnWidths(columns, {}, 1000)).toEqual({ level: 100, name: 740, at: 100 });
  expect(columnWidths(columns, { name: 150 }, 1000)).toEqual({ level: 100, name: 150, at: 100 });
  expect(columnWidths(columns, {}, 100)).toEqual({ level: 100, name: 200, at: 100 });
});

test("columns give way where room is lacking, never below what can be read; a chosen width stays", () => {
  const narrower = columns.map((column) => ({ ...column, least: column.width - 50 }));
  // 460 are wanted with the paddings, and 310 are the least.
  expect(columnWidths(narrower, {}, 385)).toEqual({ level: 75, name: 175, at: 75 });
  expect(columnWidths(narrower, {}, 200)).toEqual({ level: 50, name: 150, at: 50 });
  expect(columnWidths(narrower, { at: 100 }, 360)).toEqual({ level: 50, name: 150, at: 100 });
});

test("stacked, two columns share a line; what names the row has its own, and the first stands beside the checkbox", () => {
  const [level, name, at] = columns;
  const more = [level, at, name, at].flatMap((column, index) =>
    column ? [{ ...column, key: `${index} ${column.key}`, isRowHeader: column === name }] : [],
  );
  expect(stackedWidths(more, 280, 38)).toEqual({
    widths: { "0 level": 222, "1 at": 120, "2 name": 260, "3 at": 120 },
    lines: 4,
  });
  expect(stackedWidths(more.slice(1), 280, 0).lines).toBe(3);
});
