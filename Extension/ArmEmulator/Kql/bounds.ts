/** What one query may take; far above what a page of the portal asks, and far below what stops the emulator. */
const mostRows = 200_000;
const mostCharacters = 1_048_576; // Kusto's own limit of a text.
const mostValues = 1_000_000;
const longestQuery = 100_000;
/** The parser's time grows with the square of it. */
const deepestBracket = 500;

/** Thrown while a query runs; becomes a refusal of the query. */
export class KqlLimitError extends Error {
  override readonly name = "KqlLimitError";
}

/** Throws for a query that would take the parser too long. Brackets in its texts count too. */
export function checkQuery(query: string): void {
  if (query.length > longestQuery) {
    throw new KqlLimitError(`A query may have ${longestQuery} characters.`);
  }
  let depth = 0;
  for (const [bracket] of query.matchAll(/[()[\]{}]/g)) {
    depth += "([{".includes(bracket) ? 1 : -1;
    if (depth > deepestBracket) {
      throw new KqlLimitError(`A query may have ${deepestBracket} brackets inside of each other.`);
    }
  }
}

/** One row or more for each row. Throws as soon as there are too many, not when they are all made. */
export function expandRows<Row, Part, Result>(
  rows: readonly Row[],
  partsOf: (row: Row) => readonly Part[],
  make: (row: Row, part: Part) => Result,
): readonly Result[] {
  const results: Result[] = [];
  for (const row of rows) {
    for (const part of partsOf(row)) {
      if (results.length >= mostRows) {
        throw new KqlLimitError(`The query makes more than ${mostRows} rows.`);
      }
      results.push(make(row, part));
    }
  }
  return results;
}

/** The value itself. Throws for a text that is too long, or a list or bag of too many values, counted as JSON would write them. */
export function bounded(value: unknown): unknown {
  if (typeof value === "string" && value.length > mostCharacters) {
    throw new KqlLimitError(`The query makes a text of more than ${mostCharacters} characters.`);
  }
  if (isContainer(value)) {
    checkValues(value);
  }
  return value;
}

/** Values that are in several places count in each: a list that holds one list twice, 30 times over, is small until it is written. */
function checkValues(value: unknown): void {
  const waiting = [value];
  for (let count = 0; waiting.length > 0; count += 1) {
    if (count > mostValues) {
      throw new KqlLimitError(`The query makes a list or bag of more than ${mostValues} values.`);
    }
    const next = waiting.pop();
    if (isContainer(next)) {
      for (const part of Object.values(next)) {
        waiting.push(part);
      }
    }
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}
