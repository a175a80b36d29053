/** State of a long-running operation, or of a resource that one is changing. `unknown`: it ended, with an unknown result. */
type OperationState = "running" | "succeeded" | "failed" | "canceled" | "unknown";

/**
 * Words of operations that go on and do not say so with an `-ing`: of ARM, and those that Azure's own clients take for it
 * (core-lro 3).
 */
const running: ReadonlySet<string> = new Set([
  "accepted",
  "inprogress",
  "initialized",
  "notstarted",
  "pending",
  "queued",
  "scheduled",
  "started",
  "submitted",
]);

const ends: Readonly<Partial<Record<string, OperationState>>> = {
  succeeded: "succeeded",
  success: "succeeded",
  failed: "failed",
  failure: "failed",
  canceled: "canceled",
  cancelled: "canceled",
};

/**
 * Reads a status of ARM or a provisioning state of a resource, in any letter case and spelling (`In Progress`, `Cancelled`).
 *
 * The one assumption here: what goes on says so, with a verb that ends in `-ing` (`UpgradingNodeImageVersion`, `Rolling back`)
 * or with one of the known words. Any other word is an end. ARM's guideline would have every service use only three words for
 * an end, yet services use others (`TimedOut`, `Aborted`, `PartiallySucceeded`), and an operation that is over must not be
 * watched for hours. An unknown end doesn't count as success.
 */
export function operationState(status: string): OperationState {
  const word = status.replace(/[^a-z]/gi, "").toLowerCase();
  const [verb = ""] = /[A-Z]?[a-z]+|[A-Z]+/.exec(status) ?? [];
  if (running.has(word) || verb.toLowerCase().endsWith("ing") || /ing$/.test(word)) {
    return "running";
  }
  return Object.hasOwn(ends, word) ? (ends[word] ?? "unknown") : "unknown";
}

/** How far a long-running operation is. */
export interface OperationProgress {
  /** As ARM says it: `InProgress`, `Updating`, `Succeeded`, … */
  readonly status: string;
  /** 0 to 100; `undefined` when the service does not say. */
  readonly percent: number | undefined;
  readonly elapsedSeconds: number;
}
