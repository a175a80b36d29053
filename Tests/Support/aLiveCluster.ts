import type { JsonRecord } from "../../Client/Core/json";
import type { LiveCluster } from "../../Client/QuickFixes/quickFix";
import { aCluster } from "./aCluster";

/** The body of a cluster that none of the recommendations with a quick fix is content with. */
export function aClusterBody(properties: JsonRecord = {}): JsonRecord {
  const { id, name } = aCluster();
  return {
    id,
    name,
    type: "Microsoft.ContainerService/ManagedClusters",
    location: "westeurope",
    eTag: "1",
    properties: {
      provisioningState: "Succeeded",
      networkProfile: { loadBalancerSku: "standard", outboundType: "loadBalancer" },
      agentPoolProfiles: [{ name: "system", count: 3 }],
      ...properties,
    },
  };
}

/** A cluster as it was read, with everything around it read too. */
export function aLiveCluster(over: Partial<LiveCluster> = {}): LiveCluster {
  return {
    scope: aCluster(),
    body: aClusterBody(),
    etag: "1",
    diagnosticSettings: [],
    workspaces: [],
    unreadableWorkspaces: 0,
    ...over,
  };
}
