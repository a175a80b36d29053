import { isCancelled } from "./cancelled";
import { failureOf } from "./failure";
import type { Outcome } from "./outcome";

interface BulkOptions<T> {
  readonly items: readonly T[];
  /** Does it for one item. It rejects with `FailureError`. */
  act(item: T): Promise<void>;
  /** How many items are in progress at once. */
  readonly concurrency: number;
  /** Stops sending. Writes already sent finish, since the effect of an aborted write is unknown. */
  readonly signal: AbortSignal;
  /** Told of each item as it ends. */
  onOutcome(outcome: Outcome<T>): void;
}

/** Does the same to many items. Never rejects: each item has its own outcome, in the order of the items. */
export async function runBulk<T>(options: BulkOptions<T>): Promise<readonly Outcome<T>[]> {
  const { items, concurrency } = options;
  const outcomes = new Map<number, Outcome<T>>();
  const queue = items.entries();
  // All workers take from the same queue, so a slow item holds up only itself.
  const work = async () => {
    for (const [place, item] of queue) {
      const outcome = await outcomeOf(item, options);
      outcomes.set(place, outcome);
      options.onOutcome(outcome);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, work));
  return items.map((item, place) => outcomes.get(place) ?? { item, result: "notSent" });
}

async function outcomeOf<T>(item: T, { act, signal }: BulkOptions<T>): Promise<Outcome<T>> {
  if (signal.aborted) {
    return { item, result: "notSent" };
  }
  try {
    await act(item);
    return { item, result: "done" };
  } catch (error) {
    return isCancelled(error)
      ? { item, result: "notSent" }
      : { item, result: "failed", failure: failureOf(error) };
  }
}
