import { dateOf, isRecord, recordOf, textOf, textsOf, type JsonRecord } from "../Core/json";
import type { StoredRule, SuppressionCondition, SuppressionRule } from "./suppressionRule";

/**
 * Reads a suppression rule (Microsoft.Security/alertsSuppressionRules 2019-01-01-preview). `undefined` without a name or a type:
 * nothing could be done to such a rule.
 */
export function suppressionRuleFromWire(value: unknown): StoredRule | undefined {
  const record = recordOf(value);
  const { lastModifiedUtc, ...properties } = recordOf(record.properties);
  const name = textOf(record.name);
  const alertType = textOf(properties.alertType);
  if (name === undefined || alertType === undefined) {
    return undefined;
  }
  return {
    name,
    alertType,
    reason: textOf(properties.reason) ?? "",
    comment: textOf(properties.comment) ?? "",
    state: stateOf(properties.state),
    expires: dateOf(properties.expirationDateUtc),
    conditions: elementsOf(properties.suppressionAlertsScope).map(recordOf).map(conditionOf),
    changedAt: dateOf(lastModifiedUtc),
    raw: properties,
  };
}

function stateOf(value: unknown): SuppressionRule["state"] {
  switch (textOf(value)?.toLowerCase()) {
    case "enabled":
      return "Enabled";
    case "expired":
      return "Expired";
    default:
      return "Disabled";
  }
}

/**
 * What cannot be read counts as a condition that never holds: without it the rule would seem to dismiss more than it does, and
 * would do so once it is saved again.
 */
function elementsOf(scope: unknown): readonly unknown[] {
  const allOf = isRecord(scope) ? (scope.allOf ?? []) : (scope ?? []);
  return Array.isArray(allOf) ? allOf : [allOf];
}

function conditionOf(element: JsonRecord): SuppressionCondition {
  const field = textOf(element.field) ?? "";
  return element.contains === undefined
    ? { field, operator: "in", values: textsOf(element.in) }
    : { field, operator: "contains", values: textsOf(element.contains) };
}

/** The body that creates or replaces a rule. "Expired" is the service's to say. */
export function suppressionRuleToWire({ conditions, expires, ...rule }: SuppressionRule) {
  return {
    alertType: rule.alertType,
    reason: rule.reason,
    state: rule.state === "Disabled" ? ("Disabled" as const) : ("Enabled" as const),
    ...(rule.comment === "" ? {} : { comment: rule.comment }),
    ...(expires ? { expirationDateUtc: expires } : {}),
    ...(conditions.length === 0 ? {} : { suppressionAlertsScope: { allOf: conditions.map(elementOf) } }),
  };
}

function elementOf({ field, operator, values }: SuppressionCondition): Record<string, unknown> {
  return operator === "in" ? { field, in: [...values] } : { field, contains: values[0] ?? "" };
}
