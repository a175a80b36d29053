import { readApiVersion } from "../../Server/apiVersion";
import type { ArmRequest } from "../../Server/arm";
import { asKnownIn, asWrittenIn, type Arrivals } from "../../Server/versionedBody";
import { clusterBody } from "../../World/ContainerService/clusterBody";
import type { Cluster, Json } from "../../World/world";

/** The first version after 2022-11-01: properties that 2022-11-01 doesn't have are told from here on, some of them too early. */
const afterModels = "2023-01-01";

/** Properties of pools that came after 2020-09-01, by the models of azure-mgmt-containerservice, which end at 2022-11-01. */
const ofPools: Arrivals = {
  kubeletConfig: "2020-11-01",
  linuxOSConfig: "2020-11-01",
  podSubnetID: "2020-11-01",
  enableEncryptionAtHost: "2020-12-01",
  kubeletDiskType: "2020-12-01",
  nodePublicIPPrefixID: "2021-02-01",
  enableFIPS: "2021-03-01",
  gpuInstanceProfile: "2021-03-01",
  osSKU: "2021-03-01",
  enableUltraSSD: "2021-05-01",
  scaleDownMode: "2021-07-01",
  creationData: "2021-08-01",
  workloadRuntime: "2021-08-01",
  currentOrchestratorVersion: "2022-04-01",
  hostGroupID: "2022-06-01",
  capacityReservationGroupID: afterModels,
  networkProfile: afterModels,
  securityProfile: afterModels,
  windowsProfile: afterModels,
  // By the OpenAPI of 2024-09-01.
  eTag: "2024-09-01",
  "upgradeSettings.drainTimeoutInMinutes": "2024-09-01",
  "upgradeSettings.nodeSoakDurationInMinutes": "2024-09-01",
};

/** The same of `properties` of clusters. */
const ofProperties: Arrivals = {
  "apiServerAccessProfile.privateDNSZone": "2020-11-01",
  autoUpgradeProfile: "2020-11-01",
  podIdentityProfile: "2020-11-01",
  azurePortalFQDN: "2021-02-01",
  fqdnSubdomain: "2021-02-01",
  disableLocalAccounts: "2021-03-01",
  httpProxyConfig: "2021-03-01",
  privateLinkResources: "2021-03-01",
  "windowsProfile.enableCSIProxy": "2021-03-01",
  "apiServerAccessProfile.enablePrivateClusterPublicFQDN": "2021-05-01",
  "networkProfile.natGatewayProfile": "2021-07-01",
  securityProfile: "2021-07-01",
  "apiServerAccessProfile.disableRunCommand": "2021-08-01",
  "networkProfile.loadBalancerProfile.enableMultipleStandardLoadBalancers": "2021-08-01",
  publicNetworkAccess: "2021-08-01",
  "windowsProfile.gmsaProfile": "2021-09-01",
  "networkProfile.ipFamilies": "2021-10-01",
  "networkProfile.podCidrs": "2021-10-01",
  "networkProfile.serviceCidrs": "2021-10-01",
  currentKubernetesVersion: "2022-04-01",
  storageProfile: "2022-04-01",
  "securityProfile.azureKeyVaultKms": "2022-06-01",
  "securityProfile.defender": "2022-06-01",
  oidcIssuerProfile: "2022-09-01",
  "storageProfile.blobCSIDriver": "2022-09-01",
  workloadAutoScalerProfile: "2022-11-01",
  "autoUpgradeProfile.nodeOSUpgradeChannel": afterModels,
  azureMonitorProfile: afterModels,
  ingressProfile: afterModels,
  metricsProfile: afterModels,
  "networkProfile.advancedNetworking": afterModels,
  "networkProfile.loadBalancerProfile.backendPoolType": afterModels,
  "networkProfile.networkDataplane": afterModels,
  "networkProfile.networkPluginMode": afterModels,
  nodeResourceGroupProfile: afterModels,
  resourceUID: afterModels,
  "securityProfile.imageCleaner": afterModels,
  "securityProfile.workloadIdentity": afterModels,
  serviceMeshProfile: afterModels,
  supportPlan: afterModels,
  upgradeSettings: afterModels,
  "workloadAutoScalerProfile.verticalPodAutoscaler": afterModels,
};

const under = (place: string, arrivals: Arrivals): Arrivals =>
  Object.fromEntries(Object.entries(arrivals).map(([path, since]) => [`${place}.${path}`, since]));

const ofClusters: Arrivals = {
  eTag: "2024-09-01",
  systemData: "2022-02-01",
  extendedLocation: "2021-03-01",
  ...under("properties", ofProperties),
  ...under("properties.agentPoolProfiles.*", ofPools),
};

/** A cluster as the asked api-version returns it. */
export function clusterAnswer(cluster: Cluster, request: ArmRequest): Json {
  return asKnownIn(readApiVersion(request), clusterBody(cluster), ofClusters);
}

/** The body of a PUT as its api-version reads it, with what that has no words for: that stays as it is. */
export function clusterWritten(written: Json, cluster: Cluster, request: ArmRequest): Json {
  return asWrittenIn(readApiVersion(request), written, clusterBody(cluster), ofClusters);
}

/** The properties of a pool as the asked api-version returns them. */
export function poolAnswer(properties: Json, request: ArmRequest): Json {
  return asKnownIn(readApiVersion(request), properties, ofPools);
}
