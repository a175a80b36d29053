import { isContainerLevel } from "../../../Client/Core/recommendation";
import { remedyKeyOf, type Named } from "../../../Client/Core/recommendationLifecycle";
import { quickFixFor } from "../../../Client/QuickFixes/quickFixKeys";
import { Recommendations } from "./Recommendations.resjson";

/**
 * How a recommendation is remediated: by the quick fix of Defender for Cloud, by an Azure Policy that keeps such containers
 * out, or only by hand.
 */
export type Remediation = "quickFix" | "policy" | "manual";

/** A recommendation that replaces a deprecated one has the remedy of that one. */
export function remediationOf(recommendation: Named): Remediation {
  const key = remedyKeyOf(recommendation);
  if (quickFixFor(key) !== undefined) {
    return "quickFix";
  }
  return isContainerLevel(key) ? "policy" : "manual";
}

const labels: Readonly<Record<Remediation, string>> = {
  quickFix: Recommendations.remediationQuickFix,
  policy: Recommendations.remediationPolicy,
  manual: Recommendations.remediationManual,
};

export function remediationLabel(recommendation: Named): string {
  return labels[remediationOf(recommendation)];
}
