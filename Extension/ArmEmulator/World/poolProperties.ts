import type { Cluster, NodePool } from "./world";

/** Properties of a node pool as AKS returns them, by itself and in its cluster. */
export function poolProperties(cluster: Cluster, pool: NodePool) {
  const { kubernetesVersion } = cluster;
  const { mode, vmSize, nodes, zones, autoscaling, upgradeSettings } = pool;
  return {
    mode,
    vmSize,
    count: nodes.length,
    osType: "Linux",
    osSKU: "Ubuntu",
    type: "VirtualMachineScaleSets",
    availabilityZones: zones,
    enableAutoScaling: autoscaling !== null,
    ...(autoscaling ?? {}),
    orchestratorVersion: kubernetesVersion,
    currentOrchestratorVersion: kubernetesVersion,
    upgradeSettings,
    ...readOnlyPoolProperties(cluster, pool),
  };
}

/** What only the service sets. */
export function readOnlyPoolProperties(cluster: Cluster, { state }: NodePool) {
  return {
    nodeImageVersion: state.nodeImageVersion,
    provisioningState: state.provisioningState,
    powerState: { code: cluster.state.isStopped ? "Stopped" : "Running" },
  };
}
