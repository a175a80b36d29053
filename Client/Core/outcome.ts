import type { Failure } from "./failure";

/** How one item of many ended. `notSent`: the run ended before its turn came, or it is no longer watched. */
export type Outcome<T, R = unknown> =
  | { readonly item: T; readonly result: "done"; readonly value: R }
  /** `error` is what the service rejected with; it may know more than the failure. */
  | { readonly item: T; readonly result: "failed"; readonly failure: Failure; readonly error: unknown }
  | { readonly item: T; readonly result: "notSent" };

export function countOutcomes<T>(outcomes: readonly Outcome<T>[], result: Outcome<T>["result"]): number {
  return outcomes.filter((outcome) => outcome.result === result).length;
}
