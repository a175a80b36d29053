import type { Failure } from "./failure";

/** A row that was read, or the gap that it leaves. Never neither. */
export type MapResult<T> = { readonly item: T } | { readonly rowError: Failure };

/** What could be read of many rows, and the gaps that the others leave, both in the order of the rows. */
export function itemsAndGaps<T>(mapped: readonly MapResult<T>[]): {
  readonly items: readonly T[];
  readonly gaps: readonly Failure[];
} {
  const items: T[] = [];
  const gaps: Failure[] = [];
  for (const row of mapped) {
    if ("rowError" in row) {
      gaps.push(row.rowError);
    } else {
      items.push(row.item);
    }
  }
  return { items, gaps };
}
