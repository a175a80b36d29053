import { setTitle } from "@microsoft/azureportal-reactview/Az";
import { useInitialized, withForExport } from "@microsoft/azureportal-reactview/ReactView";
import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { clusterScopeOf, type ClusterScope } from "../Client/Domain/clusterScope";
import { useSession } from "../Extension/Portal/useSession";
import { WrongClusterScreen } from "./Dashboard/WrongClusterScreen";
import { PlanSettings as Page } from "./Settings/PlanSettings";
import { Settings } from "./Settings/Settings.resjson";

/**
 * The settings of Defender for Containers, in a pane beside the dashboard or by their own link. `id` is the ARM id of the
 * cluster, `scope` what to begin with: "cluster" or "subscription".
 */
function PlanSettings({ parameters }: { parameters: { id: string; scope?: string } }) {
  const initialized = useInitialized("PlanSettings");
  useEffect(initialized, [initialized]);
  useEffect(() => void setTitle(Settings.title), []);
  const scope = useMemo(() => clusterScopeOf(parameters.id), [parameters.id]);
  return scope.ok ? (
    <ClusterSettings cluster={scope.cluster} scope={parameters.scope} />
  ) : (
    <WrongClusterScreen id={parameters.id} reason={scope.reason} />
  );
}

function ClusterSettings(props: { readonly cluster: ClusterScope; readonly scope: string | undefined }) {
  const session = useSession(props.cluster);
  return session ? (
    <QueryClientProvider client={session.queries}>
      <Page dependencies={session} scope={props.scope} />
    </QueryClientProvider>
  ) : null;
}

export default withForExport(PlanSettings);
