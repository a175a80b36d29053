import { ArmError, type ArmContext } from "../Server/arm";

/** The resource group that a path names, in lower case; `undefined` when it names none. Throws ARM's 404 for an unknown one. */
export function findResourceGroup({ world, place }: ArmContext): string | undefined {
  const group = place.resourceGroup?.toLowerCase();
  const known = [...world.clusters, ...world.machines, ...world.workspaces].map(({ resourceGroup }) =>
    resourceGroup.toLowerCase(),
  );
  if (group !== undefined && !known.includes(group)) {
    throw new ArmError(
      404,
      "ResourceGroupNotFound",
      `Resource group '${place.resourceGroup ?? ""}' could not be found.`,
    );
  }
  return group;
}
