import type { DefenderPlan } from "../Core/defenderPlan";

/** The plans of Defender for Cloud that matter to the cluster. */
export interface PlanService {
  /**
   * Defender for Containers as it is in force for the cluster, inherited or its own. Rejects with `FailureError`, or
   * `AbortError` when canceled.
   */
  get(signal?: AbortSignal): Promise<DefenderPlan>;

  /**
   * Whether Defender CSPM (the plan `CloudPosture`), which computes risks and keeps owners, is on for the subscription. Rejects
   * likewise.
   */
  hasCspm(signal?: AbortSignal): Promise<boolean>;

  /**
   * Whether the subscription has foundational CSPM, the free tier of that plan, or Defender CSPM, which includes it. Without it
   * the configuration of the cluster is never checked. Rejects likewise.
   */
  hasFoundationalCspm(signal?: AbortSignal): Promise<boolean>;
}
