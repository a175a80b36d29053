import { readableLine } from "../../../Client/Core/visibleText";
import { fillIn } from "../../../Client/Core/fillIn";
import type { Outcome } from "../../../Client/Core/outcome";
import { Bulk } from "./Bulk.resjson";

/** Why something with a title was not done, in one line. */
export function outcomeText(outcome: Outcome<unknown>, of: string): string {
  const title = readableLine(of);
  return outcome.result === "failed"
    ? fillIn(Bulk.outcomeFailed, title, outcome.failure.message)
    : fillIn(Bulk.outcomeNotSent, title);
}
