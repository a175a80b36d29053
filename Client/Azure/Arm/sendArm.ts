import type { ServiceClient } from "@azure/core-client";
import {
  createHttpHeaders,
  createPipelineRequest,
  RestError,
  type PipelineResponse,
} from "@azure/core-rest-pipeline";
import { commandNameHeader } from "../Pipeline/arm";

/** One ARM call that no SDK client here carries. */
export interface ArmCall {
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

/** The JSON of an answer; `undefined` where it has none. */
export function bodyOf({ bodyAsText }: PipelineResponse): unknown {
  return bodyAsText ? (JSON.parse(bodyAsText) as unknown) : undefined;
}
