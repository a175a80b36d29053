import type { ClusterScope } from "../Core/clusterScope";
import { kqlLiteral } from "../Core/kqlLiteral";

/** How many clusters and registries a subscription has: one row per type, whose `id` is the type in lower case. */
export function listCoverageQuery({ subscriptionId }: ClusterScope): string {
  return `resources
| where subscriptionId =~ ${kqlLiteral(subscriptionId)}
| where type in~ ('microsoft.containerservice/managedclusters', 'microsoft.containerregistry/registries')
| summarize found = count() by id = tolower(type)
| order by id asc`;
}
