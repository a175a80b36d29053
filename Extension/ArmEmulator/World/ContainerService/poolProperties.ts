import type { Cluster, NodePool } from "../world";

/** Properties of a node pool as AKS returns them, by itself and in its cluster. */
export function poolProperties(cluster: Cluster, pool: NodePool) {
  const { kubernetesVersion } = cluster;
  const { mode, zones, upgradeSettings } = pool;
  return {
    mode,
    ...(pool.state.hasSingleMachines ? singleMachines(pool) : scaleSet(pool)),
    osType: "Linux",
    osSKU: "Ubuntu",
    availabilityZones: zones,
    orchestratorVersion: kubernetesVersion,
    currentOrchestratorVersion: kubernetesVersion,
    upgradeSettings,
    ...readOnlyPoolProperties(cluster, pool),
  };
}

function scaleSet({ vmSize, nodes, autoscaling }: NodePool) {
  return {
    type: "VirtualMachineScaleSets",
    vmSize,
    count: nodes.length,
    enableAutoScaling: autoscaling !== null,
    ...(autoscaling ?? {}),
  };
}

/** A pool of the type `VirtualMachines`: `null` where a scale set has its number and its size (agentPools 2026-01-01). */
function singleMachines({ vmSize, nodes }: NodePool) {
  const machines = [
    { size: vmSize, count: nodes.length - 1 },
    { size: "Standard_D4ds_v5", count: 1 },
  ];
  return {
    type: "VirtualMachines",
    vmSize: null,
    count: null,
    enableAutoScaling: null,
    virtualMachinesProfile: { scale: { manual: machines } },
    virtualMachineNodesStatus: machines,
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
