import { clusterScopeOf, type ClusterScope } from "../../Client/Core/clusterScope";
import { clusterId } from "./findings";

/** The scope of a cluster; by default the one that the builders of findings speak of. */
export function aCluster(id = clusterId): ClusterScope {
  const scope = clusterScopeOf(id);
  if (!scope.ok) {
    throw new Error(scope.reason);
  }
  return scope.cluster;
}
