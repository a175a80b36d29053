import { overlayOf, type Overlay } from "../../../Client/Core/overlays";
import { pendingStateOf, type PendingFix, type PendingFixes } from "../../../Client/QuickFixes/pendingFixes";
import { useOperation } from "../../Kit/Operations/useOperations";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { fixOperation, fixProgress } from "./fixOperation";
import type { FixRow } from "./fixRow";
import type { Fixes } from "./fixRunner";
import { usePendingFixes } from "./usePendingFixes";

/**
 * The fixes of a page: starts them, follows those of an earlier visit, and remembers what waits for its re-evaluation. `onFollowed`:
 * called when one of an earlier visit has ended.
 */
export function useFixRunner(onFollowed?: () => void): Fixes & { readonly pending: PendingFixes } {
  const { cluster } = useDashboard();
  const { runOf, start, dismiss } = useOperation(fixOperation);
  const { fixes: pending, change } = usePendingFixes((stored) => stored.forEach(resume));

  /** What is stored is read more than once: what runs or is followed already has its key in the runner. */
  function resume({ value, at }: Overlay<PendingFix>, assessmentId: string): void {
    const { fix, fixedAt, operationUrl } = value;
    if (assessmentId.startsWith(`${cluster.id.toLowerCase()}/`) && !fixedAt && operationUrl !== undefined) {
      const act = { kind: "follow", operationUrl } as const;
      const task = { assessmentId, fix, startedAt: at, change, act };
      start(assessmentId, task, onFollowed ? { onEnd: onFollowed } : {});
    }
  }

  const runAt = ({ assessmentId }: FixRow) => runOf(assessmentId.toLowerCase());
  return {
    pending,
    changePending: change,
    runOf: runAt,
    stateOf(row) {
      if (fixProgress(runAt(row)) !== undefined) {
        return "running";
      }
      const fix = overlayOf(pending, row.assessmentId)?.value;
      return fix && pendingStateOf(fix, new Date());
    },
    start({ assessmentId, fix }, act) {
      start(assessmentId.toLowerCase(), { assessmentId, fix, startedAt: new Date(), change, act });
    },
    forget: ({ assessmentId }) => dismiss(assessmentId.toLowerCase()),
  };
}
