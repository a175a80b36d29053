import type { ColumnLayout } from "./columnLayout";
import type { Sort } from "./findingsTab";

/** How one tab is looked at. Serializable: it becomes part of links to a view. */
export interface TabView {
  readonly search: string;
  /**
   * Chosen values by filter key. A filter that is on the row without a choice has an empty list. A filter
   * that isn't listed is as the tab opens with it.
   */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** `undefined`: the tab's own order. */
  readonly sort: Sort | undefined;
  /** Column layout; `undefined`: the user's own settings. A link carries the layout of the person who made it. */
  readonly columns: ColumnLayout | undefined;
  /** Id of the finding whose details are open. */
  readonly open: string | undefined;
}

export const untouchedView: TabView = {
  search: "",
  filters: {},
  sort: undefined,
  columns: undefined,
  open: undefined,
};

export type TabViewChange =
  | { readonly type: "search"; readonly text: string }
  | { readonly type: "filter"; readonly key: string; readonly values: readonly string[] }
  | { readonly type: "removeFilter"; readonly key: string }
  /** No search and no filters but those given; absent: as the tab opens. */
  | { readonly type: "reset"; readonly filters?: TabView["filters"] }
  | { readonly type: "sort"; readonly sort: Sort }
  | { readonly type: "columns"; readonly columns: ColumnLayout | undefined }
  /** `goesOn`: a key goes through one finding after another; what "back" leads to is where it began. Absent: it doesn't. */
  | { readonly type: "open"; readonly id: string; readonly goesOn?: boolean }
  | { readonly type: "close" }
  /** What is open is not listed any more, or never was. */
  | { readonly type: "gone"; readonly id: string };

export function changeTabView(view: TabView, change: TabViewChange): TabView {
  switch (change.type) {
    case "search":
      return { ...view, search: change.text };
    case "filter":
      return { ...view, filters: { ...view.filters, [change.key]: change.values } };
    case "removeFilter": {
      const { [change.key]: _, ...filters } = view.filters;
      return { ...view, filters };
    }
    case "reset":
      return resetTo(view, change.filters);
    case "sort":
      return { ...view, sort: change.sort };
    case "columns":
      return { ...view, columns: change.columns };
    case "open":
      return { ...view, open: change.id };
    case "close":
    case "gone":
      return { ...view, open: undefined };
  }
}

function resetTo(view: TabView, filters: TabView["filters"] = {}): TabView {
  return { ...view, search: "", filters };
}

/** Whether search or filters are otherwise than a tab opens with. */
export function isNarrowed({ search, filters }: TabView, usual: TabView["filters"] = {}): boolean {
  const keys = [...new Set([...Object.keys(usual), ...Object.keys(filters)])];
  return (
    search.trim() !== "" || keys.some((key) => !isSame(filters[key] ?? usual[key] ?? [], usual[key] ?? []))
  );
}

/** Whether the same values are chosen, in any order. */
function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((value) => right.includes(value));
}
