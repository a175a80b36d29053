import type { ServiceClient } from "@azure/core-client";
import { armUrl } from "../../Core/armUrl";
import { armPageOf } from "./armPage";
import { drainPages } from "./drainPages";
import { readArm, type ArmResource } from "./getArm";

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
  const values = await drainPages(pagesOf(client, query, signal));
  return { values: values.slice(0, query.most), complete: values.length < query.most };
}

async function* pagesOf(client: ServiceClient, query: ArmQuery, signal: AbortSignal | undefined) {
  let link: string | undefined = armUrl(query);
  let missing = query.most;
  while (link !== undefined && missing > 0) {
    const page = armPageOf(await readArm(client, link, query.commandName, signal, "POST"), link);
    missing -= page.length;
    link = page.continuationToken;
    yield page;
  }
}
