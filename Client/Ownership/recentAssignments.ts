import { daysBetween } from "../Core/day";
import { createRecentWrites } from "../Core/recentWrites";
import type { CurrentAssignment, OwnershipChange } from "./underlyingAssessment";

/** Owners that were changed during this visit and that Resource Graph may not show yet. */
export interface RecentAssignments {
  /** What lists show is from before the first of several changes to an assessment. */
  remember(change: OwnershipChange, now: Date): void;
  /** What was changed of the assessment with this id; `undefined`: nothing, or lists show it. */
  changeOf(assessmentId: string): OwnershipChange | undefined;
  /** What was changed and is not yet known to be shown. The oldest comes first. */
  changes(): readonly OwnershipChange[];
  /** Forgets what Resource Graph shows by now. `shown`: by assessment, in lower case. */
  forgetShown(shown: ReadonlyMap<string, CurrentAssignment>, now: Date): void;
}

export function createRecentAssignments(): RecentAssignments {
  const writes = createRecentWrites<OwnershipChange>();
  return {
    remember({ assessment, now: current }, now) {
      const first = writes.valueOf(assessment.id)?.assessment ?? assessment;
      writes.remember(assessment.id, { assessment: first, now: current }, now);
    },
    changeOf: (assessmentId) => writes.valueOf(assessmentId),
    changes: () => writes.values(),
    forgetShown: (shown, now) =>
      writes.forgetShown((id, change) => isSameAssignment(shown.get(id), change.now), now),
  };
}

/** Whether both say the same owner, due on the same day. */
export function isSameAssignment(
  left: CurrentAssignment | undefined,
  right: CurrentAssignment | undefined,
): boolean {
  if (!left || !right) {
    return left === right;
  }
  const isSameDay = left.due && right.due ? daysBetween(left.due, right.due) === 0 : left.due === right.due;
  return isSameDay && left.owner.toLowerCase() === right.owner.toLowerCase();
}
