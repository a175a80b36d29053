import type { ClusterNow, DefenderPlan } from "../../../Client/Core/defenderPlan";
import type { PageServices } from "../../../Client/services";

interface Context {
  readonly signal?: AbortSignal | undefined;
}

/** What is enabled for the cluster, each part requested once per dashboard: the plan in force, Defender CSPM, and the cluster. */
export function protectionQueries({ plan, cluster }: Pick<PageServices, "plan" | "cluster">) {
  return {
    plan: {
      queryKey: ["plan"] as const,
      queryFn: ({ signal }: Context): Promise<DefenderPlan> => plan.get(signal),
    },
    cspm: {
      queryKey: ["cspm"] as const,
      queryFn: ({ signal }: Context): Promise<boolean> => plan.hasCspm(signal),
    },
    /** Asked only where nothing was ever scanned. */
    foundationalCspm: {
      queryKey: ["foundationalCspm"] as const,
      queryFn: ({ signal }: Context): Promise<boolean> => plan.hasFoundationalCspm(signal),
    },
    profile: {
      queryKey: ["profile"] as const,
      queryFn: ({ signal }: Context): Promise<ClusterNow> => cluster.profile(signal),
    },
  };
}
