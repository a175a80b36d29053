import type { Operation } from "../Server/arm";
import { clusterApiVersions, clusterPath, findCluster } from "./clusters";

export const listAgentPools: Operation = {
  method: "GET",
  path: `${clusterPath}/agentPools`,
  apiVersions: clusterApiVersions,
  action: "Microsoft.ContainerService/managedClusters/agentPools/read",
  handle(context) {
    const cluster = findCluster(context);
    const value = cluster.pools.map(({ name, mode, vmSize, nodes }) => ({
      id: `${cluster.id}/agentPools/${name}`,
      name,
      type: "Microsoft.ContainerService/managedClusters/agentPools",
      properties: {
        mode,
        vmSize,
        count: nodes.length,
        osType: "Linux",
        type: "VirtualMachineScaleSets",
        provisioningState: "Succeeded",
        orchestratorVersion: cluster.kubernetesVersion,
      },
    }));
    return { status: 200, body: { value } };
  },
};
