import { FailureError } from "./failure";
import type { JsonChange } from "./jsonChanges";

/** Who changed something last, and when; each `undefined` where the service doesn't report it. */
export interface LastChange {
  readonly by: string | undefined;
  readonly at: Date | undefined;
}

/** Nothing was written, because what is there isn't what the engineer saw. Its failure's kind is `conflict`. */
export class ChangedError extends FailureError {
  constructor(
    message: string,
    /** What changed meanwhile; may be empty when only the version did. */
    readonly changed: readonly JsonChange[],
    readonly last: LastChange | undefined,
    code = "PreconditionFailed",
  ) {
    super({ kind: "conflict", code, message });
  }
}
