import { apiVersions } from "../../Server/apiVersions";
import { ArmError, type ArmResponse } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import { isJson } from "../../World/jsonParts";
import type { World } from "../../World/world";
import { pageOf } from "../paging";
import { groupScope } from "../scopes";
import { findResourceGroup, resourceGroupNames } from "./resourceGroups";

const list = "/subscriptions/{subscriptionId}/resourceGroups";
const path = `${list}/{resourceGroup}`;
const action = "Microsoft.Resources/subscriptions/resourceGroups";
const pageSize = 100;

const operation = (
  method: Operation["method"],
  right: "read" | "write",
  at: string,
  handle: Operation["handle"],
): Operation => ({
  method,
  path: at,
  apiVersions: apiVersions.resources,
  action: `${action}/${right}`,
  scope: groupScope,
  handle,
});

/** Resource groups: what it takes to find one, and to make one. */
export const resourceGroupOperations: readonly Operation[] = [
  operation("GET", "read", list, listResourceGroups),
  operation("GET", "read", path, getResourceGroup),
  operation("HEAD", "read", path, headResourceGroup),
  operation("PUT", "write", path, putResourceGroup),
];

/** Each group once. */
function listResourceGroups(context: ArmContext): ArmResponse {
  const { world, request } = context;
  const byName = new Map(resourceGroupNames(world).map((name) => [name.toLowerCase(), name]));
  const groups = [...byName.values()].sort().map((name) => toWire(context, name));
  return { status: 200, body: pageOf(groups, request, pageSize) };
}

function getResourceGroup(context: ArmContext): ArmResponse {
  findResourceGroup(context);
  return { status: 200, body: toWire(context, context.place.resourceGroup ?? "") };
}

/** Whether there is one: 204 or 404. */
function headResourceGroup(context: ArmContext): ArmResponse {
  findResourceGroup(context);
  return { status: 204 };
}

/** A group that is there stays as it is. (In Azure it would lose the tags that the body does not name.) */
function putResourceGroup(context: ArmContext): ArmResponse {
  const { world, place, request } = context;
  const location = isJson(request.body) ? request.body.location : undefined;
  if (typeof location !== "string" || location === "") {
    throw new ArmError(400, "LocationRequired", "The location property is required for this definition.");
  }
  const name = place.resourceGroup ?? "";
  const isThere = resourceGroupNames(world).some((known) => known.toLowerCase() === name.toLowerCase());
  if (!isThere) {
    world.resourceGroups.push({ name, location });
  }
  return { status: isThere ? 200 : 201, body: toWire(context, name) };
}

/** A group of nodes names the cluster that manages it. */
function toWire({ world, place: { subscriptionId = "" } }: ArmContext, name: string) {
  const manager = world.clusters.find(({ nodeResourceGroup }) => isSame(nodeResourceGroup, name));
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${name}`,
    name,
    type: "Microsoft.Resources/resourceGroups",
    location: locationOf(world, name),
    ...(manager ? { managedBy: manager.id } : {}),
    properties: { provisioningState: "Succeeded" },
  };
}

/** Where it was made, or where what is in it lies. */
function locationOf({ resourceGroups, clusters, machines, workspaces }: World, name: string): string {
  const made = resourceGroups.find((group) => isSame(group.name, name));
  const inside = [...clusters, ...machines, ...workspaces].find(({ resourceGroup }) =>
    isSame(resourceGroup, name),
  );
  return made?.location ?? inside?.location ?? clusters[0]?.location ?? "";
}

const isSame = (left: string, right: string) => left.toLowerCase() === right.toLowerCase();
