import type { PipelineResponse } from "@azure/core-rest-pipeline";
import { FailureError, type Failure } from "../../Core/failure";
import { format } from "../../Core/format";
import { dateOf, recordOf, textOf, type JsonRecord } from "../../Core/json";
import { type OperationProgress, operationState } from "../../Core/operationState";
import type { Azure } from "../Pipeline/azure";
import { Messages } from "../Pipeline/Messages.resjson";
import { bodyOf } from "../Pipeline/responseBody";
import { pollArm, type Polling } from "./pollArm";
import { required } from "./required";

/**
 * Follows a long-running operation at the link of its `Azure-AsyncOperation` header to its end. Rejects with `FailureError`
 * when the operation ends in any other way than with success, and says what the service said of it.
 */
export async function followOperation(
  azure: Pick<Azure, "arm" | "clock">,
  polling: Polling,
  onProgress: (progress: OperationProgress) => void,
): Promise<void> {
  await pollArm(azure, polling, (answer, elapsed) => {
    const body = recordOf(bodyOf(answer));
    const status = required(textOf(body.status), Messages.unreadableOperation, bodyOf(answer));
    onProgress({
      status,
      percent: percentOf(body),
      elapsedSeconds: Math.round(elapsedSince(body, azure.clock.now(), elapsed) / 1000),
    });
    return hasEnded(status, () => errorOf(body, answer));
  });
}

/** Whether an operation with this status has succeeded. Throws {@link FailureError} when it ended without success. */
export function hasEnded(status: string, failure: () => Partial<Failure>): boolean {
  const state = operationState(status);
  if (state === "running" || state === "succeeded") {
    return state === "succeeded";
  }
  const text = state === "unknown" ? Messages.operationEndUnknown : Messages.operationEnded;
  throw new FailureError({
    kind: "unexpected",
    message: format(text, status),
    code: status,
    ...failure(),
  });
}

function errorOf(body: JsonRecord, { headers }: PipelineResponse): Partial<Failure> {
  const { code, message } = recordOf(body.error);
  const requestId = headers.get("x-ms-request-id");
  return {
    ...(textOf(code) === undefined ? {} : { code: textOf(code) }),
    ...(textOf(message) === undefined ? {} : { message: textOf(message) }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}

function percentOf({ percentComplete }: JsonRecord): number | undefined {
  return typeof percentComplete === "number" && percentComplete >= 0 && percentComplete <= 100
    ? percentComplete
    : undefined;
}

/** Since the operation began, which may have been before we looked; clocks may differ, but never by less than our own time. */
function elapsedSince({ startTime }: JsonRecord, now: number, watched: number): number {
  const began = dateOf(startTime)?.getTime();
  return Math.max(watched, began === undefined ? 0 : now - began);
}
