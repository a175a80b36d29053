import { randomUUID } from "node:crypto";
import { clusterPasses } from "../Authorization/clusterPolicies";
import { isJson, partOf } from "../jsonParts";
import type { Cluster, Json, WrittenSetting } from "../world";

/** Gives a cluster the body of a PUT, all of it. What has a name in its state is read from it. */
export function writeCluster(cluster: Cluster, body: Json, at: Date): void {
  const tags = isJson(body.tags) ? Object.entries(body.tags) : [];
  Object.assign(cluster.state, {
    written: body,
    tags: Object.fromEntries(tags.map(([name, value]) => [name, String(value)])),
    sensor:
      partOf(body, "properties", "securityProfile", "defender", "securityMonitoring", "enabled") === true,
    policyAddOn: partOf(body, "properties", "addonProfiles", "azurepolicy", "enabled") === true,
    etag: randomUUID(),
    provisioningState: "Succeeded",
  });
  noteChange(cluster, at);
}

export function writeSetting(cluster: Cluster, setting: WrittenSetting, at: Date): void {
  const { state } = cluster;
  state.writtenSettings = { ...state.writtenSettings, [setting.name.toLowerCase()]: setting };
  noteChange(cluster, at);
}

export function removeSetting(cluster: Cluster, name: string, at: Date): void {
  const { state } = cluster;
  state.writtenSettings = { ...state.writtenSettings, [name.toLowerCase()]: undefined };
  noteChange(cluster, at);
}

/** To be called after every change of a cluster: Defender for Cloud finds it some time later. */
function noteChange(cluster: Cluster, at: Date): void {
  cluster.state.changes = [...cluster.state.changes, { at, passes: clusterPasses(cluster) }];
}
