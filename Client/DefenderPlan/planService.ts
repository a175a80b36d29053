import type { DefenderPlan } from "../Domain/defenderPlan";

/** The plan that protects the cluster. */
export interface PlanService {
  /**
   * Defender for Containers as it is in force for the cluster, inherited or its own. Rejects with `FailureError`, or
   * `AbortError` when cancelled.
   */
  get(signal?: AbortSignal): Promise<DefenderPlan>;
}
