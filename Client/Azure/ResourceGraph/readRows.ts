import { readableText } from "../../Core/visibleText";
import { fillIn } from "../../Core/fillIn";
import { recordOf, textOf } from "../../Core/json";
import { itemsAndGaps, type Mapped } from "../../Core/mapped";
import { Messages } from "../Pipeline/Messages.resjson";

/** Reads each row for itself: one that its reader cannot get over becomes a gap, and takes no other with it. */
export function readRow<Row, T>(row: Row, map: (row: Row) => Mapped<T>): Mapped<T> {
  try {
    return map(row);
  } catch (error) {
    const which = textOf(recordOf(row).id) ?? "?";
    const why = error instanceof Error ? error.message : String(error);
    return {
      gap: { kind: "unexpected", message: readableText(fillIn(Messages.unreadableRow, "Row", which, why)) },
    };
  }
}

/** What could be read of rows, and the gaps that the others leave, both in the order of the rows. */
export function readRows<Row, T>(
  rows: readonly Row[],
  map: (row: Row) => Mapped<T>,
): ReturnType<typeof itemsAndGaps<T>> {
  return itemsAndGaps(rows.map((row) => readRow(row, map)));
}
