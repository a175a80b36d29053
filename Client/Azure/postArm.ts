import type { ServiceClient } from "@azure/core-client";
import { RestError } from "@azure/core-rest-pipeline";
import { fillIn } from "../Domain/fillIn";
import { isRecord, textOf } from "../Domain/json";
import { drainPages } from "./drainPages";
import { armUrl, readArm, type ArmResource } from "./getArm";
import { notJsonCode } from "./jsonObjectPolicy";
import { Messages } from "./Messages.resjson";

/** A query that ARM takes as a POST and that changes nothing. Only those that `isRead` knows are repeated like reads. */
export interface ArmQuery extends ArmResource {
  /** OData; values in it come from `odataLiteral`. */
  readonly filter: string;
  /** How many values are wanted at most. */
  readonly most: number;
}

export interface ArmQueryAnswer {
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
  const values = await drainPages(pagesOf(client, query, signal));
  return { values: values.slice(0, query.most), complete: values.length < query.most };
}

async function* pagesOf(client: ServiceClient, query: ArmQuery, signal: AbortSignal | undefined) {
  let link: string | undefined = `${armUrl(query)}&$filter=${encodeURIComponent(query.filter)}`;
  let missing = query.most;
  while (link !== undefined && missing > 0) {
    const page = pageOf(await readArm(client, link, query.commandName, signal, "POST"), link);
    missing -= page.length;
    link = page.continuationToken;
    yield page;
  }
}

function pageOf(body: unknown, url: string): unknown[] & { continuationToken?: string } {
  if (!isRecord(body) || !Array.isArray(body.value)) {
    throw new RestError(fillIn(Messages.notJson, new URL(url).pathname), { code: notJsonCode });
  }
  const values: readonly unknown[] = body.value;
  const link = textOf(body["@odata.nextLink"]) ?? textOf(body.nextLink);
  return Object.assign([...values], link === undefined ? {} : { continuationToken: link });
}
