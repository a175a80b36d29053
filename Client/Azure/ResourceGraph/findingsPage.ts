import { FailureError, type Failure } from "../../Core/failure";
import { format } from "../../Core/format";
import { type JsonRecord, recordOf, textOf } from "../../Core/json";
import { levelNamed, type Level, type LevelCounts } from "../../Core/level";
import type { FindingsPage } from "../../Core/listing";
import { type MapResult, itemsAndGaps } from "../../Core/mapResult";
import { Messages } from "../Pipeline/Messages.resjson";
import type { ResourceGraphPage } from "./runResourceGraph";
import { readableText } from "../../Core/visibleText";

/** The scale of findings, and the column in which the service counts it. */
interface Scale<L extends Level> {
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
  map: (row: JsonRecord) => MapResult<T>,
): FindingsPage<T> {
  const counted = page.counts.get(countBy);
  const { items, gaps } = readRows(page.rows, map);
  const unreadable: Failure = {
    kind: "unexpected",
    message: format(Messages.unreadableRow, "Row", "?", "JSON"),
  };
  return {
    items,
    resolved: [],
    gaps: [...gaps, ...Array.from({ length: page.invalidRows }, () => unreadable)],
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
  { rows, invalidRows }: Pick<ResourceGraphPage, "rows" | "invalidRows">,
  map: (row: JsonRecord) => MapResult<T>,
): { readonly items: readonly T[]; readonly unreadable: number } {
  const { items, gaps } = readRows(rows, map);
  return { items, unreadable: invalidRows + gaps.length };
}

/** The finding of a details query. Throws {@link FailureError}: `notFound` without a row, else for a row that cannot be read. */
export function onlyFinding<T>(page: ResourceGraphPage, map: (row: JsonRecord) => MapResult<T>): T {
  const [row] = page.rows;
  const mapped: MapResult<T> = row
    ? readRow(row, map)
    : { rowError: { kind: "notFound", message: Messages.findingGone } };
  if ("rowError" in mapped) {
    throw new FailureError(mapped.rowError);
  }
  return mapped.item;
}

/** Reads each row for itself: one that its reader cannot get over becomes a gap, and takes no other with it. */
function readRow<Row, T>(row: Row, map: (row: Row) => MapResult<T>): MapResult<T> {
  try {
    return map(row);
  } catch (error) {
    const which = textOf(recordOf(row).id) ?? "?";
    const why = error instanceof Error ? error.message : String(error);
    return {
      rowError: {
        kind: "unexpected",
        message: readableText(format(Messages.unreadableRow, "Row", which, why)),
      },
    };
  }
}

/** What could be read of rows, and the gaps that the others leave, both in the order of the rows. */
export function readRows<Row, T>(
  rows: readonly Row[],
  map: (row: Row) => MapResult<T>,
): ReturnType<typeof itemsAndGaps<T>> {
  return itemsAndGaps(rows.map((row) => readRow(row, map)));
}
