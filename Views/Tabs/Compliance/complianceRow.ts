import type { ComplianceDetails, ComplianceIssue } from "../../../Client/Compliance/compliance";
import { builtInPolicies } from "../../../Client/Core/builtInPolicies";
import { remedyKeyOf } from "../../../Client/Core/recommendationLifecycle";
import { isResolved } from "../../../Client/Core/ownership";
import type { OwnedRow } from "../../Features/Ownership/ownedRow";
import { fixRowOf, type FixRow } from "../../Features/QuickFixes/fixRow";

/** A compliance issue for the owner commands: all failing assessments of its recommendation, or of its category. */
export function complianceRow(issue: ComplianceIssue): OwnedRow {
  const { id, title, recommendation, initiative, ownership } = issue;
  return { id, title, key: { kind: "recommendation", id: recommendation, initiative }, ownership };
}

/** A compliance issue for its quick fix; `undefined` when it has none. */
export function complianceFix(issue: ComplianceIssue): FixRow | undefined {
  const { recommendation, assessmentId, title, ownership } = issue;
  return isResolved(ownership.status) ? undefined : fixRowOf(recommendation, assessmentId, title);
}

/** Key under which the remedy of an issue is known. */
export function remedyOf({ recommendation, title }: ComplianceIssue): string {
  return remedyKeyOf({ key: recommendation, title });
}

/** Id of the built-in policy behind an issue, a GUID; `undefined` when there is none. */
export function policyIdOf(
  issue: ComplianceIssue,
  { policyId }: Pick<ComplianceDetails, "policyId">,
): string | undefined {
  const key = remedyOf(issue);
  return policyId ?? (key === issue.recommendation ? undefined : builtInPolicies.get(key)?.policyId);
}
