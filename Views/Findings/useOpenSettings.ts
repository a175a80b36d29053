import type { PlanScope } from "../../Client/Domain/planSettings";
import { useDashboard } from "./dashboardContext";

/** Opens the settings of Defender for Containers beside the page, at a scope. */
export function useOpenSettings(): (scope: PlanScope) => void {
  const { cluster, host } = useDashboard();
  return (scope) => void host.openPane("PlanSettings.ReactView", { id: cluster.id, scope });
}
