import { daysBetween } from "../Core/day";
import type { CurrentAssignment, OwnershipChange } from "./underlyingAssessment";

/** How long Resource Graph may show the old owner after a change; beyond, it is believed again. */
const longestLag = 15 * 60_000;

/**
 * Remembers the assignments that were just written. Resource Graph lags behind ARM by seconds to minutes, so lists that are
 * read after a change may still show who owned it before.
 */
interface RecentAssignments {
  remember(change: OwnershipChange, now: Date): void;
  /** What was changed and is not yet known to be shown. */
  changes(): readonly OwnershipChange[];
  /** Forgets what Resource Graph shows by now, and what is so old that it must be believed. `shown`: by assessment, in lower case. */
  settle(shown: ReadonlyMap<string, CurrentAssignment>, now: Date): void;
}

interface Recent {
  readonly change: OwnershipChange;
  readonly at: number;
  /** Follows another change so soon that what Resource Graph shows may be from before both. */
  readonly isRepeated: boolean;
}

export function createRecentAssignments(): RecentAssignments {
  const recent = new Map<string, Recent>();
  return {
    remember(change, now) {
      const id = change.assessment.id.toLowerCase();
      // What lists show is from before the first of several changes.
      const before = recent.get(id);
      const assessment = before?.change.assessment ?? change.assessment;
      recent.set(id, {
        change: { ...change, assessment },
        at: now.getTime(),
        isRepeated: before !== undefined,
      });
    },
    changes: () => [...recent.values()].map(({ change }) => change),
    settle(shown, now) {
      for (const [id, { change, at, isRepeated }] of recent) {
        const isShown = !isRepeated && isSameAssignment(shown.get(id), change.now);
        if (isShown || now.getTime() - at > longestLag) {
          recent.delete(id);
        }
      }
    },
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
