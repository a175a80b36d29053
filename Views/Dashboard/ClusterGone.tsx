import { DefaultButton, PrimaryButton, Stack } from "@fluentui/react";
import { useQueryClient } from "@tanstack/react-query";
import type { Failure } from "../../Client/Core/failure";
import { format } from "../../Client/Core/format";
import { useProtection } from "../Kit/Protection/useProtection";
import { FailureFacts } from "../Kit/Screens/FailureReport";
import { FullScreen } from "../Kit/Screens/FullScreen";
import { useDashboard } from "../Kit/Session/dashboardContext";
import { Dashboard } from "./Dashboard.resjson";

/** The portal's list of AKS clusters. */
const clusterList = {
  extensionName: "HubsExtension",
  bladeName: "BrowseResource",
  parameters: { resourceType: "Microsoft.ContainerService/managedClusters" },
} as const;

/** Why the cluster is taken for gone; `undefined`: it isn't, as far as is known. */
export function useClusterGone(): Failure | undefined {
  const { profile } = useProtection();
  return "failure" in profile && profile.failure.kind === "notFound" ? profile.failure : undefined;
}

/** Stands for the whole page of a cluster that doesn't exist, with the ways out. */
export function ClusterGone({ failure }: { readonly failure: Failure }) {
  const { cluster, host } = useDashboard();
  const queries = useQueryClient();
  return (
    <FullScreen tone="broken" title={Dashboard.clusterGoneTitle}>
      <p>{format(Dashboard.clusterGoneText, cluster.id)}</p>
      <Stack horizontal wrap horizontalAlign="center" tokens={{ childrenGap: 8 }}>
        <PrimaryButton text={Dashboard.clusterList} onClick={() => void host.openBlade(clusterList)} />
        <DefaultButton text={Dashboard.clusterRetry} onClick={() => void queries.invalidateQueries()} />
      </Stack>
      <FailureFacts failure={failure} />
    </FullScreen>
  );
}
