import { apiVersions } from "../Azure/Pipeline/arm";
import { bicepValue } from "../Core/bicepText";
import { asSent } from "../Core/codeValue";
import { suppressionRuleToWire } from "./suppressionFromWire";
import type { SuppressionRule } from "./suppressionRule";

/** The rule as a Bicep file, for a deployment to the subscription that it belongs to. It replaces a rule of the same name. */
export function bicepOfRule(rule: SuppressionRule): string {
  const type = `Microsoft.Security/alertsSuppressionRules@${apiVersions.suppressionRules}`;
  return [
    "targetScope = 'subscription'\n",
    `resource suppressionRule '${type}' = ${bicepValue({ name: rule.name, properties: asSent(suppressionRuleToWire(rule)) })}`,
    "",
  ].join("\n");
}
