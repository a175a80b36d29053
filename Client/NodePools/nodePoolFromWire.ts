import { unreadableRow } from "../Azure/ResourceGraph/unreadableRow";
import { parseArmId } from "../Core/armId";
import { firstTextOf, isRecord, recordOf, textOf, textsOf, type JsonRecord } from "../Core/json";
import type { MapResult } from "../Core/mapResult";
import type { NodePool, UpgradeSettings } from "./nodePool";
import { poolMachinesFromWire, wholeOf } from "./poolMachinesFromWire";

/** A pool without what its upgrade profile says. */
export type PoolItself = Omit<NodePool, "latestImage" | "latestVersion" | "latestFailure">;

/**
 * Reads a node pool (Microsoft.ContainerService/managedClusters/agentPools 2026-01-01). Only one without an id or a name is a
 * gap; what else the service does not say is missing, and words that are new here are kept as they are.
 */
export function nodePoolFromWire(value: unknown): MapResult<PoolItself> {
  const record = recordOf(value);
  const properties = recordOf(record.properties);
  const id = textOf(record.id);
  const name = textOf(record.name) ?? (id === undefined ? undefined : parseArmId(id)?.name);
  if (id === undefined || name === undefined) {
    return unreadableRow("Node pool", name ?? id ?? "?", "id", record.id);
  }
  const machines = poolMachinesFromWire(properties);
  return {
    item: {
      id,
      name,
      mode: textOf(properties.mode),
      type: textOf(properties.type),
      vmSizes: machines.sizes,
      osSku: firstTextOf(properties.osSKU, properties.osType),
      count: machines.count,
      autoscaling: machines.autoscaling,
      zones: textsOf(properties.availabilityZones),
      version: firstTextOf(properties.currentOrchestratorVersion, properties.orchestratorVersion),
      image: textOf(properties.nodeImageVersion),
      provisioningState: textOf(properties.provisioningState) ?? "",
      isStopped: isWord(recordOf(properties.powerState).code, "stopped"),
      upgradeSettings: settingsOf(recordOf(properties.upgradeSettings)),
    },
  };
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
interface Latest {
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

function isWord(value: unknown, word: string): boolean {
  return textOf(value)?.toLowerCase() === word;
}
