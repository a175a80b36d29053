import { unreadableRow } from "../Azure/unreadableRow";
import { isRecord, recordOf, textOf, textsOf, type JsonRecord } from "../Domain/json";
import type { Mapped } from "../Domain/mapped";
import type { NodePool, UpgradeSettings } from "../Domain/nodePool";

/** A pool without what its upgrade profile says. */
export type PoolItself = Omit<NodePool, "latestImage" | "latestVersion" | "latestFailure">;

/**
 * Reads a node pool (Microsoft.ContainerService/managedClusters/agentPools 2026-01-01). Without an id, a name or the number of
 * its nodes it is a gap: nothing could be said of an upgrade.
 */
export function nodePoolFromWire(value: unknown): Mapped<PoolItself> {
  const record = recordOf(value);
  const properties = recordOf(record.properties);
  const id = textOf(record.id);
  const name = textOf(record.name);
  const count = wholeOf(properties.count);
  if (id === undefined || name === undefined) {
    return unreadableRow("Node pool", name ?? id ?? "?", "id", record.id);
  }
  if (count === undefined) {
    return unreadableRow("Node pool", name, "count", properties.count);
  }
  return {
    item: {
      id,
      name,
      mode: isWord(properties.mode, "system") ? "System" : "User",
      vmSize: textOf(properties.vmSize) ?? "",
      osSku: textOf(properties.osSKU) ?? textOf(properties.osType) ?? "",
      count,
      autoscaling: autoscalingOf(properties),
      zones: textsOf(properties.availabilityZones),
      version: textOf(properties.currentOrchestratorVersion) ?? textOf(properties.orchestratorVersion),
      image: textOf(properties.nodeImageVersion),
      provisioningState: textOf(properties.provisioningState) ?? "",
      isStopped: isWord(recordOf(properties.powerState).code, "stopped"),
      upgradeSettings: settingsOf(recordOf(properties.upgradeSettings)),
    },
  };
}

function autoscalingOf({ enableAutoScaling, minCount, maxCount }: JsonRecord): NodePool["autoscaling"] {
  const min = wholeOf(minCount);
  const max = wholeOf(maxCount);
  return enableAutoScaling === true && min !== undefined && max !== undefined ? { min, max } : undefined;
}

function settingsOf(settings: JsonRecord): UpgradeSettings {
  return {
    maxSurge: textOf(settings.maxSurge),
    maxUnavailable: textOf(settings.maxUnavailable),
    drainTimeoutMinutes: wholeOf(settings.drainTimeoutInMinutes),
    soakMinutes: wholeOf(settings.nodeSoakDurationInMinutes),
  };
}

/** What an upgrade profile says is newest. */
export interface Latest {
  readonly image: string | undefined;
  readonly current: string | undefined;
  readonly version: string | undefined;
}

/** Reads a pool's upgrade profile (2026-01-01); `undefined` when it is none. Without upgrades the present version is the newest. */
export function poolProfileFromWire(body: unknown): Latest | undefined {
  const properties = recordOf(body).properties;
  return isRecord(properties)
    ? { image: textOf(properties.latestNodeImageVersion), ...versionsOf(properties) }
    : undefined;
}

/** Reads the upgrade profile of a cluster (2026-01-01); `undefined` when it is none. */
export function clusterProfileFromWire(body: unknown): Omit<Latest, "image"> | undefined {
  const profile = recordOf(recordOf(body).properties).controlPlaneProfile;
  return isRecord(profile) ? versionsOf(profile) : undefined;
}

function versionsOf({ kubernetesVersion, upgrades }: JsonRecord): Omit<Latest, "image"> {
  const current = textOf(kubernetesVersion);
  const offered = (Array.isArray(upgrades) ? upgrades : [])
    .map(recordOf)
    .filter(({ isPreview }) => isPreview !== true)
    .flatMap((upgrade) => textOf(upgrade.kubernetesVersion) ?? []);
  return { current, version: [...offered, ...(current === undefined ? [] : [current])].sort(newestFirst)[0] };
}

/** By number, place by place; what is no number counts as 0. */
function newestFirst(left: string, right: string): number {
  const numbers = (text: string) => text.split(".").map((part) => Number.parseInt(part, 10) || 0);
  const [ours, theirs] = [numbers(left), numbers(right)];
  const place = [0, 1, 2].find((index) => ours[index] !== theirs[index]) ?? 0;
  return (theirs[place] ?? 0) - (ours[place] ?? 0);
}

function wholeOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : undefined;
}

function isWord(value: unknown, word: string): boolean {
  return textOf(value)?.toLowerCase() === word;
}
