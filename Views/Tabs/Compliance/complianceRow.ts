import type { ComplianceIssue } from "../../../Client/Domain/compliance";
import type { OwnedRow } from "../../Findings/Ownership/ownedRow";

/** A compliance issue as somebody's to mend: everything that fails its recommendation, or its category of recommendations. */
export function complianceRow({ id, title, recommendation, ownership }: ComplianceIssue): OwnedRow {
  return { id, title, key: { kind: "recommendation", id: recommendation }, ownership };
}
