import { failureOf } from "../../../Client/Core/failure";
import type { PlanReview, PlanStep } from "../../../Client/DefenderPlan/planChanges";
import { hasFailures, type SaveResult } from "../../../Client/DefenderPlan/planResults";
import type { PlanForm } from "./planForm";
import { Settings as Text } from "./Settings.resjson";
import { stepTitle } from "./settingsLabels";
import type { ClusterFixPlan } from "./useFixPlans";

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
}

export interface SaveRequest {
  readonly review: PlanReview;
  readonly draft: PlanForm;
  readonly fixPlans: readonly ClusterFixPlan[];
}

export const waiting: StepState = { status: "waiting" };

/** Whether nothing is left to do of a step. */
export function isDone(state: StepState): boolean {
  return state.status === "done" && (state.result === undefined || !hasFailures(state.result));
}

/** What keeps a save from being done, in words; `undefined`: nothing does. */
export function problemOf(steps: readonly PlanStep[], states: readonly StepState[]): string | undefined {
  const at = states.findIndex((state) => !isDone(state));
  const [step, state] = [steps[at], states[at]];
  if (!step || !state) {
    return undefined;
  }
  const reason = state.status === "failed" ? failureOf(state.error).message : Text.statePartly;
  return `${stepTitle(step)}: ${reason}`;
}
