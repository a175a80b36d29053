import type { KqlColumn, KqlRow } from "./table";
import { isNull } from "./values";

/** One tabular step: rows in, rows out. */
export type Step = (rows: readonly KqlRow[]) => readonly KqlRow[];

/** A row from values in the order of its columns. Text is never null in Kusto. */
export function rowOf(columns: readonly KqlColumn[], values: readonly unknown[]): KqlRow {
  const row: Record<string, unknown> = {};
  columns.forEach(({ name, type }, index) => {
    row[name] = settled(values[index], type);
  });
  return row;
}

export function settled(value: unknown, type: string): unknown {
  return isNull(value) ? (type === "string" ? "" : null) : value;
}

/** The row with the given columns only. */
export function pick(columns: readonly KqlColumn[], row: KqlRow): KqlRow {
  return rowOf(
    columns,
    columns.map(({ name }) => row[name]),
  );
}
