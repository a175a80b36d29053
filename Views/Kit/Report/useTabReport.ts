import { lastKnown, type Loadable } from "../Model/loadable";
import { useMemo } from "react";
import { format } from "../../../Client/Core/format";
import { useTabView } from "../Model/dashboardView";
import type { Filter, Finding, FindingsTab } from "../Model/findingsTab";
import { seenView, usualFilters } from "../Model/openFindings";
import type { TabView } from "../Model/tabView";
import { useDepth } from "../Session/useDepth";
import { useFindings } from "../Session/useFindings";
import { useSelected } from "../Tab/useSelected";
import { useVariedTab } from "../Tab/useVariedTab";
import { candidatesOf, visibleItems } from "../Model/visibleItems";
import type { TabReport } from "./report";
import { Report as Text } from "./Report.resjson";
import { givenKind } from "./reportKind";

const none: readonly never[] = [];
const nothing = { items: none, resolved: none };

/** What of a tab can be reported as it is on the page, and what is selected of it. */
export function useTabReport<T extends Finding>(unvaried: FindingsTab<T>): TabReport {
  const load = useFindings(unvaried);
  const findings = lastKnown(load);
  const listing = findings?.listing;
  const tab = useVariedTab(unvaried, listing?.items ?? none);
  const [asked] = useTabView(tab.id);
  const view = useMemo(
    () => seenView(asked, usualFilters(tab, listing?.items ?? none)),
    [asked, tab, listing],
  );
  const { listing: deep, load: depth } = useDepth(unvaried, listing, view);
  const shown = useMemo(
    () => visibleItems(tab, candidatesOf(tab, deep ?? nothing, view.filters), view),
    [tab, deep, view],
  );
  const { items: selected } = useSelected(unvaried);
  const lost = findings?.lost?.failure;
  const isComing = listing !== undefined && !listing.complete && !lost;
  return {
    title: tab.title,
    noun: tab.noun,
    unshownBecause: unshownReason(load.status, depth?.status, isComing),
    shown: shown.length,
    selected: selected.length,
    narrowing: narrowingOf(tab.filters, view),
    hasParts: tab.reportParts !== undefined,
    shownKind: (options) => givenKind(tab, { items: shown, gaps: listing?.gaps.length ?? 0, lost }, options),
    selectedKind: (options) => givenKind(tab, { items: selected, gaps: 0, lost: undefined }, options),
  };
}

/** Why what is shown cannot be reported; `undefined`: it can. */
function unshownReason(
  list: Loadable<unknown>["status"],
  details: Loadable<unknown>["status"] | undefined,
  isComing: boolean,
): string | undefined {
  if (list === "failed" || details === "failed") {
    return Text.scopeTabUnread;
  }
  return list === "loading" || details === "loading" || isComing ? Text.scopeTabLoading : undefined;
}

/** Search and filters with the labels that the page has for them. */
function narrowingOf<T>(filters: readonly Filter<T>[], view: TabView): readonly string[] {
  const search = view.search.trim();
  return [
    ...(search === "" ? [] : [format(Text.aboutFilterSearch, search)]),
    ...filters.flatMap(({ key, label, labelOf = String }) => {
      const values = view.filters[key] ?? [];
      return values.length === 0
        ? []
        : [format(Text.aboutFilterValues, label, values.map((value) => labelOf(value)).join(", "))];
    }),
  ];
}
