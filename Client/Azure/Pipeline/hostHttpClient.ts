import {
  createHttpHeaders,
  RestError,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from "@azure/core-rest-pipeline";
import { boundedDepth } from "../../Core/boundedDepth";
import { CanceledError, isCanceled } from "../../Core/failure";
import { format } from "../../Core/format";
import { commandNameHeader } from "./arm";
import { Messages } from "./Messages.resjson";
import { responseWith } from "./responseBody";

/** One ARM call as the host carries it out. The host authorizes it: no token passes through here. */
export interface HostRequest {
  readonly method: string;
  /** Absolute ARM URI. */
  readonly uri: string;
  readonly commandName: string;
  /** Headers that are the caller's business, such as `If-Match`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; `undefined` when there is no body. */
  readonly body: unknown;
}

export interface HostResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, text that was not JSON, or `undefined` when there was no body. */
  readonly body: unknown;
}

/** Carries out one call. Resolves for every HTTP status; rejects only when no answer came. */
export type HostSend = (request: HostRequest) => Promise<HostResponse>;

/** Set by the pipeline for its own transport; the host has its own. */
const transportHeaders = new Set([
  "accept",
  "accept-encoding",
  "authorization",
  "content-length",
  "content-type",
  "user-agent",
  "x-ms-useragent",
  commandNameHeader,
]);

/** The SDK clients' transport: every request goes through the host, which merges those of one tick into one HTTP call. */
export function createHostHttpClient(send: HostSend): HttpClient {
  return {
    async sendRequest(request) {
      const answer = await abortable(request, () => send(toHostRequest(request)));
      return toPipelineResponse(request, answer);
    },
  };
}

function toHostRequest(request: PipelineRequest): HostRequest {
  const headers = Object.entries(request.headers.toJSON()).filter(([name]) => !transportHeaders.has(name));
  return {
    method: request.method,
    uri: request.url,
    commandName: request.headers.get(commandNameHeader) ?? "Client/Unnamed",
    headers: Object.fromEntries(headers),
    body: typeof request.body === "string" ? (JSON.parse(request.body) as unknown) : undefined,
  };
}

function toPipelineResponse(request: PipelineRequest, answer: HostResponse): PipelineResponse {
  const headers = createHttpHeaders({ ...answer.headers, "content-type": "application/json" });
  return responseWith(readableBody(request, answer.body), { request, status: answer.status, headers });
}

/**
 * Rows of Resource Graph are only looked at: of one that is too deep, the depths are cut off. Anything else may be written back,
 * and what was cut off would be lost then.
 */
function readableBody(request: PipelineRequest, body: unknown): unknown {
  const bounded = boundedDepth(body);
  if (bounded === body) {
    return body;
  }
  if (!/\/providers\/microsoft\.resourcegraph\/resources$/i.test(new URL(request.url).pathname)) {
    throw new RestError(format(Messages.tooDeep, new URL(request.url).pathname), {
      code: "TooDeep",
      request,
    });
  }
  return bounded;
}

/** Hosts cannot take a request back, so an aborted one is let go of and its answer ignored. */
async function abortable(request: PipelineRequest, send: () => Promise<HostResponse>): Promise<HostResponse> {
  const signal = request.abortSignal;
  if (signal?.aborted) {
    throw new CanceledError();
  }
  let onAbort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(new CanceledError());
    signal?.addEventListener("abort", onAbort);
  });
  try {
    return await Promise.race([send(), aborted]);
  } catch (error) {
    throw isCanceled(error) ? error : sendError(request, error);
  } finally {
    signal?.removeEventListener("abort", onAbort);
  }
}

function sendError(request: PipelineRequest, error: unknown): RestError {
  const message = error instanceof Error ? error.message : String(error);
  return new RestError(message, { code: RestError.REQUEST_SEND_ERROR, request });
}
