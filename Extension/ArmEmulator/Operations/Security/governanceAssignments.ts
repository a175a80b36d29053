import { apiVersions } from "../../Server/apiVersions";
import { ArmError, type ArmResponse } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import type { GovernanceAssignment } from "../../World/Security/Ownership/governanceAssignment";
import {
  assignmentProperties,
  changeAssignment,
  newAssignment,
} from "../../World/Security/Ownership/assignmentHistory";
import type { WorldAssessment } from "../../World/world";
import { pageOf } from "../paging";
import { checkAssignmentKey, readGovernanceAssignment } from "./readGovernanceAssignment";

const pageSize = 100;
const path = "/{scope}/providers/Microsoft.Security/assessments/{assessmentName}/governanceAssignments";

const operation = (
  method: Operation["method"],
  right: "read" | "write" | "delete",
  rest: "" | "/{assignmentKey}",
  handle: Operation["handle"],
): Operation => ({
  method,
  path: `${path}${rest}`,
  apiVersions: apiVersions.governanceAssignments,
  action: `Microsoft.Security/assessments/governanceAssignments/${right}`,
  handle,
});

/**
 * Owners of what assessments found. ARM shows a change at once, Resource Graph some seconds later.
 *
 * Guesses, for nothing published says it: the RBAC action of DELETE (the list of actions has read and write alone); that a
 * scope below the subscription is the rated resource, as in Microsoft's examples and not in the text of the OpenAPI; that
 * the list of what does not exist is empty; and in a PUT the 404 without an assessment, the 409 for a second assignment, and
 * the refusal without Defender CSPM.
 */
export const governanceAssignmentOperations: readonly Operation[] = [
  operation("GET", "read", "", listAssignments),
  operation("GET", "read", "/{assignmentKey}", getAssignment),
  operation("PUT", "write", "/{assignmentKey}", saveAssignment),
  operation("DELETE", "delete", "/{assignmentKey}", deleteAssignment),
];

/** Of one assessment; at a subscription of the assessments that all of its resources have under this key. */
function listAssignments(context: ArmContext): ArmResponse {
  const { world, place, request } = context;
  const { scope = "", assessmentName = "" } = place;
  const isSubscription = `/${scope}`.toLowerCase() === `/subscriptions/${world.subscriptionId}`;
  const id = assessmentIdOf(context);
  const end = `/assessments/${assessmentName}`.toLowerCase();
  const found = [...world.governanceAssignments.values()].filter(({ assessmentId }) =>
    isSubscription ? assessmentId.toLowerCase().endsWith(end) : assessmentId.toLowerCase() === id,
  );
  return { status: 200, body: pageOf(found.flatMap(toWire), request, pageSize) };
}

function getAssignment(context: ArmContext): ArmResponse {
  const [body] = toWire(namedAssignment(context));
  if (!body) {
    throw new ArmError(
      404,
      "ResourceNotFound",
      `The governance assignment '${context.place.assignmentKey ?? ""}' was not found.`,
    );
  }
  return { status: 200, body };
}

/** Replaces the whole. */
function saveAssignment(context: ArmContext): ArmResponse {
  const { world, request, place, now } = context;
  const key = checkAssignmentKey(place.assignmentKey ?? "");
  const properties = readGovernanceAssignment(request.body);
  if (!world.plans.hasCspm) {
    throw new ArmError(
      400,
      "PricingTierNotSupported",
      "Governance assignments need the plan CloudPosture (Defender CSPM) with the pricing tier Standard.",
    );
  }
  const assignment = namedAssignment(context) ?? newAssignment(findAssessment(context), key);
  checkIsOnly(context, assignment);
  const isNew = assignmentProperties(assignment) === undefined;
  changeAssignment(world, assignment, properties, now);
  const [body] = toWire(assignment);
  return { status: isNew ? 201 : 200, body };
}

function deleteAssignment(context: ArmContext): ArmResponse {
  const { world, now } = context;
  const assignment = namedAssignment(context);
  if (!assignment || assignmentProperties(assignment) === undefined) {
    return { status: 204 };
  }
  changeAssignment(world, assignment, undefined, now);
  return { status: 200 };
}

/** ARM id of the assessment that a path names, in lower case. */
function assessmentIdOf({ place }: ArmContext): string {
  const { scope = "", assessmentName = "" } = place;
  return `/${scope}/providers/Microsoft.Security/assessments/${assessmentName}`.toLowerCase();
}

/** The assignment that a path names, also one that was deleted. */
function namedAssignment(context: ArmContext): GovernanceAssignment | undefined {
  const key = (context.place.assignmentKey ?? "").toLowerCase();
  return context.world.governanceAssignments.get(`${assessmentIdOf(context)}/governanceassignments/${key}`);
}

function findAssessment(context: ArmContext): WorldAssessment {
  const id = assessmentIdOf(context);
  const found = context.world.assessments.find((assessment) => assessment.id.toLowerCase() === id);
  if (!found) {
    throw new ArmError(404, "ResourceNotFound", `The assessment '${id}' was not found.`);
  }
  return found;
}

/** Throws a 409 when the assessment has an assignment under another key. */
function checkIsOnly({ world }: ArmContext, { id, assessmentId }: GovernanceAssignment): void {
  const other = [...world.governanceAssignments.values()].find(
    (one) => one.assessmentId === assessmentId && one.id !== id && assignmentProperties(one) !== undefined,
  );
  if (other) {
    throw new ArmError(
      409,
      "Conflict",
      `The assessment has the governance assignment '${other.name}' already.`,
    );
  }
}

/** None where there is no such assignment or it was deleted. */
function toWire(assignment: GovernanceAssignment | undefined): readonly Readonly<Record<string, unknown>>[] {
  const properties = assignment && assignmentProperties(assignment);
  return assignment && properties
    ? [
        {
          id: assignment.id,
          name: assignment.name,
          type: "Microsoft.Security/assessments/governanceAssignments",
          properties,
        },
      ]
    : [];
}
