import { readableText } from "../../Core/visibleText";
import { format } from "../../Core/format";
import { recordOf, textOf } from "../../Core/json";
import { itemsAndGaps, type MapResult } from "../../Core/mapResult";
import { Messages } from "../Pipeline/Messages.resjson";

/** Reads each row for itself: one that its reader cannot get over becomes a gap, and takes no other with it. */
export function readRow<Row, T>(row: Row, map: (row: Row) => MapResult<T>): MapResult<T> {
  try {
    return map(row);
  } catch (error) {
    const which = textOf(recordOf(row).id) ?? "?";
    const why = error instanceof Error ? error.message : String(error);
    return {
      rowError: {
        kind: "unexpected",
        message: readableText(format(Messages.unreadableRow, "Row", which, why)),
      },
    };
  }
}

/** What could be read of rows, and the gaps that the others leave, both in the order of the rows. */
export function readRows<Row, T>(
  rows: readonly Row[],
  map: (row: Row) => MapResult<T>,
): ReturnType<typeof itemsAndGaps<T>> {
  return itemsAndGaps(rows.map((row) => readRow(row, map)));
}
