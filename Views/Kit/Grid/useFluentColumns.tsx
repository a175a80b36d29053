import { ColumnActionsMode, useTheme, type IColumn, type Theme } from "@fluentui/react";
import { useMemo } from "react";
import { narrowestColumn } from "../Model/columnLayout";
import { cellPadding, columnWidths, stackedWidths } from "./columnWidths";
import type { GridSelection } from "../Model/gridSelection";
import type { Column, Sort } from "../Model/findingsTab";
import { selectKey } from "./GridRow";
import { SelectionCheckbox } from "./SelectionCheckbox";

const selectWidth = 18;
/** Of a grid in pixels: in one that is narrower, as at 400 % zoom, each row takes several lines, and nothing scrolls sideways. */
const stackedBelow = 440;

/** Columns as Fluent wants them, and how many lines a row of them takes. */
export interface FluentColumns {
  /** With the checkbox that selects all rows. */
  readonly header: IColumn[];
  /** The same objects while only the selection changes: a row that gets others is drawn again. */
  readonly cells: IColumn[];
  readonly lines: number;
}

/** The tab's columns as Fluent wants them. The cell reads `column.data`, which is our own column. */
export function useFluentColumns<T>(
  columns: readonly Column<T>[],
  sort: Sort,
  chosenWidths: Readonly<Record<string, number>>,
  available: number,
  selection: Pick<GridSelection<T>, "all" | "allLabel" | "toggleAll"> | undefined,
): FluentColumns {
  const theme = useTheme();
  const taken = selection ? selectWidth + cellPadding : 0;
  const isStacked = available > 0 && available < stackedBelow;
  const { own, lines } = useMemo(() => {
    const { widths, lines } = isStacked
      ? stackedWidths(columns, available, taken)
      : { widths: columnWidths(columns, chosenWidths, available - taken), lines: 1 };
    const own = columns.map((column) => ({
      key: column.key,
      name: column.label,
      minWidth: narrowestColumn,
      ...widthOf(widths[column.key] ?? column.width),
      isResizable: !isStacked,
      isRowHeader: column.isRowHeader ?? false,
      isSorted: sort.column === column.key,
      isSortedDescending: sort.column === column.key && sort.descending,
      styles: headerStyles(theme),
      data: column,
    }));
    return { own, lines };
  }, [columns, sort, chosenWidths, available, taken, isStacked, theme]);
  const hasSelection = selection !== undefined;
  const cells = useMemo(() => (hasSelection ? [selectColumn, ...own] : own), [hasSelection, own]);
  return { header: selection ? [selectHeader(selection), ...own] : own, cells, lines };
}

/** A name takes more lines where there is no room, and breaks between words only. */
const headerStyles = (theme: Theme): IColumn["styles"] => ({
  // In the flow, so that the header gets as high as its names need; over the paddings of its cell, as Fluent has it.
  cellTooltip: { position: "relative", marginLeft: -12, marginRight: -8 },
  cellTitle: { alignItems: "center", minHeight: 32 },
  cellName: {
    fontWeight: 600,
    color: theme.semanticColors.bodyText,
    whiteSpace: "normal",
    lineHeight: 15,
  },
});

function widthOf(width: number): Pick<IColumn, "maxWidth" | "currentWidth" | "calculatedWidth"> {
  return { maxWidth: width, currentWidth: width, calculatedWidth: width };
}

/** The checkboxes: not sorted, not resized. */
const selectColumn: IColumn = {
  key: selectKey,
  name: "",
  minWidth: selectWidth,
  ...widthOf(selectWidth),
  columnActionsMode: ColumnActionsMode.disabled,
};

function selectHeader({
  all,
  allLabel,
  toggleAll,
}: Pick<GridSelection<never>, "all" | "allLabel" | "toggleAll">): IColumn {
  return {
    ...selectColumn,
    name: allLabel,
    onRenderHeader: () => <SelectionCheckbox label={allLabel} checked={all} isTabStop onToggle={toggleAll} />,
  };
}
