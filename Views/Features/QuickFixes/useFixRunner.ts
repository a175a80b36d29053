import { useEffect, useRef, useState } from "react";
import { isCancelled } from "../../../Client/Core/cancelled";
import { failureOf } from "../../../Client/Core/failure";
import { fillIn } from "../../../Client/Core/fillIn";
import type { PendingNotice } from "../../../Client/Core/host";
import {
  pendingFixOf,
  pendingStateOf,
  withoutPendingFix,
  withPendingFix,
  type PendingFix,
  type PendingFixes,
} from "../../../Client/QuickFixes/pendingFixes";
import type { QuickFixName } from "../../../Client/Core/quickFixKeys";
import type { FixProgress } from "../../../Client/QuickFixes/fixService";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { inputOf } from "./fixDraft";
import type { Fixes, FixRun } from "./fixRunner";
import { fixWords, resourceWords } from "./fixWords";
import { QuickFixTexts as Text } from "./QuickFix.resjson";
import { usePendingFixes } from "./usePendingFixes";

interface Task {
  readonly assessmentId: string;
  readonly fix: QuickFixName;
  readonly startedAt: Date;
  /** Whether somebody else tells the portal about it. */
  readonly isPart?: boolean;
  /** Does it; tells how far it is, and rejects as the service does. */
  act(told: { show(text: string): void; readonly signal: AbortSignal }): Promise<void>;
}

const unheard: PendingNotice = { update: () => undefined, complete: () => undefined };

/** Runs fixes for the dashboard, follows those of an earlier visit, and remembers what waits for its re-evaluation. */
export function useFixRunner(): Omit<Fixes, "open"> & {
  readonly pending: PendingFixes;
  readonly changePending: (changed: (fixes: PendingFixes) => PendingFixes) => void;
} {
  const { cluster, host, services } = useDashboard();
  const [runs, setRuns] = useState<ReadonlyMap<string, FixRun>>(new Map());
  const [closing] = useState(() => new AbortController());
  useEffect(() => () => closing.abort(), [closing]);
  const { fixes: pending, change } = usePendingFixes((stored) => stored.forEach(resume));

  const setRun = (assessmentId: string, run: FixRun | undefined) => {
    if (!closing.signal.aborted) {
      const id = assessmentId.toLowerCase();
      setRuns(
        (known) =>
          new Map([...[...known].filter(([key]) => key !== id), ...(run ? ([[id, run]] as const) : [])]),
      );
    }
  };
  /** Assessments whose fix this page runs or follows: what is stored is read more than once. */
  const followed = useRef(new Set<string>());
  const remember = (id: string, fix: PendingFix) => change((fixes) => withPendingFix(fixes, id, fix));

  const run = async ({
    assessmentId,
    fix,
    startedAt,
    isPart = false,
    act,
  }: Task): Promise<FixRun | undefined> => {
    const { title } = fixWords[fix];
    const notice = isPart ? unheard : host.notifyPending({ title, description: Text.started });
    const show = (text: string) => {
      setRun(assessmentId, { status: "running", text });
      notice.update({ title, description: text });
    };
    setRun(assessmentId, { status: "running", text: Text.started });
    followed.current.add(assessmentId.toLowerCase());
    try {
      await act({ show, signal: closing.signal });
      remember(assessmentId, { fix, startedAt, fixedAt: new Date(), operationUrl: undefined });
      setRun(assessmentId, undefined);
      notice.complete({ title, description: Text.done }, "success");
      return undefined;
    } catch (error) {
      if (isCancelled(error)) {
        notice.complete({ title, description: Text.goesOn }, "warning");
        return undefined;
      }
      change((fixes) => withoutPendingFix(fixes, assessmentId));
      const failed: FixRun = { status: "failed", error };
      setRun(assessmentId, failed);
      notice.complete({ title, description: failureOf(error).message }, "error");
      return failed;
    } finally {
      followed.current.delete(assessmentId.toLowerCase());
    }
  };

  function resume(fix: PendingFix, assessmentId: string): void {
    const { operationUrl } = fix;
    if (
      followed.current.has(assessmentId.toLowerCase()) ||
      !assessmentId.startsWith(`${cluster.id.toLowerCase()}/`) ||
      fix.fixedAt ||
      operationUrl === undefined
    ) {
      return;
    }
    void run({
      assessmentId,
      ...fix,
      act: ({ show, signal }) =>
        services.fixes.follow(operationUrl, {
          signal,
          onProgress: ({ status, elapsedSeconds }) => show(fillIn(Text.following, status, elapsedSeconds)),
        }),
    });
  }

  return {
    pending,
    changePending: change,
    runOf: ({ assessmentId }) => runs.get(assessmentId.toLowerCase()),
    stateOf({ assessmentId }) {
      if (runs.get(assessmentId.toLowerCase())?.status === "running") {
        return "running";
      }
      const fix = pendingFixOf(pending, assessmentId);
      const state = fix && pendingStateOf(fix, true, new Date());
      return state === "turned" ? undefined : state;
    },
    forget: ({ assessmentId }) => setRun(assessmentId, undefined),
    start({ row: { assessmentId, fix }, draft, seen, waits, isPart = false }) {
      const startedAt = new Date();
      return run({
        assessmentId,
        fix,
        startedAt,
        isPart,
        async act({ show, signal }) {
          if (waits) {
            await services.fixes.waitUntilIdle({
              signal,
              onProgress: ({ status, elapsedSeconds }) =>
                show(fillIn(Text.waitingIdle, status, elapsedSeconds)),
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
                remembered = progress.operationUrl;
                remember(assessmentId, { fix, startedAt, fixedAt: undefined, operationUrl: remembered });
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
  const what = resourceWords[resource];
  return percent === undefined
    ? fillIn(Text.progress, what, status, elapsedSeconds)
    : fillIn(Text.progressPercent, what, status, percent, elapsedSeconds);
}
