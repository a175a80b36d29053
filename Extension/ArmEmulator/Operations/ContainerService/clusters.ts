import { ArmError } from "../../Server/arm";
import type { ArmContext } from "../../Server/operation";
import type { Cluster } from "../../World/world";
import { findResourceGroup } from "../Resources/resourceGroups";

export const clusterPath =
  "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ContainerService/managedClusters/{name}";

/** ARM id of the cluster that a path names. */
export function clusterIdOf(place: ArmContext["place"]): string {
  const { subscriptionId = "", resourceGroup = "", name = "" } = place;
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.ContainerService/managedClusters/${name}`;
}

/** The cluster that a path names. Throws ARM's 404 when there is none, or no such resource group. */
export function findCluster(context: ArmContext): Cluster {
  findResourceGroup(context);
  const { world, place } = context;
  const { resourceGroup = "", name = "" } = place;
  const id = clusterIdOf(place);
  const cluster = world.clusters.find((candidate) => candidate.id.toLowerCase() === id.toLowerCase());
  if (!cluster) {
    throw new ArmError(
      404,
      "ResourceNotFound",
      `The Resource 'Microsoft.ContainerService/managedClusters/${name}' under resource group '${resourceGroup}' was not found.`,
    );
  }
  return cluster;
}
