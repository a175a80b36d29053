import { boundedDepth } from "../../../Client/Core/boundedDepth";
import type { WireRequest, WireResponse } from "../../PortalSdk/portalHost";
import { envelope, type AnswerBatch } from "./batchEndpoint";
import { refusalOf } from "./refusal";

/** Carries out one item of a batch. Rejects with `AzureProblem` when no answer came, and when it is aborted. */
export type ArmCaller = (request: WireRequest, signal: AbortSignal) => Promise<WireResponse>;

/** Answers the items of a batch, in their order. Rejects when aborted, or when none was answered. */
type AnswerItems = (
  requests: readonly WireRequest[],
  signal: AbortSignal,
) => Promise<readonly WireResponse[]>;

/** Answers bodies of batches. What cannot be read as one is said to be none; an answer that is too deep is cut, by itself. */
export function createBatchAnswer(answerItems: AnswerItems): AnswerBatch {
  return async (body, signal) => {
    const requests = readBatch(parse(body));
    if (!requests) {
      const text = JSON.stringify(envelope("InvalidRequestContent", "This is no batch of at most 20 calls."));
      return { status: 400, text };
    }
    const responses = (await answerItems(requests, signal)).map((response) => ({
      ...response,
      content: boundedDepth(response.content),
    }));
    return { status: 200, text: JSON.stringify({ responses }) };
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // Said by the caller.
  }
}

/** As many as the portal merges into one. */
const mostItems = 20;
/** Requests in parallel; ARM throttles clients that send more at once. */
const atOnce = 6;

/** The items of a batch's body; `undefined` when it is no batch. */
export function readBatch(body: unknown): readonly WireRequest[] | undefined {
  const requests = (body as { readonly requests?: unknown } | null)?.requests;
  return Array.isArray(requests) && requests.length <= mostItems && requests.every(isWireRequest)
    ? requests
    : undefined;
}

function isWireRequest(value: unknown): value is WireRequest {
  if (typeof value !== "object" || value === null) {
    return false;
  }
  const { httpMethod, url, name, requestHeaderDetails, requestHeaderDictionary } = value as WireRequest;
  return (
    [httpMethod, url, name, requestHeaderDetails?.commandName].every((part) => typeof part === "string") &&
    Object.values(requestHeaderDictionary ?? {}).every(
      (values) => Array.isArray(values) && values.every((one) => typeof one === "string"),
    )
  );
}

/**
 * Carries out the items, some of them at once, and answers in their order. An item that cannot be carried out is answered with why,
 * by itself: writes of its neighbors may have left. Rejects when aborted.
 */
export async function runBatch(
  requests: readonly WireRequest[],
  call: ArmCaller,
  signal: AbortSignal,
): Promise<readonly WireResponse[]> {
  const answers: WireResponse[] = [];
  const waiting = [...requests.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      signal.throwIfAborted();
      const [index, request] = next;
      answers[index] = await answered(request, call, signal);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return answers;
}

async function answered(request: WireRequest, call: ArmCaller, signal: AbortSignal): Promise<WireResponse> {
  try {
    return await call(request, signal);
  } catch (error) {
    signal.throwIfAborted();
    return refusalOf(request, 502, "BadGateway", error instanceof Error ? error.message : String(error));
  }
}
