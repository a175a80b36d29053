import type { NodePool } from "../../Client/NodePools/nodePool";
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
