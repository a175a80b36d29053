import { readableLine } from "../../../Client/Core/visibleText";
import { countOutcomes, type Outcome } from "../../../Client/Core/runItems";
import { format } from "../../../Client/Core/format";
import type { Failure } from "../../../Client/Core/failure";
import type { NoticeEnd } from "../../../Client/Core/host";
import { Bulk } from "./Bulk.resjson";
import type { AnyRun, RunEnd } from "./operation";

/** How many failures a notification names; the page lists all. */
const mostNamed = 3;
const longestReason = 90;

/** What happened, in one sentence. */
export function summaryOf(outcomes: readonly Outcome<unknown>[]): string {
  const [done, failed, notSent] = (["done", "failed", "notSent"] as const).map((result) =>
    countOutcomes(outcomes, result),
  );
  const parts = [
    format(Bulk.done, done ?? 0, outcomes.length),
    ...(failed ? [format(Bulk.failed, failed)] : []),
    ...(notSent ? [format(Bulk.notSent, notSent)] : []),
  ];
  return parts.join(" ");
}

/** How the end of a run is told: as its operation says, or by its sums. */
export function endOf(run: AnyRun): RunEnd {
  return run.operation.end?.(run) ?? sumsEnd(run);
}

/** How the end of many items is told: the sums, and what went wrong with which. */
export function sumsEnd({ operation, input, title, outcomes }: AnyRun): RunEnd {
  const failures = outcomes.flatMap((outcome) => {
    const name = operation.titleOf?.(outcome.item) ?? title;
    return outcome.result === "failed"
      ? [format(Bulk.outcomeFailed, readableLine(name), reasonOf(outcome.failure))]
      : [];
  });
  const more = failures.length > mostNamed ? [format(Bulk.moreFailures, failures.length - mostNamed)] : [];
  const skipped = operation.skipped?.(input) ?? "";
  const parts = [summaryOf(outcomes), ...failures.slice(0, mostNamed), ...more, skipped];
  return { text: parts.filter((part) => part !== "").join(" "), end: sumsEndOf(outcomes) };
}

/** The missing RBAC action, which tells more than the message around it; else the message. Cut to what a notification has room for. */
function reasonOf({ missingAction, message }: Failure): string {
  const reason = missingAction ?? message;
  return reason.length > longestReason ? `${reason.slice(0, longestReason)}…` : reason;
}

function sumsEndOf(outcomes: readonly Outcome<unknown>[]): NoticeEnd {
  const done = countOutcomes(outcomes, "done");
  if (done === outcomes.length) {
    return "success";
  }
  return done === 0 && countOutcomes(outcomes, "failed") > 0 ? "error" : "warning";
}

/** Why something with a title was not done, in one line. */
export function outcomeText(outcome: Outcome<unknown>, of: string): string {
  const title = readableLine(of);
  return outcome.result === "failed"
    ? format(Bulk.outcomeFailed, title, outcome.failure.message)
    : format(Bulk.outcomeNotSent, title);
}
