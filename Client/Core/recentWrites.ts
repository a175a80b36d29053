import { overlayOf, resourceGraphLag, withoutEnded, withOverlay, type Overlays } from "./overlays";

/** What a service wrote during this visit and Resource Graph may not show yet, by ARM id in any letter case. */
export interface RecentWrites<V> {
  /** Replaces an earlier write to the same id. */
  remember(id: string, value: V, now: Date): void;
  /** What was written last; `undefined`: nothing, or it is forgotten. */
  valueOf(id: string): V | undefined;
  /** The oldest write comes first. */
  values(): readonly V[];
  /** To be called with what was just read. Forgets what it shows, and what is older than {@link resourceGraphLag}. Ids are in lower case. */
  forgetShown(isShown: (id: string, value: V) => boolean, now: Date): void;
}

export function createRecentWrites<V>(): RecentWrites<V> {
  let writes: Overlays<V> = new Map();
  return {
    remember: (id, value, now) => void (writes = withOverlay(writes, id, value, now)),
    valueOf: (id) => overlayOf(writes, id)?.value,
    values: () => [...writes.values()].map(({ value }) => value),
    forgetShown: (isShown, now) =>
      void (writes = withoutEnded(writes, { isShown, longest: resourceGraphLag, now })),
  };
}
