import type { NewAssignment, PolicyAssignment, PolicyAssignments } from "./policyAssignment";
import type { PolicyDefinition } from "./policyDefinition";

/** Azure Policy around the cluster. All methods reject with `FailureError`, or `AbortError` when canceled. */
export interface PolicyService {
  /** The built-in definition of this GUID. Its failure has the kind `notFound` when there is none (any more). */
  definition(policyId: string, signal?: AbortSignal): Promise<PolicyDefinition>;

  /**
   * Its assignments that reach the cluster: at the cluster, its resource group, its subscription or a management group, by itself
   * or as a part of an initiative. Those that leave the cluster out (`notScopes`) are not among them.
   */
  assignments(definition: PolicyDefinition, signal?: AbortSignal): Promise<PolicyAssignments>;

  /**
   * Assigns a definition, or replaces the assignment of that name at that scope, which the engineer has `seen`; `undefined`: none was
   * there, or it isn't known. Rejects with `ChangedError` and sends nothing where something else is there, unless that was reported
   * before. It takes Azure up to half an hour to bring an assignment into the cluster, and as long again to report what doesn't comply.
   */
  assign(assignment: NewAssignment, seen: PolicyAssignment | undefined, signal?: AbortSignal): Promise<void>;
}
