import type { ServiceClient } from "@azure/core-client";
import { armPageOf } from "./armPage";
import { drainPages } from "./drainPages";
import { armUrl, readArm, type ArmResource } from "./getArm";

export interface ArmList extends ArmResource {
  /** OData; values in it come from `odataLiteral`. Absent: everything. */
  readonly filter?: string;
}

/**
 * Reads an ARM list that no SDK client here carries, following `nextLink` to the end. Rejects with `FailureError`, also when
 * a page is not a list.
 */
export function listArm(
  client: ServiceClient,
  list: ArmList,
  signal?: AbortSignal,
): Promise<readonly unknown[]> {
  return drainPages(pagesOf(client, list, signal));
}

async function* pagesOf(client: ServiceClient, list: ArmList, signal: AbortSignal | undefined) {
  const filter = list.filter === undefined ? "" : `&$filter=${encodeURIComponent(list.filter)}`;
  let link: string | undefined = `${armUrl(list)}${filter}`;
  while (link !== undefined) {
    const page = armPageOf(await readArm(client, link, list.commandName, signal), link);
    link = page.continuationToken;
    yield page;
  }
}
