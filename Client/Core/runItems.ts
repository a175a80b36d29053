import { isCanceled, failureOf, type Failure } from "./failure";

interface RunOptions<T, R> {
  readonly items: readonly T[];
  /** Does it for one item, once. It rejects with `FailureError`. */
  act(item: T): Promise<R>;
  /** How many items are in progress at once. */
  readonly concurrency: number;
  /** Whether what comes after a failure is not sent; with a concurrency of 1, for steps that rest on each other. */
  readonly stopsAtFailure?: boolean;
  /** Stops sending. Writes already sent finish, since the effect of an aborted write is unknown. */
  readonly signal: AbortSignal;
  /** Told of each item as it ends. */
  onOutcome(outcome: Outcome<T, R>): void;
}

/**
 * Does the same to many items. Never rejects: each item has its own outcome, in the order of the items. Once the session has
 * expired nothing more is sent, since it would only be refused.
 */
export async function runItems<T, R>(options: RunOptions<T, R>): Promise<readonly Outcome<T, R>[]> {
  const { items, concurrency, signal, stopsAtFailure = false } = options;
  const outcomes = new Map<number, Outcome<T, R>>();
  const queue = items.entries();
  let isStopped = false;
  // All workers take from the same queue, so a slow item holds up only itself.
  const work = async () => {
    for (const [place, item] of queue) {
      const isSent = !signal.aborted && !isStopped;
      const outcome = isSent ? await outcomeOf(item, options) : ({ item, result: "notSent" } as const);
      isStopped ||= (stopsAtFailure && outcome.result !== "done") || isSignedOut(outcome);
      outcomes.set(place, outcome);
      options.onOutcome(outcome);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, work));
  return items.map((item, place) => outcomes.get(place) ?? { item, result: "notSent" });
}

async function outcomeOf<T, R>(item: T, { act }: RunOptions<T, R>): Promise<Outcome<T, R>> {
  try {
    return { item, result: "done", value: await act(item) };
  } catch (error) {
    return isCanceled(error)
      ? { item, result: "notSent" }
      : { item, result: "failed", failure: failureOf(error), error };
  }
}

function isSignedOut(outcome: Outcome<unknown>): boolean {
  return outcome.result === "failed" && outcome.failure.isSignedOut === true;
}

/** How one item of many ended. `notSent`: the run ended before its turn came, or it is no longer watched. */
export type Outcome<T, R = unknown> =
  | { readonly item: T; readonly result: "done"; readonly value: R }
  /** `error` is what the service rejected with; it may know more than the failure. */
  | { readonly item: T; readonly result: "failed"; readonly failure: Failure; readonly error: unknown }
  | { readonly item: T; readonly result: "notSent" };

export function countOutcomes<T>(outcomes: readonly Outcome<T>[], result: Outcome<T>["result"]): number {
  return outcomes.filter((outcome) => outcome.result === result).length;
}
