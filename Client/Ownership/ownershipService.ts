import type { UnderlyingAssessment, FindingKey, OwnershipChange } from "./underlyingAssessment";
import type { Assignment, AssignmentChange } from "./assignment";

/** What findings stand for, as far as it could be read. */
export interface UnderlyingAssessments {
  /** Each assessment once, the worst first. */
  readonly assessments: readonly UnderlyingAssessment[];
  /** How many more there are that could not be read. */
  readonly unreadable: number;
}

/** Owners and due dates of assessments. All methods reject with `FailureError`, or `AbortError` when canceled. */
export interface OwnershipService {
  /** The failing assessments that findings stand for, with who owns each; what was changed here is taken into account. */
  underlyingAssessments(keys: readonly FindingKey[], signal?: AbortSignal): Promise<UnderlyingAssessments>;

  /** The current assignment in ARM of the assessment with this ARM id; `undefined`: it has none. */
  get(assessmentId: string, signal?: AbortSignal): Promise<Assignment | undefined>;

  /**
   * Changes the assignment of an assessment, or makes one. Properties that the change does not name stay. `now` is the day from
   * which due dates by level count.
   */
  assign(assessment: UnderlyingAssessment, change: AssignmentChange, now: Date): Promise<void>;

  /** Takes an assessment from its owner. No error when it has none. */
  remove(assessment: UnderlyingAssessment): Promise<void>;

  /** Changes made on this page that lists do not show yet, as far as is known without asking. */
  changes(): readonly OwnershipChange[];

  /** The same, after asking Resource Graph which of them it shows by now. Sends nothing when there are no changes. */
  pendingChanges(signal?: AbortSignal): Promise<readonly OwnershipChange[]>;
}
