import type { AffectedComponent } from "../../../Client/Misconfigurations/affectedComponent";
import type { ClusterScope } from "../../../Client/Core/clusterScope";

/** A name that is in no snippet by itself: what becomes of it becomes of every other. */
export const marker = "zq-marker";

/** A cluster all of whose names are the same. */
export function clusterNamed(name: string): ClusterScope {
  const subscriptionScope = `/subscriptions/${name}`;
  const resourceGroupId = `${subscriptionScope}/resourceGroups/${name}`;
  return {
    id: `${resourceGroupId}/providers/Microsoft.ContainerService/managedClusters/${name}`,
    subscriptionId: name,
    resourceGroup: name,
    name,
    resourceGroupId,
    subscriptionScope,
  };
}

export const prod: ClusterScope = {
  id: "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/prod",
  subscriptionId: "11111111-1111-4111-8111-111111111111",
  resourceGroup: "g",
  name: "prod",
  resourceGroupId: "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g",
  subscriptionScope: "/subscriptions/11111111-1111-4111-8111-111111111111",
};

/** One of each kind that a policy may be about, all named the same. */
export function componentsNamed(name: string): readonly AffectedComponent[] {
  const kinds = ["Deployment", "StatefulSet", "CronJob", "Ingress", "Service", "Pod", undefined];
  return kinds.map((kind) => ({ namespace: name, kind, name }));
}

/** A structure with the marker replaced in all its texts and keys. */
export function renamed(value: unknown, name: string): unknown {
  if (typeof value === "string") {
    return value.replaceAll(marker, () => name);
  }
  if (Array.isArray(value)) {
    return value.map((item) => renamed(item, name));
  }
  if (value !== null && typeof value === "object" && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamed(item, name)]));
  }
  return value;
}
