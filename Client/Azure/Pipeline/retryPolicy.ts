import {
  isRestError,
  type PipelinePolicy,
  type PipelineRequest,
  type PipelineResponse,
  type SendRequest,
} from "@azure/core-rest-pipeline";
import { timeoutCode } from "./timeoutPolicy";
import { requestedWait, type Clock } from "./waiting";

/** For reads: an error soon is better than a long wait in front of a list. */
const maxRetries = 3;
/** Milliseconds, for all waits of a request together. A longer wait is the user's decision: the failure says how long. */
const longestWait = 60_000;
const firstBackoff = 1_000;

/**
 * Replaces the SDK's retries, which repeat writes blindly, give up on a 429 without Retry-After, never repeat a browser's
 * network error, and wake all throttled callers at the same instant (measured on core-rest-pipeline 1.24.0).
 *
 * A 429 was not carried out and is repeated for every method. Anything else that may pass by itself is repeated only for
 * reads, and the POSTs of Resource Graph and of Policy Insights' queries are some. Hundreds of writes at once outrun ARM's
 * quota for long (200 and 10 more a second): each is repeated for a minute, however often it comes too early.
 */
export function retryPolicy(clock: Clock, random: () => number): PipelinePolicy {
  return {
    name: "retryPolicy",
    async sendRequest(request, next) {
      for (let retry = 0, waited = 0; ; retry += 1) {
        const attempt = await tryOnce(request, next);
        const wait = waitBeforeRetry(request, attempt, retry, clock.now());
        if (wait === undefined || !isWorthIt(request, retry, waited + wait)) {
          return responseOf(attempt);
        }
        waited += wait;
        await clock.sleep(spread(wait, random), request.abortSignal);
      }
    },
  };
}

type Attempt = { readonly response: PipelineResponse } | { readonly error: unknown };

async function tryOnce(request: PipelineRequest, next: SendRequest): Promise<Attempt> {
  try {
    return { response: await next(request) };
  } catch (error) {
    return { error };
  }
}

function responseOf(attempt: Attempt): PipelineResponse {
  if ("error" in attempt) {
    throw attempt.error;
  }
  return attempt.response;
}

/** Milliseconds until the next try; `undefined` when the attempt stands as it is. */
function waitBeforeRetry(
  request: PipelineRequest,
  attempt: Attempt,
  retry: number,
  now: number,
): number | undefined {
  const backoff = firstBackoff * 2 ** retry;
  if ("error" in attempt) {
    return isTransient(attempt.error) && isRead(request) ? backoff : undefined;
  }
  const { status, headers } = attempt.response;
  const repeatable = status === 429 || (isTransientStatus(status) && isRead(request));
  return repeatable ? (requestedWait(headers, now) ?? backoff) : undefined;
}

/** Whether to try once more, after a number of retries and with so many milliseconds waited in all by then. */
function isWorthIt(request: PipelineRequest, retries: number, waited: number): boolean {
  return waited <= longestWait && (retries < maxRetries || !isRead(request));
}

function isTransient(error: unknown): boolean {
  return isRestError(error) && (error.code === "REQUEST_SEND_ERROR" || error.code === timeoutCode);
}

function isTransientStatus(status: number): boolean {
  return status === 408 || status === 500 || status === 502 || status === 503 || status === 504;
}

/** Where a POST only asks. */
const queryPaths = [
  /^\/providers\/microsoft\.resourcegraph\/resources$/i,
  /\/providers\/microsoft\.policyinsights\/componentpolicystates\/latest\/queryresults$/i,
];

/** Requests without effect on the server. */
function isRead(request: PipelineRequest): boolean {
  const { pathname } = new URL(request.url);
  const isQuery = queryPaths.some((path) => path.test(pathname));
  return request.method === "GET" || request.method === "HEAD" || (request.method === "POST" && isQuery);
}

/** Never earlier than asked, up to a quarter later, so that callers who were throttled together return apart. */
function spread(milliseconds: number, random: () => number): number {
  return milliseconds * (1 + random() / 4);
}
