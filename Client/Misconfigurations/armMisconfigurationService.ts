import { apiVersions } from "../Azure/Pipeline/arm";
import type { Azure } from "../Azure/Pipeline/azure";
import { checkedPage } from "../Azure/ResourceGraph/checkedPage";
import { onlyFinding } from "../Azure/ResourceGraph/findingsPage";
import { postArm, odataLiteral } from "../Azure/Arm/armLists";
import { runResourceGraph } from "../Azure/ResourceGraph/runResourceGraph";
import { armPath } from "../Core/armUrl";
import type { ClusterScope } from "../Core/clusterScope";
import { affectedComponentsFromWire } from "./affectedComponentFromWire";
import { misconfigurationDetailsFromRow, misconfigurationFromRow } from "./misconfigurationFromRow";
import { listMisconfigurationsQuery, misconfigurationDetailsQuery } from "./misconfigurations.query";
import type { MisconfigurationService } from "./misconfigurationService";

const mostComponents = 1000;

/**
 * Misconfigurations read from the assessments in Resource Graph's `securityresources`, and the components that they affect
 * from Azure Policy, which alone has them.
 */
export function createArmMisconfigurationService(
  { arm, resourceGraph }: Azure,
  cluster: ClusterScope,
): MisconfigurationService {
  const { subscriptionId } = cluster;
  return {
    async listPage(cursor, signal) {
      const kql = listMisconfigurationsQuery(cluster);
      const query = {
        commandName: "Dashboard/ListMisconfigurations",
        kql,
        subscriptionId,
        countBy: ["level"],
        cursor,
      };
      const page = await runResourceGraph(resourceGraph, query, signal);
      return checkedPage(page, cursor, misconfigurationFromRow(cluster, new Date()));
    },

    async get(id, signal) {
      const kql = misconfigurationDetailsQuery(cluster, id);
      const query = { commandName: "Dashboard/GetMisconfiguration", kql, subscriptionId };
      return onlyFinding(
        await runResourceGraph(resourceGraph, query, signal),
        misconfigurationDetailsFromRow(cluster, new Date()),
      );
    },

    async affectedComponents(policyId, signal) {
      const definitionId = `/providers/Microsoft.Authorization/policyDefinitions/${policyId}`;
      const query = {
        commandName: "Dashboard/ListAffectedComponents",
        path: armPath`${cluster.id}/providers/Microsoft.PolicyInsights/componentPolicyStates/latest/queryResults`,
        apiVersion: apiVersions.componentPolicyStates,
        filter: `policyDefinitionId eq ${odataLiteral(definitionId)} and complianceState eq 'NonCompliant'`,
        most: mostComponents,
      };
      const { values, complete } = await postArm(arm, query, signal);
      return { ...affectedComponentsFromWire(values), complete };
    },
  };
}
