import { daysBetween } from "../Core/day";
import { overlayOf, resourceGraphLag, withoutEnded, withOverlay, type Overlays } from "../Core/overlays";
import type { CurrentAssignment, OwnershipChange } from "./underlyingAssessment";

type RecentAssignments = Overlays<OwnershipChange>;

/** With a change that was just written. What lists show is from before the first of several changes. */
export function withAssignment(
  recent: RecentAssignments,
  { assessment, now: current }: OwnershipChange,
  now: Date,
): RecentAssignments {
  const first = overlayOf(recent, assessment.id)?.value.assessment ?? assessment;
  return withOverlay(recent, assessment.id, { assessment: first, now: current }, now);
}

/** Without what Resource Graph shows by now. `shown`: by assessment, in lower case. */
export function withoutShown(
  recent: RecentAssignments,
  shown: ReadonlyMap<string, CurrentAssignment>,
  now: Date,
): RecentAssignments {
  const isShown = (id: string, change: OwnershipChange) => isSameAssignment(shown.get(id), change.now);
  return withoutEnded(recent, { isShown, longest: resourceGraphLag, now });
}

/** What was changed and is not yet known to be shown. */
export function changesOf(recent: RecentAssignments): readonly OwnershipChange[] {
  return [...recent.values()].map(({ value }) => value);
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
