import { fillIn } from "../../Client/Domain/fillIn";
import type { Outcome } from "../../Client/Domain/outcome";
import { Bulk } from "./Bulk.resjson";

/** Why something with a title was not done, in one line. */
export function outcomeText(outcome: Outcome<unknown>, title: string): string {
  return outcome.result === "failed"
    ? fillIn(Bulk.outcomeFailed, title, outcome.failure.message)
    : fillIn(Bulk.outcomeNotSent, title);
}
