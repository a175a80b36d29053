import type { DefenderPlan } from "../../Client/Domain/defenderPlan";
import type { Services } from "../../Client/services";

/** The plan in force for the cluster, asked once per dashboard. */
export function planQuery(services: Services) {
  return {
    queryKey: ["plan"] as const,
    queryFn: ({ signal }: { signal?: AbortSignal | undefined }): Promise<DefenderPlan> =>
      services.plan.get(signal),
  };
}
