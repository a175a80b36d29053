import type { Right } from "../../../Client/Core/rbac";
import type { FixPlan, LiveCluster } from "../../../Client/QuickFixes/quickFix";
import type { ClusterFix } from "../../../Client/DefenderPlan/planDraft";
import { lastKnown, type Loadable } from "../../Kit/Model/loadable";
import { usePage } from "../../Kit/Session/dashboardContext";
import { useLoadables } from "../../Kit/Session/useLoadable";
import { planOf, type FixDraft } from "../QuickFixes/fixDraft";
import { missingIn, useCheckedRights, type CheckedRight } from "../QuickFixes/useCheckedRights";

/** What a change of the cluster itself would do, as the cluster is now. */
export interface ClusterFixPlan {
  readonly fix: ClusterFix;
  readonly read: Loadable<LiveCluster>;
  /** `undefined` without a cluster. */
  readonly plan: FixPlan | undefined;
  /** The rights that it takes. */
  readonly rights: readonly CheckedRight[];
}

const none: readonly Right[] = [];

/** The plans of the fixes that are wanted; the cluster is read once for each `opening`. */
export function useFixPlans(
  fixes: readonly ClusterFix[],
  draft: FixDraft,
  opening: number,
): readonly ClusterFixPlan[] {
  const { services } = usePage();
  const reads = useLoadables(
    fixes.map((fix) => ({
      queryKey: ["planFix", fix, opening],
      queryFn: ({ signal }: { readonly signal?: AbortSignal }) => services.quickFixes.readLive(fix, signal),
    })),
  );
  const plans = fixes.map((fix, index) => {
    const read = reads[index] ?? ({ status: "loading" } as const);
    const live = lastKnown(read);
    return { fix, read, plan: live && planOf(fix, live, draft) };
  });
  const rightsOf = (plan: FixPlan | undefined) => (plan?.kind === "ready" ? plan.rights : none);
  const checked = useCheckedRights(plans.flatMap(({ plan }) => rightsOf(plan)));
  let start = 0;
  return plans.map((one) => {
    const end = start + rightsOf(one.plan).length;
    const rights = checked.slice(start, end);
    start = end;
    return { ...one, rights };
  });
}

/** Whether each can be carried out. */
export function areReady(plans: readonly ClusterFixPlan[]): boolean {
  return plans.every(({ plan, rights }) => plan?.kind === "ready" && missingIn(rights).length === 0);
}
