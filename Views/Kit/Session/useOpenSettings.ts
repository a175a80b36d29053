import type { PlanScope } from "../../../Client/Core/defenderPlan";
import { useDashboard } from "./dashboardContext";

/** Opens the settings of Defender for Containers beside the page, at a scope; `start`: with the review of enabling the plan. */
export function useOpenSettings(): (scope: PlanScope, start?: "enable") => void {
  const { cluster, host } = useDashboard();
  return (scope, start) =>
    void host.openPane("PlanSettings.ReactView", { id: cluster.id, scope, ...(start ? { start } : {}) });
}
