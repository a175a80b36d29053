import { useEffect, useRef, useState } from "react";
import { isCancelled } from "../../../Client/Core/cancelled";
import { failureOf } from "../../../Client/Core/failure";
import type { PendingNotice } from "../../../Client/Core/host";
import { withoutOverlay } from "../../../Client/Core/overlays";
import { withPendingFix, type PendingFixes } from "../../../Client/QuickFixes/pendingFixes";
import type { QuickFixName } from "../../../Client/Core/quickFixKeys";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import type { FixRun } from "./fixRunner";
import { fixLabels } from "./fixLabels";
import { QuickFixTexts as Text } from "./QuickFix.resjson";

/** A fix to carry out, or to follow. */
export interface FixTask {
  readonly assessmentId: string;
  readonly fix: QuickFixName;
  readonly startedAt: Date;
  /** Whether the notification is sent elsewhere, for all fixes together. */
  readonly isPart?: boolean;
  /** Does it; tells how far it is, and rejects as the service does. */
  act(told: { show(text: string): void; readonly signal: AbortSignal }): Promise<void>;
}

const unheard: PendingNotice = { update: () => undefined, complete: () => undefined };

/** Carries fixes out, tells the portal of each, and says how they stand: by assessment, in this visit. */
export function useFixRuns(change: (changed: (fixes: PendingFixes) => PendingFixes) => void) {
  const { host } = useDashboard();
  const [runs, setRuns] = useState<ReadonlyMap<string, FixRun>>(new Map());
  const [closing] = useState(() => new AbortController());
  useEffect(() => () => closing.abort(), [closing]);
  /** Assessments whose fix this page runs or follows: what is stored is read more than once. */
  const followed = useRef(new Set<string>());
  const setRun = (assessmentId: string, run: FixRun | undefined) => {
    if (!closing.signal.aborted) {
      const id = assessmentId.toLowerCase();
      setRuns(
        (known) =>
          new Map([...[...known].filter(([key]) => key !== id), ...(run ? ([[id, run]] as const) : [])]),
      );
    }
  };
  const run = async ({
    assessmentId,
    fix,
    startedAt,
    isPart = false,
    act,
  }: FixTask): Promise<FixRun | undefined> => {
    const { title } = fixLabels[fix];
    const notice = isPart ? unheard : host.notifyPending({ title, description: Text.started });
    const show = (text: string) => {
      setRun(assessmentId, { status: "running", text });
      notice.update({ title, description: text });
    };
    setRun(assessmentId, { status: "running", text: Text.started });
    followed.current.add(assessmentId.toLowerCase());
    try {
      await act({ show, signal: closing.signal });
      const fixed = { fix, fixedAt: new Date(), operationUrl: undefined };
      change((fixes) => withPendingFix(fixes, assessmentId, fixed, startedAt));
      setRun(assessmentId, undefined);
      notice.complete({ title, description: Text.done }, "success");
      return undefined;
    } catch (error) {
      if (isCancelled(error)) {
        notice.complete({ title, description: Text.goesOn }, "warning");
        return undefined;
      }
      change((fixes) => withoutOverlay(fixes, assessmentId));
      const failed: FixRun = { status: "failed", error };
      setRun(assessmentId, failed);
      notice.complete({ title, description: failureOf(error).message }, "error");
      return failed;
    } finally {
      followed.current.delete(assessmentId.toLowerCase());
    }
  };

  return {
    /** Resolves at the end to how it failed; `undefined`: it did not. Never rejects. */
    run,
    runOf: (assessmentId: string) => runs.get(assessmentId.toLowerCase()),
    isFollowed: (assessmentId: string) => followed.current.has(assessmentId.toLowerCase()),
    forget: (assessmentId: string) => setRun(assessmentId, undefined),
  };
}
