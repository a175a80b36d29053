import type { ServiceClient } from "@azure/core-client";
import { createHttpHeaders, createPipelineRequest, RestError } from "@azure/core-rest-pipeline";
import { FailureError } from "../Domain/failure";
import { fillIn } from "../Domain/fillIn";
import { recordOf, textOf, type JsonRecord } from "../Domain/json";
import { commandNameHeader } from "./arm";
import { Messages } from "./Messages.resjson";
import { requestedWait, type Clock } from "./waiting";

/** What ARM says of a long-running operation. */
export interface OperationProgress {
  /** In ARM's words. */
  readonly status: string;
  readonly elapsedSeconds: number;
  /** From 0 to 100; `undefined` when ARM does not say. */
  readonly percent: number | undefined;
}

export interface FollowedOperation {
  readonly commandName: string;
  /** From the header `Azure-AsyncOperation`. */
  readonly link: string;
  onProgress?(progress: OperationProgress): void;
  /** Stops following; the operation goes on. */
  readonly signal?: AbortSignal | undefined;
}

/** How often to ask when ARM does not say: AKS takes minutes, and refills two of these calls a second. */
const usualWait = 10_000;
const shortestWait = 1_000;

/**
 * Follows a long-running operation to its end. The SDK's own poller would lose the code of what went wrong, the time that ARM
 * asks to wait, and the name of the call. Rejects with `FailureError` for an operation that failed or was cancelled, and with the
 * SDK's error when its state cannot be read.
 */
export async function followOperation(
  { arm, clock }: { readonly arm: ServiceClient; readonly clock: Clock },
  operation: FollowedOperation,
): Promise<void> {
  const startedAt = clock.now();
  const tell = (status: string, percent?: number) =>
    operation.onProgress?.({ status, percent, elapsedSeconds: Math.round((clock.now() - startedAt) / 1000) });
  tell("Accepted");
  for (let wait = shortestWait; ;) {
    await clock.sleep(wait, operation.signal);
    const { body, nextWait } = await readState(arm, operation, clock);
    const status = textOf(body.status);
    if (status === undefined) {
      throw new FailureError({ kind: "unexpected", message: Messages.unreadableOperation });
    }
    tell(status, typeof body.percentComplete === "number" ? body.percentComplete : undefined);
    if (hasEnded(status, body)) {
      return;
    }
    wait = nextWait;
  }
}

/** Whether it has ended well. Throws {@link FailureError} when it has ended otherwise. */
function hasEnded(status: string, body: JsonRecord): boolean {
  switch (status.toLowerCase()) {
    case "succeeded":
      return true;
    case "failed":
    case "canceled":
    case "cancelled": {
      const { code, message } = recordOf(body.error);
      const operationId = textOf(body.name);
      throw new FailureError({
        kind: "unexpected",
        message: textOf(message) ?? fillIn(Messages.operationEnded, status),
        code: textOf(code) ?? status,
        ...(operationId === undefined ? {} : { requestId: operationId }),
      });
    }
    default:
      return false;
  }
}

async function readState(
  arm: ServiceClient,
  { link, commandName, signal }: FollowedOperation,
  clock: Clock,
): Promise<{ readonly body: JsonRecord; readonly nextWait: number }> {
  const request = createPipelineRequest({
    url: link,
    headers: createHttpHeaders({ [commandNameHeader]: commandName }),
    ...(signal ? { abortSignal: signal } : {}),
  });
  const response = await arm.sendRequest(request);
  if (response.status !== 200) {
    throw new RestError(`HTTP ${response.status}`, { statusCode: response.status, request, response });
  }
  const asked = requestedWait(response.headers, clock.now()) ?? usualWait;
  return {
    body: recordOf(JSON.parse(response.bodyAsText ?? "null")),
    nextWait: Math.max(asked, shortestWait),
  };
}
