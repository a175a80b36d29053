import type { QueryClient } from "@tanstack/query-core";
import { useEffect, useState } from "react";
import type { ClusterScope } from "../../Client/Core/clusterScope";
import type { Host } from "../../Client/Core/host";
import { createServices, type Services } from "../../Client/services";
import { dashboardSession } from "./dashboardSession";

/** What a view works with: all services of one cluster, and the answers they gave so far. */
interface DashboardSession {
  readonly cluster: ClusterScope;
  readonly host: Host;
  readonly services: Services;
  readonly queries: QueryClient;
}

/** The session that a data fetcher began, or a new one; `undefined` for the instant until the portal's cache has handed it over. */
export function useSession(cluster: ClusterScope): DashboardSession | undefined {
  const [session, setSession] = useState<DashboardSession>();
  useEffect(() => {
    let isCurrent = true;
    void dashboardSession(cluster).then((found) => {
      if (isCurrent) {
        const { azure, services, ...others } = found;
        setSession({ ...others, services: createServices(azure, cluster, services) });
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [cluster]);
  return session;
}
