import { clusterScopeOf } from "../Client/Core/clusterScope";
import { dashboardSession } from "../Extension/Portal/dashboardSession";
import type { Finding } from "./Kit/Model/findingsTab";
import { findingsQuery } from "./Kit/Session/findingsQuery";
import { permissionsQuery } from "./Kit/Session/permissionsQuery";
import { protectionQueries } from "./Kit/Protection/protectionQueries";
import { sources } from "./Tabs/sources";

/**
 * Starts what the first paint needs while the view itself is still being loaded. All calls leave in the same tick, so the
 * portal makes one HTTP call of them. What fails here is kept as failed, and the view shows it.
 */
export async function fetchData({
  parameters,
}: {
  parameters: { id: string; view?: string };
}): Promise<void> {
  const scope = clusterScopeOf(parameters.id);
  if (!scope.ok) {
    return;
  }
  const { queries, services } = await dashboardSession(scope.cluster);
  const { plan, cspm, profile } = protectionQueries(services);
  await Promise.all([
    ...Object.values(sources).map((source) =>
      queries.prefetchInfiniteQuery(findingsQuery<Finding>(source, services)),
    ),
    queries.prefetchQuery(plan),
    queries.prefetchQuery(cspm),
    queries.prefetchQuery(profile),
    queries.prefetchQuery(permissionsQuery(services, scope.cluster.resourceGroupId)),
    queries.prefetchQuery(permissionsQuery(services, scope.cluster.subscriptionScope)),
  ]);
}
