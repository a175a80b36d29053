import { jsonOf } from "../jsonParts";
import { stableGuid } from "../stableGuid";
import { poolProperties, readOnlyPoolProperties } from "./poolProperties";
import type { Cluster, ClusterState, Json } from "../world";

/**
 * A cluster as its resource provider returns it: as it was generated, or as it was last written, whatever that said, with what
 * only the service sets.
 */
export function clusterBody(cluster: Cluster): Json {
  const { id, name, type, location, createdAt, state } = cluster;
  const { properties: written, ...rest } = state.written ?? {
    sku: { name: "Base", tier: "Standard" },
    identity: { type: "SystemAssigned", principalId: stableGuid(`${id} principal`) },
    properties: generatedProperties(cluster),
  };
  const properties = jsonOf(written);
  return {
    ...rest,
    id,
    name,
    type,
    location,
    tags: state.tags,
    eTag: state.etag,
    systemData: { createdAt: createdAt.toISOString(), createdByType: "User" },
    properties: {
      ...identities(cluster),
      ...properties,
      ...readOnlyProperties(cluster),
      ...switches(properties, state),
      agentPoolProfiles: poolProfiles(properties, cluster),
    },
  };
}

function readOnlyProperties({ name, location, kubernetesVersion, state }: Cluster): Json {
  return {
    provisioningState: state.provisioningState,
    powerState: { code: state.isStopped ? "Stopped" : "Running" },
    currentKubernetesVersion: kubernetesVersion,
    maxAgentPools: 100,
    fqdn: `${name}.hcp.${location}.azmk8s.io`,
  };
}

function generatedProperties(cluster: Cluster): Json {
  const { name, kubernetesVersion, nodeResourceGroup, pools, state } = cluster;
  return {
    kubernetesVersion,
    dnsPrefix: name,
    nodeResourceGroup,
    enableRBAC: true,
    agentPoolProfiles: pools.map((pool) => ({ name: pool.name, ...poolProperties(cluster, pool) })),
    networkProfile: {
      networkPlugin: "azure",
      loadBalancerSku: state.loadBalancerSku,
      outboundType: "loadBalancer",
    },
    ...(state.hasIpRanges
      ? { apiServerAccessProfile: { authorizedIPRanges: ["203.0.113.0/24", "198.51.100.7/32"] } }
      : {}),
    securityProfile: { defender: defenderProfile(state) },
    addonProfiles: { azurepolicy: { enabled: state.policyAddOn }, omsagent: containerInsights(state) },
  };
}

/** The pools as they were written, with what upgrades and the service make of them. */
function poolProfiles({ agentPoolProfiles }: Json, cluster: Cluster): unknown {
  if (!Array.isArray(agentPoolProfiles)) {
    return agentPoolProfiles;
  }
  return agentPoolProfiles.map(jsonOf).map((profile) => {
    const pool = cluster.pools.find(({ name }) => name === profile.name);
    return pool ? { ...profile, ...readOnlyPoolProperties(cluster, pool) } : profile;
  });
}

/** AKS tells them although a PUT leaves them out: of a cluster with a managed identity, "msi" stands for the service principal. */
function identities(cluster: Cluster): Json {
  return {
    servicePrincipalProfile: { clientId: "msi" },
    identityProfile: { kubeletidentity: kubeletIdentity(cluster) },
  };
}

/** By which nodes pull images: AKS makes one for each cluster, in the resource group of its nodes. */
function kubeletIdentity({ id, name, nodeResourceGroup }: Cluster): Json {
  const [, , subscriptionId = ""] = id.split("/");
  return {
    resourceId: `/subscriptions/${subscriptionId}/resourceGroups/${nodeResourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}-agentpool`,
    clientId: stableGuid(`${id} kubelet client`),
    objectId: stableGuid(`${id} kubelet object`),
  };
}

/** A profile without sensor names no workspace. */
function defenderProfile({ sensor, workspaceId }: ClusterState): Json {
  return {
    ...(sensor && workspaceId !== null ? { logAnalyticsWorkspaceResourceId: workspaceId } : {}),
    securityMonitoring: { enabled: sensor },
  };
}

function containerInsights({ workspaceId }: ClusterState): Json {
  return workspaceId === null
    ? { enabled: false }
    : { enabled: true, config: { logAnalyticsWorkspaceResourceID: workspaceId } };
}

/** What others than writes switch too, as it stands now; nothing where the properties say so already. */
function switches(properties: Json, { sensor, policyAddOn }: ClusterState): Json {
  const { securityProfile, addonProfiles } = properties;
  const defender = jsonOf(jsonOf(securityProfile).defender);
  const monitoring = jsonOf(defender.securityMonitoring);
  const profiles = jsonOf(addonProfiles);
  const addOn = Object.keys(profiles).find((key) => key.toLowerCase() === "azurepolicy") ?? "azurepolicy";
  const switched = (profile: unknown, enabled: boolean) => ({ ...jsonOf(profile), enabled });
  return {
    ...(sensor !== (monitoring.enabled === true) && {
      securityProfile: {
        ...jsonOf(securityProfile),
        defender: { ...defender, securityMonitoring: switched(monitoring, sensor) },
      },
    }),
    ...(policyAddOn !== (jsonOf(profiles[addOn]).enabled === true) && {
      addonProfiles: { ...profiles, [addOn]: switched(profiles[addOn], policyAddOn) },
    }),
  };
}
