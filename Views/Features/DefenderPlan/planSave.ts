import type { ClusterScope } from "../../../Client/Core/clusterScope";
import { failureOf } from "../../../Client/Core/failure";
import { format } from "../../../Client/Core/format";
import type { Right } from "../../../Client/Core/rbac";
import { planActions } from "../../../Client/DefenderPlan/planEditing";
import type { PlanReview, PlanStep } from "../../../Client/DefenderPlan/planChanges";
import { hasFailures, type SaveResult } from "../../../Client/DefenderPlan/planResults";
import type { Operation, Run, RunFault } from "../../Kit/Operations/operation";
import { runStep, type SaveRequest } from "./planStepRunner";
import { Settings as Text } from "./Settings.resjson";
import { stepTitle } from "./settingsLabels";

/** How a step of a save stands. `result`: of a saved plan, part by part; any of them may have failed. */
export type StepState =
  | { readonly status: "waiting" }
  | { readonly status: "running" }
  | { readonly status: "done"; readonly result: SaveResult | undefined }
  /** `error` is what the service rejected with. */
  | { readonly status: "failed"; readonly error: unknown };

/** A save in progress or finished. */
export interface PlanSave {
  readonly review: PlanReview;
  /** In the order of the review's steps. */
  readonly states: readonly StepState[];
  readonly isRunning: boolean;
  /** What went wrong in the page itself; absent: nothing. */
  readonly fault?: RunFault | undefined;
}

type SaveRun = Run<SaveRequest, PlanStep, SaveResult | undefined, never>;

/** Carries the steps of a review out, one after the other, and stops where one fails: what is left can be tried again. */
export const savePlan: Operation<SaveRequest, PlanStep, SaveResult | undefined> = {
  items: ({ review }) => review.steps,
  title: (_, { cluster }) => format(Text.notice, cluster.name),
  titleOf: stepTitle,
  rights: ({ review: { steps } }, cluster) => [steps.flatMap((step) => rightsOf(step, cluster))],
  begins: ({ cluster }) => format(Text.noticeRunning, cluster.name),
  stopsAtFailure: true,
  run: runStep,
  isWhole: isWholeResult,
  end(run) {
    const { review, states } = saveOf(run);
    const at = states.findIndex((state) => !isDone(state));
    const [step, state] = [review.steps[at], states[at]];
    if (!step || !state) {
      return { text: Text.noticeDone, end: "success" };
    }
    const text = format(Text.noticeFailed, `${stepTitle(step)}: ${reasonOf(state)}`);
    return { text, end: state.status === "waiting" ? "warning" : "error" };
  },
  outdated: () => [{}],
  isFeltElsewhere: true,
};

/** What a step takes. A change of the cluster is an operation of its own, which asks for itself. */
function rightsOf(step: PlanStep, { id, subscriptionScope }: ClusterScope): readonly Right[] {
  switch (step.kind) {
    case "save":
      return [{ action: planActions.save, scope: step.scope === "cluster" ? id : subscriptionScope }];
    case "remove":
      return [{ action: planActions.remove, scope: id }];
    case "cluster":
      return [];
  }
}

/** A run as its steps, of which a retry leaves out those that are done. */
export function saveOf(run: SaveRun): PlanSave {
  const { input, status, items, outcomes, earlier } = run;
  const isRunning = status !== "ended";
  const current = isRunning ? items[outcomes.length] : undefined;
  const stateOf = (step: PlanStep): StepState => {
    if (step === current) {
      return { status: "running" };
    }
    const outcome = [...earlier, ...outcomes].filter(({ item }) => item === step).at(-1);
    switch (outcome?.result) {
      case "done":
        return { status: "done", result: outcome.value };
      case "failed":
        return { status: "failed", error: outcome.error };
      default:
        return { status: "waiting" };
    }
  };
  return { review: input.review, states: input.review.steps.map(stateOf), isRunning, fault: run.fault };
}

/** Whether nothing is left to do of a step. */
export function isDone(state: StepState): boolean {
  return state.status === "done" && isWholeResult(state.result);
}

function isWholeResult(result: SaveResult | undefined): boolean {
  return result === undefined || !hasFailures(result);
}

/** What keeps a step from being done. */
function reasonOf(state: StepState): string {
  switch (state.status) {
    case "failed":
      return failureOf(state.error).message;
    case "done":
      return Text.statePartly;
    default:
      return Text.stateUnwatched;
  }
}
