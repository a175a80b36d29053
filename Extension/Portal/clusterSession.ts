import { getOrAdd } from "@microsoft/azureportal-reactview/DataCache";
import type { QueryClient } from "@tanstack/query-core";
import { createAzure, type Azure } from "../../Client/Azure/Pipeline/azure";
import { createHostHttpClient } from "../../Client/Azure/Pipeline/hostHttpClient";
import type { ClusterScope } from "../../Client/Core/clusterScope";
import type { Host } from "../../Client/Core/host";
import { createHost } from "./createHost";
import { createQueries } from "./queries";
import { sendThroughPortal } from "./sendThroughPortal";
import { sessionIn } from "./windowSessions";

/** What a page about a cluster works with: services, and the answers they gave so far. */
export interface ClusterSession<S> {
  readonly cluster: ClusterScope;
  readonly azure: Azure;
  readonly host: Host;
  readonly services: S;
  readonly queries: QueryClient;
}

/**
 * The session of a page of this kind about a cluster, the same one for as long as the view is open. The portal's cache holds data only,
 * and may live in another frame (facts: portal-sdk.md §10.8): it gets the name of the visit, which ends with the view.
 */
export async function clusterSession<S>(
  kind: string,
  cluster: ClusterScope,
  createServices: (azure: Azure, cluster: ClusterScope) => S,
): Promise<ClusterSession<S>> {
  const key = `${kind} ${cluster.id.toLowerCase()}`;
  const visit = await getOrAdd(key, () => Promise.resolve(crypto.randomUUID()), "ViewClose");
  return sessionIn(key, visit, () => {
    const azure = createAzure({
      httpClient: createHostHttpClient(sendThroughPortal),
      subscriptionId: cluster.subscriptionId,
    });
    return {
      cluster,
      azure,
      host: createHost(cluster.id.toLowerCase()),
      services: createServices(azure, cluster),
      queries: createQueries(),
    };
  });
}
