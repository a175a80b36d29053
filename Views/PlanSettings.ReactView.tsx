import { setTitle } from "@microsoft/azureportal-reactview/Az";
import { useInitialized, withForExport } from "@microsoft/azureportal-reactview/ReactView";
import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { clusterScopeOf, type ClusterScope } from "../Client/Core/clusterScope";
import { useSession } from "../Extension/Portal/useSession";
import { WrongClusterScreen } from "./Kit/Screens/WrongClusterScreen";
import { PlanSettings as Page } from "./Features/DefenderPlan/PlanSettings";
import { Settings } from "./Features/DefenderPlan/Settings.resjson";

/**
 * The settings of Defender for Containers, in a pane beside the dashboard or by their own link. `id` is the ARM id of the
 * cluster, `scope` what to begin with: "cluster" or "subscription". With "enable" as `start` the plan is on already in what is
 * to be saved.
 */
function PlanSettings({ parameters }: { parameters: { id: string; scope?: string; start?: string } }) {
  const initialized = useInitialized("PlanSettings");
  useEffect(initialized, [initialized]);
  useEffect(() => void setTitle(Settings.title), []);
  const scope = useMemo(() => clusterScopeOf(parameters.id), [parameters.id]);
  return scope.ok ? (
    <ClusterSettings cluster={scope.cluster} {...parameters} />
  ) : (
    <WrongClusterScreen id={parameters.id} reason={scope.reason} />
  );
}

function ClusterSettings(props: {
  readonly cluster: ClusterScope;
  readonly scope?: string;
  readonly start?: string;
}) {
  const session = useSession(props.cluster);
  return session ? (
    <QueryClientProvider client={session.queries}>
      <Page dependencies={session} scope={props.scope} isEnabling={props.start === "enable"} />
    </QueryClientProvider>
  ) : null;
}

export default withForExport(PlanSettings);
