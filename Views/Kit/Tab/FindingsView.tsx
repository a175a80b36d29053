import { useCallback, useEffect, useMemo, useRef } from "react";
import type { MissingConfiguration } from "../../../Client/Core/defenderPlan";
import { format } from "../../../Client/Core/format";
import type { Listing } from "../../../Client/Core/listing";
import { Banners } from "../Screens/Banners";
import { BulkStatus } from "../Operations/BulkStatus";
import { shownColumns, withWidth } from "../Model/columnLayout";
import { FilterRow } from "../Filters/FilterRow";
import { FindingDetails } from "../Details/FindingDetails";
import { FindingsGrid } from "../Grid/FindingsGrid";
import { Findings as Text } from "../Screens/Findings.resjson";
import type { Finding, FindingsTab } from "../Model/findingsTab";
import { formatNumber } from "../Controls/formatNumber";
import { GridOptions } from "../Grid/GridOptions";
import { useColumnLayout, useDensity } from "../Grid/useGridSettings";
import { LevelSummary } from "./LevelSummary";
import { LiveStatus } from "../Controls/LiveStatus";
import { isWhole, seenView, usualFilters } from "../Model/openFindings";
import { NoneLeftScreen, SearchedToNoneScreen } from "../Screens/NoneLeftScreen";
import { selectedIn, useSelection } from "../Model/selection";
import { SelectionBar } from "../Grid/SelectionBar";
import { isNarrowed, type TabView, type TabViewChange } from "../Model/tabView";
import { useTabView } from "../Model/dashboardView";
import type { Findings } from "../Session/useFindings";
import type { GridHandle } from "../Grid/useGridKeyboard";
import { UrgentCount } from "./UrgentCount";
import { useGridSelection } from "../Grid/useGridSelection";
import { themeStyles, useStyles } from "../Controls/useStyles";
import { useDepth } from "../Session/useDepth";
import { useSearchStatus } from "./useSearchStatus";
import { useVariedTab } from "./useVariedTab";
import { candidatesOf, visibleItems } from "../Model/visibleItems";

/** Findings on screen: what is missing, the summary, the filters, the grid and, beside it, the details of one. */
export function FindingsView<T extends Finding>(props: {
  readonly tab: FindingsTab<T>;
  readonly findings: Findings<T>;
  /** What might have found more. */
  readonly missing: readonly MissingConfiguration[];
  readonly refreshing: boolean;
}) {
  const { findings, missing, refreshing } = props;
  const { listing, lost } = findings;
  const tab = useVariedTab(props.tab, listing.items);
  const classes = useStyles(viewStyles);
  const [asked, changeView] = useTabView(tab.id);
  const usual = useMemo(() => usualFilters(tab, listing.items), [tab, listing]);
  const view = useMemo(() => seenView(asked, usual), [asked, usual]);
  const [selection, changeSelection] = useSelection(tab.id);
  const [layout, changeLayout] = useColumnLayout(tab.id);
  const [density] = useDensity();
  const grid = useRef<GridHandle>(null);
  const { search, filters, sort = tab.sort } = view;
  // Hidden columns are still searched, filtered and sorted by: hiding them makes room, and changes nothing that is found.
  const columns = useMemo(() => shownColumns(tab.columns, layout), [tab.columns, layout]);
  const { listing: deep = listing, load: depthLoad } = useDepth(tab, listing, view);
  const all = useMemo(() => [...deep.items, ...deep.resolved], [deep]);
  const pool = useMemo(() => candidatesOf(tab, deep, filters), [tab, deep, filters]);
  // At 50,000 findings filtering and sorting take some 100 ms; opening a row must not pay for it.
  const items = useMemo(
    () => visibleItems(tab, pool, { search, filters, sort }),
    [tab, pool, search, filters, sort],
  );
  const told = useSearchStatus(tab, {
    load: depthLoad,
    listing: deep,
    pool,
    search,
  });
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
  const open = useCallback((item: T) => change({ type: "open", id: item.id }), [change]);
  const gridSelection = useGridSelection({
    items,
    titleOf: tab.titleOf,
    selection,
    change: changeSelection,
    isLoading: !listing.complete && !lost,
  });
  const selected = selectedIn(all, selection);
  const hidden = selected.length - selectedIn(items, selection).length;

  // A refresh may end what is open; the focus that was in its panel goes to the grid.
  const { open: openId } = view;
  const isGone = openId !== undefined && listing.complete && !all.some(({ id }) => id === openId);
  useEffect(() => {
    if (isGone && openId !== undefined) {
      change({ type: "gone", id: openId });
      if (document.activeElement === document.body) {
        grid.current?.focusRow("");
      }
    }
  }, [isGone, openId, change]);

  return (
    <>
      <BulkStatus tab={tab.id} />
      <Banners
        listing={listing}
        lost={lost}
        missing={missing}
        noun={tab.noun}
        search={depthLoad}
        {...(tab.depth ? { searchFailed: tab.depth.words.failed } : {})}
      />
      <div className={classes.summary}>
        {tab.Summary ? <tab.Summary listing={listing} /> : <LevelSummary tab={tab} listing={listing} />}
        {tab.urgent && (
          <UrgentCount
            urgent={tab.urgent}
            items={listing.items}
            isPartial={!listing.complete || listing.gaps.length > 0}
            onShow={({ filter, value }) => change({ type: "filter", key: filter, values: [value] })}
          />
        )}
      </div>
      {tab.note !== undefined && <p className={classes.note}>{tab.note}</p>}
      <FilterRow
        tab={tab}
        itemsFor={(key) => (key === tab.resolvedFilter ? all : pool)}
        noteFor={(key) => (tab.depth?.filters.includes(key) ? told.note : undefined)}
        view={view}
        usual={usual}
        change={change}
      />
      <div className={classes.status}>
        <LiveStatus
          text={[
            statusText(tab, listing, items.length, { refreshing, loading: !listing.complete && !lost }),
            ...told.sentences,
          ].join(" · ")}
        />
        <GridOptions columns={tab.columns} layout={layout} onLayout={changeLayout} />
      </div>
      {tab.useCommands && (
        <SelectionBar
          count={selected.length}
          hidden={hidden}
          isGrowing={selection.isGrowing}
          onClear={() => changeSelection({ type: "replace", ids: [], isGrowing: false })}
        />
      )}
      {items.length > 0 && (
        <FindingsGrid
          title={tab.title}
          columns={columns}
          items={items}
          sort={sort}
          open={view.open}
          handle={grid}
          density={density}
          widths={layout.widths}
          onResize={(key, width) => changeLayout(withWidth(layout, key, width))}
          {...(tab.useCommands ? { selection: gridSelection } : {})}
          onSort={(chosen) => change({ type: "sort", sort: chosen })}
          onOpen={open}
        />
      )}
      {items.length === 0 && listing.items.length > 0 && told.none && (
        <SearchedToNoneScreen
          status={told.none}
          sentences={told.sentences}
          onClear={() => change({ type: "reset", filters: unfiltered(usual) })}
        />
      )}
      {items.length === 0 && listing.items.length > 0 && !told.none && (
        <NoneLeftScreen
          tab={tab}
          count={listing.items.length}
          isNoneOpen={isWhole(listing) && !isNarrowed(view, usual)}
          onShowAll={() => change({ type: "reset", filters: unfiltered(usual) })}
        />
      )}
      {listing.items.length === 0 && <p className={classes.none}>{Text.noneReadable}</p>}
      {tab.footnote !== undefined && <p className={classes.footnote}>{tab.footnote}</p>}
      <FindingDetails
        tab={tab}
        items={items}
        all={all}
        open={view.open}
        onOpen={open}
        onClose={(id) => {
          change({ type: "close" });
          grid.current?.focusRow(id);
        }}
      />
    </>
  );
}

/** None of what the list opens with is chosen any more. */
function unfiltered(usual: TabView["filters"]): TabView["filters"] {
  return Object.fromEntries(Object.keys(usual).map((key) => [key, []]));
}

const narrowing: ReadonlySet<TabViewChange["type"]> = new Set(["search", "filter", "removeFilter", "reset"]);

function statusText<T extends Finding>(
  tab: FindingsTab<T>,
  listing: Listing<T>,
  visible: number,
  { refreshing, loading }: { readonly refreshing: boolean; readonly loading: boolean },
): string {
  const read = formatNumber(listing.items.length);
  const total = formatNumber(listing.total);
  if (loading) {
    return format(Text.loadingMore, read, total, tab.noun);
  }
  const count =
    visible === listing.total
      ? format(Text.countAll, total, tab.noun)
      : format(Text.countSome, formatNumber(visible), total, tab.noun);
  return refreshing ? `${count} · ${Text.refreshing}` : count;
}

const viewStyles = themeStyles((theme) => ({
  summary: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: "32px",
    selectors: { "> section": { flex: "0 1 640px" } },
  },
  status: { display: "flex", flexWrap: "wrap", alignItems: "center", justifyContent: "space-between" },
  note: { margin: "0 0 8px", color: theme.semanticColors.bodySubtext },
  footnote: { margin: "8px 0", color: theme.semanticColors.bodySubtext, fontSize: 12 },
  none: { color: theme.semanticColors.bodySubtext, padding: "24px 0", textAlign: "center" },
}));
