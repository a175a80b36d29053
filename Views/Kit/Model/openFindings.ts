import type { Listing } from "../../../Client/Core/listing";
import type { Finding, FindingsTab } from "./findingsTab";
import type { TabView } from "./tabView";

type Opening<T extends Finding> = Pick<FindingsTab<T>, "open">;

/** The filters that a list opens with; none where all of its findings are open. */
export function usualFilters<T extends Finding>(
  { open }: Opening<T>,
  items: readonly T[],
): TabView["filters"] {
  return open?.filters(items) ?? {};
}

/** A view as it is seen: with the filters that the list opens with, wherever it says nothing of them. */
export function seenView(view: TabView, usual: TabView["filters"]): TabView {
  return { ...view, filters: seenFilters(view.filters, usual) };
}

/** The filters of such a view. */
export function seenFilters(filters: TabView["filters"], usual: TabView["filters"]): TabView["filters"] {
  return { ...usual, ...filters };
}

/** How many findings are open: our own count where every row is here and was read, else the server's. `undefined`: not known. */
export function openCount<T extends Finding>({ open }: Opening<T>, listing: Listing<T>): number | undefined {
  if (!open) {
    return listing.total;
  }
  return isWhole(listing)
    ? listing.items.filter((item) => open.isOpen(item)).length
    : countedOf(open.counted, listing);
}

/** A column that was counted without the value has none of it. */
function countedOf(
  { column, value }: { readonly column: string; readonly value: string },
  { counts }: Pick<Listing<unknown>, "counts">,
): number | undefined {
  const values = counts.get(column);
  return values && (values.get(value) ?? 0);
}

/** Whether every row is here and was read. */
export function isWhole({ complete, gaps }: Pick<Listing<unknown>, "complete" | "gaps">): boolean {
  return complete && gaps.length === 0;
}
