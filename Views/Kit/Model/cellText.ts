import { readableLine } from "../../../Client/Core/visibleText";
import type { Column } from "./findingsTab";

/** Text of a cell as searched and shown: names come from the service, what a column itself makes into text does not. */
export function cellText<T>(column: Column<T>, item: T): string {
  if (column.text) {
    return column.text(item);
  }
  const value = column.value(item);
  return value instanceof Date ? value.toISOString() : readableLine(String(value ?? ""));
}
