import { FailureError } from "../../Core/failure";

/** What a mapper read of an answer. Throws {@link FailureError} with this message where it could not read it. */
export function required<T>(value: T | undefined, message: string): T {
  if (value === undefined) {
    throw new FailureError({ kind: "unexpected", message });
  }
  return value;
}
