import type { ISearchBox } from "@fluentui/react";
import { useRef } from "react";
import type { MissingConfiguration } from "../../../Client/Core/defenderPlan";
import { format } from "../../../Client/Core/format";
import type { Listing } from "../../../Client/Core/listing";
import { formatNumber, nounFor } from "../Controls/formatNumber";
import { LiveStatus } from "../Controls/LiveStatus";
import { themeStyles, useStyles } from "../Controls/useStyles";
import { FindingDetails } from "../Details/FindingDetails";
import { FilterRow } from "../Filters/FilterRow";
import { GridOptions } from "../Grid/GridOptions";
import { SelectionBar } from "../Grid/SelectionBar";
import type { GridHandle } from "../Grid/useGridKeyboard";
import { useColumnLayout } from "../Grid/useGridSettings";
import type { Finding, FindingsTab } from "../Model/findingsTab";
import { BulkStatus } from "../Operations/BulkStatus";
import { Banners } from "../Screens/Banners";
import { Findings as Text } from "../Screens/Findings.resjson";
import type { Findings } from "../Session/useFindings";
import { usePreload } from "../Session/usePreload";
import { TriageHelpButton } from "../Triage/TriageHelpButton";
import { useTabTriage } from "../Triage/useTabTriage";
import { FindingsList } from "./FindingsList";
import { FindingsSummary } from "./FindingsSummary";
import { sortText } from "./sortText";
import { TabDescription } from "./TabDescription";
import { useCloseWhenGone } from "./useCloseWhenGone";
import { useShownFindings } from "./useShownFindings";
import { useVariedTab } from "./useVariedTab";

/** Findings on screen: what is missing, the summary, the filters, the grid and, beside it, the details of one. */
export function FindingsView<T extends Finding>(props: {
  readonly tab: FindingsTab<T>;
  readonly findings: Findings<T>;
  /** What might have found more. */
  readonly missing: readonly MissingConfiguration[];
  readonly refreshing: boolean;
}) {
  const { findings, missing, refreshing } = props;
  const { listing, lost, recent } = findings;
  const tab = useVariedTab(props.tab, listing.items);
  const classes = useStyles(viewStyles);
  usePreload(tab.Details.load, tab.triage?.load);
  const [layout, changeLayout] = useColumnLayout(tab.id);
  const grid = useRef<GridHandle>(null);
  const shown = useShownFindings(tab, findings);
  const { view, all, candidates, items, told, change } = shown;
  useCloseWhenGone(shown, listing.complete, grid);
  const panel = useRef<HTMLElement>(null);
  const search = useRef<ISearchBox>(null);
  const panelWidth = tab.panelWidth ?? usualPanelWidth;
  const triage = useTabTriage(
    { ...tab, panelWidth },
    {
      ...shown,
      open: view.open,
      selected: shown.target,
      selection: tab.useCommands && shown.gridSelection,
      onOpen: shown.open,
      onClose: () => change({ type: "close" }),
    },
    { grid, panel, search },
  );
  return (
    <>
      <BulkStatus tab={tab.id} />
      <Banners
        listing={listing}
        lost={lost}
        recent={recent}
        missing={missing}
        noun={tab.noun}
        counted={tab.counted}
        search={shown.depth}
        {...(tab.depth ? { searchFailed: tab.depth.words.failed } : {})}
      />
      <div className={classes.head}>
        <div className={classes.lead}>
          <TabDescription tab={tab} />
          {tab.useCommands && <SelectionBar {...shown.selected} />}
        </div>
        <FindingsSummary
          tab={tab}
          listing={listing}
          onShowUrgent={({ filter, value }) => change({ type: "filter", key: filter, values: [value] })}
        />
        <div className={classes.status}>
          <LiveStatus
            text={[
              statusText(tab, listing, items.length, { refreshing, loading: shown.isLoading }),
              ...told.sentences,
            ].join(" · ")}
          />
          <LiveStatus isHidden text={sortText(tab, shown.sort)} />
          <div className={classes.options}>
            <GridOptions columns={tab.columns} layout={layout} onLayout={changeLayout} />
            <TriageHelpButton />
          </div>
        </div>
      </div>
      <FilterRow
        tab={tab}
        itemsFor={(key) => (key === tab.resolvedFilter ? all : candidates)}
        noteFor={(key) => (tab.depth?.filters.includes(key) ? told.note : undefined)}
        view={view}
        usual={shown.usual}
        change={change}
        search={search}
        onSearched={() => grid.current?.focusRow(grid.current.currentId() ?? "")}
      />
      <FindingsList
        tab={tab}
        listing={listing}
        shown={shown}
        layout={layout}
        onLayout={changeLayout}
        handle={grid}
        onOpen={triage.open}
        onMove={triage.onMove}
      />
      {listing.items.length === 0 && <p className={classes.none}>{Text.noneReadable}</p>}
      {tab.footnote !== undefined && <p className={classes.footnote}>{tab.footnote}</p>}
      <FindingDetails
        tab={tab}
        all={all}
        open={view.open}
        panel={panel}
        width={panelWidth}
        {...triage.shows}
        neighbor={triage.neighbor}
        onClose={(id) => {
          change({ type: "close" });
          grid.current?.focusRow(id);
        }}
      />
      {triage.act}
    </>
  );
}

/** Of the details, in pixels. */
const usualPanelWidth = 600;

function statusText<T extends Finding>(
  tab: FindingsTab<T>,
  listing: Listing<T>,
  visible: number,
  { refreshing, loading }: { readonly refreshing: boolean; readonly loading: boolean },
): string {
  const read = formatNumber(listing.items.length);
  const total = formatNumber(listing.total);
  const noun = nounFor(listing.total, tab.counted);
  if (loading) {
    return format(Text.loadingMore, read, total, noun);
  }
  const count =
    visible === listing.total
      ? format(Text.countAll, total, noun)
      : format(Text.countSome, formatNumber(visible), total, noun);
  return refreshing ? `${count} · ${Text.refreshing}` : count;
}

const viewStyles = themeStyles((theme) => ({
  // What is said of the list shares lines where there is room.
  head: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "0 24px" },
  // What is selected stands where there is room for it: rows that moved under the pointer would be selected by mistake.
  lead: { display: "flex", flexWrap: "wrap", flexGrow: 1, justifyContent: "space-between", gap: "0 24px" },
  status: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "0 12px", marginLeft: "auto" },
  options: { display: "flex" },
  footnote: { margin: "4px 0", color: theme.semanticColors.bodySubtext, fontSize: 12 },
  none: { color: theme.semanticColors.bodySubtext, padding: "24px 0", textAlign: "center" },
}));
