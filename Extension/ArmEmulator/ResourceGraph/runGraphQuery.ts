import { KqlError } from "../Kql/kqlError";
import { remember } from "../Kql/remember";
import { runQuery, type KqlResult } from "../Kql/runQuery";
import type { KqlDatabase } from "../Kql/table";
import { badRequest, createSkipToken, type GraphRequest } from "./graphRequest";
import { runFacet } from "./runFacet";

type Json = Readonly<Record<string, unknown>>;

interface GraphState {
  /** The tables as they are now; they take a while. */
  database(): KqlDatabase;
  readonly now: Date;
  /** What was found for queries that have more pages to come, by query. */
  readonly openQueries: Map<string, KqlResult>;
}

/**
 * Body of the answer to a query (`QueryResponse`). A further page continues what the first one found, whatever has changed
 * since. Throws ARM's 400 for a query that Resource Graph would refuse.
 */
export function runGraphQuery(request: GraphRequest, state: GraphState): Json {
  const { now } = state;
  const { skip, top } = request;
  const result = resultOf(request, state);
  const page = result.rows.slice(skip, skip + top);
  const hasMore = skip + top < result.rows.length;
  // Without an id there is no paging: what does not fit is cut off, and only `resultTruncated` says so.
  const canPage = result.columns.some(({ name }) => name.toLowerCase() === "id");
  return {
    totalRecords: result.rows.length,
    count: page.length,
    resultTruncated: hasMore && !canPage ? "true" : "false",
    ...(hasMore && canPage ? { $skipToken: createSkipToken(request.query, { skip: skip + top, top }) } : {}),
    data: request.format === "table" ? toTable(result, page) : page,
    facets: request.facets.map((facet) => runFacet(facet, result, now)),
  };
}

/** Queries whose further pages are waited for at a time. */
const mostOpen = 4;

function resultOf({ query, skip, top }: GraphRequest, { database, now, openQueries }: GraphState): KqlResult {
  const open = skip > 0 ? openQueries.get(query) : undefined;
  const result = open ?? execute(query, database(), now);
  openQueries.delete(query);
  if (skip + top < result.rows.length) {
    remember(openQueries, query, result, mostOpen);
  }
  return result;
}

function execute(query: string, database: KqlDatabase, now: Date): KqlResult {
  try {
    return runQuery(query, database, now);
  } catch (error) {
    throw error instanceof KqlError ? refusal(error) : error;
  }
}

/** Resource Graph's form: what is wrong in general, then where. */
function refusal({ code, message, line, characterPositionInLine, token }: KqlError) {
  return badRequest("Please provide below info when asking for support: the query is not valid.", [
    {
      code: "InvalidQuery",
      message:
        "Query is invalid. Please refer to the documentation for the Azure Resource Graph service and fix the error before retrying.",
    },
    {
      code: code === "InvalidQuery" ? "SemanticError" : code,
      message,
      line,
      characterPositionInLine,
      token,
    },
  ]);
}

function toTable({ columns }: KqlResult, rows: KqlResult["rows"]): Json {
  return {
    columns: columns.map(({ name, type }) => ({ name, type: type === "dynamic" ? "object" : type })),
    rows: rows.map((row) => columns.map(({ name }) => row[name])),
  };
}
