import { useCallback, useMemo } from "react";
import { useGridSelection } from "../Grid/useGridSelection";
import { useTabView } from "../Model/dashboardView";
import type { Finding, FindingsTab } from "../Model/findingsTab";
import { seenFilters, usualFilters } from "../Model/openFindings";
import { selectedIn, useSelection } from "../Model/selection";
import type { TabView, TabViewChange } from "../Model/tabView";
import { candidatesOf } from "../Model/visibleItems";
import { useDepth } from "../Session/useDepth";
import type { Findings } from "../Session/useFindings";
import { useSearchStatus } from "./useSearchStatus";
import { useVisibleItems } from "./useVisibleItems";

/** What of a tab's findings is on screen, what of them is selected, and what changes either. */
export function useShownFindings<T extends Finding>(tab: FindingsTab<T>, { listing, lost }: Findings<T>) {
  const [asked, changeView] = useTabView(tab.id);
  const usual = useMemo(() => usualFilters(tab, listing.items), [tab, listing]);
  // The same while something else changes, so that nothing is filtered again for a key in the search box.
  const filters = useMemo(() => seenFilters(asked.filters, usual), [asked.filters, usual]);
  const view = useMemo(() => ({ ...asked, filters }), [asked, filters]);
  const [selection, changeSelection] = useSelection(tab.id);
  const { search, sort = tab.sort } = view;
  const { listing: deep = listing, load: depth } = useDepth(tab, listing, view);
  const all = useMemo(() => [...deep.items, ...deep.resolved], [deep]);
  const candidates = useMemo(() => candidatesOf(tab, deep, filters), [tab, deep, filters]);
  const items = useVisibleItems(tab, candidates, { search, filters, sort });
  const told = useSearchStatus(tab, { load: depth, listing: deep, candidates, search });
  const change = useCallback(
    (next: TabViewChange) => {
      if (narrowing.has(next.type)) {
        // What matches is something else now; rows that come later must not join unseen.
        changeSelection({ type: "stopGrowing" });
      }
      changeView(next);
    },
    [changeView, changeSelection],
  );
  const open = useCallback(
    (item: T, goesOn: boolean) => change({ type: "open", id: item.id, goesOn }),
    [change],
  );
  const isLoading = !listing.complete && !lost;
  const gridSelection = useGridSelection({
    items,
    titleOf: tab.titleOf,
    selection,
    change: changeSelection,
    isLoading,
  });
  const selected = selectedIn(all, selection);
  const seen = new Set(selectedIn(items, selection));
  const hidden = selected.filter((item) => !seen.has(item));
  return {
    view,
    /** The filters that the tab opens with. */
    usual,
    sort,
    /** How what lies below the rows is read, which the search may look into; `undefined`: it is not asked for. */
    depth,
    /** Every finding, resolved ones included. */
    all,
    /** Those that search and filters choose from. */
    candidates,
    /** Those that search and filters let through, in the order of the view. */
    items,
    /** What is told of the search. */
    told,
    /** Whether further findings are on their way. */
    isLoading,
    change,
    open,
    /** Takes search and filters away, those included that the tab opens with. */
    showAll: () => change({ type: "reset", filters: unfiltered(usual) }),
    gridSelection,
    /** What is selected, whether or not search and filters hide it. */
    target: { items: selected, hidden },
    selected: {
      count: selected.length,
      hidden: hidden.length,
      isGrowing: selection.isGrowing,
      onClear: () => changeSelection({ type: "replace", ids: [], isGrowing: false }),
    },
  };
}

export type ShownFindings<T extends Finding> = ReturnType<typeof useShownFindings<T>>;

const narrowing: ReadonlySet<TabViewChange["type"]> = new Set(["search", "filter", "removeFilter", "reset"]);

/** The filters that the list opens with, each without a chosen value. */
function unfiltered(usual: TabView["filters"]): TabView["filters"] {
  return Object.fromEntries(Object.keys(usual).map((key) => [key, []]));
}
