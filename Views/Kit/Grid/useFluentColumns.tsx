import { ColumnActionsMode, useTheme, type IColumn } from "@fluentui/react";
import { useMemo } from "react";
import { narrowestColumn } from "../Model/columnLayout";
import { cellPadding, columnWidths } from "./columnWidths";
import type { GridSelection } from "../Model/gridSelection";
import type { Column, Sort } from "../Model/findingsTab";
import { selectKey } from "./GridRow";
import { SelectionCheckbox } from "./SelectionCheckbox";

const selectWidth = 18;

/** The tab's columns as Fluent wants them. The cell reads `column.data`, which is our own column. */
export function useFluentColumns<T>(
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
      minWidth: narrowestColumn,
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
