import { useCallback } from "react";
import type { Listing } from "../../../Client/Core/listing";
import { useSliced } from "../Controls/useSliced";
import type { Depth } from "../Model/findingDepth";
import type { Finding, FindingsTab } from "../Model/findingsTab";
import type { Loadable } from "../Model/loadable";
import { searchStatus } from "../Model/searchStatus";
import { searchTest } from "../Model/searchTest";
import { filterInSlices } from "../Model/slices";

const nothing: readonly never[] = [];

/** What is told of a search that looks beyond the list. */
export interface ToldSearch {
  readonly sentences: readonly string[];
  /** Why nothing may be on screen because of it; `undefined`: not because of it. */
  readonly none: "loading" | "failed" | "none" | undefined;
  /** Why filters that need it have not all of their values; `undefined`: they have. */
  readonly note: string | undefined;
}

export function useSearchStatus<T extends Finding>(
  tab: Pick<FindingsTab<T>, "columns" | "filters" | "depth">,
  found: {
    readonly load: Loadable<Depth<T>> | undefined;
    readonly listing: Listing<T>;
    /** What is looked at of the list. */
    readonly candidates: readonly T[];
    readonly search: string;
  },
): ToldSearch {
  const { load, listing, candidates } = found;
  const search = found.search.trim();
  const searched = load && search !== "" ? candidates : nothing;
  const begin = useCallback(() => filterInSlices(searched, searchTest(tab, search)), [tab, searched, search]);
  const matches = useSliced(begin, searched.length).length;
  if (!load || !tab.depth) {
    return { sentences: [], none: undefined, note: undefined };
  }
  const sentences = searchStatus(tab.depth, load, {
    search,
    matches,
    failing: listing.items,
    scanned: listing.evaluated,
  });
  if (load.status === "loading" || load.status === "failed") {
    const { reading, failed } = tab.depth.words;
    return { sentences, none: load.status, note: load.status === "loading" ? reading : failed };
  }
  return { sentences, none: search !== "" && matches === 0 ? "none" : undefined, note: undefined };
}
