import { isRestError, RestError, type PipelineResponse } from "@azure/core-rest-pipeline";
import { FailureError } from "../../Core/failure";
import { format } from "../../Core/format";
import type { Azure } from "../Pipeline/azure";
import { timeoutCode } from "../Pipeline/timeoutPolicy";
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
/** Milliseconds for a read with its retries, each of them given up after a minute. */
const longestTry = 5 * 60_000;
/** Creating a large cluster takes less. */
const mostMinutes = 120;
/** A laptop that wakes up has no network for a while; the operation went on without it. */
const mostSilence = 10 * 60_000;

/**
 * Reads a resource again and again until `isOver` says so; it is told of every answer. Waits as long as the service asks
 * (`Retry-After`), 5 seconds where it does not say. Rejects with `FailureError` after two hours, with the SDK's error when a
 * read fails, with `AbortError` when canceled. Time in which the machine slept isn't counted, and a service that can't be reached
 * is asked again for ten minutes.
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
  let watched = 0;
  let silence = 0;
  for (;;) {
    const beganAt = clock.now();
    const answer = await answerOrSilence(() =>
      sendArm(arm, { method: "GET", url, commandName }, [200], signal),
    );
    if ("response" in answer && isOver(answer.response, clock.now() - startedAt)) {
      return;
    }
    if (watched > mostMinutes * 60_000) {
      throw new FailureError({
        kind: "unexpected",
        message: format(Messages.operationTooLong, mostMinutes),
      });
    }
    const wait = "response" in answer ? waitAfter(answer.response, clock) : defaultWait;
    await clock.sleep(wait, signal);
    // A longer time than that has been slept through.
    const passed = Math.min(clock.now() - beganAt, longestTry + wait);
    watched += passed;
    silence = "response" in answer ? 0 : silence + passed;
    if ("error" in answer && silence > mostSilence) {
      throw answer.error;
    }
  }
}

/** An answer, or the error of a service that wasn't reached. Rejects with every other error. */
async function answerOrSilence(
  ask: () => Promise<PipelineResponse>,
): Promise<{ readonly response: PipelineResponse } | { readonly error: unknown }> {
  try {
    return { response: await ask() };
  } catch (error) {
    if (isRestError(error) && (error.code === RestError.REQUEST_SEND_ERROR || error.code === timeoutCode)) {
      return { error };
    }
    throw error;
  }
}

/** Never none at all: a service that asks for zero would be asked without end. */
function waitAfter({ headers }: PipelineResponse, clock: Clock): number {
  const asked = requestedWait(headers, clock.now()) ?? defaultWait;
  return Math.min(longestWait, Math.max(1_000, asked));
}
