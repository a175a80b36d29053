import type { ServiceClient } from "@azure/core-client";
import { createHttpHeaders, createPipelineRequest, RestError } from "@azure/core-rest-pipeline";
import { commandNameHeader } from "./arm";
import { asService } from "./failureFrom";
import { armUrl, type ArmResource } from "./getArm";

/** Creates or replaces an ARM resource that no SDK client here carries; returns what the service has then. Rejects with `FailureError`. */
export function putArm(
  client: ServiceClient,
  resource: ArmResource,
  body: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  return asService(async () => {
    const answer = await writeArm(client, resource, { method: "PUT", body, accepted: [200, 201] }, signal);
    return JSON.parse(answer) as unknown;
  });
}

/** Deletes an ARM resource; one that is not there is as good as deleted. Rejects with `FailureError`. */
export function deleteArm(client: ServiceClient, resource: ArmResource, signal?: AbortSignal): Promise<void> {
  return asService(async () => {
    await writeArm(client, resource, { method: "DELETE", accepted: [200, 204] }, signal);
  });
}

interface ArmWrite {
  readonly method: "PUT" | "DELETE";
  readonly body?: unknown;
  readonly accepted: readonly number[];
}

async function writeArm(
  client: ServiceClient,
  resource: ArmResource,
  { method, body, accepted }: ArmWrite,
  signal: AbortSignal | undefined,
): Promise<string> {
  const request = createPipelineRequest({
    url: armUrl(resource),
    method,
    headers: createHttpHeaders({
      [commandNameHeader]: resource.commandName,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { abortSignal: signal } : {}),
  });
  const response = await client.sendRequest(request);
  if (!accepted.includes(response.status)) {
    throw new RestError(`HTTP ${response.status}`, { statusCode: response.status, request, response });
  }
  return response.bodyAsText ?? "null";
}
