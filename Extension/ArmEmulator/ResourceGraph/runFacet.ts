import { KqlError } from "../Kql/kqlError";
import { runQuery, type KqlResult } from "../Kql/runQuery";
import type { FacetRequest } from "./graphRequest";

type Json = Readonly<Record<string, unknown>>;

/** Counts over the whole result of a query. A facet that fails says so in its place and leaves the answer alone. */
export function runFacet(facet: FacetRequest, { columns, rows }: KqlResult, now: Date): Json {
  const { expression, top } = facet;
  try {
    const counted = runQuery(facetQuery(facet), [{ name: "result", columns, rows }], now).rows;
    const data = counted.slice(0, top);
    return { expression, resultType: "FacetResult", totalRecords: counted.length, count: data.length, data };
  } catch (error) {
    if (!(error instanceof KqlError)) {
      throw error;
    }
    return { expression, resultType: "FacetError", errors: errorsOf(error, columns) };
  }
}

function facetQuery({ expression, filter, sortBy = "['count']", sortOrder }: FacetRequest): string {
  const where = filter === undefined ? "" : `| where ${filter}`;
  return `result ${where} | summarize ['count'] = count() by ${expression} | order by ${sortBy} ${sortOrder}`;
}

function errorsOf({ message, token }: KqlError, columns: KqlResult["columns"]): readonly Json[] {
  const noColumns = {
    code: "NoValidColumns",
    message: `No valid columns in facet expression. ${message}`,
  };
  const isName = /^\w+$/.test(token) && !columns.some(({ name }) => name === token);
  return isName
    ? [noColumns, { code: "InvalidColumnNames", message: `Invalid column names: [${token}].` }]
    : [noColumns];
}
