import { authorizedIpRangesFix } from "./authorizedIpRangesFix";
import { defenderProfileFix } from "./defenderProfileFix";
import { diagnosticLogsFix } from "./diagnosticLogsFix";
import { policyAddOnFix } from "./policyAddOnFix";
import { quickFixNames, type QuickFixName } from "./quickFixKeys";
import { type FixInputs, type QuickFix } from "./quickFix";
import { quickFixKeys } from "./quickFixKeys";

export const quickFixes: { readonly [N in QuickFixName]: QuickFix<FixInputs[N]> } = {
  policyAddOn: policyAddOnFix,
  defenderProfile: defenderProfileFix,
  authorizedIpRanges: authorizedIpRangesFix,
  diagnosticLogs: diagnosticLogsFix,
};

/** The quick fix for a recommendation's key, in any letter case; `undefined` when it has none. */
export function quickFixFor(key: string): QuickFixName | undefined {
  return quickFixNames.find((name) => quickFixKeys[name] === key.toLowerCase());
}
