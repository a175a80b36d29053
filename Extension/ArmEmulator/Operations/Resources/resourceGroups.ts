import { ArmError } from "../../Server/arm";
import type { ArmContext } from "../../Server/operation";
import type { World } from "../../World/world";

/** Those in which something is, those that were made, and those that AKS keeps for nodes. Some more than once. */
export function resourceGroupNames({
  clusters,
  machines,
  workspaces,
  resourceGroups,
}: World): readonly string[] {
  return [
    ...[...clusters, ...machines, ...workspaces].map(({ resourceGroup }) => resourceGroup),
    ...resourceGroups.map(({ name }) => name),
    ...clusters.map(({ nodeResourceGroup }) => nodeResourceGroup),
  ];
}

/** The resource group that a path names, in lower case; `undefined` when it names none. Throws ARM's 404 for an unknown one. */
export function findResourceGroup({ world, place }: ArmContext): string | undefined {
  const group = place.resourceGroup?.toLowerCase();
  const known = resourceGroupNames(world).map((name) => name.toLowerCase());
  if (group !== undefined && !known.includes(group)) {
    throw new ArmError(
      404,
      "ResourceGroupNotFound",
      `Resource group '${place.resourceGroup ?? ""}' could not be found.`,
    );
  }
  return group;
}
