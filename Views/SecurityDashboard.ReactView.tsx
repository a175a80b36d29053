import { useInitialized, withForExport } from "@microsoft/azureportal-reactview/ReactView";
import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { clusterScopeOf, type ClusterScope } from "../Client/Domain/clusterScope";
import { dashboardSession, type DashboardSession } from "../Extension/Portal/dashboardSession";
import { Dashboard } from "./Dashboard/Dashboard";
import { WrongClusterScreen } from "./Dashboard/WrongClusterScreen";
import { tabs } from "./Tabs/registry";

/** "Microsoft Defender for Cloud" in the menu of an AKS cluster. `id` is the ARM id of the cluster, `view` how to look at it. */
function SecurityDashboard({ parameters }: { parameters: { id: string; view?: string } }) {
  const initialized = useInitialized("SecurityDashboard");
  useEffect(initialized, [initialized]);
  const scope = useMemo(() => clusterScopeOf(parameters.id), [parameters.id]);
  return scope.ok ? (
    <ClusterDashboard cluster={scope.cluster} view={parameters.view ?? ""} />
  ) : (
    <WrongClusterScreen id={parameters.id} reason={scope.reason} />
  );
}

function ClusterDashboard({ cluster, view }: { cluster: ClusterScope; view: string }) {
  const session = useSession(cluster);
  return session ? (
    <QueryClientProvider client={session.queries}>
      <Dashboard dependencies={session} tabs={tabs} view={view} />
    </QueryClientProvider>
  ) : null;
}

/** The session that the data fetcher began; `undefined` for the instant until the portal's cache has handed it over. */
function useSession(cluster: ClusterScope): DashboardSession | undefined {
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

export default withForExport(SecurityDashboard);
