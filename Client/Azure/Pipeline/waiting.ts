import type { HttpHeaders, PipelineRequest } from "@azure/core-rest-pipeline";
import { delay } from "@azure/core-util";

/** Time as the pipeline sees it; tests replace it so that they never sleep. */
export interface Clock {
  now(): number;
  /** Rejects with `AbortError` as soon as the signal aborts. */
  sleep(milliseconds: number, signal: PipelineRequest["abortSignal"]): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) => delay(milliseconds, signal ? { abortSignal: signal } : {}),
};

/**
 * How long the service asks callers to wait, in milliseconds: `Retry-After` in seconds or as a date, or Resource Graph's
 * `x-ms-user-quota-resets-after` (hh:mm:ss). `undefined` when it does not say.
 */
export function requestedWait(headers: HttpHeaders, now: number): number | undefined {
  const retryAfter = headers.get("retry-after");
  if (retryAfter !== undefined) {
    return retryAfterMilliseconds(retryAfter, now);
  }
  return durationMilliseconds(headers.get("x-ms-user-quota-resets-after"));
}

function retryAfterMilliseconds(value: string, now: number): number | undefined {
  if (/^\d+(\.\d+)?$/.test(value.trim())) {
    return Number(value) * 1000;
  }
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Reads hh:mm:ss. */
export function durationMilliseconds(value: string | undefined): number | undefined {
  const match = /^(\d+):(\d\d):(\d\d)(?:\.\d+)?$/.exec(value ?? "");
  if (!match) {
    return undefined;
  }
  const [, hours, minutes, seconds] = match.map(Number);
  return (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000;
}
