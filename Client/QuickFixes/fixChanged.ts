import { ChangedError } from "../Core/changed";
import { recordOf, textOf, type JsonRecord } from "../Core/json";
import { jsonChanges, type JsonChange } from "../Core/jsonChanges";
import type { LiveCluster } from "./quickFix";

/** A fix that was not carried out because the cluster, or its diagnostic settings, are not any more what was seen. */
export class FixChangedError extends ChangedError {
  constructor(
    message: string,
    seen: LiveCluster,
    /** As it is now, to plan anew. */
    readonly live: LiveCluster,
  ) {
    super(message, changesBetween(seen, live), undefined, "ClusterChanged");
  }
}

/**
 * In the cluster and its diagnostic settings, but for the etag, which every write changes, and for the number of nodes in pools that
 * scale by themselves.
 */
export function changesBetween(seen: LiveCluster, live: LiveCluster): readonly JsonChange[] {
  const all = [
    ...jsonChanges(seen.body, live.body),
    ...jsonChanges(seen.diagnosticSettings, live.diagnosticSettings, "diagnosticSettings"),
  ];
  const scaled = new Set(scaledPools(live.body).map((name) => `properties.agentPoolProfiles[${name}].count`));
  return all.filter(({ path }) => !/(^|\.)etag$/i.test(path) && !scaled.has(path));
}

/** Names of the pools whose `count` an autoscaler sets. */
function scaledPools({ properties }: JsonRecord): readonly string[] {
  const pools: readonly unknown[] = listOf(recordOf(properties).agentPoolProfiles);
  return pools
    .map(recordOf)
    .filter(({ enableAutoScaling }) => enableAutoScaling === true)
    .flatMap(({ name }) => textOf(name) ?? []);
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
