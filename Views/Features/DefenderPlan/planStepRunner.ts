import type { ClusterScope } from "../../../Client/Core/clusterScope";
import { FailureError } from "../../../Client/Core/failure";
import type { PlanReview, PlanStep } from "../../../Client/DefenderPlan/planChanges";
import { saveResultOf, type SaveResult } from "../../../Client/DefenderPlan/planResults";
import type { PlanSettingsService } from "../../../Client/DefenderPlan/planSettingsService";
import { pricingBodyOf } from "../../../Client/DefenderPlan/pricingBody";
import type { OperationContext } from "../../Kit/Operations/operation";
import { runFixPart, type ChangePending } from "../QuickFixes/fixOperation";
import type { PlanForm } from "./planForm";
import { fixRowFor } from "./planFixRow";
import { Settings as Text } from "./Settings.resjson";
import type { ClusterFixPlan } from "./useFixPlans";

export interface SaveRequest {
  readonly cluster: ClusterScope;
  readonly review: PlanReview;
  readonly draft: PlanForm;
  readonly fixPlans: readonly ClusterFixPlan[];
  /** Changes what is remembered of quick fixes. */
  readonly change: ChangePending;
}

type StepContext = OperationContext<SaveRequest, PlanStep>;

/** Carries one step of a save out. Rejects as the service does. */
export async function runStep(step: PlanStep, context: StepContext): Promise<SaveResult | undefined> {
  const { input, services } = context;
  const { planSettings } = services;
  switch (step.kind) {
    case "save":
      await refuseIfChanged(planSettings, step.scope, JSON.stringify(step.body), input.draft);
      return saveResultOf(step.body, await planSettings.save(input.review.scope, step.body));
    case "remove":
      await planSettings.remove();
      return undefined;
    case "cluster":
      await changeCluster(step, context);
      return undefined;
  }
}

/** Pricings have no etag: what was reviewed is compared with what saving would send now. */
async function refuseIfChanged(
  planSettings: PlanSettingsService,
  scope: PlanReview["scope"],
  reviewed: string,
  { wanted }: PlanForm,
): Promise<void> {
  const now = await planSettings.read(scope);
  if (JSON.stringify(pricingBodyOf(now, wanted)) !== reviewed) {
    throw new FailureError({ kind: "conflict", code: "PreconditionFailed", message: Text.stale });
  }
}

/** As a quick fix; once more after a failure, it waits until nothing else goes on in the cluster. */
async function changeCluster(
  { fix }: Extract<PlanStep, { kind: "cluster" }>,
  context: StepContext,
): Promise<void> {
  const { cluster, input, before } = context;
  const { draft, fixPlans, change } = input;
  const seen = fixPlans.find((plan) => plan.fix === fix)?.live;
  if (!seen) {
    throw new Error(Text.fixFailed);
  }
  const act = { kind: "apply", draft: draft.fix, seen, waits: before?.result === "failed" } as const;
  await runFixPart(fixRowFor(fix, cluster.id), act, change, context);
}
