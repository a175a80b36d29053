import { readableLine } from "../../../Client/Core/visibleText";
import type { Listing } from "../../../Client/Core/listing";
import type { CellValue, Column, Filter, Finding, FindingsTab, Sort } from "./findingsTab";
import type { TabView } from "./tabView";

/** The findings that pass search and filters, in the order of the view. */
export function visibleItems<T extends Finding>(
  tab: Pick<FindingsTab<T>, "columns" | "filters" | "sort" | "depth">,
  items: readonly T[],
  view: Pick<TabView, "search" | "filters" | "sort">,
): readonly T[] {
  const found = items.filter((item) => matchesView(tab, item, view));
  return sorted(tab.columns, found, view.sort ?? tab.sort);
}

/** The findings of a list that are looked at: those that do not fail any more only while the filter for them has a choice. */
export function candidatesOf<T extends Finding>(
  { resolvedFilter }: Pick<FindingsTab<T>, "resolvedFilter">,
  { items, resolved }: Pick<Listing<T>, "items" | "resolved">,
  filters: TabView["filters"],
): readonly T[] {
  const wantsResolved = resolvedFilter !== undefined && (filters[resolvedFilter]?.length ?? 0) > 0;
  return wantsResolved ? [...items, ...resolved] : items;
}

/** Whether search and filters let a finding through. */
export function matchesView<T extends Finding>(
  tab: Pick<FindingsTab<T>, "columns" | "filters" | "depth">,
  item: T,
  { search, filters }: Pick<TabView, "search" | "filters">,
): boolean {
  return matchesSearch(tab, item, search) && passesFilters(tab.filters, item, filters);
}

/** Text of a cell as searched and shown: names come from the service, what a column itself makes into text does not. */
export function cellText<T>(column: Column<T>, item: T): string {
  if (column.text) {
    return column.text(item);
  }
  const value = column.value(item);
  return value instanceof Date ? value.toISOString() : readableLine(String(value ?? ""));
}

/** Every word must occur in some column, or in what was read beyond them, in any letter case. */
function matchesSearch<T extends Finding>(
  { columns, depth }: Pick<FindingsTab<T>, "columns" | "depth">,
  item: T,
  search: string,
): boolean {
  const words = search
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => readableLine(depth?.wordOf(word) ?? word).toLowerCase());
  if (words.length === 0) {
    return true;
  }
  const texts = [
    ...columns.map((column) => cellText(column, item)),
    ...(depth?.textsOf(item) ?? []).map(readableLine),
  ].map((text) => text.toLowerCase());
  return words.every((word) => texts.some((text) => text.includes(word)));
}

/** Filters other than `except` that have a choice must all be passed. */
export function passesFilters<T>(
  filters: readonly Filter<T>[],
  item: T,
  chosen: TabView["filters"],
  except?: string,
): boolean {
  return filters.every((filter) => {
    const values = chosen[filter.key] ?? [];
    const applies = values.length > 0 && filter.key !== except;
    return !applies || filter.valuesOf(item).some((value) => values.includes(value));
  });
}

function sorted<T extends Finding>(
  columns: readonly Column<T>[],
  items: readonly T[],
  sort: Sort,
): readonly T[] {
  const column = columns.find(({ key }) => key === sort.column);
  if (!column) {
    return items;
  }
  const keyOf = (item: T) => (column.rank ? column.rank(item) : column.value(item));
  const keyed = items.map((item) => ({ item, key: keyOf(item) }));
  const direction = sort.descending ? -1 : 1;
  keyed.sort((left, right) => compare(left.key, right.key, direction));
  return keyed.map(({ item }) => item);
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/** Unknown values come last whichever way the rest is sorted. */
function compare(left: CellValue, right: CellValue, direction: 1 | -1): number {
  if (left === undefined || right === undefined) {
    return Number(left === undefined) - Number(right === undefined);
  }
  if (typeof left === "string" && typeof right === "string") {
    return direction * collator.compare(left, right);
  }
  return direction * (Number(left) - Number(right));
}
