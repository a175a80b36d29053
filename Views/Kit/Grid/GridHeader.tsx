import {
  DetailsHeader,
  DetailsListLayoutMode,
  SelectAllVisibility,
  Selection,
  SelectionMode,
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
    const way = event.shiftKey ? ways[event.key] : undefined;
    const column = way === undefined ? undefined : columnAt(event.target, columns);
    if (column && way !== undefined) {
      // Fluent's focus zone would go to the next column.
      event.preventDefault();
      event.stopPropagation();
      onResize(column.key, (column.calculatedWidth ?? column.minWidth) + way * step);
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
            height: isStacked ? "auto" : height,
            whiteSpace: isStacked ? "normal" : "nowrap",
            lineHeight: height - 1,
            borderBottomColor: dividerColor(theme),
            ...(isStacked ? { selectors: { ".ms-DetailsHeader-cell": { height } } } : {}),
          },
        }}
      />
    </div>
  );
}

const ways: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** The column whose header has the focus. The checkboxes keep their width. */
function columnAt(target: EventTarget, columns: readonly IColumn[]): IColumn | undefined {
  const header = target instanceof Element ? target.closest("[data-item-key]") : null;
  const key = header?.getAttribute("data-item-key");
  return columns.find((column) => column.key === key && key !== selectKey);
}
