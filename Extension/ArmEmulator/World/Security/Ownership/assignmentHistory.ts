import type { GovernanceAssignment } from "./governanceAssignment";
import type { Json, SecurityRow, World, WorldAssessment } from "../../world";

/** Properties as they were at a time; absent: as they are. `undefined` when there was no such assignment. */
export function assignmentProperties({ versions }: GovernanceAssignment, asOf?: Date): Json | undefined {
  return versions.findLast(({ at }) => asOf === undefined || at <= asOf)?.properties;
}

/** An assignment of an assessment that hasn't been saved yet. */
export function newAssignment({ id }: WorldAssessment, name: string): GovernanceAssignment {
  return { id: `${id}/governanceAssignments/${name}`, name, assessmentId: id, versions: [] };
}

/** Gives an assignment other properties, all of them; `undefined` deletes it. */
export function changeAssignment(
  world: World,
  assignment: GovernanceAssignment,
  properties: Json | undefined,
  at: Date,
): void {
  assignment.versions = [...assignment.versions, { properties, at }];
  world.governanceAssignments.set(assignment.id.toLowerCase(), assignment);
}

/** An assignment as a row of Resource Graph, as it was at a time; absent: as it is. `undefined` when there was none. */
export function assignmentRow(assignment: GovernanceAssignment, asOf?: Date): SecurityRow | undefined {
  const { id, name, assessmentId } = assignment;
  const properties = assignmentProperties(assignment, asOf);
  return (
    properties && {
      id,
      name,
      type: "microsoft.security/assessments/governanceassignments",
      properties: { assignedResourceId: assessmentId.toLowerCase(), ...properties },
    }
  );
}
