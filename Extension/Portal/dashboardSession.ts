import type { ClusterScope } from "../../Client/Core/clusterScope";
import { createFirstServices, type FirstServices } from "../../Client/services";
import { clusterSession, type ClusterSession } from "./clusterSession";

/** What the data fetcher begins and the view continues. */
export function dashboardSession(cluster: ClusterScope): Promise<ClusterSession<FirstServices>> {
  return clusterSession("dashboard", cluster, createFirstServices);
}
