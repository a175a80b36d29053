import { lastKnown } from "../Model/loadable";
import { useMemo } from "react";
import { useTabView } from "../Model/dashboardView";
import type { Finding, FindingsTab, Selected } from "../Model/findingsTab";
import { seenView, usualFilters } from "../Model/openFindings";
import { selectedIn, useSelection } from "../Model/selection";
import { useDepth } from "../Session/useDepth";
import { useFindings } from "../Session/useFindings";
import { useVariedTab } from "./useVariedTab";
import { viewTest } from "../Model/visibleItems";

const none: readonly never[] = [];

/** What is selected on a tab, whether or not it is in sight. */
export function useSelected<T extends Finding>(tab: FindingsTab<T>): Selected<T> {
  const load = useFindings(tab);
  const [selection] = useSelection(tab.id);
  const [view] = useTabView(tab.id);
  const listing = lastKnown(load)?.listing;
  const varied = useVariedTab(tab, listing?.items ?? none);
  const seen = useMemo(
    () => seenView(view, usualFilters(varied, listing?.items ?? none)),
    [varied, listing, view],
  );
  const { listing: deep } = useDepth(tab, listing, seen);
  return useMemo(() => {
    const chosen = deep
      ? [...selectedIn(deep.items, selection), ...selectedIn(deep.resolved, selection)]
      : [];
    const isSeen = viewTest(varied, seen);
    return { items: chosen, hidden: chosen.filter((item) => !isSeen(item)) };
  }, [varied, deep, selection, seen]);
}
