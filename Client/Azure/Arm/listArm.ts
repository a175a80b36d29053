import type { ServiceClient } from "@azure/core-client";
import { armUrl } from "../../Core/armUrl";
import { armPageOf } from "./armPage";
import { drainPages } from "./drainPages";
import { readArm, type ArmResource } from "./getArm";

/**
 * Reads an ARM list that no SDK client here carries, following `nextLink` to the end. Rejects with `FailureError`, also when
 * a page is not a list.
 */
export function listArm(
  client: ServiceClient,
  list: ArmResource,
  signal?: AbortSignal,
): Promise<readonly unknown[]> {
  return drainPages(pagesOf(client, list, signal));
}

async function* pagesOf(client: ServiceClient, list: ArmResource, signal: AbortSignal | undefined) {
  let link: string | undefined = armUrl(list);
  while (link !== undefined) {
    const page = armPageOf(await readArm(client, link, list.commandName, signal), link);
    link = page.continuationToken;
    yield page;
  }
}
