import type { Misconfiguration } from "../../../Client/Misconfigurations/misconfiguration";
import { isContainerLevel } from "../../../Client/Core/recommendation";
import { remedyKeyOf } from "../../../Client/Core/recommendationLifecycle";
import { useOwnerOffers } from "../../Features/Ownership/ownedTab";
import { usePolicyFix } from "../../Features/Policy/usePolicyFix";
import { useQuickFixCommand } from "../../Features/QuickFixes/useQuickFixCommand";
import { Recommendations } from "../../Features/Recommendations/Recommendations.resjson";
import type { Selected } from "../../Kit/Model/findingsTab";
import { noOffer, type TriageOffers } from "../../Kit/Triage/triage";
import { misconfigurationFix, misconfigurationRow } from "./misconfigurationRow";

/** What keys do to misconfigurations. */
export function useMisconfigurationTriage({ items }: Selected<Misconfiguration>): TriageOffers {
  const quickFix = useQuickFixCommand(
    items.map((item) => ({ title: item.title, row: misconfigurationFix(item) })),
  );
  return {
    ...useOwnerOffers("misconfigurations", items.map(misconfigurationRow)),
    fix: usePolicyFix(quickFix, policyOf(items)),
    logs: noOffer(Recommendations.noLogs),
  };
}

function policyOf([only, ...others]: readonly Misconfiguration[]): (() => Promise<string>) | undefined {
  const policyId = only && isContainerLevel(remedyKeyOf(only)) ? only.policyId : undefined;
  return policyId === undefined || others.length > 0 ? undefined : () => Promise.resolve(policyId);
}
