import { FailureError } from "../../../Client/Core/failure";
import type { ClusterScope } from "../../../Client/Core/clusterScope";
import type { PlanReview, PlanStep } from "../../../Client/DefenderPlan/planChanges";
import { saveResultOf, type SaveResult } from "../../../Client/DefenderPlan/planResults";
import type { PlanSettingsService } from "../../../Client/DefenderPlan/planSettingsService";
import { pricingBodyOf } from "../../../Client/DefenderPlan/pricingBody";
import type { Fixes } from "../QuickFixes/fixRunner";
import type { PlanForm } from "./planForm";
import { fixRowFor } from "./planFixRow";
import type { SaveRequest, StepState } from "./planSave";
import { Settings as Text } from "./Settings.resjson";

interface StepServices {
  readonly cluster: ClusterScope;
  readonly planSettings: PlanSettingsService;
  readonly fixes: Pick<Fixes, "start">;
}

/** Carries one step of a save out; `before` is how it stood. Rejects as the service does. */
export async function runStep(
  step: PlanStep,
  request: SaveRequest,
  before: StepState,
  services: StepServices,
): Promise<SaveResult | undefined> {
  const { planSettings } = services;
  switch (step.kind) {
    case "save":
      await refuseIfChanged(planSettings, step.scope, JSON.stringify(step.body), request.draft);
      return saveResultOf(step.body, await planSettings.save(request.review.scope, step.body));
    case "remove":
      await planSettings.remove();
      return undefined;
    case "cluster":
      await changeCluster(step, request, before, services);
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

async function changeCluster(
  { fix }: Extract<PlanStep, { kind: "cluster" }>,
  { draft, fixPlans }: SaveRequest,
  before: StepState,
  { cluster, fixes }: StepServices,
): Promise<void> {
  const seen = fixPlans.find((plan) => plan.fix === fix)?.live;
  if (!seen) {
    throw new Error(Text.fixFailed);
  }
  const row = fixRowFor(fix, cluster.id);
  const waits = before.status === "failed";
  const failed = await fixes.start({ row, draft: draft.fix, seen, waits, isPart: true });
  if (failed?.status === "failed") {
    throw failed.error;
  }
}
