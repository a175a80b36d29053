import { format } from "../../../Client/Core/format";
import { overlayOf, type Overlay } from "../../../Client/Core/overlays";
import {
  pendingStateOf,
  withPendingFix,
  type PendingFix,
  type PendingFixes,
} from "../../../Client/QuickFixes/pendingFixes";
import type { FixProgress } from "../../../Client/QuickFixes/fixService";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { inputOf } from "./fixDraft";
import type { Fixes } from "./fixRunner";
import { resourceLabels } from "./fixLabels";
import { QuickFixTexts as Text } from "./QuickFix.resjson";
import { useFixRuns } from "./useFixRuns";
import { usePendingFixes } from "./usePendingFixes";

/** Runs fixes for the dashboard, follows those of an earlier visit, and remembers what waits for its re-evaluation. */
export function useFixRunner(): Omit<Fixes, "open"> & {
  readonly pending: PendingFixes;
  readonly changePending: (changed: (fixes: PendingFixes) => PendingFixes) => void;
} {
  const { cluster, services } = useDashboard();
  const { fixes: pending, change } = usePendingFixes((stored) => stored.forEach(resume));
  const runs = useFixRuns(change);

  function resume({ value, at }: Overlay<PendingFix>, assessmentId: string): void {
    const { fix, fixedAt, operationUrl } = value;
    if (
      runs.isFollowed(assessmentId) ||
      !assessmentId.startsWith(`${cluster.id.toLowerCase()}/`) ||
      fixedAt ||
      operationUrl === undefined
    ) {
      return;
    }
    void runs.run({
      assessmentId,
      fix,
      startedAt: at,
      act: ({ show, signal }) =>
        services.fixes.follow(operationUrl, {
          signal,
          onProgress: ({ status, elapsedSeconds }) => show(format(Text.following, status, elapsedSeconds)),
        }),
    });
  }

  return {
    pending,
    changePending: change,
    runOf: ({ assessmentId }) => runs.runOf(assessmentId),
    stateOf({ assessmentId }) {
      if (runs.runOf(assessmentId)?.status === "running") {
        return "running";
      }
      const fix = overlayOf(pending, assessmentId)?.value;
      return fix && pendingStateOf(fix, new Date());
    },
    forget: ({ assessmentId }) => runs.forget(assessmentId),
    start({ row: { assessmentId, fix }, draft, seen, waits, isPart = false }) {
      const startedAt = new Date();
      return runs.run({
        assessmentId,
        fix,
        startedAt,
        isPart,
        async act({ show, signal }) {
          if (waits) {
            await services.fixes.waitUntilIdle({
              signal,
              onProgress: ({ status, elapsedSeconds }) =>
                show(format(Text.waitingIdle, status, elapsedSeconds)),
            });
          }
          let remembered: string | undefined;
          await services.fixes.apply(fix, inputOf(fix, draft), {
            seen,
            signal,
            onProgress(progress) {
              show(progressText(progress));
              // Only the last write makes the recommendation turn: the end of another one is not the end of the fix.
              if (isLast(progress) && progress.operationUrl !== remembered) {
                const { operationUrl } = progress;
                remembered = operationUrl;
                const begun = { fix, fixedAt: undefined, operationUrl };
                change((fixes) => withPendingFix(fixes, assessmentId, begun, startedAt));
              }
            },
          });
        },
      });
    },
  };
}

function isLast({ resource }: FixProgress): boolean {
  return resource === "cluster" || resource === "diagnosticSetting";
}

function progressText({ resource, status, percent, elapsedSeconds }: FixProgress): string {
  const what = resourceLabels[resource];
  return percent === undefined
    ? format(Text.progress, what, status, elapsedSeconds)
    : format(Text.progressPercent, what, status, percent, elapsedSeconds);
}
