import { useEffect, useState } from "react";
import type { ClusterScope } from "../../Client/Core/clusterScope";
import { dashboardSession, type DashboardSession } from "./dashboardSession";

/** The session that a data fetcher began, or a new one; `undefined` for the instant until the portal's cache has handed it over. */
export function useSession(cluster: ClusterScope): DashboardSession | undefined {
  const [session, setSession] = useState<DashboardSession>();
  useEffect(() => {
    let isCurrent = true;
    void dashboardSession(cluster).then((found) => {
      if (isCurrent) {
        setSession(found);
      }
    });
    return () => {
      isCurrent = false;
    };
  }, [cluster]);
  return session;
}
