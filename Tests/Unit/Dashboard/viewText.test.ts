import { createRandom, type Random } from "../../../Extension/ArmEmulator/World/random";
import { problemTexts } from "../../../Views/Dashboard/problemTexts";
import { viewFromText, type KnownTab } from "../../../Views/Dashboard/readViewText";
import { longestViewText, viewToText } from "../../../Views/Dashboard/viewText";
import { fromField, toField } from "../../../Views/Dashboard/viewTextField";
import { narrowestColumn, widestColumn, type ColumnLayout } from "../../../Views/Kit/Model/columnLayout";
import type { DashboardView } from "../../../Views/Kit/Model/dashboardView";
import { untouchedView, type TabView } from "../../../Views/Kit/Model/tabView";

const tabs: readonly KnownTab[] = [
  { id: "alerts", columnKeys: ["severity", "title", "startTime"], filterKeys: ["severity", "status"] },
  { id: "vulnerabilities", columnKeys: ["level", "resource"], filterKeys: ["namespace", "level"] },
  // Whatever keys a tab has, they come through.
  { id: "__proto__ ~.", columnKeys: ["constructor", "a.b~c", "💥"], filterKeys: ["__proto__", "_", ""] },
];
const first = "alerts";

const texts = [
  "",
  " ",
  "_",
  "~",
  ".",
  "%2F%",
  "__proto__",
  "\u0000",
  "\ud800",
  "\udc00\ud800",
  "\u202egnp.exe",
  "e\u0301",
  "👩‍👩‍👧 漢字 ü",
  "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g/providers/Microsoft.Security/locations/x/alerts/1",
  "<script>alert(1)</script>",
  "_2f",
  "_u0000",
] as const;

function randomText(random: Random): string {
  const units = Array.from({ length: random.whole(12) }, () => String.fromCharCode(random.whole(0x10000)));
  return random.oneIn(2) ? random.pick(texts) : units.join("");
}

function some<T>(random: Random, list: readonly T[]): readonly T[] {
  return random.shuffled(list).slice(0, random.whole(list.length + 1));
}

function randomLayout(random: Random, { columnKeys }: KnownTab): ColumnLayout {
  const width = () => narrowestColumn + random.whole(widestColumn - narrowestColumn + 1);
  return {
    order: random.oneIn(2) ? random.shuffled(columnKeys) : [],
    hidden: some(random, columnKeys),
    widths: Object.fromEntries(some(random, columnKeys).map((key) => [key, width()])),
  };
}

function randomTabView(random: Random, tab: KnownTab): TabView {
  const values = () => Array.from({ length: random.whole(4) }, () => randomText(random));
  return {
    search: random.oneIn(2) ? "" : randomText(random),
    filters: Object.fromEntries(some(random, tab.filterKeys).map((key) => [key, values()])),
    sort: random.oneIn(2) ? undefined : { column: random.pick(tab.columnKeys), descending: random.oneIn(2) },
    columns: random.oneIn(2) ? undefined : randomLayout(random, tab),
    open: random.oneIn(2) ? undefined : randomText(random),
  };
}

function randomView(random: Random): DashboardView {
  const entries = some(random, tabs).map((tab) => [tab.id, randomTabView(random, tab)] as const);
  return { tab: random.pick(tabs).id, tabs: Object.fromEntries(entries) };
}

/** A tab that was never looked at is as good as one that was looked at as usual. */
function whole({ tab, tabs: views }: DashboardView) {
  return { tab, tabs: tabs.map(({ id }) => (Object.hasOwn(views, id) ? views[id] : untouchedView)) };
}

const viewOf = (over: Partial<TabView>, tab = first): DashboardView => ({
  tab,
  tabs: { [tab]: { ...untouchedView, ...over } },
});

test("3,000 random views come back as they were, and their texts hold nothing that an address changes", () => {
  const random = createRandom(8);
  for (let round = 0; round < 3_000; round += 1) {
    const view = randomView(random);
    const text = viewToText(view, first);
    expect(text).toMatch(/^[\w.~-]*$/);
    const read = viewFromText(text ?? "too long", tabs);
    expect(read.problems).toEqual([]);
    expect(whole(read.view)).toEqual(whole(view));
  }
});

test("3,000 texts that were changed, cut or joined never throw, and name nothing that is not there", () => {
  const random = createRandom(9);
  const ids = tabs.map(({ id }) => id);
  let troubled = 0;
  for (let round = 0; round < 3_000; round += 1) {
    const text = mutated(random, viewToText(randomView(random), first) ?? "");
    const { view, problems } = viewFromText(text, tabs);
    troubled += problems.length > 0 ? 1 : 0;
    expect(ids).toContain(view.tab);
    for (const [id, tabView] of Object.entries(view.tabs)) {
      const tab = tabs.find((known) => known.id === id);
      expect(tab?.filterKeys).toEqual(expect.arrayContaining(Object.keys(tabView.filters)));
      expect(tab?.columnKeys).toEqual(expect.arrayContaining(namedColumns(tabView)));
    }
    expect(problemTexts(problems).join(" ")).not.toMatch(/\{\d\}|[<>]|\p{Cc}/u);
    // What was read is a view like any other.
    expect(whole(viewFromText(viewToText(view, first) ?? "", tabs).view)).toEqual(whole(view));
  }
  expect(troubled).toBeGreaterThan(1500);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

function mutated(random: Random, text: string): string {
  const at = random.whole(text.length + 1);
  const other = viewToText(randomView(random), first) ?? "";
  return random.pick([
    () => text.slice(0, at),
    () => text.slice(at),
    () => text.slice(0, at) + random.pick(texts) + text.slice(at),
    () => text.slice(0, at) + text.slice(at + 1 + random.whole(8)),
    () => text + other,
    () => `1~t.alerts~${random.pick(["constructor", "toString", "__proto__", "f", "w.title.0", "t"])}~z`,
    () => randomText(random),
  ])();
}

function namedColumns({ sort, columns }: TabView): readonly string[] {
  const { order = [], hidden = [], widths = {} } = columns ?? {};
  return [...order, ...hidden, ...Object.keys(widths), ...(sort ? [sort.column] : [])];
}

test("the usual view needs no text, a view that says much a short one", () => {
  expect(viewToText({ tab: "alerts", tabs: { vulnerabilities: untouchedView } }, first)).toBe("");
  const view: DashboardView = {
    tab: "alerts",
    tabs: {
      alerts: {
        search: "crypto mining",
        filters: { severity: ["High", "Medium"], status: [] },
        sort: { column: "startTime", descending: true },
        columns: { order: [], hidden: ["severity"], widths: { title: 300 } },
        open: "/alerts/1",
      },
      vulnerabilities: { ...untouchedView, filters: { namespace: [""] } },
    },
  };
  expect(viewToText(view, first)).toBe(
    "1~t.alerts~q.crypto_20mining~f.severity.High.Medium~f.status~d.startTime~h.severity~w.title.300~o._2falerts_2f1~v.vulnerabilities~f.namespace._~z",
  );
});

test("columns that are as usual can be said to be so", () => {
  const usual = viewOf({ columns: { order: [], hidden: [], widths: {} } });
  expect(viewToText(usual, first)).toBe("1~t.alerts~c~z");
  expect(viewFromText("1~t.alerts~c~z", tabs).view).toEqual(usual);
});

test("a view that is too long for a link has no text", () => {
  expect(viewToText(viewOf({ search: "x".repeat(longestViewText) }), first)).toBeUndefined();
  expect(viewToText(viewOf({ search: "x".repeat(7900) }), first)).toBeDefined();
});

test.each<[string, string, Partial<TabView>, readonly string[]]>([
  [
    "an unknown column",
    "1~t.alerts~q.x~d.color~z",
    { search: "x" },
    ["This link names an unknown column: color"],
  ],
  [
    "unknown columns among known ones",
    "1~t.alerts~c.title.color~h.severity.smell~z",
    { columns: { order: ["title"], hidden: ["severity"], widths: {} } },
    ["This link names unknown columns: color, smell"],
  ],
  [
    "an unknown filter",
    "1~t.alerts~f.mood.good~f.status.Active~z",
    { filters: { status: ["Active"] } },
    ["This link names an unknown filter: mood"],
  ],
  [
    "an unknown tab, whose parts are passed over",
    "1~t.alerts~q.x~v.secrets~q.y~f.mood.good~z",
    { search: "x" },
    ["This link names an unknown tab: secrets"],
  ],
  [
    "a name that is none",
    `1~t.alerts~d.${toField("call 0800-SCAM now")}~z`,
    {},
    ["This link names an unknown column: (unreadable)"],
  ],
  [
    "a part that is none",
    "1~t.alerts~x.y~q.%20~w.title.3~q.x~z",
    { search: "x" },
    ["We couldn't read part of this link and ignored it."],
  ],
  [
    "a cut end, whose last part may be half of one",
    "1~t.alerts~q.x~f.severity.Hi",
    { search: "x" },
    ["The end of this link is missing. The rest of the view is shown."],
  ],
])("%s", (_, text, expected, said) => {
  const { view, problems } = viewFromText(text, tabs);
  expect(whole(view)).toEqual(whole(viewOf(expected)));
  expect(problemTexts(problems)).toEqual(said);
});

test.each([
  ["another version", "2~t.vulnerabilities~z", /another version/],
  ["no version", "hello", /another version/],
  ["too long", `1~t.vulnerabilities~q.${"x".repeat(longestViewText)}~z`, /too long/],
])("%s is not followed at all", (_, text, said) => {
  const { view, problems } = viewFromText(text, tabs);
  expect(whole(view)).toEqual(whole({ tab: first, tabs: {} }));
  expect(problemTexts(problems)).toEqual([expect.stringMatching(said)]);
});

test("a link that is all problems says each once, and no more than five names", () => {
  const names = Array.from({ length: 9 }, (_, index) => `c${index}`);
  const { problems } = viewFromText(`1~t.alerts~c.${names.join(".")}~a.c0~d.c0~x~x~z`, tabs);
  expect(problemTexts(problems)).toEqual([
    "This link names unknown columns: c0, c1, c2, c3, c4, …",
    "We couldn't read part of this link and ignored it.",
  ]);
});

test.each(texts.map((text) => [text]))("the field of %j", (text) => {
  expect(toField(text)).toMatch(/^[\w-]+$/);
  expect(fromField(toField(text))).toBe(text);
});

test.each([[""], ["__"], ["_2"], ["_2G"], ["_u123"], ["a b"], ["é"], ["_2F"]])("%j is no field", (field) => {
  expect(fromField(field)).toBeUndefined();
});
