import { readableLine } from "../../../Client/Core/visibleText";
import { format } from "../../../Client/Core/format";
import type { Outcome } from "../../../Client/Core/outcome";
import { Bulk } from "./Bulk.resjson";

/** Why something with a title was not done, in one line. */
export function outcomeText(outcome: Outcome<unknown>, of: string): string {
  const title = readableLine(of);
  return outcome.result === "failed"
    ? format(Bulk.outcomeFailed, title, outcome.failure.message)
    : format(Bulk.outcomeNotSent, title);
}
