import { CanceledError, isCanceled } from "../../../Client/Core/canceled";
import { failureOf } from "../../../Client/Core/failure";
import { format } from "../../../Client/Core/format";
import { formatNumber } from "../Controls/formatNumber";
import { byteOrderMark, csvText } from "./csvText";
import type { CsvValue, ReportKind } from "./report";
import { Report as Text } from "./Report.resjson";

/** A kind that could not even be begun, with why. */
export interface LostKind {
  readonly title: string;
  readonly error: unknown;
}

export interface ReportOptions {
  /** For Excel, which takes UTF-8 for something else without it. */
  readonly hasByteOrderMark: boolean;
  /** What the report is of, as names and values above its header; `undefined`: it begins with its header. */
  readonly about: readonly (readonly [string, string])[] | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ReportProgress) => void;
}

/** How far a report is, in findings, and in rows of the file. */
export interface ReportProgress {
  readonly read: number;
  readonly total: number;
  readonly rows: number;
}

interface WrittenReport {
  readonly parts: readonly Blob[];
  readonly rows: number;
  /** What is missing from it, in words; empty: nothing. */
  readonly missing: readonly string[];
}

/**
 * Writes the kinds one after the other into one table, whose columns are those of all of them; a first column names the kind
 * where there are several. Each page becomes text and is forgotten. Where a page is lost, the next kind goes on, and the table
 * ends with a row that says what is missing. Rejects with `AbortError` when canceled.
 */
export async function writeReport(
  kinds: readonly (ReportKind | LostKind)[],
  { hasByteOrderMark, about, signal, onProgress }: ReportOptions,
): Promise<WrittenReport> {
  const begun = kinds.filter(isBegun);
  const table = tableOf(begun, kinds.length > 1);
  const total = begun.reduce((sum, kind) => sum + kind.total, 0);
  const body: Blob[] = [];
  const missing = kinds.flatMap((kind) => (isBegun(kind) ? [] : [lostText(kind.title, kind.error)]));
  let [read, rows] = [0, 0];
  for (const kind of begun) {
    const sums = { read: 0, written: 0, gaps: 0, unreadable: 0 };
    let lost: unknown;
    try {
      for await (const page of kind.pages(signal)) {
        body.push(new Blob([csvText(page.rows.map((row) => table.place(kind, row)))]));
        sums.read += page.read;
        sums.written += page.written;
        sums.gaps += page.gaps;
        sums.unreadable += page.unreadable;
        rows += page.rows.length;
        onProgress({ read: read + sums.read, total, rows });
        throwIfAborted(signal);
      }
    } catch (error) {
      if (isCanceled(error)) {
        throw error;
      }
      lost = error;
    }
    read += sums.read;
    missing.push(...missingFrom(kind, sums, lost));
  }
  const head = [
    ...(about === undefined ? [] : [...about, [Text.aboutComplete, completeText(missing)], []]),
    table.headers,
  ];
  const tail = missing.map((text) => [format(Text.incompleteRow, text)]);
  return {
    parts: [
      new Blob([`${hasByteOrderMark ? byteOrderMark : ""}${csvText(head)}`]),
      ...body,
      new Blob([csvText(tail.map((row) => [...row, ...table.headers.slice(1).map(() => undefined)]))]),
    ],
    rows,
    missing,
  };
}

function isBegun(kind: ReportKind | LostKind): kind is ReportKind {
  return "pages" in kind;
}

interface Table {
  readonly headers: readonly string[];
  /** The cells of a kind's row where the table has them. */
  place(kind: ReportKind, row: readonly CsvValue[]): readonly CsvValue[];
}

/** Columns of the same name are one. */
function tableOf(kinds: readonly ReportKind[], namesKind: boolean): Table {
  const first = namesKind ? [Text.columnKind] : [];
  const headers = [...new Set([...first, ...kinds.flatMap((kind) => kind.headers)])];
  const places = new Map(kinds.map((kind) => [kind, kind.headers.map((header) => headers.indexOf(header))]));
  return {
    headers,
    place(kind, row) {
      const cells: CsvValue[] = headers.map(() => undefined);
      if (namesKind) {
        cells[0] = kind.title;
      }
      places.get(kind)?.forEach((place, index) => {
        cells[place] = row[index];
      });
      return cells;
    },
  };
}

interface Sums {
  readonly written: number;
  readonly gaps: number;
  readonly unreadable: number;
}

function missingFrom(
  { title, noun, total }: ReportKind,
  { written, gaps, unreadable }: Sums,
  lost: unknown,
): readonly string[] {
  const [some, all] = [formatNumber(written), formatNumber(total)];
  return [
    ...(lost === undefined ? [] : [format(Text.missingPages, title, some, all, noun, reasonOf(lost))]),
    ...(gaps === 0 ? [] : [format(Text.missingRows, title, formatNumber(gaps), noun)]),
    ...(unreadable === 0 ? [] : [format(Text.missingParts, title, formatNumber(unreadable))]),
  ];
}

function lostText(title: string, error: unknown): string {
  return format(Text.missingKind, title, reasonOf(error));
}

function reasonOf(error: unknown): string {
  const { message, missingAction } = failureOf(error);
  return missingAction === undefined ? message : format(Text.missingAction, message, missingAction);
}

function completeText(missing: readonly string[]): string {
  return missing.length === 0 ? Text.complete : format(Text.incompleteRow, missing.join(" "));
}

function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) {
    throw new CanceledError();
  }
}
