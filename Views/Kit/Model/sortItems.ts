import type { CellValue, Column, Sort } from "./findingsTab";
import { eachInSlices, sortInSlices, type Sliced } from "./slices";

/** What is compared of a value; `undefined`: it isn't known. */
type SortKey = string | number | undefined;

/** The items in the order of a column; those of equal values stay in the order that they have. Without such a column, all do. */
export function* sortItems<T>(
  columns: readonly Column<T>[],
  items: readonly T[],
  sort: Sort,
): Sliced<readonly T[]> {
  const column = columns.find(({ key }) => key === sort.column);
  if (!column) {
    return items;
  }
  const keys: SortKey[] = [];
  yield* eachInSlices(items, (item) => {
    keys.push(sortKey(column.rank ? column.rank(item) : column.value(item)));
  });
  // Thousands of findings share a few values: those are compared, not the findings.
  const placeOf = yield* placesOf(keys, sort.descending ? -1 : 1);
  const places = Array.from({ length: placeOf.size }, (): T[] => []);
  const unknown: T[] = [];
  yield* eachInSlices(items, (item, index) => {
    (places[placeOf.get(keys[index]) ?? -1] ?? unknown).push(item);
  });
  // Unknown values come last whichever way the rest is sorted.
  return [...places.flat(), ...unknown];
}

function sortKey(value: CellValue): SortKey {
  const key = value instanceof Date ? value.getTime() : value;
  return Number.isNaN(key) ? undefined : key;
}

/** The place of each known key. Keys that compare as equal have the same one. */
function* placesOf(keys: readonly SortKey[], direction: 1 | -1): Sliced<ReadonlyMap<SortKey, number>> {
  const distinct = new Set<string | number>();
  yield* eachInSlices(keys, (key) => {
    if (key !== undefined) {
      distinct.add(key);
    }
  });
  const sorted = yield* sortInSlices([...distinct], (left, right) => direction * compare(left, right));
  const places = new Map<SortKey, number>();
  let last: { readonly key: string | number; readonly place: number } | undefined;
  yield* eachInSlices(sorted, (key) => {
    const place = last === undefined ? 0 : last.place + (compare(last.key, key) === 0 ? 0 : 1);
    places.set(key, place);
    last = { key, place };
  });
  return places;
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

function compare(left: string | number, right: string | number): number {
  return typeof left === "string" && typeof right === "string"
    ? collator.compare(left, right)
    : Number(left) - Number(right);
}
