/** What a page knows of things that have no etag, each by its ARM id. */
interface LastSeen<T> {
  /**
   * Whether a write may replace `now`: it is what the engineer saw, or what the page wrote or reported last. If it isn't, it counts as
   * reported from here on: who is told of it and tries again means to replace it.
   */
  mayReplace(id: string, seen: T, now: T): boolean;
  /** To be called with what the page has written. */
  remember(id: string, written: T): void;
}

export function createLastSeen<T>(isSame: (left: T, right: T) => boolean): LastSeen<T> {
  const known = new Map<string, { readonly state: T }>();
  const remember = (id: string, state: T) => void known.set(id.toLowerCase(), { state });
  return {
    mayReplace(id, seen, now) {
      const last = known.get(id.toLowerCase());
      const may = isSame(seen, now) || (last !== undefined && isSame(last.state, now));
      if (!may) {
        remember(id, now);
      }
      return may;
    },
    remember,
  };
}
