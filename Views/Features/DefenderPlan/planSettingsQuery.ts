import type { PlanScope } from "../../../Client/Core/defenderPlan";
import type { PlanSettingsService } from "../../../Client/DefenderPlan/planSettingsService";

/** The settings of a scope, read once for all who show them. */
export function planSettingsQuery(
  { planSettings }: { readonly planSettings: PlanSettingsService },
  scope: PlanScope,
) {
  return {
    queryKey: ["planSettings", scope] as const,
    queryFn: ({ signal }: { readonly signal?: AbortSignal }) => planSettings.read(scope, signal),
  };
}
