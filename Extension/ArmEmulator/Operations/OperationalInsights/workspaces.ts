import { apiVersions } from "../../Server/apiVersions";
import { randomUUID } from "node:crypto";
import { ArmError, type ArmResponse } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import { isJson, partOf } from "../../World/jsonParts";
import { workspaceProperties } from "../../World/OperationalInsights/generateWorkspace";
import type { Workspace } from "../../World/world";
import { groupScope } from "../scopes";
import { findResourceGroup } from "../Resources/resourceGroups";

const type = "Microsoft.OperationalInsights/workspaces";
const list = `/providers/${type}`;
const subscription = "/subscriptions/{subscriptionId}";
const group = `${subscription}/resourceGroups/{resourceGroup}`;
const path = `${group}${list}/{workspaceName}`;
const skus = ["pergb2018", "pernode", "free", "standalone", "capacityreservation", "lacluster"];
/** How long the creation takes here. */
const milliseconds = 3000;

/** Log Analytics workspaces: what it takes to find one, and to make one. */
export const workspaceOperations: readonly Operation[] = [
  ...[subscription, group].map((scope): Operation => ({
    method: "GET",
    path: `${scope}${list}`,
    apiVersions: apiVersions.workspaces,
    action: `${type}/read`,
    scope: groupScope,
    handle: listWorkspaces,
  })),
  { method: "GET", path, apiVersions: apiVersions.workspaces, action: `${type}/read`, handle: getWorkspace },
  { method: "PUT", path, apiVersions: apiVersions.workspaces, action: `${type}/write`, handle: putWorkspace },
];

/** Without pages: `WorkspaceListResult` has no link to a next one. */
function listWorkspaces(context: ArmContext): ArmResponse {
  const { world, now } = context;
  const wanted = findResourceGroup(context);
  const found = world.workspaces.filter(
    ({ resourceGroup }) => wanted === undefined || resourceGroup.toLowerCase() === wanted,
  );
  return { status: 200, body: { value: found.map((workspace) => toWire(workspace, now)) } };
}

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
    refusesKeys: partOf(request.body, "properties", "features", "disableLocalAuth") === true,
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

function toWire(workspace: Workspace, now: Date) {
  const { id, name, location, readyAt } = workspace;
  const isCreating = readyAt !== undefined && now < readyAt;
  return {
    id,
    name,
    type,
    location,
    properties: workspaceProperties(workspace, isCreating ? "Creating" : "Succeeded"),
  };
}
