import { DetailsRow, SelectionMode, type IColumn } from "@fluentui/react";
import { memo } from "react";
import type { Column, Finding } from "../Model/findingsTab";
import { Findings } from "../Screens/Findings.resjson";
import { isOnCheckbox, SelectionCheckbox } from "./SelectionCheckbox";
import { BreakableText } from "../Controls/BreakableText";
import { themeStyles, useStyles } from "../Controls/useStyles";
import { cellText } from "../Model/cellText";

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
  /** Whether its cells take several lines. */
  readonly isStacked: boolean;
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
  const { item, index, top, height, isCompact, isStacked, columns, isTabStop, isOpen, isSelected } = props;
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
          isStacked ? classes.stacked : "",
          isOpen || isSelected ? classes.marked : "",
          isOpen ? classes.open : "",
        ].join(" ")}
        focusZoneProps={{
          tabIndex: isTabStop ? 0 : -1,
          "aria-current": isOpen,
          onFocus: () => onFocus(index),
          onClick: ({ target }) => {
            if (!isOnCheckbox(target)) {
              onOpen(item);
            }
          },
        }}
        onRenderItemColumn={(cellItem: T, _index, column) =>
          column?.key === selectKey ? (
            <SelectionCheckbox
              label={selectLabel}
              checked={isSelected}
              isTabStop={false}
              onToggle={(event) => onSelect?.(item, event)}
            />
          ) : (
            renderCell(cellItem, column, isCompact ? undefined : classes.long)
          )
        }
      />
    </div>
  );
}

/** Rows re-render only when something of theirs changed; scrolling moves others. */
export const GridRow = memo(Row) as typeof Row;

/** `long` is the class of long texts; `undefined`: they have one line as all others. */
function renderCell<T>(item: T, fluentColumn: IColumn | undefined, long: string | undefined) {
  const column = fluentColumn?.data as Column<T>; // Put there by useFluentColumns.
  const content = (column.render?.(item) ?? cellText(column, item)) || Findings.unknownValue;
  return column.isLong && long !== undefined ? (
    <span className={long}>
      {typeof content === "string" ? (
        <span title={content}>
          <BreakableText text={content} />
        </span>
      ) : (
        <span>{content}</span>
      )}
    </span>
  ) : (
    content
  );
}

const rowStyles = themeStyles((theme) => ({
  place: { position: "absolute", top: 0, left: 0, right: 0 },
  row: {
    minHeight: 32,
    cursor: "pointer",
    color: theme.semanticColors.bodyText,
    ...theme.fonts.medium,
    selectors: {
      ".ms-DetailsRow-cell": {
        minHeight: 31,
        padding: "6px 8px 5px 12px",
        fontSize: 13,
        lineHeight: 20,
        // What Azure says is read in its own direction, and stands where the page's texts do.
        unicodeBidi: "plaintext",
        textAlign: "left",
      },
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
  stacked: {
    minHeight: "100%",
    selectors: { ".ms-DetailsRow-fields": { flexWrap: "wrap" } },
  },
  long: {
    display: "flex",
    alignItems: "center",
    // Two lines are nearly as high as the row; one stays in the middle of it.
    height: 28,
    margin: "-4px 0",
    selectors: {
      "> span": {
        display: "-webkit-box",
        WebkitBoxOrient: "vertical",
        WebkitLineClamp: "2",
        overflow: "hidden",
        whiteSpace: "normal",
        overflowWrap: "anywhere",
        fontSize: 12,
        lineHeight: 14,
      },
    },
  },
  marked: { backgroundColor: theme.semanticColors.listItemBackgroundChecked },
  // Colors are not enough to tell the row of the open details from selected ones.
  open: { boxShadow: `inset 3px 0 ${theme.palette.themePrimary}` },
}));
