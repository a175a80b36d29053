import type { ClusterScope } from "../Core/clusterScope";
import { kqlLiteral } from "../Core/kqlLiteral";

/**
 * Alerts of one type in the subscription, whatever they are about, with what suppression rules look at, and the node resource
 * group of the cluster: alerts on its nodes name that instead of the cluster.
 */
export function reachableAlertsQuery({ id: clusterId }: Pick<ClusterScope, "id">, alertType: string): string {
  const id = kqlLiteral(clusterId.toLowerCase());
  return `securityresources
| where type =~ 'microsoft.security/locations/alerts'
| where tostring(coalesce(properties.AlertType, properties.alertType)) =~ ${kqlLiteral(alertType)}
| project id, properties, clusterId = ${id}
| join kind=leftouter (
    resources
    | where id =~ ${id}
    | project clusterId = tolower(id), nodeResourceGroup = tostring(properties.nodeResourceGroup)
  ) on clusterId
| order by id asc
| project id, properties, nodeResourceGroup`;
}
