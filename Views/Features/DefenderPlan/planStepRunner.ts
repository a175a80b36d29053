import type { ClusterScope } from "../../../Client/Core/clusterScope";
import { changedMeanwhile, isAsSent, PlanChangedError } from "../../../Client/DefenderPlan/planChanged";
import type { PlanReview, PlanStep } from "../../../Client/DefenderPlan/planChanges";
import { saveResultOf, type SaveResult } from "../../../Client/DefenderPlan/planResults";
import type { PlanSettings } from "../../../Client/DefenderPlan/planSettings";
import { lastKnown } from "../../Kit/Model/loadable";
import type { OperationContext } from "../../Kit/Operations/operation";
import { applicationOf } from "../QuickFixes/fixDraft";
import { runFixPart, type ChangePending } from "../QuickFixes/fixOperation";
import type { PlanForm } from "./planForm";
import { fixRowFor } from "../QuickFixes/fixRow";
import { Settings as Text } from "./Settings.resjson";
import type { ClusterFixPlan } from "./useFixPlans";

export interface SaveRequest {
  readonly cluster: ClusterScope;
  readonly review: PlanReview;
  /** The settings of its scope that it was made from. */
  readonly seen: PlanSettings;
  readonly draft: PlanForm;
  readonly fixPlans: readonly ClusterFixPlan[];
  /** Changes what is remembered of quick fixes. */
  readonly change: ChangePending;
}

type StepResult = SaveResult | undefined;
type StepContext = Pick<
  OperationContext<SaveRequest, PlanStep, never, StepResult>,
  "services" | "cluster" | "input" | "before" | "runPart"
>;

/** Carries one step of a save out. Rejects as the service does. */
export async function runStep(step: PlanStep, context: StepContext): Promise<StepResult> {
  const { planSettings } = context.services;
  switch (step.kind) {
    case "save": {
      const now = await planSettings.read(step.scope);
      if (!isAsSent(now, step.body)) {
        refuseIfChanged(context, now);
      }
      return saveResultOf(step.body, await planSettings.save(step.scope, step.body));
    }
    case "remove": {
      const now = await planSettings.read("cluster");
      if (!now.isInherited) {
        refuseIfChanged(context, now);
        await planSettings.remove();
      }
      return undefined;
    }
    case "cluster":
      await changeCluster(step, context);
      return undefined;
  }
}

/** Pricings have no etag: what is there is compared with what was reviewed, after a try with what the service answered to that. */
function refuseIfChanged({ input, before }: StepContext, now: PlanSettings): void {
  const answered = before?.result === "done" ? before.value?.settings : undefined;
  const changed = changedMeanwhile(answered ?? input.seen, now);
  if (changed.length > 0) {
    throw new PlanChangedError(Text.stale, changed);
  }
}

/** As a quick fix; once more after a failure, it waits until nothing else goes on in the cluster. */
async function changeCluster(
  { fix }: Extract<PlanStep, { kind: "cluster" }>,
  context: StepContext,
): Promise<void> {
  const { cluster, input, before } = context;
  const { draft, fixPlans, change } = input;
  const read = fixPlans.find((plan) => plan.fix === fix)?.read;
  const seen = read && lastKnown(read);
  if (!seen) {
    throw new Error(Text.fixFailed);
  }
  const act = applicationOf(fix, { seen, draft: draft.fix, waits: before?.result === "failed" });
  await runFixPart(fixRowFor(fix, cluster.id), act, change, context);
}
