import type { Failure } from "./failure";
import { latest } from "./firstScan";
import { recordOf, textOf } from "./json";
import type { LevelCounts } from "./level";

/** Numbers of findings per value of a column, by column. A column that could not be counted is absent. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Where the next page starts. Opaque to everyone but the Resource Graph runner. */
export interface PageCursor {
  readonly skipToken: string;
  /** Tokens already followed, so that a service that repeats itself is noticed instead of being followed for ever. */
  readonly followed: readonly string[];
}

/** What a page and the list of all pages say alike. */
interface ListFacts<T> {
  /** Worst first. */
  readonly items: readonly T[];
  /** Findings that were fixed by their owners or exempted, so that they no longer fail. They are no part of any number. */
  readonly resolved: readonly T[];
  /** Rows that could not be read, one failure each. */
  readonly gaps: readonly Failure[];
  /** Exact number of findings on the server, over all pages. */
  readonly total: number;
  /**
   * How many things were checked, those that passed included; 0: nothing has been checked yet. `undefined`: the service does
   * not say.
   */
  readonly evaluated: number | undefined;
  /** When something was last judged anew, as far as the rows tell; absent or `undefined`: none of them does. */
  readonly lastJudged?: Date | undefined;
  /** What else the server counted over all pages: by column, then by value. */
  readonly counts: Counts;
  /** How many of those that are open have each level, over all pages; `undefined` when the server could not count. */
  readonly levels: LevelCounts | undefined;
  readonly asOf: Date;
}

/** One page of findings. */
export interface FindingsPage<T> extends ListFacts<T> {
  /** `undefined` on the last page. */
  readonly next: PageCursor | undefined;
}

/** What lists findings of one kind, page by page. */
export interface FindingService<T> {
  /** Without a cursor: the first page. Rejects with `FailureError`, or `AbortError` when canceled. */
  listPage(cursor: PageCursor | undefined, signal?: AbortSignal): Promise<FindingsPage<T>>;
}

/** Everything known about a list so far: what could be read, and what could not. */
export interface Listing<T> extends ListFacts<T> {
  /** False while pages are missing, be they still on their way or lost. */
  readonly complete: boolean;
  /**
   * How many findings the server counted that no page had, because rows moved to other pages while they were read; absent: none, or
   * pages are missing.
   */
  readonly unseen?: number;
}

/**
 * Joins the pages read so far. The first page speaks for total and levels, being the one that counted them. A row that moved to a later
 * page while they were read is listed once, as it was read last.
 */
export function joinPages<T>(first: FindingsPage<T>, others: readonly FindingsPage<T>[]): Listing<T> {
  const pages = [first, ...others];
  const last = others.at(-1) ?? first;
  const items = eachOnce(pages.map((page) => page.items));
  const gaps = pages.flatMap((page) => page.gaps);
  const complete = last.next === undefined;
  // One page is one answer: nothing moves in it.
  const unseen = complete && others.length > 0 ? first.total - items.length - gaps.length : 0;
  return {
    items,
    resolved: eachOnce(pages.map((page) => page.resolved)),
    gaps,
    total: first.total,
    evaluated: first.evaluated,
    lastJudged: latest(pages.map(({ lastJudged }) => lastJudged)),
    counts: first.counts,
    levels: first.levels,
    complete,
    ...(unseen > 0 ? { unseen } : {}),
    asOf: first.asOf,
  };
}

function eachOnce<T>(pages: readonly (readonly T[])[]): readonly T[] {
  const [first = []] = pages;
  return pages.length < 2
    ? first
    : [...new Map(pages.flatMap((page) => page.map((item) => [keyOf(item), item] as const))).values()];
}

/** The id, which ARM compares without letter case; an item without one is its own key. */
function keyOf(item: unknown): unknown {
  return textOf(recordOf(item).id)?.toLowerCase() ?? item;
}
