import { isOpenAlert, type AlertStatus } from "../../../Client/Alerts/alert";
import { joinPages } from "../../../Client/Core/listing";
import { viewToText } from "../../../Views/Dashboard/viewText";
import { viewFromText } from "../../../Views/Dashboard/readViewText";
import { knownLevels } from "../../../Views/Kit/Model/knownLevels";
import { openCount, seenView, usualFilters } from "../../../Views/Kit/Model/openFindings";
import { isNarrowed, untouchedView } from "../../../Views/Kit/Model/tabView";
import { visibleItems } from "../../../Views/Kit/Model/visibleItems";
import { alerts } from "../../../Views/Tabs/Alerts/alertsTab";
import { anAlert } from "../../Support/anAlert";
import { alertsPage, secondPage } from "../../Support/fakeServices";

const withStatus = (status: AlertStatus | undefined, severity: "High" | "Low" = "High") =>
  anAlert({ name: `${status} ${severity}`, status, severity });
const all = [
  withStatus("Active"),
  withStatus("InProgress", "Low"),
  withStatus("Resolved"),
  withStatus("Dismissed", "Low"),
];
const gap = { kind: "unexpected", message: "Row." } as const;
const listed = (...pages: readonly [ReturnType<typeof alertsPage>, ...ReturnType<typeof alertsPage>[]]) =>
  joinPages(pages[0], pages.slice(1));

test.each([
  ["Active", true],
  ["InProgress", true],
  ["Resolved", false],
  ["Dismissed", false],
  [undefined, true],
] as const)("an alert that is %s is open: %s", (status, isOpen) => {
  expect(isOpenAlert({ status })).toBe(isOpen);
});

describe("numbers are of what is open", () => {
  test("of every status, and not of what the server counted before something was closed here", () => {
    const before = alertsPage(all);
    const closed = { ...before, items: all.map((alert) => ({ ...alert, status: "Resolved" as const })) };
    expect(openCount(alerts, listed(before))).toBe(2);
    expect(knownLevels(alerts, listed(before))).toEqual({ High: 1, Low: 1 });
    expect(openCount(alerts, listed(closed))).toBe(0);
    expect(knownLevels(alerts, listed(closed))).toEqual({});
  });

  test.each([
    ["while pages are missing", { next: secondPage, total: 9 }],
    ["where rows could not be read", { gaps: [gap], total: 9 }],
  ])("%s they are the server's, and without these not known", (_, over) => {
    expect(openCount(alerts, listed(alertsPage(all, over)))).toBe(7);
    const uncounted = listed(alertsPage(all, { ...over, counts: new Map(), levels: undefined }));
    expect(openCount(alerts, uncounted)).toBeUndefined();
    expect(knownLevels(alerts, uncounted)).toBeUndefined();
  });

  test("a server that counted no open one says that there is none", () => {
    const counts = new Map([["workState", new Map([["closed", 3]])]]);
    expect(openCount(alerts, listed(alertsPage(all, { counts, gaps: [gap] })))).toBe(0);
  });

  test("where nothing can be closed they are of everything", () => {
    expect(openCount({}, listed(alertsPage(all)))).toBe(4);
  });
});

describe("the list opens with what is open", () => {
  const shown = (view: Partial<typeof untouchedView>, items = all) =>
    visibleItems(alerts, items, seenView({ ...untouchedView, ...view }, usualFilters(alerts, items))).map(
      ({ status }) => status,
    );

  test("another filter adds to that, and another choice of status takes its place", () => {
    expect(shown({})).toEqual(["Active", "InProgress"]);
    expect(shown({ filters: { severity: ["Low"] } })).toEqual(["InProgress"]);
    expect(shown({ filters: { status: ["Dismissed"] } })).toEqual(["Dismissed"]);
    expect(shown({ filters: { status: [] } })).toHaveLength(4);
  });

  test("an unknown status is never hidden", () => {
    expect(shown({}, [...all, withStatus(undefined)])).toContain(undefined);
  });

  test.each([
    ["as it opens", {}, false],
    ["all statuses", { filters: { status: [] } }, true],
    ["the same said aloud, in another order", { filters: { status: ["InProgress", "Active"] } }, false],
    ["one of them", { filters: { status: ["Active"] } }, true],
    ["a severity besides", { filters: { severity: ["High"] } }, true],
    ["a search", { search: "x" }, true],
  ])("%s is narrowed otherwise: %#", (_, view, expected) => {
    expect(isNarrowed({ ...untouchedView, ...view }, usualFilters(alerts, all))).toBe(expected);
  });

  test.each([
    ["as it opens", {}, ""],
    ["all statuses", { status: [] }, "1~t.alerts~f.status~z"],
    ["another status", { status: ["Resolved"] }, "1~t.alerts~f.status.Resolved~z"],
  ])("a link keeps %s", (_, filters, text) => {
    const view = { tab: "alerts", tabs: { alerts: { ...untouchedView, filters } } };
    expect(viewToText(view, "alerts")).toBe(text);
    const read = viewFromText(text, [{ id: "alerts", columnKeys: [], filterKeys: ["status"] }]);
    expect(read.problems).toEqual([]);
    expect(read.view.tabs.alerts?.filters ?? {}).toEqual(filters);
  });
});
