import type { Theme } from "@fluentui/react";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useRef, useState, type RefObject } from "react";
import { format } from "../../../Client/Core/format";
import { Findings } from "../Screens/Findings.resjson";
import type { Column, Finding, Sort } from "../Model/findingsTab";
import { GridHeader } from "./GridHeader";
import { GridRow } from "./GridRow";
import type { Density } from "./gridSettings";
import type { GridSelection } from "../Model/gridSelection";
import { useElementWidth } from "../Controls/useElementWidth";
import { useFluentColumns } from "./useFluentColumns";
import { useGridKeyboard, type GridHandle } from "./useGridKeyboard";
import { dividerColor, themeStyles, useStyles } from "../Controls/useStyles";

/** In pixels. A checkbox still has the 24 around it that a finger needs. */
const rowHeights: Readonly<Record<Density, number>> = { normal: 32, compact: 28 };
/** Of the grid in pixels: its head and six rows, and the edge of the next one. */
const leastHeight = 236;
/** Where a row takes several lines: two or three rows. */
const leastStackedHeight = 420;
/** Rows kept beyond the visible ones, so that moving by keyboard never meets an empty place. */
const overscan = 8;

/**
 * The findings as a grid: Fluent's header and rows inside react-virtual, since DetailsList's own virtualisation leaves blank
 * frames while scrolling. One row is a tab stop; arrows, Home, End and the page keys move it; Enter opens its details.
 */
export function FindingsGrid<T extends Finding>(props: {
  /** What is listed, for screen readers. */
  readonly title: string;
  readonly columns: readonly Column<T>[];
  /** In the order of {@link sort}. */
  readonly items: readonly T[];
  readonly sort: Sort;
  readonly open: string | undefined;
  readonly onSort: (sort: Sort) => void;
  readonly onOpen: (item: T) => void;
  /** Told of the finding that a key moves to. */
  readonly onMove?: (item: T, isRepeated: boolean) => void;
  readonly handle: RefObject<GridHandle>;
  readonly density: Density;
  /** Of columns in pixels, by key, as the user has chosen them. */
  readonly widths: Readonly<Record<string, number>>;
  readonly onResize: (key: string, width: number) => void;
  /** Absent: rows cannot be selected. */
  readonly selection?: GridSelection<T>;
}) {
  const { title, items, sort, open, onSort, onOpen, onMove = stay, handle, density } = props;
  const { widths, onResize, selection } = props;
  const classes = useStyles(gridStyles);
  const scroller = useRef<HTMLDivElement>(null);
  const width = useElementWidth(scroller);
  const { header, cells, lines } = useFluentColumns(props.columns, sort, widths, width, selection);
  const isStacked = lines > 1;
  const rowHeight = rowHeights[density] * lines;
  const [wantedIndex, setActiveIndex] = useState<number>();
  const activeIndex = Math.min(wantedIndex ?? 0, Math.max(0, items.length - 1));
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    rangeExtractor: (range) => withRow(defaultRangeExtractor(range), activeIndex, items.length),
    getItemKey: (index) => items[index]?.id ?? index,
  });
  const onKeyDown = useGridKeyboard({
    items,
    wantedIndex,
    activeIndex,
    setActiveIndex,
    virtualizer,
    handle,
    onOpen,
    onMove,
    onSelect: selection?.toggle,
    onSelectAll: selection?.selectAll,
  });

  const sortBy = (key: string) =>
    onSort({ column: key, descending: sort.column === key ? !sort.descending : false });
  const rowWidth = isStacked ? 0 : cells.reduce((sum, column) => sum + (column.calculatedWidth ?? 0), 0);
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={-1}
      aria-label={format(Findings.gridLabel, title, items.length)}
      aria-rowcount={items.length + 1}
      aria-colcount={cells.length}
      aria-multiselectable={selection ? true : undefined}
      className={isStacked ? classes.stacked : classes.scroller}
      onKeyDownCapture={onKeyDown}
    >
      <div role="rowgroup" className={isStacked ? undefined : classes.header} style={{ minWidth: rowWidth }}>
        <GridHeader columns={header} isStacked={isStacked} onSort={sortBy} onResize={onResize} />
      </div>
      <div
        role="rowgroup"
        className={classes.rows}
        style={{ height: virtualizer.getTotalSize(), minWidth: rowWidth }}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          return (
            item && (
              <GridRow
                key={String(key)}
                item={item}
                index={index}
                top={start}
                height={rowHeight}
                isCompact={density === "compact"}
                isStacked={isStacked}
                columns={cells}
                isTabStop={index === activeIndex}
                isOpen={item.id === open}
                isSelected={selection?.isSelected(item) ?? false}
                selectLabel={selection?.labelOf(item)}
                onSelect={selection?.toggle}
                onFocus={setActiveIndex}
                onOpen={onOpen}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

const stay = () => undefined;

/** The row that has the tab stop always exists, however far it is scrolled away: focus must not fall off the page. */
function withRow(indexes: readonly number[], row: number, count: number): number[] {
  return row >= count || indexes.includes(row) ? [...indexes] : [...indexes, row].sort((a, b) => a - b);
}

const scrollerStyle = (theme: Theme, height: number) =>
  ({
    position: "relative",
    flex: `1 1 ${height}px !important`,
    minHeight: height,
    overflow: "auto",
    borderTop: `1px solid ${dividerColor(theme)}`,
  }) as const;

const gridStyles = themeStyles((theme) => ({
  scroller: scrollerStyle(theme, leastHeight),
  stacked: scrollerStyle(theme, leastStackedHeight),
  header: {
    position: "sticky",
    top: 0,
    zIndex: 2,
    backgroundColor: theme.semanticColors.bodyBackground,
  },
  rows: { position: "relative" },
}));
