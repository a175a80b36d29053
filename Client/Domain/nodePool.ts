import type { Failure } from "./failure";

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
  readonly mode: "System" | "User";
  readonly vmSize: string;
  /** `Ubuntu` for example; empty when the service does not say. */
  readonly osSku: string;
  readonly count: number;
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

/** Whether a pool is on the newest image. */
export type ImageState = "latest" | "outdated" | "unknown";

export function imageState({ image, latestImage }: NodePool): ImageState {
  if (image === undefined || latestImage === undefined) {
    return "unknown";
  }
  return image.toLowerCase() === latestImage.toLowerCase() || isNewer(image, latestImage)
    ? "latest"
    : "outdated";
}

/** Below zero when `left` is the older image, 0 for images of one day; `undefined` when they are not of one family. */
export function compareNodeImages(left: string, right: string): number | undefined {
  const [family, date] = partsOf(left);
  const [otherFamily, otherDate] = partsOf(right);
  return family !== undefined && family === otherFamily ? compareNumbers(date, otherDate) : undefined;
}

/** Images come to regions one after the other: a pool may have a newer one than its region calls the latest. */
function isNewer(image: string, latest: string): boolean {
  return (compareNodeImages(image, latest) ?? 0) > 0;
}

/** `AKSUbuntu-2204gen2containerd-202611.10.0`: the family, and a date with a number. */
function partsOf(image: string): readonly [string | undefined, readonly number[]] {
  const [, family, date = ""] = /^(.+)-(\d{6}\.\d+\.\d+)$/.exec(image.toLowerCase()) ?? [];
  return [family, date.split(".").map(Number)];
}

function compareNumbers(left: readonly number[], right: readonly number[]): number {
  const place = left.findIndex((number, index) => number !== right[index]);
  return place < 0 ? 0 : (left[place] ?? 0) - (right[place] ?? 0);
}

/** Why a pool's image cannot be upgraded now; `undefined`: it can. AKS alone knows what else goes on in the cluster. */
export function upgradeObstacle(pool: NodePool): "latest" | "busy" | "stopped" | "empty" | undefined {
  if (pool.isStopped) {
    return "stopped";
  }
  if (!["", "succeeded", "failed", "canceled"].includes(pool.provisioningState.toLowerCase())) {
    return "busy";
  }
  if (pool.count === 0) {
    return "empty";
  }
  return imageState(pool) === "latest" ? "latest" : undefined;
}

/** What an upgrade of the image does to a pool, to be shown before it starts. */
export interface UpgradeImpact {
  /** All nodes are drained and replaced. */
  readonly nodes: number;
  /** Nodes that AKS adds at first, and needs quota and addresses for; as many are drained at once. */
  readonly addedNodes: number;
  /** Nodes that may be missing at once, beside those that were added. */
  readonly unavailableNodes: number;
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

/** What AKS does where nothing was set (arm-containerservice 25.3.0; until 2024 one node was the default surge). */
const defaults = { maxSurge: "10%", maxUnavailable: "0", drainTimeoutMinutes: 30, soakMinutes: 0 } as const;

export function upgradeImpact({ count, mode, upgradeSettings }: NodePool): UpgradeImpact {
  const { maxSurge, maxUnavailable, drainTimeoutMinutes, soakMinutes } = upgradeSettings;
  const surge = maxSurge === undefined ? undefined : nodesOf(maxSurge, count);
  return {
    nodes: count,
    addedNodes: surge ?? nodesOf(defaults.maxSurge, count) ?? 0,
    unavailableNodes: nodesOf(maxUnavailable ?? defaults.maxUnavailable, count) ?? 0,
    isSurgeDefault: surge === undefined,
    drainTimeoutMinutes: drainTimeoutMinutes ?? defaults.drainTimeoutMinutes,
    soakMinutes: soakMinutes ?? defaults.soakMinutes,
    isSingleNode: count === 1,
    isSystemPool: mode === "System",
    disruptionBudgets: "unknown",
  };
}

/** A number of nodes, or a percentage of the pool rounded up; never more than the pool has. `undefined`: neither. */
function nodesOf(setting: string, count: number): number | undefined {
  const [, digits, percent] = /^\s*(\d+)\s*(%?)\s*$/.exec(setting) ?? [];
  if (digits === undefined) {
    return undefined;
  }
  const number = Number(digits);
  return Math.min(percent === "%" ? Math.ceil((number * count) / 100) : number, count);
}
