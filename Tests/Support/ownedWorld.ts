import {
  standingFor,
  type UnderlyingAssessment,
  type FindingKey,
  type OwnershipChange,
} from "../../Client/Ownership/underlyingAssessment";
import { dueDay, type Assignment, type AssignmentChange } from "../../Client/Ownership/assignment";
import type { OwnershipService } from "../../Client/Ownership/ownershipService";

/** Of several findings, every assessment that one of them stands for, in its order. */
export function underlyingAny(
  keys: readonly FindingKey[],
  assessments: readonly UnderlyingAssessment[],
): readonly UnderlyingAssessment[] {
  return assessments.filter((assessment) => keys.some(standingFor([assessment])));
}

/** Assessments whose owners are kept in memory, as the governance service keeps them. */
export function ownedWorld(
  assessments: readonly UnderlyingAssessment[],
  {
    assignments = {},
    fail = () => undefined,
  }: {
    /** By assessment. */
    readonly assignments?: Readonly<Record<string, Assignment>>;
    /** Rejects instead of writing, where it gives something to wait for. */
    readonly fail?: (id: string) => Promise<never> | undefined;
  } = {},
) {
  const written: (readonly [id: string, change: AssignmentChange | "removed"])[] = [];
  const changes: OwnershipChange[] = [];
  const write = async (assessment: UnderlyingAssessment, change: AssignmentChange | "removed", now: Date) => {
    written.push([assessment.id, change]);
    await fail(assessment.id);
    const assigned =
      change === "removed"
        ? undefined
        : {
            owner: change.owner ?? assessment.current?.owner ?? "",
            due: change.due ? dueDay(change.due, assessment.level, now) : assessment.current?.due,
          };
    changes.push({ assessment, now: assigned });
  };
  const governance: OwnershipService = {
    underlyingAssessments: (keys) =>
      Promise.resolve({ assessments: underlyingAny(keys, assessments), unreadable: 0 }),
    get: (id) => Promise.resolve(assignments[id]),
    assign: (assessment, change, now) => write(assessment, change, now),
    remove: (assessment) => write(assessment, "removed", new Date()),
    changes: () => [...changes],
    pendingChanges: () => Promise.resolve([...changes]),
  };
  return { governance, written };
}
