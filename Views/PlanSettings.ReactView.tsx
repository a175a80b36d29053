import { setTitle } from "@microsoft/azureportal-reactview/Az";
import {
  ContextPaneWidth,
  useInitialized,
  withContextPaneWidth,
  withForExport,
} from "@microsoft/azureportal-reactview/ReactView";
import { QueryClientProvider } from "@tanstack/react-query";
import * as React from "react";
import { clusterScopeOf, type ClusterScope } from "../Client/Core/clusterScope";
import { settingsSession } from "../Extension/Portal/settingsSession";
import { useSession } from "../Extension/Portal/useSession";
import { OpeningScreen } from "./Kit/Screens/OpeningScreen";
import { WrongClusterScreen } from "./Kit/Screens/WrongClusterScreen";
import { PlanSettings as Page } from "./Features/DefenderPlan/PlanSettings";
import { Settings } from "./Features/DefenderPlan/Settings.resjson";

interface PlanSettingsParameters {
  id: string;
  scope?: string;
  start?: string;
}

interface PlanSettingsProps {
  parameters: PlanSettingsParameters;
  /** What the pane returns, for the portal's build to read. Extension/Portal/createHost.ts calls it, by its other name. */
  closeView: (data: { changed: boolean }) => void;
}

/**
 * The settings of Defender for Containers, in a pane beside the dashboard or by their own link. `id` is the ARM id of the
 * cluster, `scope` what to begin with: "cluster" or "subscription". With "enable" as `start` the plan is on already in what is
 * to be saved.
 */
const PlanSettings: React.FC<PlanSettingsProps> = ({ parameters }) => {
  const initialized = useInitialized("PlanSettings");
  React.useEffect(initialized, [initialized]);
  React.useEffect(() => void setTitle(Settings.title), []);
  const scope = React.useMemo(() => clusterScopeOf(parameters.id), [parameters.id]);
  return scope.ok ? (
    <ClusterSettings cluster={scope.cluster} {...parameters} />
  ) : (
    <WrongClusterScreen id={parameters.id} reason={scope.reason} />
  );
};

function ClusterSettings(props: {
  readonly cluster: ClusterScope;
  readonly scope?: string;
  readonly start?: string;
}) {
  const session = useSession(props.cluster, settingsSession);
  return session ? (
    <QueryClientProvider client={session.queries}>
      <Page dependencies={session} scope={props.scope} isEnabling={props.start === "enable"} />
    </QueryClientProvider>
  ) : (
    <OpeningScreen heading={Settings.title} />
  );
}

export default withContextPaneWidth(withForExport(PlanSettings), ContextPaneWidth.Medium);
