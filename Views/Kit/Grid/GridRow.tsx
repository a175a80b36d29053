import { DetailsRow, SelectionMode, type IColumn } from "@fluentui/react";
import { memo } from "react";
import type { Column, Finding } from "../Model/findingsTab";
import { Findings } from "../Screens/Findings.resjson";
import { SelectionCheckbox } from "./SelectionCheckbox";
import { themeStyles, useStyles } from "../Controls/useStyles";
import { cellText } from "../Model/visibleItems";

/** Key of the column with the checkboxes. */
export const selectKey = "select";

interface GridRowProps<T> {
  readonly item: T;
  readonly index: number;
  /** Distance from the top of the list in pixels. */
  readonly top: number;
  readonly height: number;
  /** Whether there is less space around its texts. */
  readonly isCompact: boolean;
  readonly columns: IColumn[];
  readonly isTabStop: boolean;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  /** What its checkbox is called; `undefined`: it has none. */
  readonly selectLabel: string | undefined;
  readonly onSelect: ((item: T, event: { readonly shiftKey: boolean }) => void) | undefined;
  readonly onFocus: (index: number) => void;
  readonly onOpen: (item: T) => void;
}

function Row<T extends Finding>(props: GridRowProps<T>) {
  const { item, index, top, height, isCompact, columns, isTabStop, isOpen, isSelected } = props;
  const { onFocus, onOpen, selectLabel = "", onSelect } = props;
  const classes = useStyles(rowStyles);
  return (
    <div role="presentation" className={classes.place} style={{ transform: `translateY(${top}px)`, height }}>
      <DetailsRow
        item={item}
        itemIndex={index}
        columns={columns}
        selectionMode={SelectionMode.none}
        isGridRow
        className={[
          classes.row,
          isCompact ? classes.compact : "",
          isOpen || isSelected ? classes.open : "",
        ].join(" ")}
        focusZoneProps={{
          tabIndex: isTabStop ? 0 : -1,
          "aria-current": isOpen,
          onFocus: () => onFocus(index),
          onClick: () => onOpen(item),
        }}
        onRenderItemColumn={(cellItem: T, cellIndex, column) =>
          column?.key === selectKey ? (
            <SelectionCheckbox
              label={selectLabel}
              checked={isSelected}
              isTabStop={false}
              onToggle={(event) => onSelect?.(item, event)}
            />
          ) : (
            renderCell(cellItem, cellIndex, column)
          )
        }
      />
    </div>
  );
}

/** Rows re-render only when something of theirs changed; scrolling moves others. */
export const GridRow = memo(Row) as typeof Row;

function renderCell<T>(item: T, _index: number | undefined, fluentColumn: IColumn | undefined) {
  const column = fluentColumn?.data as Column<T>; // Put there by useFluentColumns.
  return column.render?.(item) ?? (cellText(column, item) || Findings.unknownValue);
}

const rowStyles = themeStyles((theme) => ({
  place: { position: "absolute", top: 0, left: 0, right: 0 },
  row: {
    minHeight: 36,
    cursor: "pointer",
    color: theme.semanticColors.bodyText,
    ...theme.fonts.medium,
    selectors: {
      ".ms-DetailsRow-cell": { minHeight: 35, padding: "8px 8px 8px 12px", fontSize: 13 },
      // The theme's own color of a focused row hides the text in high contrast.
      "&.ms-DetailsRow:focus": { backgroundColor: theme.semanticColors.listItemBackgroundHovered },
    },
  },
  compact: {
    minHeight: 28,
    selectors: {
      ".ms-DetailsRow-cell": { minHeight: 27, padding: "3px 8px 3px 12px", lineHeight: 21 },
      ".ms-DetailsRow-cell i": { verticalAlign: "top" },
    },
  },
  open: { backgroundColor: theme.semanticColors.listItemBackgroundChecked },
}));
