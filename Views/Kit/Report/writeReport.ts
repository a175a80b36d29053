import { CanceledError, isCanceled, failureOf } from "../../../Client/Core/failure";
import { format } from "../../../Client/Core/format";
import { formatNumber } from "../Controls/formatNumber";
import type { ReportKind, ReportPage, ReportRow } from "./report";
import { Report as Text } from "./Report.resjson";

/** A kind that could not even be begun, with why. */
export interface LostKind {
  readonly title: string;
  readonly error: unknown;
}

/** Puts a report into the text of a file. */
interface ReportWriter {
  /** Whether the file has a row for it; absent: for all. */
  takes?(row: ReportRow): boolean;
  /** What stands before the findings. */
  head(missing: readonly string[]): string;
  /** Rows of one kind, in the order of the file. All are asked for before {@link head}, which has to say what went missing. */
  rows(kind: ReportKind, rows: ReportPage["rows"]): string;
  /** What stands after the rows of a kind, of which `missing` went missing; absent: nothing. */
  ends?(kind: ReportKind, missing: readonly string[]): string;
  /** What stands after them. */
  tail(missing: readonly string[]): string;
}

export interface ReportOptions {
  /** Makes the writer for the kinds that could be begun; `namesKind`: the rows are of several kinds. */
  readonly writer: (kinds: readonly ReportKind[], namesKind: boolean) => ReportWriter;
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
 * Writes the kinds one after the other. Each page becomes text and is forgotten. Where a page is lost, the next kind goes on, and the
 * writer is told what is missing. Rejects with `AbortError` when canceled.
 */
export async function writeReport(
  kinds: readonly (ReportKind | LostKind)[],
  { writer, signal, onProgress }: ReportOptions,
): Promise<WrittenReport> {
  const begun = kinds.filter(isBegun);
  const file = writer(begun, kinds.length > 1);
  const total = begun.reduce((sum, kind) => sum + kind.total, 0);
  const body: Blob[] = [];
  const missing = kinds.flatMap((kind) => (isBegun(kind) ? [] : [lostText(kind.title, kind.error)]));
  let [read, rows] = [0, 0];
  for (const kind of begun) {
    const sums = { read: 0, written: 0, gaps: 0, unreadable: 0 };
    let lost: unknown;
    try {
      for await (const page of kind.pages(signal)) {
        const taken = page.rows.filter((row) => file.takes?.(row) ?? true);
        body.push(new Blob([file.rows(kind, taken)]));
        sums.read += page.read;
        sums.written += page.written;
        sums.gaps += page.gaps;
        sums.unreadable += page.unreadable;
        rows += taken.length;
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
    const missingHere = missingFrom(kind, sums, lost);
    body.push(new Blob([file.ends?.(kind, missingHere) ?? ""]));
    missing.push(...missingHere);
  }
  const parts = [new Blob([file.head(missing)]), ...body, new Blob([file.tail(missing)])];
  return { parts, rows, missing };
}

function isBegun(kind: ReportKind | LostKind): kind is ReportKind {
  return "pages" in kind;
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

function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) {
    throw new CanceledError();
  }
}
