import type { DefenderPlan } from "../../Client/Domain/defenderPlan";
import { useDashboard } from "./dashboardContext";
import type { Loadable } from "./loadable";
import { planQuery } from "./planQuery";
import { useLoadable } from "./useLoadable";

/** Defender for Containers as it is in force for the cluster. */
export function usePlan(): Loadable<DefenderPlan> {
  return useLoadable(planQuery(useDashboard().services));
}
