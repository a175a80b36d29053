import { ArmError, type ArmContext } from "../Server/arm";
import type { Cluster, ClusterState } from "../World/world";
import { poolProperties } from "./poolProperties";

export const clusterPath =
  "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ContainerService/managedClusters/{name}";

export const clusterApiVersions = [
  "2024-09-01",
  "2025-05-01",
  "2025-10-01",
  "2026-01-01",
  "2026-04-01",
  "2026-06-01",
];

/** The cluster that a path names. Throws ARM's 404 when there is none. */
export function findCluster({ world, place }: ArmContext): Cluster {
  const { resourceGroup = "", name = "" } = place;
  const id = `/subscriptions/${place.subscriptionId ?? ""}/resourceGroups/${resourceGroup}/providers/Microsoft.ContainerService/managedClusters/${name}`;
  const cluster = world.clusters.find((candidate) => candidate.id.toLowerCase() === id.toLowerCase());
  if (!cluster) {
    throw new ArmError(
      404,
      "ResourceNotFound",
      `The Resource 'Microsoft.ContainerService/managedClusters/${name}' under resource group '${resourceGroup}' was not found.`,
    );
  }
  return cluster;
}

/** A cluster as its resource provider returns it. */
export function clusterBody(cluster: Cluster): Readonly<Record<string, unknown>> {
  const { id, name, type, location, kubernetesVersion, nodeResourceGroup, pools, state } = cluster;
  return {
    id,
    name,
    type,
    location,
    tags: state.tags,
    eTag: state.etag,
    sku: { name: "Base", tier: "Standard" },
    properties: {
      provisioningState: state.provisioningState,
      powerState: { code: "Running" },
      kubernetesVersion,
      currentKubernetesVersion: kubernetesVersion,
      dnsPrefix: name,
      fqdn: `${name}.hcp.${location}.azmk8s.io`,
      nodeResourceGroup,
      enableRBAC: true,
      agentPoolProfiles: pools.map((pool) => ({ name: pool.name, ...poolProperties(cluster, pool) })),
      networkProfile: { networkPlugin: "azure", loadBalancerSku: "standard" },
      securityProfile: { defender: defenderProfile(state) },
      addonProfiles: { azurepolicy: { enabled: state.policyAddOn }, omsagent: containerInsights(state) },
    },
  };
}

/** A profile without sensor names no workspace. */
function defenderProfile({ sensor, workspaceId }: ClusterState) {
  return {
    ...(sensor && workspaceId !== null ? { logAnalyticsWorkspaceResourceId: workspaceId } : {}),
    securityMonitoring: { enabled: sensor },
  };
}

function containerInsights({ workspaceId }: ClusterState) {
  return workspaceId === null
    ? { enabled: false }
    : { enabled: true, config: { logAnalyticsWorkspaceResourceID: workspaceId } };
}
