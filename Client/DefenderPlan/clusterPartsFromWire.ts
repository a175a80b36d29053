import { parseArmId } from "../Core/armId";
import { clusterCondition } from "../Core/clusterCondition";
import { firstTextOf, isRecord, recordOf, textOf, type JsonRecord } from "../Core/json";
import type { ClusterParts, SensorPool } from "./coverageService";
import { isTrue } from "./pricingParts";
import { profileFromWire } from "./profileFromWire";

/** With the value true it keeps Defender for Cloud from installing the sensor (learn.microsoft.com, defender-for-containers-exclude-cluster). */
const excludingTag = "ms_defender_container_exclude_sensors";

/**
 * Reads a managed cluster (Microsoft.ContainerService 2026-01-01). `undefined` when it isn't one.
 *
 * Assumption, here alone: the version that is asked for may be older than `securityGating` (it's in 2026-06-01). A cluster without it
 * doesn't say whether deployments are gated.
 */
export function clusterPartsFromWire(body: unknown): ClusterParts | undefined {
  const profile = profileFromWire(body);
  if (!profile) {
    return undefined;
  }
  const cluster = recordOf(body);
  const properties = recordOf(cluster.properties);
  const defender = recordOf(recordOf(properties.securityProfile).defender);
  return {
    hasSensor: profile.hasSensor,
    isSensorExcluded: Object.entries(recordOf(cluster.tags)).some(
      ([name, value]) => name.toLowerCase() === excludingTag && isTrue(value),
    ),
    pools: poolsOf(properties.agentPoolProfiles),
    workspaceId: workspaceIdOf(defender.logAnalyticsWorkspaceResourceId),
    isGated: switchOf(recordOf(defender.securityGating).enabled),
    hasPolicyAddOn: profile.hasPolicyAddOn,
    version: firstTextOf(properties.currentKubernetesVersion, properties.kubernetesVersion),
    condition: clusterCondition(body),
    createdAt: profile.createdAt,
  };
}

function workspaceIdOf(value: unknown): string | undefined {
  const id = textOf(value)?.trim();
  const type = id === undefined ? undefined : parseArmId(id)?.resourceType.toLowerCase();
  return type === "microsoft.operationalinsights/workspaces" ? id : undefined;
}

function switchOf(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

/** One that can't be read makes the list one that isn't known: what is missing from it would look protected. */
function poolsOf(value: unknown): readonly SensorPool[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  const pools = list.filter(isRecord).flatMap(poolOf);
  return pools.length > 0 && pools.length === list.length ? pools : undefined;
}

function poolOf(profile: JsonRecord): readonly SensorPool[] {
  const name = textOf(profile.name);
  const { count } = profile;
  return name === undefined
    ? []
    : [{ name, osType: textOf(profile.osType), nodes: typeof count === "number" ? count : undefined }];
}
