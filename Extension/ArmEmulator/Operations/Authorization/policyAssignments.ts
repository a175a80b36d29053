import { randomUUID } from "node:crypto";
import { readApiVersion } from "../../Server/apiVersion";
import { apiVersions } from "../../Server/apiVersions";
import { asKnownIn, asWrittenIn, type Arrivals } from "../../Server/versionedBody";
import { isJson, jsonOf } from "../../World/jsonParts";
import { ArmError, type ArmRequest, type ArmResponse } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import { assignmentId, type PolicyAssignment } from "../../World/Authorization/policyAssignment";
import type { Json, World } from "../../World/world";
import { pageOf } from "../paging";
import { anyScope } from "../scopes";
import { checkPolicyScope, reaches } from "./policyScopes";
import { checkAssignmentName, readPolicyAssignment } from "./readPolicyAssignment";

const pageSize = 100;
const path = "/{scope}/providers/Microsoft.Authorization/policyAssignments";

const operation = (
  method: Operation["method"],
  right: "read" | "write" | "delete",
  rest: "" | "/{assignmentName}",
  handle: Operation["handle"],
): Operation => ({
  method,
  path: `${path}${rest}`,
  apiVersions: apiVersions.policyAssignments,
  action: `Microsoft.Authorization/policyAssignments/${right}`,
  scope: anyScope,
  handle,
});

/** Assignments of policies, at a management group, a subscription, a resource group or a resource. */
export const policyAssignmentOperations: readonly Operation[] = [
  operation("GET", "read", "", listAssignments),
  operation("GET", "read", "/{assignmentName}", getAssignment),
  operation("PUT", "write", "/{assignmentName}", saveAssignment),
  operation("DELETE", "delete", "/{assignmentName}", deleteAssignment),
];

function listAssignments({ world, request, place }: ArmContext): ArmResponse {
  const scope = anyScope(place);
  checkPolicyScope(world, scope);
  const matches = readFilter(request.query.get("$filter"), world, scope);
  const assignments = [...world.policyAssignments.values()].filter(matches);
  return {
    status: 200,
    body: pageOf(
      assignments.map((assignment) => toWire(assignment, request)),
      request,
      pageSize,
    ),
  };
}

/** The filters that the list has; without one it also has what is assigned inside of the scope. */
function readFilter(filter: string | null, world: World, scope: string) {
  const inForce = (assignment: PolicyAssignment) => reaches(world, assignment.scope, scope);
  const definition = /^policyDefinitionId eq '([^']+)'$/i.exec(filter ?? "")?.[1]?.toLowerCase();
  if (definition !== undefined) {
    return (assignment: PolicyAssignment) =>
      inForce(assignment) && assignment.properties.policyDefinitionId.toLowerCase() === definition;
  }
  switch (filter?.toLowerCase()) {
    case undefined:
      return (assignment: PolicyAssignment) => inForce(assignment) || reaches(world, scope, assignment.scope);
    case "atscope()":
      return inForce;
    case "atexactscope()":
      return (assignment: PolicyAssignment) => assignment.scope.toLowerCase() === scope.toLowerCase();
    default:
      throw new ArmError(400, "InvalidFilterInQueryString", `The filter '${filter ?? ""}' is not supported.`);
  }
}

function getAssignment(context: ArmContext): ArmResponse {
  const assignment = existing(context);
  if (!assignment) {
    throw new ArmError(
      404,
      "PolicyAssignmentNotFound",
      `The policy assignment '${context.place.assignmentName ?? ""}' is not found.`,
    );
  }
  return { status: 200, body: toWire(assignment, context.request) };
}

/** 201 for an assignment that is replaced too: the OpenAPI has no 200. */
function saveAssignment(context: ArmContext): ArmResponse {
  const { world, request, place, now } = context;
  const scope = anyScope(place);
  checkPolicyScope(world, scope);
  const present = existing(context);
  const target = present
    ? { ...withoutIdentity(present), changed: { at: now, by: world.engineer.email } }
    : newAssignment(context);
  checkAssignmentName(target.name, scope);
  const properties = readPolicyAssignment(target.name, writtenBody(request, present));
  const assignment = { ...target, properties, ...identityIn(request.body, world.tenantId, present) };
  world.policyAssignments.set(assignment.id.toLowerCase(), assignment);
  return { status: 201, body: toWire(assignment, request) };
}

function writtenBody(request: ArmRequest, present: PolicyAssignment | undefined): unknown {
  const { body } = request;
  return isJson(body)
    ? asWrittenIn(readApiVersion(request), body, { properties: present?.properties }, arrivals)
    : body;
}

/** A PUT replaces the whole: an identity that it doesn't name is gone. */
function withoutIdentity({ identity: _identity, location: _location, ...rest }: PolicyAssignment) {
  return rest;
}

/** The identity by which the assignment makes changes, with the principal that Entra has for it. */
function identityIn(
  body: unknown,
  tenantId: string,
  present: PolicyAssignment | undefined,
): Pick<PolicyAssignment, "identity" | "location"> {
  const { identity, location } = jsonOf(body);
  const { type, userAssignedIdentities } = jsonOf(identity);
  const place = typeof location === "string" ? { location } : {};
  switch (type) {
    case "SystemAssigned":
      return {
        ...place,
        identity: { type, tenantId, principalId: present?.identity?.principalId ?? randomUUID() },
      };
    case "UserAssigned":
      return { ...place, identity: { type, userAssignedIdentities } };
    default:
      return place;
  }
}

/** A new assignment by the caller, before the properties of the request are added. */
function newAssignment({
  world,
  place,
  now,
}: ArmContext): Omit<PolicyAssignment, "properties" | "identity" | "location"> {
  const scope = anyScope(place);
  const name = place.assignmentName ?? "";
  return {
    id: assignmentId(scope, name),
    name,
    scope,
    createdAt: now,
    createdBy: world.engineer.email,
  };
}

function deleteAssignment(context: ArmContext): ArmResponse {
  const assignment = existing(context);
  if (!assignment) {
    return { status: 204 };
  }
  context.world.policyAssignments.delete(assignment.id.toLowerCase());
  return { status: 200, body: toWire(assignment, context.request) };
}

function existing({ world, place }: ArmContext): PolicyAssignment | undefined {
  return world.policyAssignments.get(assignmentId(anyScope(place), place.assignmentName ?? "").toLowerCase());
}

/** Properties by the api-versions that brought them. */
const arrivals: Arrivals = {
  "properties.enforcementMode": "2019-06-01",
  "properties.nonComplianceMessages": "2020-09-01",
  "properties.resourceSelectors": "2022-06-01",
  "properties.overrides": "2022-06-01",
  "properties.definitionVersion": "2024-04-01",
  systemData: "2021-06-01",
};

function toWire(assignment: PolicyAssignment, request: ArmRequest): Json {
  const { id, name, scope, properties, identity, location, createdAt, createdBy, changed } = assignment;
  const body = {
    id,
    name,
    type: "Microsoft.Authorization/policyAssignments",
    ...(location === undefined ? {} : { location }),
    ...(identity ? { identity } : {}),
    properties: { ...properties, scope },
    systemData: {
      createdAt: createdAt.toISOString(),
      createdBy,
      createdByType: "User",
      ...(changed && {
        lastModifiedAt: changed.at.toISOString(),
        lastModifiedBy: changed.by,
        lastModifiedByType: "User",
      }),
    },
  };
  return asKnownIn(readApiVersion(request), body, arrivals);
}
