import { randomUUID } from "node:crypto";
import { ArmError, type ArmResponse } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import { isJson, partOf } from "../../World/jsonParts";
import type { Workspace } from "../../World/world";
import { findResourceGroup } from "../Resources/resourceGroups";

const type = "Microsoft.OperationalInsights/workspaces";
const path = `/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/${type}/{workspaceName}`;
const apiVersions = ["2021-06-01", "2021-12-01-preview", "2022-10-01", "2023-09-01"];
const skus = ["pergb2018", "pernode", "free", "standalone", "capacityreservation", "lacluster"];
/** How long the creation takes here. */
const milliseconds = 3000;

/** Log Analytics workspaces: only what it takes to make one. */
export const workspaceOperations: readonly Operation[] = [
  { method: "GET", path, apiVersions, action: `${type}/read`, handle: getWorkspace },
  { method: "PUT", path, apiVersions, action: `${type}/write`, handle: putWorkspace },
];

function getWorkspace(context: ArmContext): ArmResponse {
  const workspace = findWorkspace(context);
  if (!workspace) {
    const { workspaceName = "", resourceGroup = "" } = context.place;
    throw new ArmError(
      404,
      "ResourceNotFound",
      `The Resource '${type}/${workspaceName}' under resource group '${resourceGroup}' was not found.`,
    );
  }
  return { status: 200, body: toWire(workspace, context.now) };
}

function putWorkspace(context: ArmContext): ArmResponse {
  const { world, place, request, now } = context;
  findResourceGroup(context);
  const location = readLocation(request.body);
  const present = findWorkspace(context);
  if (present) {
    return { status: 200, body: toWire(present, now) };
  }
  const { subscriptionId = "", resourceGroup = "", workspaceName = "" } = place;
  const workspace: Workspace = {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/${type}/${workspaceName}`,
    name: workspaceName,
    type,
    resourceGroup,
    location,
    customerId: randomUUID(),
    sku: readSku(request.body),
    readyAt: new Date(now.getTime() + milliseconds),
  };
  world.workspaces.push(workspace);
  return { status: 201, body: toWire(workspace, now) };
}

function readLocation(body: unknown): string {
  const location = isJson(body) ? body.location : undefined;
  if (typeof location !== "string" || location === "") {
    throw new ArmError(400, "LocationRequired", "The location property is required for this definition.");
  }
  return location;
}

function readSku(body: unknown): string {
  const sku = partOf(body, "properties", "sku", "name") ?? "PerGB2018";
  if (typeof sku !== "string" || !skus.includes(sku.toLowerCase())) {
    throw new ArmError(400, "InvalidParameter", "The sku is not one of a workspace.");
  }
  return sku;
}

function findWorkspace({ world, place }: ArmContext): Workspace | undefined {
  const isSame = (left: string, right = "") => left.toLowerCase() === right.toLowerCase();
  return world.workspaces.find(
    ({ name, resourceGroup }) =>
      isSame(name, place.workspaceName) && isSame(resourceGroup, place.resourceGroup),
  );
}

function toWire({ id, name, location, customerId, sku, readyAt }: Workspace, now: Date) {
  const isCreating = readyAt !== undefined && now < readyAt;
  return {
    id,
    name,
    type,
    location,
    properties: {
      customerId,
      provisioningState: isCreating ? "Creating" : "Succeeded",
      retentionInDays: 30,
      sku: { name: sku },
    },
  };
}
