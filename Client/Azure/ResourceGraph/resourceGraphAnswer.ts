import { FailureError } from "../../Core/failure";
import { format } from "../../Core/format";
import { isRecord, textOf } from "../../Core/json";
import { Messages } from "../Pipeline/Messages.resjson";

interface ResourceGraphAnswer {
  readonly data: readonly unknown[];
  readonly totalRecords: number;
  readonly skipToken: string | undefined;
  /** Counts per value, by facet expression. Facets that the service could not compute are absent. */
  readonly facets: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/**
 * Checks the body of a 200 against the documented shape (`QueryResponse`, resultFormat objectArray). A body of another
 * shape is a failure: read leniently, it would look like a cluster without findings.
 */
export function readAnswer(body: unknown): ResourceGraphAnswer {
  if (!isRecord(body)) {
    throw malformed("body");
  }
  const { data, totalRecords, resultTruncated } = body;
  if (!Array.isArray(data)) {
    throw malformed("data");
  }
  if (typeof totalRecords !== "number") {
    throw malformed("totalRecords");
  }
  const skipToken = readSkipToken(body.$skipToken);
  if (skipToken === undefined && resultTruncated === "true" && data.length < totalRecords) {
    throw malformed("resultTruncated");
  }
  return { data, totalRecords, skipToken, facets: readFacets(body.facets) };
}

/** `undefined`, `null` and an empty text say that there is no further page. */
function readSkipToken(token: unknown): string | undefined {
  if (token === undefined || token === null || token === "") {
    return undefined;
  }
  if (typeof token !== "string") {
    throw malformed("$skipToken");
  }
  return token;
}

function readFacets(facets: unknown): ResourceGraphAnswer["facets"] {
  const list: readonly unknown[] = Array.isArray(facets) ? facets : [];
  const entries = list.flatMap((facet): [string, ReadonlyMap<string, number>][] => {
    if (!isRecord(facet) || typeof facet.expression !== "string" || !Array.isArray(facet.data)) {
      return [];
    }
    return [[facet.expression, countsOf(facet.expression, facet.data)]];
  });
  return new Map(entries);
}

function countsOf(expression: string, rows: readonly unknown[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (isRecord(row) && typeof row.count === "number") {
      counts.set(textOf(row[expression]) ?? "", row.count);
    }
  }
  return counts;
}

function malformed(what: string): FailureError {
  return new FailureError({ kind: "unexpected", message: format(Messages.notResourceGraph, what) });
}
