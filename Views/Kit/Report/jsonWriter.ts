import type { ReportCell, ReportKind, ReportRow } from "./report";
import type { ReportOptions } from "./writeReport";

/** Changes when a name that readers may rely on goes or gets another meaning. */
const schemaVersion = 1;

/** What a report for programs is of. */
export interface ProgramReport {
  /** ARM ID. */
  readonly clusterId: string;
  /** When reading began. */
  readonly createdAt: Date;
  /** What of the cluster's findings it has, in words. */
  readonly scope: string;
  /** The search and filters that narrowed it, in words; empty: none. */
  readonly narrowing: readonly string[];
  /** Name of the part of the findings that it has; `undefined`: it has all of them. */
  readonly part: string | undefined;
}

/**
 * One JSON object: what the report is of, whether it is complete, what is missing in words, and the findings, one to a line. A finding
 * has `kind`, the ID of its tab, and the values of the columns that are known, by the columns' keys: dates as ISO 8601 in UTC, all else as
 * it is shown.
 */
export function jsonWriter({
  clusterId,
  createdAt,
  scope,
  narrowing,
}: ProgramReport): ReportOptions["writer"] {
  return () => {
    const elements = jsonElements();
    return {
      rows: (kind, rows) => elements(rows.map((row) => findingOf(kind, row))),
      head(missing) {
        const about = {
          schemaVersion,
          cluster: clusterId,
          created: createdAt.toISOString(),
          scope,
          filters: narrowing,
          complete: missing.length === 0,
          missing,
        };
        return `${JSON.stringify(about).slice(0, -1)},"findings":[\n`;
      },
      tail: () => "\n]}\n",
    };
  };
}

/** Writes the elements of one array part by part, one to a line. */
export function jsonElements(): (part: readonly unknown[]) => string {
  let separator = "";
  return (part) => {
    const lines = part.map((element) => JSON.stringify(element)).join(",\n");
    const text = lines === "" ? "" : `${separator}${lines}`;
    separator = text === "" ? separator : ",\n";
    return text;
  };
}

function findingOf(kind: ReportKind, row: ReportRow) {
  return { kind: kind.id, ...valuesOf(kind, row) };
}

/** The values of the columns by their keys; those that aren't known are `undefined`. */
export function valuesOf({ keys }: ReportKind, { cells }: ReportRow): Readonly<Record<string, unknown>> {
  return Object.fromEntries(keys.map((key, index) => [key, valueOf(cells[index])]));
}

function valueOf(cell: ReportCell) {
  return typeof cell === "object" ? cell.at : cell;
}
