import { useQueries } from "@tanstack/react-query";
import { failureOf, type Failure } from "../../../Client/Core/failure";
import type { FixPlan, LiveCluster, RequiredRight } from "../../../Client/QuickFixes/quickFix";
import type { ClusterFix } from "../../../Client/DefenderPlan/planDraft";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { planOf, type FixDraft } from "../QuickFixes/fixDraft";
import { useMissingRights } from "../QuickFixes/useMissingRights";

/** What a change of the cluster itself would do, as the cluster is now. */
export interface ClusterFixPlan {
  readonly fix: ClusterFix;
  /** `undefined` while it is read, or when that failed. */
  readonly live: LiveCluster | undefined;
  readonly plan: FixPlan | undefined;
  readonly failure: Failure | undefined;
  /** Of the rights it takes, those that are known to lack. */
  readonly missing: readonly RequiredRight[];
  retry(): void;
}

const none: readonly RequiredRight[] = [];

/** The plans of the fixes that are wanted; the cluster is read once for each `opening`. */
export function useFixPlans(
  fixes: readonly ClusterFix[],
  draft: FixDraft,
  opening: number,
): readonly ClusterFixPlan[] {
  const { services } = useDashboard();
  const reads = useQueries({
    queries: fixes.map((fix) => ({
      queryKey: ["planFix", fix, opening],
      queryFn: ({ signal }: { readonly signal?: AbortSignal }) => services.quickFixes.readLive(fix, signal),
    })),
  });
  const plans = fixes.map((fix, index) => {
    const live = reads[index]?.data;
    return { fix, live, plan: live && planOf(fix, live, draft) };
  });
  const missing = useMissingRights(
    plans.flatMap(({ plan }) => (plan?.kind === "ready" ? plan.rights : none)),
  );
  return plans.map(({ fix, live, plan }, index) => {
    const read = reads[index];
    const rights = plan?.kind === "ready" ? plan.rights : none;
    return {
      fix,
      live,
      plan,
      failure: read?.error && !read.isFetching ? failureOf(read.error) : undefined,
      missing: missing.filter((right) => rights.includes(right)),
      retry: () => void read?.refetch(),
    };
  });
}

/** Whether each can be carried out. */
export function areReady(plans: readonly ClusterFixPlan[]): boolean {
  return plans.every(({ plan, missing }) => plan?.kind === "ready" && missing.length === 0);
}
