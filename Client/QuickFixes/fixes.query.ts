import type { ClusterScope } from "../Core/clusterScope";
import { kqlLiteral } from "../Core/kqlLiteral";

/** Log Analytics workspaces of the cluster's subscription. */
export function listWorkspacesQuery({ subscriptionId }: ClusterScope): string {
  return `resources
| where type =~ 'microsoft.operationalinsights/workspaces'
| where subscriptionId =~ ${kqlLiteral(subscriptionId)}
| order by name asc, id asc
| project id, name, location`;
}
