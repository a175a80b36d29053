import { apiVersions } from "../Azure/Pipeline/arm";
import type { Azure } from "../Azure/Pipeline/azure";
import { getArm, type ArmResource, deleteArm, putArm } from "../Azure/Arm/armCalls";
import { Messages } from "../Azure/Pipeline/Messages.resjson";
import { required } from "../Azure/Arm/required";
import { runWholeQuery } from "../Azure/ResourceGraph/runResourceGraph";
import { armPath } from "../Core/armUrl";
import type { ClusterScope } from "../Core/clusterScope";
import type { PlanScope } from "../Core/defenderPlan";
import { coverageFromRows } from "./coverageFromRows";
import { listCoverageQuery } from "./planCoverage.query";
import { planSettingsFromWire } from "./planSettingsFromWire";
import type { PlanSettingsService } from "./planSettingsService";

/**
 * The settings through raw requests: `pricings.update` of the SDK (5.0.0, 2022-03-01) knows subscriptions only, and drops the
 * extensions both ways.
 */
export function createArmPlanSettingsService(
  { arm, resourceGraph }: Azure,
  cluster: ClusterScope,
): PlanSettingsService {
  const pricing = (scope: PlanScope, commandName: string): ArmResource => {
    const id = scope === "cluster" ? cluster.id : cluster.subscriptionScope;
    const path = armPath`${id}/providers/Microsoft.Security/pricings/Containers`;
    return { commandName, path, apiVersion: apiVersions.pricings };
  };
  const settingsOf = (body: unknown, scope: PlanScope) =>
    required(planSettingsFromWire(body, scope), Messages.unreadablePlan, body);
  return {
    async read(scope, signal) {
      return settingsOf(await getArm(arm, pricing(scope, "Dashboard/GetPlanSettings"), signal), scope);
    },

    async coverage(signal) {
      const query = {
        commandName: "Dashboard/CountPlanCoverage",
        kql: listCoverageQuery(cluster),
        subscriptionId: cluster.subscriptionId,
      };
      const { rows, invalidRows } = await runWholeQuery(resourceGraph, query, signal);
      return required(invalidRows === 0 ? coverageFromRows(rows) : undefined, Messages.unreadableCoverage);
    },

    async save(scope, body, signal) {
      const resource = pricing(scope, "Dashboard/SavePlanSettings");
      return settingsOf(await putArm(arm, resource, body, signal), scope);
    },

    remove: (signal) => deleteArm(arm, pricing("cluster", "Dashboard/RemovePlanSettings"), signal),
  };
}
