import { parseArmId } from "./armId";
import { isClusterName } from "./armNames";

/** The one AKS cluster that a dashboard is about. Every query and every command is scoped to it. */
export interface ClusterScope {
  /** ARM id without a trailing slash. */
  readonly id: string;
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
  /** ARM id of the resource group, which is where the alerts of the cluster live. */
  readonly resourceGroupId: string;
  /** ARM id of the subscription, which is where plans, standards and suppression rules live. */
  readonly subscriptionScope: string;
}

type ClusterScopeResult =
  | { readonly ok: true; readonly cluster: ClusterScope }
  | { readonly ok: false; readonly reason: "notAnArmId" | "notACluster" };

const managedClusters = "microsoft.containerservice/managedclusters";

/**
 * Reads the `id` parameter of the view. Deep links can carry anything, so each way to be wrong has its own answer, and nothing
 * but what Azure's own grammar of names allows is a cluster: what ARM and Resource Graph read differently would show the title
 * of one cluster above the findings of none.
 */
export function clusterScopeOf(id: string): ClusterScopeResult {
  const parsed = parseArmId(id);
  if (!parsed) {
    return { ok: false, reason: "notAnArmId" };
  }
  if (parsed.resourceType.toLowerCase() !== managedClusters) {
    return { ok: false, reason: "notACluster" };
  }
  const { subscriptionId, resourceGroup, name } = parsed;
  if (!isClusterName(name)) {
    return { ok: false, reason: "notAnArmId" };
  }
  return {
    ok: true,
    cluster: {
      id: id.replace(/\/$/, ""),
      subscriptionId,
      resourceGroup,
      name,
      resourceGroupId: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`,
      subscriptionScope: `/subscriptions/${subscriptionId}`,
    },
  };
}
