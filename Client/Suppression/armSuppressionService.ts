import type { Azure } from "../Azure/Pipeline/azure";
import { apiVersions, callOptions } from "../Azure/Pipeline/arm";
import { asService } from "../Azure/Pipeline/failureFrom";
import { itemsOf } from "../Azure/ResourceGraph/findingsPage";
import { listArm } from "../Azure/Arm/armLists";
import { Messages } from "../Azure/Pipeline/Messages.resjson";
import { required } from "../Azure/Arm/required";
import { runWholeQuery } from "../Azure/ResourceGraph/runResourceGraph";
import { armPath, armSegment } from "../Core/armUrl";
import type { ClusterScope } from "../Core/clusterScope";
import { reachableFromRow } from "./reachableFromRow";
import { reachableAlertsQuery } from "./suppression.query";
import { suppressionRuleFromWire, suppressionRuleToWire } from "./suppressionFromWire";
import type { SuppressionService } from "./suppressionService";

/** Suppression rules through the SDK, the alerts that they would reach through Resource Graph. */
export function createArmSuppressionService(azure: Azure, cluster: ClusterScope): SuppressionService {
  const { subscriptionId, subscriptionScope } = cluster;
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

    save: (rule, signal) =>
      asService(async () => {
        const { alertsSuppressionRules } = await azure.security();
        const saved = await alertsSuppressionRules.update(
          armSegment(rule.name),
          suppressionRuleToWire(rule),
          callOptions("Dashboard/SaveSuppressionRule", signal),
        );
        required(saved.alertType, Messages.unconfirmedRule);
      }),

    remove: (name, signal) =>
      asService(async () => {
        const { alertsSuppressionRules } = await azure.security();
        await alertsSuppressionRules.delete(
          armSegment(name),
          callOptions("Dashboard/DeleteSuppressionRule", signal),
        );
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
