import type { Failure } from "../Core/failure";
import type { Right } from "../Core/rbac";

/** A finding whose end can be proven. */
export interface ProofSubject {
  readonly kind: "alert" | "component" | "misconfiguration" | "compliance";
  /** ARM id as its list has it: of the alert, the component, the assessment, or the regulatory compliance assessment. */
  readonly id: string;
}

/**
 * What the query says of a finding. `gone`: it shows no row, and the caller may see such rows. `unknown`: it could be there unseen.
 * Resource Graph is some minutes behind, so that an answer is as old as that.
 */
export type ProofAnswer =
  | { readonly state: "open" | "gone"; readonly asOf: Date }
  | { readonly state: "unknown"; readonly why: "unreadable" }
  | { readonly state: "unknown"; readonly why: "permission"; readonly right: Right }
  | { readonly state: "unknown"; readonly why: "rightsUnread"; readonly failure: Failure };

export interface ProofService {
  /** KQL of Resource Graph for exactly this finding: a row with its id while it's there, and none after. Never rejects. */
  queryFor(subject: ProofSubject): Promise<string>;
  /** Runs it. Rejects with `FailureError`, or `AbortError` when canceled. */
  check(subject: ProofSubject, signal?: AbortSignal): Promise<ProofAnswer>;
}
