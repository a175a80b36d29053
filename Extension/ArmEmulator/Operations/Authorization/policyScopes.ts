import { ArmError } from "../../Server/arm";
import type { World } from "../../World/world";

/** Whether an assignment at one scope reaches another: it is the same one, or is in it. */
export function reaches(world: World, scope: string, other: string): boolean {
  const inside = (outer: string) => `${other}/`.toLowerCase().startsWith(`${outer}/`.toLowerCase());
  const isRoot = scope.toLowerCase() === world.managementGroupId.toLowerCase();
  return inside(scope) || (isRoot && inside(`/subscriptions/${world.subscriptionId}`));
}

/** Throws ARM's 404 for a scope that does not exist. */
export function checkPolicyScope(world: World, scope: string): void {
  const resources = [...world.clusters, ...world.machines, ...world.workspaces];
  const subscription = `/subscriptions/${world.subscriptionId}`;
  const known = [
    world.managementGroupId,
    subscription,
    ...resources.map(({ resourceGroup }) => `${subscription}/resourceGroups/${resourceGroup}`),
    ...resources.map(({ id }) => id),
  ];
  if (!known.some((id) => id.toLowerCase() === scope.toLowerCase())) {
    throw new ArmError(404, "ResourceNotFound", `There is no '${scope}' to assign a policy to.`);
  }
}
