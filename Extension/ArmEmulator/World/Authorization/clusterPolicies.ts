import { clusterBody } from "../ContainerService/clusterBody";
import { settingsOf } from "../Insights/diagnosticSettings";
import { listOf, partOf } from "../jsonParts";
import type { Cluster, Json } from "../world";

/**
 * Built-in policies about the cluster itself, by the key of the recommendation that shows their result: whether the cluster
 * and its diagnostic settings comply. The comment names the policy that says so.
 */
const policies: Readonly<Record<string, (body: Json, settings: readonly Json[]) => boolean>> = {
  /** 0a15ec92-a229-4763-bb14-0ea34a568f8d */
  "08e628db-e2ed-4793-bc91-d13e684401c3": (body) =>
    partOf(body, "properties", "addonProfiles", "azurePolicy", "enabled") === true,
  /** a1840de2-8088-4ea8-b153-b4c723e9cb01 */
  "56a83a6e-c417-42ec-b567-1e6fcb3d09a9": (body) =>
    partOf(body, "properties", "securityProfile", "defender", "securityMonitoring", "enabled") === true,
  /** 0e246bcf-5f6f-4f87-bc6f-775d4712c7ea */
  "1a2b5b4c-f80d-46e7-ac81-b51a9fb363de": (body) =>
    listOf(partOf(body, "properties", "apiServerAccessProfile", "authorizedIPRanges")).length > 0 ||
    partOf(body, "properties", "apiServerAccessProfile", "enablePrivateCluster") === true,
  /** 245fc9df-fa96-4414-9a0b-3738c2f7341c */
  "bb318338-de6a-42ff-8428-8274c897d564": (_, settings) => settings.some(keepsLogs),
};

/** Whether the cluster passes them, by key of the recommendation. */
export function clusterPasses(cluster: Cluster): Readonly<Record<string, boolean>> {
  const [body, settings] = [clusterBody(cluster), settingsOf(cluster)];
  return Object.fromEntries(Object.entries(policies).map(([key, passes]) => [key, passes(body, settings)]));
}

function keepsLogs(setting: Json): boolean {
  const hasStorage = partOf(setting, "properties", "storageAccountId") !== undefined;
  return listOf(partOf(setting, "properties", "logs")).some((log) => {
    const isLimited = partOf(log, "retentionPolicy", "enabled") === true;
    const days = Number(partOf(log, "retentionPolicy", "days") ?? 0);
    return partOf(log, "enabled") === true && (!hasStorage || !isLimited || days === 0 || days >= 365);
  });
}
