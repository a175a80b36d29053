import { useMemo, useRef, type RefObject } from "react";
import type { Listing } from "../../../Client/Core/listing";
import { useLostFocus } from "../Controls/useLostFocus";
import { FindingsGrid } from "../Grid/FindingsGrid";
import { useDensity } from "../Grid/useGridSettings";
import type { GridHandle } from "../Grid/useGridKeyboard";
import { shownColumns, withWidth, type ColumnLayout } from "../Model/columnLayout";
import type { Finding, FindingsTab } from "../Model/findingsTab";
import { isWhole } from "../Model/openFindings";
import { isNarrowed } from "../Model/tabView";
import { NoneLeftScreen, SearchedToNoneScreen } from "../Screens/NoneLeftScreen";
import type { ShownFindings } from "./useShownFindings";

/** The grid, or why no finding is in it. */
export function FindingsList<T extends Finding>(props: {
  readonly tab: FindingsTab<T>;
  readonly listing: Listing<T>;
  readonly shown: ShownFindings<T>;
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
  readonly handle: RefObject<GridHandle>;
  readonly onOpen: (item: T) => void;
  /** Told of the finding that a key moves to. */
  readonly onMove: (item: T, isRepeated: boolean) => void;
}) {
  const { tab, listing, shown, layout, onLayout, handle, onOpen, onMove } = props;
  const { items, told, view, change } = shown;
  const [density] = useDensity();
  const instead = useRef<HTMLDivElement>(null);
  // The last row may have had the focus.
  useLostFocus(
    (element) => element.closest('[role="grid"]') !== null,
    () => instead.current?.focus(),
  );
  // Hidden columns are still searched, filtered and sorted by: hiding them makes room, and changes nothing that is found.
  const columns = useMemo(() => shownColumns(tab.columns, layout), [tab.columns, layout]);
  if (items.length > 0) {
    return (
      <FindingsGrid
        title={tab.title}
        columns={columns}
        items={items}
        sort={shown.sort}
        open={view.open}
        handle={handle}
        density={density}
        widths={layout.widths}
        onResize={(key, width) => onLayout(withWidth(layout, key, width))}
        {...(tab.useCommands ? { selection: shown.gridSelection } : {})}
        onSort={(sort) => change({ type: "sort", sort })}
        onOpen={onOpen}
        onMove={onMove}
      />
    );
  }
  if (listing.items.length === 0) {
    return null;
  }
  return (
    <div ref={instead} tabIndex={-1}>
      {told.none ? (
        <SearchedToNoneScreen status={told.none} sentences={told.sentences} onClear={shown.showAll} />
      ) : (
        <NoneLeftScreen
          tab={tab}
          count={listing.items.length}
          isNoneOpen={isWhole(listing) && !isNarrowed(view, shown.usual)}
          onShowAll={shown.showAll}
        />
      )}
    </div>
  );
}
