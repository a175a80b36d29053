import type { ServiceClient } from "@azure/core-client";
import { createHttpHeaders, createPipelineRequest, RestError } from "@azure/core-rest-pipeline";
import { fillIn } from "../Domain/fillIn";
import { isRecord } from "../Domain/json";
import { armOrigin, commandNameHeader } from "./arm";
import { drainPages } from "./drainPages";
import { notJsonCode } from "./jsonObjectPolicy";
import { Messages } from "./Messages.resjson";

export interface ArmList {
  readonly commandName: string;
  /** Path that starts with `/subscriptions/`. */
  readonly path: string;
  readonly apiVersion: string;
}

/**
 * Reads an ARM list that no SDK client here carries, following `nextLink` to the end. Rejects with `FailureError`, also when a page is not a list.
 */
export function listArm(
  client: ServiceClient,
  list: ArmList,
  signal?: AbortSignal,
): Promise<readonly unknown[]> {
  return drainPages(pagesOf(client, list, signal));
}

async function* pagesOf(
  client: ServiceClient,
  { commandName, path, apiVersion }: ArmList,
  signal?: AbortSignal,
) {
  let link: string | undefined = `${armOrigin}${path}?api-version=${apiVersion}`;
  while (link !== undefined) {
    const page = await readPage(client, link, commandName, signal);
    link = page.continuationToken;
    yield page;
  }
}

async function readPage(client: ServiceClient, url: string, commandName: string, signal?: AbortSignal) {
  const request = createPipelineRequest({
    url,
    method: "GET",
    headers: createHttpHeaders({ [commandNameHeader]: commandName }),
    ...(signal ? { abortSignal: signal } : {}),
  });
  const response = await client.sendRequest(request);
  if (response.status !== 200) {
    throw new RestError(`HTTP ${response.status}`, { statusCode: response.status, request, response });
  }
  const body: unknown = JSON.parse(response.bodyAsText ?? "null");
  if (!isRecord(body) || !Array.isArray(body.value)) {
    throw new RestError(fillIn(Messages.notJson, new URL(url).pathname), { code: notJsonCode, request });
  }
  const values: readonly unknown[] = body.value;
  const next = typeof body.nextLink === "string" ? body.nextLink : undefined;
  return Object.assign([...values], next === undefined ? {} : { continuationToken: next });
}
