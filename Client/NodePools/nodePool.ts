import type { ClusterCondition } from "../Core/clusterCondition";
import type { Failure } from "../Core/failure";
import { imageStateOf, type ImageState } from "../Core/nodeImage";
import { operationState } from "../Core/operationState";

/**
 * RBAC action of the upgrade, needed at the node pool. Microsoft's list has it also with `write` at the end; a POST asks for
 * `action`.
 */
export const upgradeNodeImageAction =
  "Microsoft.ContainerService/managedClusters/agentPools/upgradeNodeImageVersion/action";

/** How a pool is upgraded, as it was set; `undefined`: AKS decides. (Microsoft.ContainerService 2026-01-01.) */
export interface UpgradeSettings {
  /** A number of nodes, or a percentage of the pool such as `33%`. */
  readonly maxSurge: string | undefined;
  readonly maxUnavailable: string | undefined;
  readonly drainTimeoutMinutes: number | undefined;
  readonly soakMinutes: number | undefined;
}

/** Nodes that are alike. */
export interface NodePool {
  /** ARM id. */
  readonly id: string;
  readonly name: string;
  /** `System`, `User`, `Gateway` or whatever AKS calls it; `undefined` when it does not say. */
  readonly mode: string | undefined;
  /** `VirtualMachineScaleSets`, `VirtualMachines` or whatever AKS calls it; `undefined` when it does not say. */
  readonly type: string | undefined;
  /** One for a scale set, several for a pool of single machines; empty when the service does not say. */
  readonly vmSizes: readonly string[];
  /** `Ubuntu` for example, or `Windows` where only the kind is known; `undefined` when the service does not say. */
  readonly osSku: string | undefined;
  /** Nodes of the pool; `undefined` when the service does not say. */
  readonly count: number | undefined;
  /** Bounds of the autoscaler; `undefined`: there is none. */
  readonly autoscaling: { readonly min: number; readonly max: number } | undefined;
  readonly zones: readonly string[];
  /** Of Kubernetes; `undefined` when the service does not say. */
  readonly version: string | undefined;
  /** Image that its nodes have; `undefined` when the service does not say. */
  readonly image: string | undefined;
  /** Newest image for it; `undefined` when that is not known. */
  readonly latestImage: string | undefined;
  /** Newest version of Kubernetes that it could have under the present control plane; `undefined` when that is not known. */
  readonly latestVersion: string | undefined;
  /** Why the newest ones could not be read. */
  readonly latestFailure: Failure | undefined;
  /** `Succeeded`, `UpgradingNodeImageVersion`, …, as AKS says; empty when it does not. */
  readonly provisioningState: string;
  /** Whether it has been stopped: then it has no nodes to upgrade. */
  readonly isStopped: boolean;
  readonly upgradeSettings: UpgradeSettings;
}

/** The pools of the cluster. */
export interface NodePools {
  readonly items: readonly NodePool[];
  /** Pools that could not be read. */
  readonly gaps: readonly Failure[];
  readonly controlPlane: ControlPlane;
  /** How the cluster stands. */
  readonly condition: ClusterCondition;
}

/** Versions of Kubernetes in the control plane, which the pools follow. */
export interface ControlPlane {
  /** `undefined`: not known. */
  readonly version: string | undefined;
  /** Newest version that it can be upgraded to, previews apart; the present one when there is no newer; `undefined`: not known. */
  readonly latestVersion: string | undefined;
  /** Why they could not be read. */
  readonly failure: Failure | undefined;
}

export function imageState({ image, latestImage }: Pick<NodePool, "image" | "latestImage">): ImageState {
  return imageStateOf(image, latestImage);
}

/** Whether there is nothing above the image that the pool has. */
export function isUpToDate(state: ImageState): boolean {
  return state === "latest" || state === "newer";
}

/** Why a pool's image cannot be upgraded now, in a cluster that stands like this; `undefined`: it can. */
export function upgradeObstacle(pool: NodePool, cluster: ClusterCondition): UpgradeObstacle | undefined {
  return obstacles.find(([, isInTheWay]) => isInTheWay(pool, cluster))?.[0];
}

export type UpgradeObstacle =
  | "latest"
  | "newer"
  | "busy"
  | "stopped"
  | "empty"
  | "type"
  | "clusterStopped"
  | "clusterDeleting"
  | "clusterBusy";

/** The one type whose image AKS does not upgrade (learn.microsoft.com, node-image-upgrade; azure-cli refuses it too). */
const withoutImageUpgrade = "availabilityset";

/** Obstacles and when they are in the way. The first one that is counts. */
const obstacles: readonly (readonly [
  UpgradeObstacle,
  (pool: NodePool, cluster: ClusterCondition) => boolean,
])[] = [
  ["clusterStopped", (_, { kind }) => kind === "stopped"],
  ["clusterDeleting", (_, { kind }) => kind === "deleting"],
  ["stopped", ({ isStopped }) => isStopped],
  ["busy", ({ provisioningState }) => operationState(provisioningState) === "running"],
  ["clusterBusy", (_, { kind }) => kind === "busy"],
  ["type", ({ type }) => type?.toLowerCase() === withoutImageUpgrade],
  ["empty", ({ count }) => count === 0],
  ["latest", (pool) => imageState(pool) === "latest"],
  ["newer", (pool) => imageState(pool) === "newer"],
];

/**
 * The state in which the last change of the pool or of the cluster ended, where it did not succeed; `undefined`: none is known.
 * AKS might refuse an upgrade then.
 */
export function failedState({ provisioningState }: NodePool, cluster: ClusterCondition): string | undefined {
  const state = operationState(provisioningState);
  const isFailed = provisioningState !== "" && state !== "succeeded" && state !== "running";
  return isFailed ? provisioningState : cluster.kind === "failed" ? cluster.state : undefined;
}

/** What an upgrade of the image does to a pool, to be shown before it starts. */
interface UpgradeImpact {
  /** All nodes are drained and replaced; `undefined`: AKS does not say how many there are. */
  readonly nodes: number | undefined;
  /** Nodes that AKS adds at first, and needs quota and addresses for; as many are drained at once. */
  readonly addedNodes: NodeAmount;
  /** Nodes that may be missing at once, beside those that were added. */
  readonly unavailableNodes: NodeAmount;
  /** Whether the number of added nodes is AKS's own choice. */
  readonly isSurgeDefault: boolean;
  /** How long one node may take to be drained, before the upgrade fails. */
  readonly drainTimeoutMinutes: number;
  /** How long AKS waits after each node. */
  readonly soakMinutes: number;
  /** Whether all that runs in the pool runs on the one node that is drained. */
  readonly isSingleNode: boolean;
  /** Whether what the cluster itself needs runs in the pool. */
  readonly isSystemPool: boolean;
  /** Budgets can hold a drain up until it fails. They are in the cluster, where ARM does not see them. */
  readonly disruptionBudgets: "unknown";
}

/** A number of nodes; the percentage as it was set, where AKS does not say how many nodes it is of. */
export type NodeAmount = number | `${number}%`;

/** What AKS does where nothing was set (arm-containerservice 25.3.0; until 2024 one node was the default surge). */
const defaults = { maxSurge: "10%", maxUnavailable: "0", drainTimeoutMinutes: 30, soakMinutes: 0 } as const;

export function upgradeImpact({ count, mode, upgradeSettings }: NodePool): UpgradeImpact {
  const { maxSurge, maxUnavailable, drainTimeoutMinutes, soakMinutes } = upgradeSettings;
  const surge = maxSurge === undefined ? undefined : amountOf(maxSurge, count);
  return {
    nodes: count,
    addedNodes: surge ?? amountOf(defaults.maxSurge, count) ?? 0,
    unavailableNodes: amountOf(maxUnavailable ?? defaults.maxUnavailable, count) ?? 0,
    isSurgeDefault: surge === undefined,
    drainTimeoutMinutes: drainTimeoutMinutes ?? defaults.drainTimeoutMinutes,
    soakMinutes: soakMinutes ?? defaults.soakMinutes,
    isSingleNode: count === 1,
    isSystemPool: mode?.toLowerCase() === "system",
    disruptionBudgets: "unknown",
  };
}

/** A number of nodes, or a percentage of the pool rounded up; never more than the pool has. `undefined`: neither. */
function amountOf(setting: string, count: number | undefined): NodeAmount | undefined {
  const [, digits, percent] = /^\s*(\d+)\s*(%?)\s*$/.exec(setting) ?? [];
  if (digits === undefined) {
    return undefined;
  }
  const number = Number(digits);
  if (count === undefined) {
    return percent === "%" ? `${number}%` : number;
  }
  return Math.min(percent === "%" ? Math.ceil((number * count) / 100) : number, count);
}
