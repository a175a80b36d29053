import type { PlanScope } from "../Core/defenderPlan";
import type { PlanCoverage, PlanSettings } from "./planSettings";
import type { PricingBody } from "./pricingBody";

/**
 * The settings of Defender for Containers, for the cluster and for its subscription. All methods reject with `FailureError`, or
 * `AbortError` when canceled.
 */
export interface PlanSettingsService {
  /** What is in force at the scope, its own or inherited. */
  read(scope: PlanScope, signal?: AbortSignal): Promise<PlanSettings>;

  /** What a plan of the whole subscription covers, as far as the caller may read it; one query. */
  coverage(signal?: AbortSignal): Promise<PlanCoverage>;

  /**
   * Sets the plan of a scope. Resolves with what the service has then, in which single extensions may have failed:
   * `saveResultOf` reads it. Rejects with a `conflict` that `planConflictOf` reads.
   */
  save(scope: PlanScope, body: PricingBody, signal?: AbortSignal): Promise<PlanSettings>;

  /** Removes the cluster's own setting, if it has one: the subscription's setting then applies. */
  remove(signal?: AbortSignal): Promise<void>;
}
