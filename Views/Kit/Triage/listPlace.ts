import type { Finding } from "../Model/findingsTab";

/** Where a finding stands in a list. */
export interface ListPlace {
  /** Of the finding; when it's gone, of the one that stands where it stood. */
  readonly index: number;
  readonly isGone: boolean;
}

/**
 * Where a finding stands, or stood in the list before. `undefined`: it's in neither. A finding goes when its row no longer passes
 * the filters, after a change for example; others may go with it.
 */
export function listPlace(
  id: string,
  items: readonly Finding[],
  before: readonly Finding[],
): ListPlace | undefined {
  const index = items.findIndex((item) => item.id === id);
  if (index !== -1) {
    return { index, isGone: false };
  }
  const stood = before.findIndex((item) => item.id === id);
  if (stood === -1) {
    return undefined;
  }
  const left = new Set(items.map((item) => item.id));
  const follower = before.slice(stood + 1).find((item) => left.has(item.id));
  const next = follower ? items.findIndex((item) => item.id === follower.id) : items.length;
  return { index: next, isGone: true };
}

/** The index one step from a place; beyond the ends of the list where there is none. From nowhere: the first. */
export function stepFrom(place: ListPlace | undefined, way: 1 | -1): number {
  if (!place) {
    return 0;
  }
  return place.isGone && way === 1 ? place.index : place.index + way;
}
