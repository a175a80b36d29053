import type { Azure } from "../Azure/Pipeline/azure";
import { apiVersions, callOptions } from "../Azure/Pipeline/arm";
import { asService } from "../Azure/Pipeline/failureFrom";
import { bodyOf } from "../Azure/Pipeline/responseBody";
import { itemsOf } from "../Azure/ResourceGraph/findingsPage";
import { getArmOrAbsent, putArm, type ArmResource } from "../Azure/Arm/armCalls";
import { listArm } from "../Azure/Arm/armLists";
import { Messages } from "../Azure/Pipeline/Messages.resjson";
import { required } from "../Azure/Arm/required";
import { runWholeQuery } from "../Azure/ResourceGraph/runResourceGraph";
import { armPath, armSegment } from "../Core/armUrl";
import { ChangedError, type LastChange } from "../Core/changed";
import type { ClusterScope } from "../Core/clusterScope";
import { FailureError } from "../Core/failure";
import type { JsonRecord } from "../Core/json";
import { jsonChanges } from "../Core/jsonChanges";
import { sameJson } from "../Core/sameJson";
import { createLastSeen } from "../Core/lastSeen";
import { reachableFromRow } from "./reachableFromRow";
import { reachableAlertsQuery } from "./suppression.query";
import { suppressionRuleFromWire, suppressionRuleToWire } from "./suppressionFromWire";
import type { StoredRule, SuppressionRule } from "./suppressionRule";
import type { SuppressionService } from "./suppressionService";

/** Suppression rules through the SDK, the alerts that they would reach through Resource Graph. */
export function createArmSuppressionService(azure: Azure, cluster: ClusterScope): SuppressionService {
  const { subscriptionId, subscriptionScope } = cluster;
  const lastSeen = createLastSeen<JsonRecord>(sameJson);
  const ruleAt = (name: string, commandName: string): ArmResource => ({
    commandName,
    path: armPath`${subscriptionScope}/providers/Microsoft.Security/alertsSuppressionRules/${name}`,
    apiVersion: apiVersions.suppressionRules,
  });
  const read = async (name: string, signal: AbortSignal | undefined): Promise<StoredRule | undefined> => {
    const value = await getArmOrAbsent(azure.arm, ruleAt(name, "Dashboard/GetSuppressionRule"), signal);
    return value === undefined
      ? undefined
      : required(suppressionRuleFromWire(value), Messages.unreadableRule, value);
  };
  /** Rules have no etag: what is there is compared with what the engineer saw. */
  const refuseIfChanged = (seen: StoredRule, now: StoredRule): void => {
    if (!lastSeen.mayReplace(now.name, seen.raw, now.raw)) {
      throw new ChangedError(Messages.ruleChanged, jsonChanges(seen.raw, now.raw), lastChange(now));
    }
  };
  return {
    async list(signal) {
      const values = await listArm(
        azure.arm,
        {
          commandName: "Dashboard/ListSuppressionRules",
          path: armPath`${subscriptionScope}/providers/Microsoft.Security/alertsSuppressionRules`,
          apiVersion: apiVersions.suppressionRules,
        },
        signal,
      );
      return values.map((value) => required(suppressionRuleFromWire(value), Messages.unreadableRule));
    },

    create: (rule, signal) =>
      asService(async () => {
        const present = await read(rule.name, signal);
        if (present) {
          throw new ChangedError(Messages.ruleTaken, [], lastChange(present), "RuleExists");
        }
        await createRule(azure, rule, signal);
      }),

    // As it was read: the SDK's model drops what it doesn't know.
    async setState(rule, state, signal) {
      const now = await read(rule.name, signal);
      if (!now) {
        throw new FailureError({ kind: "notFound", message: Messages.ruleGone });
      }
      refuseIfChanged(rule, now);
      if (now.state !== state) {
        const properties = { ...now.raw, state };
        const resource = ruleAt(rule.name, "Dashboard/SaveSuppressionRule");
        const body = await putArm(azure.arm, resource, { properties }, signal);
        const saved = required(suppressionRuleFromWire(body), Messages.unconfirmedRule, body);
        lastSeen.remember(rule.name, saved.raw);
      }
    },

    remove: (rule, signal) =>
      asService(async () => {
        const now = await read(rule.name, signal);
        if (now) {
          refuseIfChanged(rule, now);
          await deleteRule(azure, rule.name, signal);
        }
      }),

    async reachable(alertType, signal) {
      const query = {
        commandName: "Dashboard/ListReachableAlerts",
        kql: reachableAlertsQuery(cluster, alertType),
        subscriptionId,
      };
      const answer = await runWholeQuery(azure.resourceGraph, query, signal);
      const { items, unreadable } = itemsOf(answer, reachableFromRow(cluster.id));
      return { alerts: items, unreadable };
    },
  };
}

async function createRule(
  { security }: Azure,
  rule: SuppressionRule,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { alertsSuppressionRules } = await security();
  let body: unknown;
  const saved = await alertsSuppressionRules.update(armSegment(rule.name), suppressionRuleToWire(rule), {
    ...callOptions("Dashboard/SaveSuppressionRule", signal),
    onResponse: (response) => (body = bodyOf(response)),
  });
  required(saved.alertType, Messages.unconfirmedRule, body);
}

/** By the SDK, which takes no other answer than the published one for a success. */
async function deleteRule({ security }: Azure, name: string, signal: AbortSignal | undefined): Promise<void> {
  const { alertsSuppressionRules } = await security();
  await alertsSuppressionRules.delete(
    armSegment(name),
    callOptions("Dashboard/DeleteSuppressionRule", signal),
  );
}

function lastChange({ changedAt }: StoredRule): LastChange {
  return { by: undefined, at: changedAt };
}
