import { dateOf, isRecord, recordOf, textOf, textsOf, type JsonRecord } from "../Domain/json";
import type { SuppressionCondition, SuppressionRule } from "../Domain/suppressionRule";

/**
 * Reads a suppression rule (Microsoft.Security/alertsSuppressionRules 2019-01-01-preview). `undefined` without a name or a type:
 * nothing could be done to such a rule.
 */
export function suppressionRuleFromWire(value: unknown): SuppressionRule | undefined {
  const record = recordOf(value);
  const properties = recordOf(record.properties);
  const name = textOf(record.name);
  const alertType = textOf(properties.alertType);
  if (name === undefined || alertType === undefined) {
    return undefined;
  }
  const scope = recordOf(properties.suppressionAlertsScope).allOf;
  const elements: readonly unknown[] = Array.isArray(scope) ? scope : [];
  return {
    name,
    alertType,
    reason: textOf(properties.reason) ?? "",
    comment: textOf(properties.comment) ?? "",
    state: stateOf(properties.state),
    expires: dateOf(properties.expirationDateUtc),
    conditions: elements.filter(isRecord).map(conditionOf),
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
