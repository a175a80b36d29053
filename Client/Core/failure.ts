import { readableText } from "./visibleText";

export type FailureKind =
  "forbidden" | "notFound" | "throttled" | "offline" | "conflict" | "invalid" | "unexpected";

/** Why something could not be read or done, in terms a person can act on. */
export interface Failure {
  readonly kind: FailureKind;
  /** What the service said, or what we found wrong with its answer. */
  readonly message: string;
  /** ARM error code, such as `AuthorizationFailed`; `undefined` when no ARM error was received. */
  readonly code?: string;
  /** What the envelope says beside its code, in the service's order; absent when it says no more. */
  readonly details?: readonly FailureDetail[];
  /** Whether only another sign-in to the portal helps; absent: no, or not there. */
  readonly needsSignIn?: true;
  /** Whether the service no longer takes the caller's token (401), which the next call would find too; absent: it does. */
  readonly isSignedOut?: true;
  /** RBAC action that the caller lacks, when known. */
  readonly missingAction?: string;
  /** How long the service asks callers to wait; `undefined` when it did not say. */
  readonly retryAfterSeconds?: number;
  /** What Microsoft's support needs to find the request. */
  readonly requestId?: string;
}

export interface FailureDetail {
  readonly code: string;
  /** May be empty. */
  readonly message: string;
}

/** How services reject: an error that carries its {@link Failure}; its message is readable and quotes names. A canceled call rejects with `AbortError` instead. */
export class FailureError extends Error {
  override readonly name = "FailureError";

  readonly failure: Failure;

  constructor(failure: Failure) {
    const message = readableText(failure.message);
    super(message);
    this.failure = { ...failure, message };
  }
}

/** The failure inside anything that was thrown. */
export function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) {
    return error.failure;
  }
  return {
    kind: "unexpected",
    message: readableText(error instanceof Error ? error.message : String(error)),
  };
}

/** How a canceled call ends, under the name that the web platform and the Azure SDK give it. Canceled is not failed. */
export class CanceledError extends Error {
  override readonly name = "AbortError";

  constructor() {
    super("The call was canceled.");
  }
}

export function isCanceled(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}
