import type { Listing } from "../../../Client/Core/listing";
import type { Filter, Finding, FindingsTab } from "./findingsTab";
import { searchTest } from "./searchTest";
import { filterInSlices, finish, type Sliced } from "./slices";
import { sortItems } from "./sortItems";
import type { TabView } from "./tabView";

type Seen<T extends Finding> = Pick<FindingsTab<T>, "columns" | "filters" | "sort" | "depth">;
type Narrowed = Pick<TabView, "search" | "filters" | "sort">;

/** The findings that pass search and filters, in the order of the view. */
export function visibleItems<T extends Finding>(
  tab: Seen<T>,
  items: readonly T[],
  view: Narrowed,
): readonly T[] {
  return finish(createVisibleItems<T>()(tab, items, view));
}

/**
 * The same as work in slices, for a list that is looked at again and again. What one call has sorted and filtered the next one
 * uses: a key pressed in the search box only searches.
 */
export function createVisibleItems<T extends Finding>() {
  const sortOnce = onceFor(sortItems<T>);
  const filterOnce = onceFor(
    (items: readonly T[], filters: readonly Filter<T>[], chosen: TabView["filters"]) =>
      filterInSlices(items, filterTest(filters, chosen)),
  );
  return function* (tab: Seen<T>, items: readonly T[], view: Narrowed): Sliced<readonly T[]> {
    const sorted = yield* sortOnce(tab.columns, items, view.sort ?? tab.sort);
    const passing = yield* filterOnce(sorted, tab.filters, view.filters);
    return view.search.trim() === "" ? passing : yield* filterInSlices(passing, searchTest(tab, view.search));
  };
}

/** Work that isn't done again for the same things as the last time. */
function onceFor<Things extends readonly unknown[], T>(
  work: (...things: Things) => Sliced<T>,
): (...things: Things) => Sliced<T> {
  let last: { readonly things: Things; readonly result: T } | undefined;
  return function* (...things) {
    if (!last?.things.every((thing, at) => thing === things[at])) {
      last = { things, result: yield* work(...things) };
    }
    return last.result;
  };
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
export function viewTest<T extends Finding>(
  tab: Pick<FindingsTab<T>, "columns" | "filters" | "depth">,
  { search, filters }: Pick<TabView, "search" | "filters">,
): (item: T) => boolean {
  const [matches, passes] = [searchTest(tab, search), filterTest(tab.filters, filters)];
  return (item) => passes(item) && matches(item);
}

/** Whether a finding passes all filters that have a choice, `except` aside. */
export function filterTest<T>(
  filters: readonly Filter<T>[],
  chosen: TabView["filters"],
  except?: string,
): (item: T) => boolean {
  const applied = filters.flatMap((filter) => {
    const values = new Set(filter.key === except ? [] : chosen[filter.key]);
    return values.size === 0 ? [] : [{ filter, values }];
  });
  return (item) =>
    applied.every(({ filter, values }) => filter.valuesOf(item).some((value) => values.has(value)));
}
