import type { ClusterScope } from "../../Client/Core/clusterScope";
import { createServices, type Services } from "../../Client/services";
import type { ClusterSession } from "./clusterSession";
import { dashboardSession } from "./dashboardSession";

/** What a dashboard works with: the session that its data fetcher began, or a new one, with all services. */
export async function wholeSession(cluster: ClusterScope): Promise<ClusterSession<Services>> {
  const session = await dashboardSession(cluster);
  return { ...session, services: createServices(session.azure, cluster, session.services) };
}
