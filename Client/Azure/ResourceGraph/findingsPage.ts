import { FailureError, type Failure } from "../../Core/failure";
import { fillIn } from "../../Core/fillIn";
import type { JsonRecord } from "../../Core/json";
import { levelNamed, type Level, type LevelCounts } from "../../Core/level";
import type { FindingsPage } from "../../Core/listing";
import type { Mapped } from "../../Core/mapped";
import { Messages } from "../Pipeline/Messages.resjson";
import { readRow, readRows } from "./readRows";
import type { ResourceGraphPage } from "./runResourceGraph";

/** The scale of findings, and the column in which the service counts it. */
export interface Scale<L extends Level> {
  readonly countBy: string;
  readonly levels: readonly L[];
}

/**
 * A page of findings from a page of rows: every row becomes an item or a gap. Rows of a level outside of the scale are gaps,
 * and are not counted as a level.
 */
export function findingsPage<T, L extends Level>(
  page: ResourceGraphPage,
  { countBy, levels }: Scale<L>,
  map: (row: JsonRecord) => Mapped<T>,
): FindingsPage<T> {
  const counted = page.counts.get(countBy);
  const { items, gaps } = readRows(page.rows, map);
  const stranger: Failure = {
    kind: "unexpected",
    message: fillIn(Messages.unreadableRow, "Row", "?", "JSON"),
  };
  return {
    items,
    settled: [],
    gaps: [...gaps, ...Array.from({ length: page.strangers }, () => stranger)],
    total: page.total,
    evaluated: undefined,
    lastJudged: undefined,
    counts: page.counts,
    levels: counted && levelCounts(counted, levels),
    next: page.next,
    asOf: new Date(),
  };
}

function levelCounts<L extends Level>(
  counts: ReadonlyMap<string, number>,
  levels: readonly L[],
): LevelCounts {
  const result: Partial<Record<Level, number>> = {};
  for (const [text, count] of counts) {
    const level = levelNamed(levels, text);
    if (level) {
      result[level] = (result[level] ?? 0) + count;
    }
  }
  return result;
}

/** What could be read of a whole query, and how many of its rows could not. */
export function itemsOf<T>(
  { rows, strangers }: Pick<ResourceGraphPage, "rows" | "strangers">,
  map: (row: JsonRecord) => Mapped<T>,
): { readonly items: readonly T[]; readonly unreadable: number } {
  const { items, gaps } = readRows(rows, map);
  return { items, unreadable: strangers + gaps.length };
}

/** The finding of a details query. Throws {@link FailureError}: `notFound` without a row, else for a row that cannot be read. */
export function onlyFinding<T>(page: ResourceGraphPage, map: (row: JsonRecord) => Mapped<T>): T {
  const [row] = page.rows;
  const mapped: Mapped<T> = row
    ? readRow(row, map)
    : { gap: { kind: "notFound", message: Messages.findingGone } };
  if ("gap" in mapped) {
    throw new FailureError(mapped.gap);
  }
  return mapped.item;
}
