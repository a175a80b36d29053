import { createContext, type ReactNode } from "react";
import type { ClusterScope } from "../../../Client/Core/clusterScope";
import type { Host } from "../../../Client/Core/host";
import type { PageServices, Services } from "../../../Client/services";
import { useProvided } from "../Controls/useProvided";

/** What a page about a cluster needs from outside: the cluster, the services, the portal around it, and nothing else. */
export interface PageDependencies {
  readonly cluster: ClusterScope;
  readonly host: Host;
  readonly services: PageServices;
}

/** What a dashboard needs from outside: it has all services. */
export interface DashboardDependencies extends PageDependencies {
  readonly services: Services;
}

const pageContext = createContext<PageDependencies | undefined>(undefined);
const dashboardContext = createContext<DashboardDependencies | undefined>(undefined);

export const PageDependenciesProvider = pageContext.Provider;

export function DashboardDependenciesProvider(props: {
  readonly value: DashboardDependencies;
  readonly children: ReactNode;
}) {
  const { value, children } = props;
  return (
    <pageContext.Provider value={value}>
      <dashboardContext.Provider value={value}>{children}</dashboardContext.Provider>
    </pageContext.Provider>
  );
}

/** What any page has, the settings too. */
export function usePage(): PageDependencies {
  return useProvided(pageContext);
}

export function useDashboard(): DashboardDependencies {
  return useProvided(dashboardContext);
}

/** All services, of an operation that only dashboards start. Throws on a page that lacks them. */
export function allServices(services: PageServices): Services {
  if (!hasAll(services)) {
    throw new Error("Only a dashboard has all services.");
  }
  return services;
}

function hasAll(services: PageServices): services is Services {
  return "alerts" in services;
}
