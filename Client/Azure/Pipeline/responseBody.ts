import type { HttpHeaders, PipelinePolicy, PipelineResponse } from "@azure/core-rest-pipeline";
import { isRecord } from "../../Core/json";

/** Bodies as they were sent: the SDK clients replace `parsedBody` with their models. */
const bodies = new WeakMap<PipelineResponse, unknown>();

/** By the body of the answer: what a mapper can't read is found after the answer itself is gone. */
const requestIds = new WeakMap<object, string>();

/** What Microsoft's support needs to find a request. `undefined`: the answer doesn't say. */
export function requestIdIn(headers: HttpHeaders): string | undefined {
  return headers.get("x-ms-request-id") ?? headers.get("x-ms-correlation-request-id");
}

/** The same of the answer that had this body, as {@link bodyOf} returned it. */
export function requestIdOf(body: unknown): string | undefined {
  return isRecord(body) ? requestIds.get(body) : undefined;
}

function remember(response: PipelineResponse, body: unknown): void {
  bodies.set(response, body);
  const requestId = requestIdIn(response.headers);
  if (isRecord(body) && requestId !== undefined) {
    requestIds.set(body, requestId);
  }
}

/**
 * The JSON of an answer as the service sent it, parsed at most once; `undefined` where there is none. Throws `SyntaxError` for a
 * text that isn't JSON.
 */
export function bodyOf(response: PipelineResponse): unknown {
  if (!bodies.has(response)) {
    remember(response, response.bodyAsText ? (JSON.parse(response.bodyAsText) as unknown) : undefined);
  }
  return bodies.get(response);
}

/** An answer whose JSON the host has parsed already. What is an object, of a failure too, is not written out as text again. */
export function responseWith(
  body: unknown,
  response: Omit<PipelineResponse, "bodyAsText">,
): PipelineResponse {
  if (!isRecord(body)) {
    return { ...response, bodyAsText: body === undefined ? "" : JSON.stringify(body) };
  }
  // Where there is no text, core-client takes the parsed body.
  const parsed = { ...response, parsedBody: body };
  remember(parsed, body);
  return parsed;
}

/** For clients built on `@azure-rest/core-client`, which read the text only. */
export function bodyTextPolicy(): PipelinePolicy {
  return {
    name: "bodyTextPolicy",
    async sendRequest(request, next) {
      const response = await next(request);
      response.bodyAsText ??= JSON.stringify(bodyOf(response));
      return response;
    },
  };
}
