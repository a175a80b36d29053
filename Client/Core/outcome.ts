import type { Failure } from "./failure";

/** How one item of many ended. `notSent`: it was canceled before its turn came, and nothing happened to it. */
export type Outcome<T> =
  | { readonly item: T; readonly result: "done" }
  | { readonly item: T; readonly result: "failed"; readonly failure: Failure }
  | { readonly item: T; readonly result: "notSent" };

export function countOutcomes<T>(outcomes: readonly Outcome<T>[], result: Outcome<T>["result"]): number {
  return outcomes.filter((outcome) => outcome.result === result).length;
}
