import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Listing } from "../../../Client/Core/listing";
import type { Depth, FindingDepth } from "../Model/findingDepth";
import type { Finding, FindingsTab } from "../Model/findingsTab";
import { lastKnown, type Loadable } from "../Model/loadable";
import type { TabView } from "../Model/tabView";
import { useDashboard } from "./dashboardContext";
import { loadableOf } from "./useLoadable";

interface DeepFindings<T> {
  /** With what was read; `undefined` without a list. */
  readonly listing: Listing<T> | undefined;
  /** `undefined`: neither search nor filters need it. */
  readonly load: Loadable<Depth<T>> | undefined;
}

/**
 * A list with what search and filters need beyond it. It belongs to one reading of the list: a refresh reads it anew, and keeps the
 * old one on screen until then.
 */
export function useDepth<T extends Finding>(
  tab: Pick<FindingsTab<T>, "id" | "depth">,
  listing: Listing<T> | undefined,
  view: Pick<TabView, "search" | "filters">,
): DeepFindings<T> {
  const { services } = useDashboard();
  const { depth } = tab;
  const isNeeded = depth !== undefined && listing !== undefined && needsDepth(depth, view);
  const query = useQuery({
    queryKey: ["depth", tab.id, listing?.asOf.getTime()],
    queryFn: ({ signal }) => depth?.load(services, signal) ?? nothing,
    enabled: isNeeded,
    keepPreviousData: true,
    cacheTime: 0,
  });
  const load = isNeeded ? loadableOf(query) : undefined;
  const read = load && lastKnown(load);
  const deep = useMemo(
    () => (depth && listing && read ? deepListing(depth, listing, read) : listing),
    [depth, listing, read],
  );
  return { listing: deep, load };
}

const nothing = { items: [], unreadable: 0 };

function needsDepth<T>({ filters }: FindingDepth<T>, view: Pick<TabView, "search" | "filters">): boolean {
  return view.search.trim() !== "" || filters.some((key) => view.filters[key] !== undefined);
}

/**
 * The list with the depth of each finding. While pages of the list are missing, findings that only the depth has are listed behind the
 * others, as the depth reports them.
 */
function deepListing<T extends Finding>(
  depth: FindingDepth<T>,
  listing: Listing<T>,
  { items }: Depth<T>,
): Listing<T> {
  const read = new Map(items.map((item) => [item.id, item]));
  const listed = listing.items.map((item) => {
    const deep = read.get(item.id);
    read.delete(item.id);
    return deep ? depth.join(item, deep) : item;
  });
  return { ...listing, items: listing.complete ? listed : [...listed, ...read.values()] };
}
