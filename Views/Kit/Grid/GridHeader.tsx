import {
  DetailsHeader,
  DetailsListLayoutMode,
  SelectAllVisibility,
  Selection,
  SelectionMode,
  getRTL,
  useTheme,
  type IColumn,
} from "@fluentui/react";
import { useMemo, type KeyboardEvent } from "react";
import { selectKey } from "./GridRow";
import { dividerColor } from "../Controls/useStyles";

const height = 33;
/** How far a column's edge moves with one press, in pixels. */
const step = 10;

/** The head of the columns: sorts when pressed; resizes by its edge, and by Shift with the left and right arrows. */
export function GridHeader(props: {
  readonly columns: IColumn[];
  /** Whether the columns take several lines. */
  readonly isStacked: boolean;
  readonly onSort: (key: string) => void;
  readonly onResize: (key: string, width: number) => void;
}) {
  const { columns, isStacked, onSort, onResize } = props;
  const theme = useTheme();
  // DetailsHeader insists on a selection of Fluent's; ours is a column of its own.
  const selection = useMemo(() => new Selection({ selectionMode: SelectionMode.none }), []);
  const resizeByKey = (event: KeyboardEvent) => {
    const growth = event.shiftKey ? growthBy(event.key) : undefined;
    const column = growth === undefined ? undefined : columnAt(event.target, columns);
    if (column && growth !== undefined) {
      // Fluent's focus zone would go to the next column.
      event.preventDefault();
      event.stopPropagation();
      onResize(column.key, (column.calculatedWidth ?? column.minWidth) + growth);
    }
  };
  return (
    <div role="presentation" onKeyDownCapture={resizeByKey}>
      <DetailsHeader
        columns={columns}
        selection={selection}
        selectionMode={SelectionMode.none}
        selectAllVisibility={SelectAllVisibility.none}
        layoutMode={DetailsListLayoutMode.fixedColumns}
        onColumnClick={(_, column) => onSort(column.key)}
        onColumnResized={(column, width) => onResize(column.key, width)}
        styles={{
          root: {
            paddingTop: 0,
            // The edges that are dragged are as high as the highest name.
            ...(isStacked ? { whiteSpace: "normal" } : { display: "flex" }),
            height: "auto",
            lineHeight: height - 1,
            borderBottomColor: dividerColor(theme),
            // Long names make it higher.
            selectors: {
              ".ms-DetailsHeader-cell": { height: "auto", minHeight: height, flexShrink: 0 },
              ".ms-DetailsHeader-cellSizer": { flexShrink: 0 },
            },
          },
        }}
      />
    </div>
  );
}

/** Of a column in pixels: its edge goes where the arrow points. `undefined`: another key. */
function growthBy(key: string): number | undefined {
  if (key !== "ArrowLeft" && key !== "ArrowRight") {
    return undefined;
  }
  return (key === "ArrowRight") === getRTL() ? -step : step;
}

/** The column whose header has the focus. The checkboxes keep their width. */
function columnAt(target: EventTarget, columns: readonly IColumn[]): IColumn | undefined {
  const header = target instanceof Element ? target.closest("[data-item-key]") : null;
  const key = header?.getAttribute("data-item-key");
  return columns.find((column) => column.key === key && key !== selectKey);
}
