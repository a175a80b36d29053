import {
  createDefaultHttpClient,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  isRestError,
  proxyPolicy,
  tlsPolicy,
  type HttpMethods,
  type TlsSettings,
} from "@azure/core-rest-pipeline";
import { format } from "../../../Client/Core/format";
import { recordOf, textOf } from "../../../Client/Core/json";
import { AzureMode } from "./AzureMode.resjson";
import { AzureProblem } from "./azureProblem";

export interface ArmCall {
  readonly method: string;
  /** Path and query; the transport sends nowhere but to its origin. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON, sent as it is. */
  readonly content?: unknown;
  /** Absent: sent without a token. */
  readonly token?: string;
  readonly signal?: AbortSignal | undefined;
}

export interface ArmAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; text that was none; `undefined` without a body. */
  readonly content: unknown;
}

/** Sends one call to ARM. Rejects with {@link AzureProblem} `noNetwork` when no answer came, and with `AbortError`. */
export type ArmTransport = (call: ArmCall) => Promise<ArmAnswer>;

/** Milliseconds. The view gives up after a minute, and nothing waits longer. */
const longestWait = 100_000;

/**
 * Calls to one origin over TLS, through the proxy of the environment if there is one. Neither retries nor redirects are followed:
 * the first is the client's business, the second could lead a token elsewhere.
 */
export function createArmTransport(origin: string, tls?: TlsSettings): ArmTransport {
  const pipeline = createEmptyPipeline();
  const proxy = proxyPolicy();
  pipeline.addPolicy(proxy);
  pipeline.addPolicy(tlsPolicy(tls));
  const client = createDefaultHttpClient();
  return async ({ method, target, headers = {}, content, token, signal }) => {
    const request = createPipelineRequest({
      url: `${origin}${target}`,
      method: method as HttpMethods, // Those of the allow-list.
      timeout: 0,
      headers: createHttpHeaders({
        ...headers,
        accept: "application/json",
        ...(content === undefined ? {} : { "content-type": "application/json" }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      }),
      ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    });
    try {
      const answer = await inTime(signal, (abortSignal) => {
        request.abortSignal = abortSignal;
        return pipeline.sendRequest(client, request);
      });
      return {
        status: answer.status,
        headers: answer.headers.toJSON(),
        content: parse(answer.bodyAsText),
      };
    } catch (error) {
      throw isRestError(error) ? noNetwork(origin, error) : error;
    }
  };
}

/**
 * In place of the timeout of the SDK, which goes on after a call that failed, and keeps the process alive until then. Not by
 * `AbortSignal.any` of `AbortSignal.timeout`: Node 20 collects such a signal as garbage, and it never aborts.
 */
async function inTime<T>(
  signal: AbortSignal | undefined,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const ending = new AbortController();
  const end = () => ending.abort();
  const timer = setTimeout(end, longestWait);
  signal?.addEventListener("abort", end);
  if (signal?.aborted) {
    end();
  }
  try {
    return await call(ending.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", end);
  }
}

/** What an answer says is wrong: ARM's message, or the status. */
export function saidBy({ status, content }: ArmAnswer): string {
  const { code, message } = recordOf(recordOf(content).error);
  return [textOf(code) ?? `HTTP ${status}`, textOf(message)].filter(Boolean).join(": ");
}

export function noNetwork(origin: string, { code, message }: { code?: string; message: string }) {
  return new AzureProblem("noNetwork", format(AzureMode.noNetwork, new URL(origin).host, code ?? message));
}

function parse(text: string | null | undefined): unknown {
  if (!text) {
    return undefined;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // A page of a proxy; the client says so.
  }
}
