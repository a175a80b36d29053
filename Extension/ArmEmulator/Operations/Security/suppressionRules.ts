import { apiVersions } from "../../Server/apiVersions";
import { ArmError, type ArmResponse } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import { suppressAlerts } from "../../World/Security/Suppression/suppressAlerts";
import { isExpired, type SuppressionRule } from "../../World/Security/Suppression/suppressionRule";
import { pageOf } from "../paging";
import { readSuppressionRule } from "./readSuppressionRule";

const pageSize = 100;
const path = "/subscriptions/{subscriptionId}/providers/Microsoft.Security/alertsSuppressionRules";

const operation = (
  method: Operation["method"],
  right: "read" | "write" | "delete",
  rest: "" | "/{ruleName}",
  handle: Operation["handle"],
): Operation => ({
  method,
  path: `${path}${rest}`,
  apiVersions: apiVersions.suppressionRules,
  action: `Microsoft.Security/alertsSuppressionRules/${right}`,
  scope: ({ subscriptionId = "" }) => `/subscriptions/${subscriptionId}`,
  handle,
});

/** Suppression rules belong to a subscription. Saving one dismisses what it is about; nothing gives that back. */
export const suppressionRuleOperations: readonly Operation[] = [
  operation("GET", "read", "", listRules),
  operation("GET", "read", "/{ruleName}", getRule),
  operation("PUT", "write", "/{ruleName}", saveRule),
  operation("DELETE", "delete", "/{ruleName}", deleteRule),
];

function listRules(context: ArmContext): ArmResponse {
  const { world, request } = context;
  const alertType = alertTypeIn(request.query)?.toLowerCase();
  const rules = [...world.suppressionRules.values()].filter(
    (rule) => alertType === undefined || rule.alertType.toLowerCase() === alertType,
  );
  return { status: 200, body: pageOf(rules.map(toWire(context)), request, pageSize) };
}

/** Names of query parameters have no letter case in ARM. */
function alertTypeIn(query: URLSearchParams): string | undefined {
  return [...query].find(([name]) => name.toLowerCase() === "alerttype")?.[1];
}

function getRule(context: ArmContext): ArmResponse {
  const rule = existingRule(context);
  if (!rule) {
    throw new ArmError(
      404,
      "ResourceNotFound",
      `The suppression rule '${context.place.ruleName ?? ""}' was not found.`,
    );
  }
  return { status: 200, body: toWire(context)(rule) };
}

/** 200 for a new rule too: the OpenAPI has no 201. */
function saveRule(context: ArmContext): ArmResponse {
  const { world, request, place, now } = context;
  const name = existingRule(context)?.name ?? place.ruleName ?? "";
  const rule = readSuppressionRule(name, request.body, now);
  world.suppressionRules.set(name.toLowerCase(), rule);
  suppressAlerts(world, rule, now);
  return { status: 200, body: toWire(context)(rule) };
}

/** 204 for a rule that is not there too: the OpenAPI has no other answer. */
function deleteRule({ world, place }: ArmContext): ArmResponse {
  world.suppressionRules.delete((place.ruleName ?? "").toLowerCase());
  return { status: 204 };
}

function existingRule({ world, place }: ArmContext): SuppressionRule | undefined {
  return world.suppressionRules.get((place.ruleName ?? "").toLowerCase());
}

function toWire({ world, now }: ArmContext): (rule: SuppressionRule) => Readonly<Record<string, unknown>> {
  return (rule) => {
    const { name, conditions, state, ...properties } = rule;
    return {
      id: `/subscriptions/${world.subscriptionId}/providers/Microsoft.Security/alertsSuppressionRules/${name}`,
      name,
      type: "Microsoft.Security/alertsSuppressionRules",
      properties: {
        ...properties,
        state: isExpired(rule, now) ? "Expired" : state,
        ...(conditions ? { suppressionAlertsScope: { allOf: conditions } } : {}),
      },
    };
  };
}
