import type { PipelineResponse } from "@azure/core-rest-pipeline";
import { FailureError } from "../../Core/failure";
import { format } from "../../Core/format";
import type { Azure } from "../Pipeline/azure";
import { Messages } from "../Pipeline/Messages.resjson";
import { sendArm } from "./armCalls";
import { requestedWait, type Clock } from "../Pipeline/waiting";

/** What is asked for again and again, and how the caller follows it. */
export interface Polling {
  readonly url: string;
  readonly commandName: string;
  readonly signal?: AbortSignal | undefined;
}

const defaultWait = 5_000;
const longestWait = 60_000;
/** Creating a large cluster takes less. */
const mostMinutes = 120;

/**
 * Reads a resource again and again until `isOver` says so; it is told of every answer. Waits as long as the service asks
 * (`Retry-After`), 5 seconds where it does not say. Rejects with `FailureError` after two hours, with the SDK's error when a
 * read fails, with `AbortError` when canceled.
 *
 * Not by core-lro: its poller begins with the answer to the write, while a fix is also followed from its link alone after the
 * page was closed; it reads no percentage, and it has neither a bound nor a clock that tests could set.
 */
export async function pollArm(
  { arm, clock }: Pick<Azure, "arm" | "clock">,
  { url, commandName, signal }: Polling,
  isOver: (answer: PipelineResponse, elapsed: number) => boolean,
): Promise<void> {
  const startedAt = clock.now();
  for (;;) {
    const answer = await sendArm(arm, { method: "GET", url, commandName }, [200], signal);
    const elapsed = clock.now() - startedAt;
    if (isOver(answer, elapsed)) {
      return;
    }
    if (elapsed > mostMinutes * 60_000) {
      throw new FailureError({
        kind: "unexpected",
        message: format(Messages.operationTooLong, mostMinutes),
      });
    }
    await clock.sleep(waitAfter(answer, clock), signal);
  }
}

/** Never none at all: a service that asks for zero would be asked without end. */
function waitAfter({ headers }: PipelineResponse, clock: Clock): number {
  const asked = requestedWait(headers, clock.now()) ?? defaultWait;
  return Math.min(longestWait, Math.max(1_000, asked));
}
