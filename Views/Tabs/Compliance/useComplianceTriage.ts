import type { ComplianceIssue } from "../../../Client/Compliance/compliance";
import { isContainerLevel } from "../../../Client/Core/recommendation";
import { useOwnerOffers } from "../../Features/Ownership/ownedTab";
import { usePolicyFix } from "../../Features/Policy/usePolicyFix";
import { useQuickFixCommand } from "../../Features/QuickFixes/useQuickFixCommand";
import { Recommendations } from "../../Features/Recommendations/Recommendations.resjson";
import type { Selected } from "../../Kit/Model/findingsTab";
import { useFetchDetails } from "../../Kit/Session/useDetails";
import { noOffer, type TriageOffers } from "../../Kit/Triage/triage";
import { readIssue } from "./readIssue";
import { complianceFix, complianceRow, policyIdOf, remedyOf } from "./complianceRow";

/** What keys do to compliance issues. */
export function useComplianceTriage({ items }: Selected<ComplianceIssue>): TriageOffers {
  const fetchDetails = useFetchDetails();
  const quickFix = useQuickFixCommand(items.map((item) => ({ title: item.title, row: complianceFix(item) })));
  const [only, ...others] = items;
  const findPolicy =
    only && others.length === 0 && isContainerLevel(remedyOf(only))
      ? async () => policyIdOf(only, await fetchDetails(...readIssue(only)))
      : undefined;
  return {
    ...useOwnerOffers("compliance", items.map(complianceRow)),
    fix: usePolicyFix(quickFix, findPolicy),
    logs: noOffer(Recommendations.noLogs),
  };
}
