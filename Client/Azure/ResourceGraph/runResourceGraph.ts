import type { ResourceGraphClient } from "@azure/arm-resourcegraph";
import { FailureError } from "../../Core/failure";
import { format } from "../../Core/format";
import { isRecord, type JsonRecord } from "../../Core/json";
import type { Counts, PageCursor } from "../../Core/listing";
import { callOptions } from "../Pipeline/arm";
import { asService } from "../Pipeline/failureFrom";
import { Messages } from "../Pipeline/Messages.resjson";
import { bodyOf } from "../Pipeline/responseBody";
import { readAnswer } from "./resourceGraphAnswer";

interface ResourceGraphQuery {
  /** Telemetry name, for example `Dashboard/ListAlerts`. */
  readonly commandName: string;
  /** KQL. Queries of more than one page must be ordered and keep the `id` column. */
  readonly kql: string;
  readonly subscriptionId: string;
  /** Columns whose values the server counts over all pages. */
  readonly countBy?: readonly string[];
  /** At most 1,000, which is also what you get. */
  readonly pageSize?: number;
  readonly cursor?: PageCursor | undefined;
}

export interface ResourceGraphPage {
  readonly rows: readonly JsonRecord[];
  /** Elements of `data` that are not even objects. */
  readonly invalidRows: number;
  /** Exact number of rows over all pages. */
  readonly total: number;
  /** Rows per value of each column of `countBy`; a column that was not asked for or not counted is absent. */
  readonly counts: Counts;
  readonly next: PageCursor | undefined;
}

const largestPage = 1000;
/** 500,000 rows: ten times the largest cluster this product is made for. */
const mostPages = 500;

/** Runs one page of a query (Resource Graph 2024-04-01). Rejects with {@link FailureError}, or `AbortError` when canceled. */
export async function runResourceGraph(
  client: ResourceGraphClient,
  query: ResourceGraphQuery,
  signal?: AbortSignal,
): Promise<ResourceGraphPage> {
  return asService(async () => {
    let body: unknown;
    let requestId: string | undefined;
    await client.resources(requestBody(query), {
      ...callOptions(query.commandName, signal),
      // The client's model reads `data` as a dictionary; what the service really sent is checked here instead.
      onResponse: (response) => {
        body = bodyOf(response);
        requestId = response.headers.get("x-ms-request-id");
      },
    });
    const { answer, next } = named(requestId, () => {
      const read = readAnswer(body);
      return { answer: read, next: nextCursor(query.cursor, read.skipToken) };
    });
    const rows = answer.data.filter(isRecord);
    return {
      rows,
      invalidRows: answer.data.length - rows.length,
      total: answer.totalRecords,
      counts: answer.facets,
      next,
    };
  });
}

/**
 * Runs a query to its end, for a detail that is of use only as a whole. Rejects like {@link runResourceGraph}, also when a later
 * page is lost.
 */
export async function runWholeQuery(
  client: ResourceGraphClient,
  query: ResourceGraphQuery,
  signal?: AbortSignal,
): Promise<Pick<ResourceGraphPage, "rows" | "invalidRows">> {
  const rows: JsonRecord[] = [];
  let invalidRows = 0;
  let cursor: PageCursor | undefined;
  do {
    const page = await runResourceGraph(client, { ...query, cursor }, signal);
    page.rows.forEach((row) => rows.push(row));
    invalidRows += page.invalidRows;
    cursor = page.next;
  } while (cursor);
  return { rows, invalidRows };
}

/** What is wrong with an answer is said with the request's id, by which Microsoft's support finds it. */
function named<T>(requestId: string | undefined, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof FailureError && requestId !== undefined
      ? new FailureError({ ...error.failure, requestId })
      : error;
  }
}

function requestBody({
  kql,
  subscriptionId,
  countBy = [],
  pageSize = largestPage,
  cursor,
}: ResourceGraphQuery) {
  return {
    query: kql,
    subscriptions: [subscriptionId],
    options: {
      resultFormat: "objectArray" as const,
      top: pageSize,
      ...(cursor ? { skipToken: cursor.skipToken } : {}),
    },
    ...(countBy.length > 0 && !cursor ? { facets: countBy.map(facetOf) } : {}),
  };
}

/** Unless asked for more, the service counts the ten most frequent values. */
function facetOf(expression: string) {
  return { expression, options: { top: largestPage } };
}

function nextCursor(cursor: PageCursor | undefined, skipToken: string | undefined): PageCursor | undefined {
  if (skipToken === undefined) {
    return undefined;
  }
  const followed = cursor ? [...cursor.followed, cursor.skipToken] : [];
  if (followed.includes(skipToken)) {
    throw new FailureError({ kind: "unexpected", message: Messages.repeatedPage });
  }
  if (followed.length >= mostPages) {
    throw new FailureError({ kind: "unexpected", message: format(Messages.tooManyPages, mostPages) });
  }
  return { skipToken, followed };
}
