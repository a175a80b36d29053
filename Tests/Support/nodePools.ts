import type { NodePool, NodePools } from "../../Client/NodePools/nodePool";
import { clusterId } from "./findings";

/** A pool with an upgrade due; tests say what differs. */
export function aNodePool(over: Partial<NodePool> = {}): NodePool {
  return {
    id: `${clusterId}/agentPools/apps`,
    name: "apps",
    mode: "User",
    type: "VirtualMachineScaleSets",
    vmSizes: ["Standard_D8ds_v5"],
    osSku: "Ubuntu",
    count: 4,
    autoscaling: undefined,
    zones: [],
    version: "1.33.4",
    image: "AKSUbuntu-2204gen2containerd-202608.12.0",
    latestImage: "AKSUbuntu-2204gen2containerd-202611.10.0",
    latestVersion: "1.33.4",
    latestFailure: undefined,
    provisioningState: "Succeeded",
    isStopped: false,
    upgradeSettings: {
      maxSurge: undefined,
      maxUnavailable: undefined,
      drainTimeoutMinutes: undefined,
      soakMinutes: undefined,
    },
    ...over,
  };
}

/** The pools of a cluster that is ready, and whose control plane has a newer version to go to; tests say what differs. */
export const nodePoolsOf = (items: readonly NodePool[], over: Partial<NodePools> = {}): NodePools => ({
  items,
  gaps: [],
  controlPlane: { version: "1.33.4", latestVersion: "1.34.1", failure: undefined },
  condition: { kind: "ready" },
  ...over,
});
