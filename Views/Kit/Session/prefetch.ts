import type { QueryClient } from "@tanstack/query-core";
import type { ClusterScope } from "../../../Client/Core/clusterScope";
import { findingKinds, type FirstServices } from "../../../Client/services";
import type { Finding } from "../Model/findingsTab";
import { protectionQueries } from "../Protection/protectionQueries";
import { findingsQuery, findingsSource } from "./findingsQuery";
import { permissionsQuery } from "./permissionsQuery";

/** Where the first paint's data comes from and goes to. */
interface Prefetching {
  readonly cluster: ClusterScope;
  readonly services: FirstServices;
  readonly queries: QueryClient;
}

/**
 * Starts what the first paint needs: the first page of every kind of finding, the plans, and the permissions. All calls leave in the
 * same tick, so the portal makes one HTTP call of them. What fails is kept as failed, and the view shows it.
 */
export async function prefetch({ cluster, services, queries }: Prefetching): Promise<void> {
  const { plan, cspm, profile } = protectionQueries(services);
  await Promise.all([
    ...findingKinds.map((kind) =>
      queries.prefetchInfiniteQuery(findingsQuery<Finding>(findingsSource(kind), services)),
    ),
    queries.prefetchQuery(plan),
    queries.prefetchQuery(cspm),
    queries.prefetchQuery(profile),
    queries.prefetchQuery(permissionsQuery(services, cluster.resourceGroupId)),
    queries.prefetchQuery(permissionsQuery(services, cluster.subscriptionScope)),
  ]);
}
