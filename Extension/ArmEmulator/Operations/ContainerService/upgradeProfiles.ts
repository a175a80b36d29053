import { apiVersions } from "../../Server/apiVersions";
import type { Operation } from "../../Server/operation";
import { kubernetesVersions, latestNodeImage } from "../../World/ContainerService/nodeVersions";
import { findPool, poolId, poolPath } from "./agentPools";
import { clusterPath, findCluster } from "./clusters";

/** What a cluster and its node pools can be upgraded to. */
export const upgradeProfileOperations: readonly Operation[] = [
  {
    method: "GET",
    path: `${clusterPath}/upgradeProfiles/default`,
    apiVersions: apiVersions.managedClusters,
    action: "Microsoft.ContainerService/managedClusters/upgradeProfiles/read",
    handle(context) {
      const { id, kubernetesVersion, pools } = findCluster(context);
      const common = { kubernetesVersion, osType: "Linux", upgrades: kubernetesVersions.upgrades };
      return {
        status: 200,
        body: {
          id: `${id}/upgradeprofiles/default`,
          name: "default",
          type: "Microsoft.ContainerService/managedClusters/upgradeProfiles",
          properties: {
            controlPlaneProfile: { name: "master", ...common },
            agentPoolProfiles: pools.map(({ name }) => ({ name, ...common })),
          },
        },
      };
    },
  },
  {
    method: "GET",
    path: `${poolPath}/upgradeProfiles/default`,
    apiVersions: apiVersions.managedClusters,
    action: "Microsoft.ContainerService/managedClusters/agentPools/upgradeProfiles/read",
    handle(context) {
      const { cluster, pool } = findPool(context);
      return {
        status: 200,
        body: {
          id: `${poolId(cluster, pool)}/upgradeprofiles/default`,
          name: "default",
          type: "Microsoft.ContainerService/managedClusters/agentPools/upgradeProfiles",
          // Pools cannot go beyond their control plane, so there is no version to upgrade to.
          properties: {
            kubernetesVersion: cluster.kubernetesVersion,
            osType: "Linux",
            latestNodeImageVersion: latestNodeImage,
          },
        },
      };
    },
  },
];
