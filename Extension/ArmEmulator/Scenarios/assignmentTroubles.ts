import { ArmError, type ArmRequest, type ArmResponse } from "../Server/arm";
import { isUnhealthy, resourceIdOf } from "../World/Security/Assessments/assessment";
import type { World, WorldAssessment } from "../World/world";
import type { Fault } from "../Server/faults";

/** An assessment that cannot be given an owner, and ARM's answer to the attempt. */
interface AssignmentTrouble {
  readonly assessment: WorldAssessment;
  readonly response: ArmResponse;
}

/**
 * The assessments in trouble, one for each kind of trouble: each is a package of another one of the worst containers in the
 * main cluster. They are the same whatever has been changed since.
 */
export function assignmentTroubles(world: World): readonly AssignmentTrouble[] {
  const worst = worstContainers(world);
  return troubles.map((errorFor, index) => {
    const assessment = worst[index];
    if (!assessment) {
      throw new Error("The main cluster has too few containers with a critical risk.");
    }
    return { assessment, response: errorFor(assessment.id).toResponse() };
  });
}

/** Each trouble lasts: it hits every PUT of an assignment of its assessment, whatever its key. */
export function assignmentTroubleFaults(world: World): readonly Fault[] {
  return assignmentTroubles(world).map(({ assessment, response }) => {
    const start = `${assessment.id}/governanceAssignments/`.toLowerCase();
    return {
      matches: (request) => isSavingAssignment(request) && request.path.toLowerCase().startsWith(start),
      response,
    };
  });
}

export function isSavingAssignment({ method, path }: ArmRequest): boolean {
  return method === "PUT" && /\/governanceAssignments\/[^/]+\/?$/i.test(path);
}

/** Of each container with a critical risk the first package that has it, in the order of the containers' ids. */
function worstContainers({ assessments, mainClusterId }: World): readonly WorldAssessment[] {
  const critical = new Map<string, WorldAssessment>();
  for (const assessment of assessments) {
    const resourceId = resourceIdOf(assessment).toLowerCase();
    const isInside = resourceId.startsWith(`${mainClusterId}/securityEntityData/`.toLowerCase());
    if (isInside && isUnhealthy(assessment) && isCritical(assessment) && !critical.has(resourceId)) {
      critical.set(resourceId, assessment);
    }
  }
  return [...critical].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, assessment]) => assessment);
}

function isCritical({ properties }: WorldAssessment): boolean {
  return (properties.risk as { readonly level?: unknown } | undefined)?.level === "Critical"; // As generated.
}

/** One of each kind, for the id of an assessment. */
const troubles: readonly ((id: string) => ArmError)[] = [
  (id) =>
    new ArmError(
      403,
      "AuthorizationFailed",
      `The client does not have authorization to perform action 'Microsoft.Security/assessments/governanceAssignments/write' over scope '${id}' or the scope is invalid.`,
    ),
  () => new ArmError(404, "ResourceNotFound", "The assessment was not found."),
  () => new ArmError(409, "Conflict", "The assignment is being changed by somebody else."),
  () =>
    new ArmError(429, "TooManyRequests", "Too many requests. Please wait and try again.", {
      headers: { "retry-after": "120" },
    }),
  () => new ArmError(500, "InternalServerError", "The assignment could not be saved."),
];
