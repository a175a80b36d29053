import { useInitialized, withForExport } from "@microsoft/azureportal-reactview/ReactView";
import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { clusterScopeOf, type ClusterScope } from "../Client/Core/clusterScope";
import { useSession } from "../Extension/Portal/useSession";
import { Dashboard } from "./Dashboard/Dashboard";
import { WrongClusterScreen } from "./Kit/Screens/WrongClusterScreen";
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

export default withForExport(SecurityDashboard);
