import { bounded, checkQuery, KqlLimitError } from "./bounds";
import { createCompilation } from "./compilation";
import { KqlError } from "./kqlError";
import { checkLimits } from "./limits";
import { compileTable } from "./pipeline";
import { stoppable } from "./stoppable";
import type { Syntax } from "./syntaxTree";
import { elements, mainList, operands, parseQuery } from "./syntax";
import type { KqlColumn, KqlDatabase, KqlRow } from "./table";
import { dateText } from "./values";

/** All rows of a query's answer, as JSON holds them. Paging is the caller's business. */
export interface KqlResult {
  readonly columns: readonly KqlColumn[];
  readonly rows: readonly KqlRow[];
}

/** Ten times what the slowest query of the dashboard takes on the largest world: a busy machine gives it a part of each second. */
const usualMilliseconds = 30_000;

/**
 * Runs a query over tables in memory: parsed and bound by Microsoft's Kusto parser, restricted to what Resource Graph
 * documents. Throws `KqlError` with the place of whatever is wrong or not supported, and for a query that takes too long: what no
 * bound of its own stops, such as many small searches in long lists, ends there.
 */
export function runQuery(
  query: string,
  database: KqlDatabase,
  now: Date,
  longestMilliseconds = usualMilliseconds,
): KqlResult {
  try {
    return run(query, database, now, longestMilliseconds);
  } catch (error) {
    if (error instanceof KqlLimitError || error instanceof RangeError) {
      // A RangeError: nested too deep for the parser or for us, or a text longer than JavaScript has.
      throw new KqlError("InvalidQuery", error.message, query, { start: 0, length: 0 });
    }
    throw error;
  }
}

function run(query: string, database: KqlDatabase, now: Date, longestMilliseconds: number): KqlResult {
  checkQuery(query);
  const root = parseQuery(query, database);
  const compilation = createCompilation(query, database, now);
  checkLimits(root, compilation);
  const [statement, ...others] = elements(mainList(root));
  if (statement?.kind !== "ExpressionStatement" || others.length > 0) {
    throw compilation.refuse(statement ?? root, "A query must be one tabular expression.");
  }
  const expression: Syntax = operands(statement)[0] ?? statement;
  const table = compileTable(expression, compilation);
  return stoppable(longestMilliseconds, "The query takes too long.", () => ({
    columns: table.columns,
    rows: table.rows().map((row) => toJson(row, table.columns)),
  }));
}

function toJson(row: KqlRow, columns: readonly KqlColumn[]): KqlRow {
  const json: Record<string, unknown> = {};
  for (const { name, type } of columns) {
    json[name] = cellToJson(row[name], type);
  }
  return json;
}

function cellToJson(value: unknown, type: string): unknown {
  if (value instanceof Date) {
    return dateText(value);
  }
  return type === "timespan" && typeof value === "number" ? spanText(value) : (bounded(value) ?? null);
}

/** `d.hh:mm:ss`, as .NET writes a span. */
function spanText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const two = (value: number) => String(value).padStart(2, "0");
  const days = Math.floor(seconds / 86_400);
  const time = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return days > 0 ? `${days}.${time}` : time;
}
