import { isColumnWidth, usualLayout, type ColumnLayout } from "../Kit/Model/columnLayout";
import { tabViewOf, type DashboardView } from "../Kit/Model/dashboardView";
import type { RegisteredTab } from "../Kit/Model/findingsTab";
import type { TabView } from "../Kit/Model/tabView";
import { longestViewText, viewTextVersion } from "./viewText";
import { fromField } from "./viewTextField";

/** What of a tab a link may name. */
export type KnownTab = Pick<RegisteredTab, "id" | "columnKeys" | "filterKeys">;

/** Why a link can't be followed. `version`: another version. `cut`: its end is missing. `part`: a part isn't valid. */
export type LinkProblem =
  | { readonly kind: "tooLong" | "version" | "cut" | "part" | "finding" }
  | { readonly kind: "tab" | "filter" | "column"; readonly name: string };

interface ReadView {
  readonly view: DashboardView;
  readonly problems: readonly LinkProblem[];
}

/** Reads a text that `viewToText` wrote. Never throws: what cannot be followed stays as usual, and is among the problems. */
export function viewFromText(text: string, tabs: readonly KnownTab[]): ReadView {
  const view: DashboardView = { tab: tabs[0]?.id ?? "", tabs: {} };
  const [version, ...parts] = text.length > longestViewText ? [] : text.split("~");
  if (text === "") {
    return { view, problems: [] };
  }
  if (version !== viewTextVersion) {
    return { view, problems: [{ kind: version === undefined ? "tooLong" : "version" }] };
  }
  // Without its end, the last part that is there may be half of one.
  const isCut = parts.at(-1) !== "z";
  const read = parts.slice(0, -1).reduce(readPart, { view, tab: undefined, problems: [], tabs });
  return { view: read.view, problems: isCut ? [...read.problems, { kind: "cut" }] : read.problems };
}

interface Reading extends ReadView {
  /** The tab that the parts belong to; `undefined`: an unknown one. */
  readonly tab: KnownTab | undefined;
  readonly tabs: readonly KnownTab[];
}

function readPart(reading: Reading, part: string): Reading {
  const [kind = "", ...raw] = part.split(".");
  const fields = raw.map(fromField).filter((field) => field !== undefined);
  if (fields.length < raw.length) {
    return withProblems(reading, [{ kind: "part" }]);
  }
  if (kind === "t" || kind === "v") {
    return turnTo(reading, kind === "t", fields[0] ?? "");
  }
  const { tab, view } = reading;
  if (!tab) {
    return reading;
  }
  const change = readers[kind]?.(fields, tab, tabViewOf(view, tab.id)) ?? problem({ kind: "part" });
  const tabView = { ...tabViewOf(view, tab.id), ...change.view };
  const changed = { ...reading, view: { ...view, tabs: { ...view.tabs, [tab.id]: tabView } } };
  return withProblems(changed, change.problems);
}

function turnTo(reading: Reading, isSelected: boolean, id: string): Reading {
  const tab = reading.tabs.find((known) => known.id === id);
  if (!tab) {
    return withProblems({ ...reading, tab }, [{ kind: "tab", name: id }]);
  }
  return { ...reading, tab, view: isSelected ? { ...reading.view, tab: id } : reading.view };
}

function withProblems<R extends ReadView>(reading: R, problems: readonly LinkProblem[]): R {
  return { ...reading, problems: [...reading.problems, ...problems] };
}

/** What a part changes in the view of its tab. */
interface PartChange {
  readonly view: Partial<TabView>;
  readonly problems: readonly LinkProblem[];
}

const valid = (view: Partial<TabView>): PartChange => ({ view, problems: [] });
const problem = (found: LinkProblem): PartChange => ({ view: {}, problems: [found] });

type PartReader = (fields: readonly string[], tab: KnownTab, view: TabView) => PartChange | undefined;

/** By the letter of the part. `undefined`: it lacks what it needs. */
const readers: Readonly<Partial<Record<string, PartReader>>> = Object.assign(
  // Letters come from a link: "constructor" must not be found.
  Object.create(null) as Record<string, PartReader>,
  {
    q: ([search]) => (search === undefined ? undefined : valid({ search })),
    o: ([open]) => (open === undefined ? undefined : valid({ open })),
    a: ([column], tab) => readSort(tab, column, false),
    d: ([column], tab) => readSort(tab, column, true),
    f: readFilter,
    c: (order, tab, view) => readLayout(tab, view, { order }, order),
    h: (hidden, tab, view) => readLayout(tab, view, { hidden }, hidden),
    w: readWidths,
  } satisfies Record<string, PartReader>,
);

function readFilter(
  [key, ...values]: readonly string[],
  tab: KnownTab,
  view: TabView,
): PartChange | undefined {
  if (key === undefined) {
    return undefined;
  }
  return tab.filterKeys.includes(key)
    ? valid({ filters: { ...view.filters, [key]: values } })
    : problem({ kind: "filter", name: key });
}

function readSort(tab: KnownTab, column: string | undefined, descending: boolean): PartChange | undefined {
  if (column === undefined) {
    return undefined;
  }
  return tab.columnKeys.includes(column)
    ? valid({ sort: { column, descending } })
    : problem({ kind: "column", name: column });
}

function readWidths(fields: readonly string[], tab: KnownTab, view: TabView): PartChange | undefined {
  const pairs = fields.flatMap((key, index) =>
    index % 2 === 0 ? [[key, Number(fields[index + 1])] as const] : [],
  );
  if (!pairs.every(([, width]) => isColumnWidth(width))) {
    return undefined;
  }
  const known = pairs.filter(([key]) => tab.columnKeys.includes(key));
  return readLayout(
    tab,
    view,
    { widths: Object.fromEntries(known) },
    pairs.map(([key]) => key),
  );
}

/** `named`: keys that the part names. Unknown ones are skipped and reported. */
function readLayout(
  { columnKeys }: KnownTab,
  { columns = usualLayout }: TabView,
  change: Partial<ColumnLayout>,
  named: readonly string[],
): PartChange {
  const known = (keys: readonly string[]) => [...new Set(keys)].filter((key) => columnKeys.includes(key));
  const { order, hidden, widths } = { ...columns, ...change };
  return {
    view: { columns: { order: known(order), hidden: known(hidden), widths } },
    problems: named.filter((key) => !columnKeys.includes(key)).map((name) => ({ kind: "column", name })),
  };
}
