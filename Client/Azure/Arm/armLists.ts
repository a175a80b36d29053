import type { ServiceClient } from "@azure/core-client";
import { armUrl } from "../../Core/armUrl";
import { FailureError } from "../../Core/failure";
import { format } from "../../Core/format";
import { isRecord, textOf } from "../../Core/json";
import { notJsonCode } from "../Pipeline/jsonObjectPolicy";
import { Messages } from "../Pipeline/Messages.resjson";
import { requestIdOf } from "../Pipeline/responseBody";
import { readArm, type ArmResource } from "./armCalls";
import { drainPages } from "./drainPages";
import { named } from "./required";

/**
 * Reads an ARM list that no SDK client here carries, following `nextLink` to the end. Rejects with `FailureError`, also when
 * a page is not a list.
 */
export function listArm(
  client: ServiceClient,
  list: ArmResource,
  signal?: AbortSignal,
): Promise<readonly unknown[]> {
  return drainPages(listPages(client, list, signal));
}

async function* listPages(client: ServiceClient, list: ArmResource, signal: AbortSignal | undefined) {
  let link: string | undefined = armUrl(list);
  while (link !== undefined) {
    const page = armPageOf(await readArm(client, link, list.commandName, signal), link);
    link = page.continuationToken;
    yield page;
  }
}

/** A query that ARM takes as a POST and that changes nothing. Only those that `isRead` knows are repeated like reads. */
interface ArmQuery extends ArmResource {
  /** How many values are wanted at most. */
  readonly most: number;
}

interface ArmQueryAnswer {
  readonly values: readonly unknown[];
  /** False when there are, or may be, more. */
  readonly complete: boolean;
}

/**
 * Runs a query, following `@odata.nextLink` until there is no more or enough. As many values as wanted count as incomplete:
 * services cut long lists without a link. Rejects with `FailureError`, also when a page is not a list.
 */
export async function postArm(
  client: ServiceClient,
  query: ArmQuery,
  signal?: AbortSignal,
): Promise<ArmQueryAnswer> {
  const values = await drainPages(queryPages(client, query, signal));
  return { values: values.slice(0, query.most), complete: values.length < query.most };
}

async function* queryPages(client: ServiceClient, query: ArmQuery, signal: AbortSignal | undefined) {
  let link: string | undefined = armUrl(query);
  let missing = query.most;
  while (link !== undefined && missing > 0) {
    const page = armPageOf(await readArm(client, link, query.commandName, signal, "POST"), link);
    missing -= page.length;
    link = page.continuationToken;
    yield page;
  }
}

/** A page of an ARM list as `drainPages` takes it. */
type ArmPage = unknown[] & { continuationToken?: string; requestId?: string };

/** Reads a page, whose link to the next has ARM's name or OData's. Throws `FailureError` when it is no list. */
function armPageOf(body: unknown, url: string): ArmPage {
  const request = named(requestIdOf(body));
  if (!isRecord(body) || !Array.isArray(body.value)) {
    const message = format(Messages.notJson, new URL(url).pathname);
    throw new FailureError({ kind: "unexpected", message, code: notJsonCode, ...request });
  }
  const values: readonly unknown[] = body.value;
  const link = textOf(body["@odata.nextLink"]) ?? textOf(body.nextLink);
  return Object.assign([...values], request, link === undefined ? {} : { continuationToken: link });
}

/** Text as an OData string literal, quotes included. The only way in which a value may enter a `$filter`. */
export function odataLiteral(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
