import { ArmError, type ArmResponse } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import { isJson } from "../../World/jsonParts";
import { findResourceGroup, resourceGroupNames } from "./resourceGroups";

const path = "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}";
const apiVersions = ["2019-05-01", "2021-04-01", "2024-03-01"];
const action = "Microsoft.Resources/subscriptions/resourceGroups";

/** Resource groups: only what it takes to make one. */
export const resourceGroupOperations: readonly Operation[] = [
  { method: "GET", path, apiVersions, action: `${action}/read`, handle: getResourceGroup },
  { method: "PUT", path, apiVersions, action: `${action}/write`, handle: putResourceGroup },
];

function getResourceGroup(context: ArmContext): ArmResponse {
  findResourceGroup(context);
  return { status: 200, body: toWire(context, context.world.clusters[0]?.location ?? "") };
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
  return { status: isThere ? 200 : 201, body: toWire(context, location) };
}

function toWire({ place }: ArmContext, location: string) {
  const { subscriptionId = "", resourceGroup = "" } = place;
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`,
    name: resourceGroup,
    type: "Microsoft.Resources/resourceGroups",
    location,
    properties: { provisioningState: "Succeeded" },
  };
}
