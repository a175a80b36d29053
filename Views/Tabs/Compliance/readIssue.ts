import type { ComplianceDetails, ComplianceIssue } from "../../../Client/Compliance/compliance";
import type { DetailsOf } from "../../Kit/Session/useDetails";

/** A compliance issue in full. */
export function readIssue(issue: ComplianceIssue): DetailsOf<ComplianceDetails> {
  return ["compliance", issue.id, ({ compliance }, signal) => compliance.get(issue, signal)];
}
