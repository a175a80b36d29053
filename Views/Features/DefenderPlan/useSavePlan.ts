import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { isCancelled } from "../../../Client/Core/cancelled";
import { format } from "../../../Client/Core/format";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import type { Fixes } from "../QuickFixes/fixRunner";
import { isDone, problemOf, waiting, type PlanSave, type SaveRequest, type StepState } from "./planSave";
import { runStep } from "./planStepRunner";
import { Settings as Text } from "./Settings.resjson";
import { useUnfinishedSave } from "./useUnfinishedSave";

/** Carries the steps of a review out, one after the other, and stops where one fails: what is left can be tried again. */
export function useSavePlan(fixes: Pick<Fixes, "start">) {
  const { cluster, host, services } = useDashboard();
  const queries = useQueryClient();
  const unfinished = useUnfinishedSave();
  const [save, setSave] = useState<PlanSave>();
  const request = useRef<SaveRequest>();
  /** What is on screen follows a press by a moment: a second press must find this. */
  const isRunning = useRef(false);

  /** The states at the end; `undefined`: the pane was closed meanwhile. */
  const runSteps = async (
    asked: SaveRequest,
    begun: readonly StepState[],
  ): Promise<readonly StepState[] | undefined> => {
    const { review } = asked;
    let states = begun;
    const set = (index: number, state: StepState) => {
      states = states.map((known, at) => (at === index ? state : known));
      setSave({ review, states, isRunning: true });
    };
    for (const [index, step] of review.steps.entries()) {
      const before = states[index] ?? waiting;
      if (isDone(before)) {
        continue;
      }
      set(index, { status: "running" });
      try {
        const { planSettings } = services;
        const result = await runStep(step, asked, before, { cluster, fixes, planSettings });
        set(index, { status: "done", result });
      } catch (error) {
        if (isCancelled(error)) {
          return undefined;
        }
        set(index, { status: "failed", error });
        break;
      }
    }
    return states;
  };

  const run = async (asked: SaveRequest, begun: readonly StepState[]): Promise<void> => {
    if (isRunning.current) {
      return;
    }
    const { review } = asked;
    isRunning.current = true;
    request.current = asked;
    const title = format(Text.notice, cluster.name);
    const notice = host.notifyPending({ title, description: format(Text.noticeRunning, cluster.name) });
    setSave({ review, states: begun, isRunning: true });
    unfinished.begin();
    const states = await runSteps(asked, begun);
    isRunning.current = false;
    if (!states) {
      return;
    }
    unfinished.end();
    setSave({ review, states, isRunning: false });
    const problem = problemOf(review.steps, states);
    notice.complete(
      { title, description: problem === undefined ? Text.noticeDone : format(Text.noticeFailed, problem) },
      problem === undefined ? "success" : "error",
    );
    host.announceChange();
    await queries.invalidateQueries();
  };

  return {
    save,
    /** When a save was begun whose end was not seen; `undefined`: none was. */
    leftBehind: unfinished.begunAt,
    start(asked: SaveRequest) {
      const begun = asked.review.steps.map(() => waiting);
      void run(asked, begun);
    },
    /** Does what is not done yet. */
    retry() {
      if (save && request.current) {
        void run(request.current, save.states);
      }
    },
    /** Forgets a save that has ended. */
    dismiss: () => setSave(undefined),
  };
}
