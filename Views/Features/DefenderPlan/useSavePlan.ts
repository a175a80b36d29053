import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { isCancelled } from "../../../Client/Core/cancelled";
import { FailureError, failureOf } from "../../../Client/Core/failure";
import { fillIn } from "../../../Client/Core/fillIn";
import type { PlanReview, PlanStep } from "../../../Client/DefenderPlan/planChanges";
import { hasFailures, saveResultOf, type SaveResult } from "../../../Client/DefenderPlan/planResults";
import { pricingBodyOf } from "../../../Client/DefenderPlan/pricingBody";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import type { Fixes } from "../QuickFixes/fixRunner";
import type { PlanDraft } from "./planDraft";
import { fixRowFor } from "./planFixRow";
import { Settings as Text } from "./Settings.resjson";
import { stepTitle } from "./settingsWords";
import type { ClusterFixPlan } from "./useFixPlans";
import { useUnfinishedSave } from "./useUnfinishedSave";

/** How a step of a save stands. `result`: of a saved plan, part by part; any of them may have failed. */
export type StepState =
  | { readonly status: "waiting" }
  | { readonly status: "running" }
  | { readonly status: "done"; readonly result: SaveResult | undefined }
  /** `error` is what the service rejected with. */
  | { readonly status: "failed"; readonly error: unknown };

/** A save under way or at its end. */
export interface PlanSave {
  readonly review: PlanReview;
  /** In the order of the review's steps. */
  readonly states: readonly StepState[];
  readonly isRunning: boolean;
}

interface SaveRequest {
  readonly review: PlanReview;
  readonly draft: PlanDraft;
  readonly fixPlans: readonly ClusterFixPlan[];
}

const waiting: StepState = { status: "waiting" };

/** Carries the steps of a review out, one after the other, and stops where one fails: what is left can be tried again. */
export function useSavePlan(fixes: Pick<Fixes, "start">) {
  const { cluster, host, services } = useDashboard();
  const queries = useQueryClient();
  const unfinished = useUnfinishedSave();
  const [save, setSave] = useState<PlanSave>();
  const request = useRef<SaveRequest>();
  /** What is on screen follows a press by a moment: a second press must find this. */
  const isRunning = useRef(false);

  const actOn = async (
    step: PlanStep,
    { review, draft, fixPlans }: SaveRequest,
    before: StepState,
  ): Promise<SaveResult | undefined> => {
    switch (step.kind) {
      case "save": {
        await refuseIfChanged(step.scope, JSON.stringify(step.body), draft);
        return saveResultOf(step.body, await services.planSettings.save(review.scope, step.body));
      }
      case "remove":
        await services.planSettings.remove();
        return undefined;
      case "cluster": {
        const live = fixPlans.find(({ fix }) => fix === step.fix)?.live;
        if (!live) {
          throw new Error(Text.fixFailed);
        }
        const row = fixRowFor(step.fix, cluster.id);
        const failed = await fixes.start({
          row,
          draft: draft.fix,
          seen: live,
          waits: before.status === "failed",
          isPart: true,
        });
        if (failed?.status === "failed") {
          throw failed.error;
        }
        return undefined;
      }
    }
  };

  /** Pricings have no etag: what was reviewed is compared with what saving would send now. */
  const refuseIfChanged = async (
    scope: PlanReview["scope"],
    reviewed: string,
    { wanted }: PlanDraft,
  ): Promise<void> => {
    const now = await services.planSettings.read(scope);
    if (JSON.stringify(pricingBodyOf(now, wanted)) !== reviewed) {
      throw new FailureError({ kind: "conflict", code: "PreconditionFailed", message: Text.stale });
    }
  };

  const run = async (asked: SaveRequest, begun: readonly StepState[]): Promise<void> => {
    const { review } = asked;
    if (isRunning.current) {
      return;
    }
    isRunning.current = true;
    request.current = asked;
    let states = begun;
    const show = (isOn: boolean) => setSave({ review, states, isRunning: isOn });
    const set = (index: number, state: StepState) => {
      states = states.map((known, at) => (at === index ? state : known));
      show(true);
    };
    const title = fillIn(Text.notice, cluster.name);
    const notice = host.notifyPending({ title, description: fillIn(Text.noticeRunning, cluster.name) });
    show(true);
    unfinished.begin();
    for (const [index, step] of review.steps.entries()) {
      const before = states[index] ?? waiting;
      if (isDone(before)) {
        continue;
      }
      set(index, { status: "running" });
      try {
        const result = await actOn(step, asked, before);
        set(index, { status: "done", result });
      } catch (error) {
        if (isCancelled(error)) {
          isRunning.current = false;
          return;
        }
        set(index, { status: "failed", error });
        break;
      }
    }
    unfinished.end();
    isRunning.current = false;
    show(false);
    const problem = problemOf(review.steps, states);
    notice.complete(
      { title, description: problem === undefined ? Text.noticeDone : fillIn(Text.noticeFailed, problem) },
      problem === undefined ? "success" : "error",
    );
    host.announceChange();
    await queries.invalidateQueries();
  };

  return {
    save,
    /** When a save was begun whose end was not seen; `undefined`: none was. */
    leftBehind: unfinished.begunAt,
    start: (asked: SaveRequest) =>
      void run(
        asked,
        asked.review.steps.map(() => waiting),
      ),
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

/** Whether nothing is left to do of a step. */
export function isDone(state: StepState): boolean {
  return state.status === "done" && (state.result === undefined || !hasFailures(state.result));
}

function problemOf(steps: readonly PlanStep[], states: readonly StepState[]): string | undefined {
  const at = states.findIndex((state) => !isDone(state));
  const [step, state] = [steps[at], states[at]];
  if (!step || !state) {
    return undefined;
  }
  const reason = state.status === "failed" ? failureOf(state.error).message : Text.statePartly;
  return `${stepTitle(step)}: ${reason}`;
}
