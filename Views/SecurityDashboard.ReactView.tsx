import { useInitialized, withForExport } from "@microsoft/azureportal-reactview/ReactView";
import { QueryClientProvider } from "@tanstack/react-query";
import * as React from "react";
import { clusterScopeOf, type ClusterScope } from "../Client/Core/clusterScope";
import { format } from "../Client/Core/format";
import { useSession } from "../Extension/Portal/useSession";
import { wholeSession } from "../Extension/Portal/wholeSession";
import { Dashboard } from "./Dashboard/Dashboard";
import { Dashboard as Text } from "./Dashboard/Dashboard.resjson";
import { OpeningScreen } from "./Kit/Screens/OpeningScreen";
import { WrongClusterScreen } from "./Kit/Screens/WrongClusterScreen";
import { tabs } from "./Tabs/registry";

interface SecurityDashboardParameters {
  id: string;
  view?: string;
}

interface SecurityDashboardProps {
  parameters: SecurityDashboardParameters;
}

/** "Microsoft Defender for Cloud" in the menu of an AKS cluster. `id` is the ARM id of the cluster, `view` how to look at it. */
const SecurityDashboard: React.FC<SecurityDashboardProps> = ({ parameters }) => {
  const initialized = useInitialized("SecurityDashboard");
  React.useEffect(initialized, [initialized]);
  const scope = React.useMemo(() => clusterScopeOf(parameters.id), [parameters.id]);
  return scope.ok ? (
    <ClusterDashboard cluster={scope.cluster} view={parameters.view ?? ""} />
  ) : (
    <WrongClusterScreen id={parameters.id} reason={scope.reason} />
  );
};

function ClusterDashboard({ cluster, view }: { cluster: ClusterScope; view: string }) {
  const session = useSession(cluster, wholeSession);
  return session ? (
    <QueryClientProvider client={session.queries}>
      <Dashboard dependencies={session} tabs={tabs} view={view} />
    </QueryClientProvider>
  ) : (
    <OpeningScreen heading={format(Text.heading, cluster.name)} />
  );
}

export default withForExport(SecurityDashboard);
