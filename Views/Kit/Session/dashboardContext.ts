import { createContext } from "react";
import type { ClusterScope } from "../../../Client/Core/clusterScope";
import type { Host } from "../../../Client/Core/host";
import type { Services } from "../../../Client/services";
import { useProvided } from "../Controls/useProvided";

/** What a dashboard needs from outside: the cluster, the services, the portal around it, and nothing else. */
export interface DashboardDependencies {
  readonly cluster: ClusterScope;
  readonly host: Host;
  readonly services: Services;
}

const context = createContext<DashboardDependencies | undefined>(undefined);

export const DashboardDependenciesProvider = context.Provider;

export function useDashboard(): DashboardDependencies {
  return useProvided(context);
}
