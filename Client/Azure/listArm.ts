import type { ServiceClient } from "@azure/core-client";
import { RestError } from "@azure/core-rest-pipeline";
import { fillIn } from "../Domain/fillIn";
import { isRecord } from "../Domain/json";
import { drainPages } from "./drainPages";
import { armUrl, readArm, type ArmResource } from "./getArm";
import { notJsonCode } from "./jsonObjectPolicy";
import { Messages } from "./Messages.resjson";

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
    const page = pageOf(await readArm(client, link, list.commandName, signal), link);
    link = page.continuationToken;
    yield page;
  }
}

function pageOf(body: unknown, url: string): unknown[] & { continuationToken?: string } {
  if (!isRecord(body) || !Array.isArray(body.value)) {
    throw new RestError(fillIn(Messages.notJson, new URL(url).pathname), { code: notJsonCode });
  }
  const values: readonly unknown[] = body.value;
  const next = typeof body.nextLink === "string" ? { continuationToken: body.nextLink } : {};
  return Object.assign([...values], next);
}
