import type { Azure } from "../Azure/azure";
import { findingsPage, onlyFinding } from "../Azure/findingsPage";
import { runResourceGraph } from "../Azure/runResourceGraph";
import type { ClusterScope } from "../Domain/clusterScope";
import { recommendationLevels } from "../Domain/level";
import { misconfigurationDetailsFromRow, misconfigurationFromRow } from "./misconfigurationFromRow";
import { listMisconfigurationsQuery, misconfigurationDetailsQuery } from "./misconfigurations.query";
import type { MisconfigurationService } from "./misconfigurationService";

/** Misconfigurations read from the assessments in Resource Graph's `securityresources`. */
export function createArmMisconfigurationService(
  { resourceGraph }: Azure,
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
        countBy: "level",
        cursor,
      };
      const page = await runResourceGraph(resourceGraph, query, signal);
      return findingsPage(page, misconfigurationFromRow, recommendationLevels);
    },

    async get(id, signal) {
      const kql = misconfigurationDetailsQuery(cluster, id);
      const query = { commandName: "Dashboard/GetMisconfiguration", kql, subscriptionId };
      return onlyFinding(
        await runResourceGraph(resourceGraph, query, signal),
        misconfigurationDetailsFromRow,
      );
    },
  };
}
