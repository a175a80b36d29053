import type { WireRequest, WireResponse } from "../../PortalSdk/portalHost";
import type { ArmCaller } from "./callArm";

/** As many as the portal merges into one. */
const mostItems = 20;
/** Side by side; ARM throttles whoever sends more at once. */
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

/** Carries out the items, some of them at once, and answers in their order. Rejects when aborted. */
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
      answers[index] = await call(request, signal);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return answers;
}
