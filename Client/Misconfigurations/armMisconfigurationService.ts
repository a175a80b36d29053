import type { Azure } from "../Azure/Pipeline/azure";
import { checkedPage } from "../Azure/ResourceGraph/checkedPage";
import { onlyFinding } from "../Azure/ResourceGraph/findingsPage";
import { runResourceGraph } from "../Azure/ResourceGraph/runResourceGraph";
import type { ClusterScope } from "../Core/clusterScope";
import { loadCode } from "../Core/loadCode";
import { misconfigurationDetailsFromRow, misconfigurationFromRow } from "./misconfigurationFromRow";
import { listMisconfigurationsQuery, misconfigurationDetailsQuery } from "./misconfigurations.query";
import type { MisconfigurationService } from "./misconfigurationService";

/**
 * Misconfigurations read from the assessments in Resource Graph's `securityresources`, and the components that they affect
 * from Azure Policy, which alone has them.
 */
export function createArmMisconfigurationService(
  azure: Azure,
  cluster: ClusterScope,
): MisconfigurationService {
  const { resourceGraph } = azure;
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
      const { readAffectedComponents } = await loadCode(
        () => import(/* webpackChunkName: "Details" */ "./armAffectedComponents"),
      );
      return readAffectedComponents(azure, cluster, policyId, signal);
    },
  };
}
