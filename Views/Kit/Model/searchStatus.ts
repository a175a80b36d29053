import type { Depth, FindingDepth } from "./findingDepth";
import type { Loadable } from "./loadable";

/** What a search is about, and what it came to. */
interface SearchFacts<T> {
  /** Empty: only filters need what was read. */
  readonly search: string;
  /** How many findings match the search, regardless of the filters. */
  readonly matches: number;
  /** What should have been read in full: what does not fail any more is not read. */
  readonly failing: readonly T[];
  /** How many things were looked at; `undefined`: not known. */
  readonly scanned: number | undefined;
}

/** How far a search is and what it found, in sentences of their own; none while nothing is searched for. */
export function searchStatus<T>(
  { words, isPartial }: FindingDepth<T>,
  load: Loadable<Depth<T>>,
  { search, matches, failing, scanned }: SearchFacts<T>,
): readonly string[] {
  switch (load.status) {
    case "loading":
      return [search === "" ? words.reading : words.searching(search)];
    case "failed":
      return [words.failed];
    case "ready":
    case "outdated": {
      const unreadable = load.value.unreadable + failing.filter(isPartial).length;
      return [
        ...(search === ""
          ? []
          : [matches === 0 ? words.none(search, scanned) : words.found(matches, search)]),
        ...(unreadable === 0 ? [] : [words.unreadable(unreadable)]),
      ];
    }
  }
}
