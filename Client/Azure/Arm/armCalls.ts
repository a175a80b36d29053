import type { ServiceClient } from "@azure/core-client";
import {
  createHttpHeaders,
  createPipelineRequest,
  RestError,
  type PipelineResponse,
} from "@azure/core-rest-pipeline";
import { armUrl, type ArmAddress } from "../../Core/armUrl";
import { FailureError } from "../../Core/failure";
import { commandNameHeader } from "../Pipeline/arm";
import { asService } from "../Pipeline/failureFrom";
import { bodyOf } from "../Pipeline/responseBody";

/** One ARM call that no SDK client here carries. */
interface ArmCall {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Absolute; the pipeline refuses every origin but ARM's. */
  readonly url: string;
  readonly commandName: string;
  /** JSON, sent as it is. */
  readonly body?: unknown;
  /** `undefined`: sent without a condition. */
  readonly ifMatch?: string | undefined;
}

/** Sends one call. Rejects with the SDK's error for every status that is not one of the expected. */
export async function sendArm(
  client: ServiceClient,
  { method, url, commandName, body, ifMatch }: ArmCall,
  expected: readonly number[],
  signal: AbortSignal | undefined,
): Promise<PipelineResponse> {
  const request = createPipelineRequest({
    url,
    method,
    headers: createHttpHeaders({
      [commandNameHeader]: commandName,
      ...(ifMatch === undefined ? {} : { "if-match": ifMatch }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { abortSignal: signal } : {}),
  });
  const response = await client.sendRequest(request);
  if (!expected.includes(response.status)) {
    throw new RestError(`HTTP ${response.status}`, { statusCode: response.status, request, response });
  }
  return response;
}

export interface ArmResource extends ArmAddress {
  readonly commandName: string;
}

/** Reads one ARM resource that no SDK client here carries. Rejects with `FailureError`. */
export function getArm(client: ServiceClient, resource: ArmResource, signal?: AbortSignal): Promise<unknown> {
  return asService(() => readArm(client, armUrl(resource), resource.commandName, signal));
}

/** The same; `undefined` where there is no such resource. */
export async function getArmOrAbsent(
  client: ServiceClient,
  resource: ArmResource,
  signal?: AbortSignal,
): Promise<unknown> {
  try {
    return await getArm(client, resource, signal);
  } catch (error) {
    if (error instanceof FailureError && error.failure.kind === "notFound") {
      return undefined;
    }
    throw error;
  }
}

/** One call without a body; rejects with the SDK's error for every status but 200. */
export async function readArm(
  client: ServiceClient,
  url: string,
  commandName: string,
  signal: AbortSignal | undefined,
  method: "GET" | "POST" = "GET",
): Promise<unknown> {
  return bodyOf(await sendArm(client, { method, url, commandName }, [200], signal)) ?? null;
}

/** Creates or replaces an ARM resource that no SDK client here carries; returns what the service has then. Rejects with `FailureError`. */
export function putArm(
  client: ServiceClient,
  resource: ArmResource,
  body: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  const call = { method: "PUT", url: armUrl(resource), commandName: resource.commandName, body } as const;
  return asService(async () => bodyOf(await sendArm(client, call, [200, 201], signal)) ?? null);
}

/** Deletes an ARM resource; one that is not there is as good as deleted. Rejects with `FailureError`. */
export function deleteArm(client: ServiceClient, resource: ArmResource, signal?: AbortSignal): Promise<void> {
  const call = { method: "DELETE", url: armUrl(resource), commandName: resource.commandName } as const;
  return asService(async () => {
    await sendArm(client, call, [200, 204], signal);
  });
}
