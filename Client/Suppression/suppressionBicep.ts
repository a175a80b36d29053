import { apiVersions } from "../Azure/Pipeline/arm";
import { bicepValue } from "../Core/bicepText";
import type { CodeObject } from "../Core/codeValue";
import { suppressionRuleToWire } from "./suppressionFromWire";
import type { SuppressionRule } from "./suppressionRule";

/** The rule as a Bicep file, for a deployment to the subscription that it belongs to. It replaces a rule of the same name. */
export function bicepOfRule(rule: SuppressionRule): string {
  // As JSON sends it, which has no dates.
  const properties = JSON.parse(JSON.stringify(suppressionRuleToWire(rule))) as CodeObject;
  const type = `Microsoft.Security/alertsSuppressionRules@${apiVersions.suppressionRules}`;
  return [
    "targetScope = 'subscription'\n",
    `resource suppressionRule '${type}' = ${bicepValue({ name: rule.name, properties })}`,
    "",
  ].join("\n");
}
