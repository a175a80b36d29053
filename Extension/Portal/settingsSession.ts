import type { ClusterScope } from "../../Client/Core/clusterScope";
import type { PageServices } from "../../Client/services";
import { createSettingsServices } from "../../Client/settingsServices";
import { clusterSession, type ClusterSession } from "./clusterSession";

/** What the settings of a cluster's plan work with. */
export function settingsSession(cluster: ClusterScope): Promise<ClusterSession<PageServices>> {
  return clusterSession("settings", cluster, createSettingsServices);
}
