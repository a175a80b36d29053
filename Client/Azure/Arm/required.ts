import { FailureError } from "../../Core/failure";
import { requestIdOf } from "../Pipeline/responseBody";

/**
 * What a mapper read of an answer. Throws {@link FailureError} with this message where it could not read it. `body`: of the answer,
 * which names its request; absent where only a part of it is read.
 */
export function required<T>(value: T | undefined, message: string, body?: unknown): T {
  if (value === undefined) {
    throw new FailureError({ kind: "unexpected", message, ...named(requestIdOf(body)) });
  }
  return value;
}

/** What can't be done with an answer, with the id of its request, if it had one. */
export function named(requestId: string | undefined): { readonly requestId?: string } {
  return requestId === undefined ? {} : { requestId };
}
