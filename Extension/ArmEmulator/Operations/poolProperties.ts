import type { Cluster, NodePool } from "../World/world";

/** Properties of a node pool as AKS returns them, by itself and in its cluster. */
export function poolProperties(
  { kubernetesVersion }: Cluster,
  { mode, vmSize, nodes, zones, autoscaling, upgradeSettings, state }: NodePool,
) {
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
    nodeImageVersion: state.nodeImageVersion,
    upgradeSettings,
    provisioningState: state.provisioningState,
    powerState: { code: "Running" },
  };
}
