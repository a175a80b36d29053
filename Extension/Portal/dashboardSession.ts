import { getOrAdd } from "@microsoft/azureportal-reactview/DataCache";
import type { QueryClient } from "@tanstack/query-core";
import { createAzure } from "../../Client/Azure/Pipeline/azure";
import { createHostHttpClient } from "../../Client/Azure/Pipeline/hostHttpClient";
import type { ClusterScope } from "../../Client/Core/clusterScope";
import type { Host } from "../../Client/Core/host";
import { createServices, type Services } from "../../Client/services";
import { createHost } from "./createHost";
import { createQueries } from "./queries";
import { sendThroughPortal } from "./sendThroughPortal";
import { sessionIn } from "./windowSessions";

/** What the data fetcher begins and the view continues: the services of one cluster and the answers they gave so far. */
export interface DashboardSession {
  readonly cluster: ClusterScope;
  readonly host: Host;
  readonly services: Services;
  readonly queries: QueryClient;
}

/**
 * The session of a cluster, the same one for as long as the view is open. The portal's cache holds data only, and may live in another
 * frame (facts: portal-sdk.md §10.8): it gets the name of the visit, which ends with the view.
 */
export async function dashboardSession(cluster: ClusterScope): Promise<DashboardSession> {
  const key = `dashboard ${cluster.id.toLowerCase()}`;
  const visit = await getOrAdd(key, () => Promise.resolve(crypto.randomUUID()), "ViewClose");
  return sessionIn(key, visit, () => createSession(cluster));
}

function createSession(cluster: ClusterScope): DashboardSession {
  const azure = createAzure({
    httpClient: createHostHttpClient(sendThroughPortal),
    subscriptionId: cluster.subscriptionId,
  });
  return {
    cluster,
    host: createHost(cluster.id.toLowerCase()),
    services: createServices(azure, cluster),
    queries: createQueries(),
  };
}
