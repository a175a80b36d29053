import { createBatcher } from "./batcher";
import { portalHost } from "./portalConnection";
import type { WireResponse } from "./portalHost";

/** Flags of a request, to be combined. Values as the SDK declares them [T]. */
export enum RequestOptions {
  None = 0,
  DebounceNextTick = 1,
  Debounce100ms = 2,
  DebounceOneMinute = 4,
  RetryForce = 8,
  RetrySkip = 16,
  ResponseCacheEnabled = 32,
  ResponseCacheSkip = 64,
  RetrySkipOnForbidden = 128,
  DebounceImmediately = 256,
}

export const HeaderNames = { CommandName: "x-ms-command-name" } as const;

export type HttpMethod = "GET" | "HEAD" | "POST" | "PUT" | "DELETE" | "PATCH";

/** [T] */
export interface BatchSettings {
  /** Absolute ARM URI, or relative to ARM with its api-version. */
  readonly uri: string;
  /** Absent: GET. */
  readonly type?: HttpMethod;
  readonly content?: unknown;
  readonly options?: number;
  /** Name of the call in telemetry, at most 60 characters. */
  readonly setTelemetryHeader?: string;
  readonly requestHeaderDictionary?: Readonly<Record<string, string[]>>;
}

/** [T] */
export interface BatchResponseItem<T> {
  readonly content: T;
  readonly headers: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
}

/**
 * How a failed call rejects. That `httpStatusCode` is there is proven by samples [S]; the threshold of 400 and the other two
 * are this stand-in's choice [I].
 */
export class BatchError extends Error {
  constructor(
    readonly httpStatusCode: number,
    readonly content: unknown,
    readonly headers: Readonly<Record<string, string>>,
  ) {
    super(`The request failed with status ${httpStatusCode}.`);
  }
}

const longestName = 60;
const batcher = createBatcher(async (requests) => (await portalHost()).batch(requests));

/**
 * One ARM call. The portal authorizes it, and sends it together with the other calls of the same tick, at most 20 at a time.
 * Rejects with {@link BatchError} for a status of 400 or more [S, I], and with the portal's error when no answer came.
 */
export async function batch<T>(settings: BatchSettings): Promise<BatchResponseItem<T>> {
  const response = await send(settings);
  if (response.httpStatusCode >= 400) {
    throw new BatchError(response.httpStatusCode, response.content, response.headers);
  }
  return toItem<T>(response);
}

function send(settings: BatchSettings): Promise<WireResponse> {
  const { uri, type = "GET", content, options = RequestOptions.None, requestHeaderDictionary } = settings;
  const commandName = settings.setTelemetryHeader?.trim() ?? "";
  if (commandName === "" || commandName.length > longestName) {
    throw new Error(`The call of ${uri} needs a telemetry name of 1 to ${longestName} characters.`);
  }
  const request = {
    httpMethod: type,
    url: uri,
    requestHeaderDetails: { commandName },
    ...(requestHeaderDictionary ? { requestHeaderDictionary } : {}),
    ...(content === undefined ? {} : { content }),
  };
  const atOnce = (options & RequestOptions.DebounceImmediately) !== 0;
  return batcher.send(request, atOnce);
}

function toItem<T>({ content, headers, httpStatusCode }: WireResponse): BatchResponseItem<T> {
  // The portal passes on what ARM sent, unchecked; so does its declaration.
  return { content: content as T, headers, httpStatusCode };
}
