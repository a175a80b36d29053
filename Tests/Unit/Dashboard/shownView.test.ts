import { changeShownView, type ShownView } from "../../../Views/Dashboard/shownView";
import type { DashboardViewChange } from "../../../Views/Kit/Model/dashboardView";
import { untouchedView, type TabViewChange } from "../../../Views/Kit/Model/tabView";

const start: ShownView = { view: { tab: "a", tabs: {} }, steps: 0 };
const inTab = (change: TabViewChange, tab = "a"): DashboardViewChange => ({ type: "changeTab", tab, change });
const goOn = (id: string) => inTab({ type: "open", id, goesOn: true });
const after = (...changes: readonly DashboardViewChange[]) => changes.reduce(changeShownView, start);

test.each<[string, number, readonly DashboardViewChange[]]>([
  ["another tab", 1, [{ type: "selectTab", tab: "b" }]],
  ["the same tab", 0, [{ type: "selectTab", tab: "a" }]],
  ["opening", 1, [inTab({ type: "open", id: "1" })]],
  ["opening the same again", 1, [inTab({ type: "open", id: "1" }), inTab({ type: "open", id: "1" })]],
  ["opening the next", 2, [inTab({ type: "open", id: "1" }), inTab({ type: "open", id: "2" })]],
  ["going on to the next by key", 1, [inTab({ type: "open", id: "1" }), goOn("2"), goOn("3")]],
  ["the first by key", 1, [goOn("1"), goOn("2")]],
  ["closing", 2, [inTab({ type: "open", id: "1" }), inTab({ type: "close" })]],
  ["opening on a tab that is not seen", 0, [inTab({ type: "open", id: "1" }, "b")]],
  ["a finding that ends by itself", 1, [inTab({ type: "open", id: "1" }), inTab({ type: "gone", id: "1" })]],
  ["typing", 0, [inTab({ type: "search", text: "x" }), inTab({ type: "search", text: "xy" })]],
  ["a filter", 0, [inTab({ type: "filter", key: "k", values: ["v"] })]],
  ["sorting", 0, [inTab({ type: "sort", sort: { column: "c", descending: true } })]],
  ["back itself", 0, [{ type: "restore", view: { tab: "b", tabs: {} } }]],
])("%s takes %d steps", (_, steps, changes) => {
  expect(after(...changes).steps).toBe(steps);
});

test("what is restored keeps the columns as they are by now", () => {
  const columns = { order: [], hidden: ["x"], widths: {} };
  const older = { order: ["x"], hidden: [], widths: {} };
  const { view } = after(inTab({ type: "columns", columns }), {
    type: "restore",
    view: {
      tab: "b",
      tabs: { a: { ...untouchedView, search: "s" }, b: { ...untouchedView, columns: older } },
    },
  });
  expect(view).toEqual({
    tab: "b",
    tabs: { a: { ...untouchedView, search: "s", columns }, b: untouchedView },
  });
});
