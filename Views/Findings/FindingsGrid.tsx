import {
  ColumnActionsMode,
  DetailsHeader,
  DetailsListLayoutMode,
  SelectAllVisibility,
  Selection,
  SelectionMode,
  useTheme,
  type IColumn,
} from "@fluentui/react";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState, type RefObject } from "react";
import { fillIn } from "../../Client/Domain/fillIn";
import { cellPadding, columnWidths } from "./columnWidths";
import { Findings } from "./Findings.resjson";
import type { Column, Finding, Sort } from "./findingsTab";
import { GridRow, selectKey } from "./GridRow";
import { SelectionCheckbox } from "./SelectionCheckbox";
import { useElementWidth } from "./useElementWidth";
import { useGridKeyboard, type GridHandle } from "./useGridKeyboard";
import { dividerColor, themeStyles, useStyles } from "./useStyles";

const rowHeight = 36;
const selectWidth = 18;
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
  readonly handle: RefObject<GridHandle>;
  /** Absent: rows cannot be selected. */
  readonly selection?: GridSelection<T>;
}) {
  const { title, items, sort, open, onSort, onOpen, handle, selection } = props;
  const classes = useStyles(gridStyles);
  const scroller = useRef<HTMLDivElement>(null);
  const width = useElementWidth(scroller);
  const [chosenWidths, setChosenWidths] = useState<Readonly<Record<string, number>>>({});
  const columns = useFluentColumns(props.columns, sort, chosenWidths, width, selection);
  const [wantedIndex, setActiveIndex] = useState(0);
  const activeIndex = Math.min(wantedIndex, Math.max(0, items.length - 1));
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
    activeIndex,
    setActiveIndex,
    virtualizer,
    handle,
    onOpen,
    onSelect: selection?.toggle,
    onSelectAll: selection?.selectAll,
  });

  const sortBy = (key: string) =>
    onSort({ column: key, descending: sort.column === key ? !sort.descending : false });
  const rowWidth = columns.reduce((sum, column) => sum + (column.calculatedWidth ?? 0), 0);
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={-1}
      aria-label={fillIn(Findings.gridLabel, title, items.length)}
      aria-rowcount={items.length + 1}
      aria-colcount={columns.length}
      aria-multiselectable={selection ? true : undefined}
      className={classes.scroller}
      onKeyDownCapture={onKeyDown}
    >
      <div role="rowgroup" className={classes.header} style={{ minWidth: rowWidth }}>
        <Header
          columns={columns}
          onSort={sortBy}
          onResize={(key, size) => setChosenWidths((widths) => ({ ...widths, [key]: size }))}
        />
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
                columns={columns}
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

/** Which rows are selected, and the ways to change that. */
export interface GridSelection<T> {
  isSelected(item: T): boolean;
  /** What the checkbox of a row is called. */
  labelOf(item: T): string;
  /** With `shiftKey`: from the row that was toggled last to this one. */
  toggle(item: T, event: { readonly shiftKey: boolean }): void;
  /** Whether all rows are selected; `undefined`: some. */
  readonly all: boolean | undefined;
  readonly allLabel: string;
  /** Selects all rows. */
  selectAll(): void;
  /** Selects all rows, or none when all are. */
  toggleAll(): void;
}

/** The row that has the tab stop always exists, however far it is scrolled away: focus must not fall off the page. */
function withRow(indexes: readonly number[], row: number, count: number): number[] {
  return row >= count || indexes.includes(row) ? [...indexes] : [...indexes, row].sort((a, b) => a - b);
}

function Header(props: {
  readonly columns: IColumn[];
  readonly onSort: (key: string) => void;
  readonly onResize: (key: string, width: number) => void;
}) {
  const theme = useTheme();
  // DetailsHeader insists on a selection of Fluent's; ours is a column of its own.
  const selection = useMemo(() => new Selection({ selectionMode: SelectionMode.none }), []);
  return (
    <DetailsHeader
      columns={props.columns}
      selection={selection}
      selectionMode={SelectionMode.none}
      selectAllVisibility={SelectAllVisibility.none}
      layoutMode={DetailsListLayoutMode.fixedColumns}
      onColumnClick={(_, column) => props.onSort(column.key)}
      onColumnResized={(column, width) => props.onResize(column.key, width)}
      styles={{
        root: {
          paddingTop: 0,
          height: rowHeight + 1,
          lineHeight: rowHeight,
          borderBottomColor: dividerColor(theme),
        },
      }}
    />
  );
}

/** The tab's columns as Fluent wants them. The cell reads `column.data`, which is our own column. */
function useFluentColumns<T>(
  columns: readonly Column<T>[],
  sort: Sort,
  chosenWidths: Readonly<Record<string, number>>,
  available: number,
  selection: Pick<GridSelection<T>, "all" | "allLabel" | "toggleAll"> | undefined,
): IColumn[] {
  const theme = useTheme();
  const room = available - (selection ? selectWidth + cellPadding : 0);
  const own = useMemo((): readonly IColumn[] => {
    const widths = columnWidths(columns, chosenWidths, room);
    return columns.map((column) => ({
      key: column.key,
      name: column.label,
      minWidth: 80,
      ...widthOf(widths[column.key] ?? column.width),
      isResizable: true,
      isRowHeader: column.isRowHeader ?? false,
      isSorted: sort.column === column.key,
      isSortedDescending: sort.column === column.key && sort.descending,
      styles: { cellName: { fontWeight: 600, color: theme.semanticColors.bodyText } },
      data: column,
    }));
  }, [columns, sort, chosenWidths, room, theme]);
  return selection ? [selectColumn(selection), ...own] : [...own];
}

function widthOf(width: number): Pick<IColumn, "maxWidth" | "currentWidth" | "calculatedWidth"> {
  return { maxWidth: width, currentWidth: width, calculatedWidth: width };
}

/** The checkboxes: not sorted, not resized. */
function selectColumn({
  all,
  allLabel,
  toggleAll,
}: Pick<GridSelection<never>, "all" | "allLabel" | "toggleAll">): IColumn {
  return {
    key: selectKey,
    name: allLabel,
    minWidth: selectWidth,
    ...widthOf(selectWidth),
    columnActionsMode: ColumnActionsMode.disabled,
    onRenderHeader: () => <SelectionCheckbox label={allLabel} checked={all} isTabStop onToggle={toggleAll} />,
  };
}

const gridStyles = themeStyles((theme) => ({
  scroller: {
    position: "relative",
    flex: "1 1 240px !important",
    minHeight: 240,
    overflow: "auto",
    borderTop: `1px solid ${dividerColor(theme)}`,
  },
  header: {
    position: "sticky",
    top: 0,
    zIndex: 2,
    backgroundColor: theme.semanticColors.bodyBackground,
  },
  rows: { position: "relative" },
}));
