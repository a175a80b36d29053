import type { KqlColumn, KqlRow } from "./table";
import { isNull } from "./values";

/**
 * A row on its way through a pipe. It belongs to the one operator that it is handed to, which may write into it: tables are
 * copied when they are read, and no operator hands on a row twice.
 */
export type PipeRow = Record<string, unknown>;

/** One tabular step: rows in, rows out. */
export type Step = (rows: readonly PipeRow[]) => readonly PipeRow[];

/** A row from values in the order of its columns. Text is never null in Kusto. */
export function rowOf(columns: readonly KqlColumn[], values: readonly unknown[]): PipeRow {
  const row: PipeRow = {};
  let at = 0;
  for (const { name, type } of columns) {
    row[name] = typed(values[at], type);
    at += 1;
  }
  return row;
}

export function typed(value: unknown, type: string): unknown {
  return isNull(value) ? (type === "string" ? "" : null) : value;
}

/** A new row with the given columns only. */
export function pick(columns: readonly KqlColumn[], row: KqlRow): PipeRow {
  const picked: PipeRow = {};
  for (const { name, type } of columns) {
    picked[name] = typed(row[name], type);
  }
  return picked;
}
