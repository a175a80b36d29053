import { authorizedIpRangesFix } from "./authorizedIpRangesFix";
import { defenderProfileFix } from "./defenderProfileFix";
import { diagnosticLogsFix } from "./diagnosticLogsFix";
import { policyAddOnFix } from "./policyAddOnFix";
import type { QuickFixName } from "./quickFixKeys";
import { type FixInputs, type QuickFix } from "./quickFix";

export const quickFixes: { readonly [N in QuickFixName]: QuickFix<FixInputs[N]> } = {
  policyAddOn: policyAddOnFix,
  defenderProfile: defenderProfileFix,
  authorizedIpRanges: authorizedIpRangesFix,
  diagnosticLogs: diagnosticLogsFix,
};
