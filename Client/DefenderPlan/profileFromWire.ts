import { clusterCondition } from "../Core/clusterCondition";
import type { ClusterNow } from "../Core/defenderPlan";
import { dateOf, isRecord, recordOf, textOf, type JsonRecord } from "../Core/json";

/**
 * Reads a managed cluster (Microsoft.ContainerService 2026-01-01). AKS omits what isn't enabled. `undefined` when
 * it isn't a managed cluster.
 */
export function profileFromWire(body: unknown): ClusterNow | undefined {
  const properties = isRecord(body) ? body.properties : undefined;
  if (!isRecord(properties)) {
    return undefined;
  }
  const defender = recordOf(recordOf(properties.securityProfile).defender);
  return {
    hasSensor: recordOf(defender.securityMonitoring).enabled === true,
    hasPolicyAddOn: policyAddOn(recordOf(properties.addonProfiles)).enabled === true,
    createdAt: dateOf(recordOf(recordOf(body).systemData).createdAt),
    condition: clusterCondition(body),
    nodeResourceGroup: textOf(properties.nodeResourceGroup),
  };
}

/** Spelled `azurepolicy` by AKS and `azurePolicy` by the policies that install it. */
function policyAddOn(profiles: JsonRecord): JsonRecord {
  const entry = Object.entries(profiles).find(([name]) => name.toLowerCase() === "azurepolicy");
  return recordOf(entry?.[1]);
}
