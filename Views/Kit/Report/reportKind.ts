import { FailureError, type Failure } from "../../../Client/Core/failure";
import { loadCode } from "../../../Client/Core/loadCode";
import type { Finding, FindingsTab } from "../Model/findingsTab";
import type { KindOptions, ReportKind, ReportPage } from "./report";
import { sheetOf, sheetWithParts, type Sheet } from "./reportSheet";

/**
 * Everything of a kind as the service lists it now, worst first. Reads the first page, which tells the number of findings and
 * by what they are ranked; the others are read when they are asked for, and none is kept.
 */
export async function wholeKind<T extends Finding>(
  tab: FindingsTab<T>,
  options: KindOptions,
  signal: AbortSignal,
): Promise<ReportKind> {
  const { services, context } = options;
  const first = await tab.loadPage(services, undefined, signal);
  const varied = { ...tab, ...tab.forItems?.(first.items, context) };
  const sheet = await sheetFor(varied, options);
  return {
    id: tab.id,
    title: tab.title,
    noun: tab.counted.many,
    headers: sheet.headers,
    keys: sheet.keys,
    total: first.total,
    async *pages(running) {
      for (let page = first; ;) {
        yield await pageOf(sheet, page.items, page.gaps.length, running);
        if (!page.next) {
          return;
        }
        page = await tab.loadPage(services, page.next, running);
      }
    },
  };
}

/** Findings that are here already, and what is known to be missing from them. */
interface GivenFindings<T> {
  /** In the order of the report. */
  readonly items: readonly T[];
  /** Findings that could not be read. */
  readonly gaps: number;
  /** Why others are not here; `undefined`: all are. */
  readonly lost: Failure | undefined;
}

/** Findings that are here already; nothing is asked for but their parts. */
export async function givenKind<T extends Finding>(
  tab: FindingsTab<T>,
  { items, gaps, lost }: GivenFindings<T>,
  options: KindOptions,
): Promise<ReportKind> {
  const sheet = await sheetFor(tab, options);
  return {
    id: tab.id,
    title: tab.title,
    noun: tab.counted.many,
    headers: sheet.headers,
    keys: sheet.keys,
    total: items.length + gaps,
    async *pages(signal) {
      for (let start = 0; start < Math.max(1, items.length); start += pageSize) {
        yield await pageOf(sheet, items.slice(start, start + pageSize), start === 0 ? gaps : 0, signal);
      }
      if (lost) {
        throw new FailureError(lost);
      }
    },
  };
}

/** As many as the service gives at a time. */
const pageSize = 1000;

async function pageOf<T>(
  sheet: Sheet<T>,
  items: readonly T[],
  gaps: number,
  signal: AbortSignal,
): Promise<ReportPage> {
  const { rows, unreadable } = await sheet.rowsOf(items, signal);
  return { rows, unreadable, read: items.length + gaps, written: items.length, gaps };
}

async function sheetFor<T extends Finding>(
  tab: FindingsTab<T>,
  { services, withParts }: KindOptions,
): Promise<Sheet<T>> {
  return withParts && tab.reportParts
    ? sheetWithParts(tab, await loadCode(tab.reportParts), services)
    : sheetOf(tab);
}
