import { overlayOf } from "../../../Client/Core/overlays";
import { pendingStateOf, type PendingFixes } from "../../../Client/QuickFixes/pendingFixes";
import { useOperation } from "../../Kit/Operations/useOperations";
import { usePage } from "../../Kit/Session/dashboardContext";
import { fixOperation, fixProgress } from "./fixOperation";
import type { FixRow } from "./fixRow";
import type { Fixes } from "./fixRunner";
import { QuickFixTexts as Text } from "./QuickFix.resjson";
import { useFollowers } from "./useFollowers";

/**
 * The fixes of a page: starts them, follows those that no other page follows, and remembers what waits for its re-evaluation.
 * `onFollowed`: called when one has ended that this page didn't start.
 */
export function useFixRunner(onFollowed?: () => void): Fixes & {
  readonly pending: PendingFixes;
  /** Whether this page follows a fix, which another one has to when it closes. */
  readonly isFollowing: boolean;
} {
  const { cluster } = usePage();
  const { runOf, start, dismiss } = useOperation(fixOperation);
  const {
    pending,
    changePending: change,
    isFollowing,
  } = useFollowers({
    isHere: (id) => id.startsWith(`${cluster.id.toLowerCase()}/`),
    /** What runs or is followed already has its key in the runner. */
    follow({ value: { fix, operationUrl }, at }, assessmentId) {
      if (operationUrl !== undefined) {
        const act = { kind: "follow", operationUrl } as const;
        const task = { assessmentId, fix, startedAt: at, change, act };
        start(assessmentId, task, onFollowed ? { onEnd: onFollowed } : {});
      }
    },
    onEnded: () => onFollowed?.(),
  });

  const runAt = ({ assessmentId }: FixRow) => runOf(assessmentId.toLowerCase());
  const stateOf: Fixes["stateOf"] = (row) => {
    if (fixProgress(runAt(row)) !== undefined) {
      return "running";
    }
    const fix = overlayOf(pending, row.assessmentId)?.value;
    return fix && pendingStateOf(fix, new Date());
  };
  return {
    pending,
    isFollowing,
    changePending: change,
    runOf: runAt,
    stateOf,
    progressOf: (row) =>
      fixProgress(runAt(row)) ?? (stateOf(row) === "running" ? Text.stateRunning : undefined),
    start({ assessmentId, fix }, act) {
      start(assessmentId.toLowerCase(), { assessmentId, fix, startedAt: new Date(), change, act });
    },
    forget: ({ assessmentId }) => dismiss(assessmentId.toLowerCase()),
  };
}
