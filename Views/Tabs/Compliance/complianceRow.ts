import type { ComplianceIssue } from "../../../Client/Compliance/compliance";
import { isResolved } from "../../../Client/Core/ownership";
import type { OwnedRow } from "../../Features/Ownership/ownedRow";
import { fixRowOf, type FixRow } from "../../Features/QuickFixes/fixRow";

/** A compliance issue as somebody's to mend: everything that fails its recommendation, or its category of recommendations. */
export function complianceRow(issue: ComplianceIssue): OwnedRow {
  const { id, title, recommendation, initiative, ownership } = issue;
  return { id, title, key: { kind: "recommendation", id: recommendation, initiative }, ownership };
}

/** A compliance issue as a quick fix mends it; `undefined` where there is none. */
export function complianceFix(issue: ComplianceIssue): FixRow | undefined {
  const { recommendation, assessmentId, title, ownership } = issue;
  return isResolved(ownership.status) ? undefined : fixRowOf(recommendation, assessmentId, title);
}
