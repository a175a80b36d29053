import type { ReachableAlerts } from "./suppressionReach";
import type { StoredRule, SuppressionRule } from "./suppressionRule";

/** Suppression rules of the subscription. All methods reject with `FailureError`, or `AbortError` when canceled. */
export interface SuppressionService {
  /** All rules, of any alert type, by name. A rule that cannot be read is a failure of the whole list. */
  list(signal?: AbortSignal): Promise<readonly StoredRule[]>;

  /**
   * Creates a rule. The service then dismisses what it matches. Rejects with a `conflict` and sends nothing where there is a rule of
   * that name.
   */
  create(rule: SuppressionRule, signal?: AbortSignal): Promise<void>;

  /**
   * Enables or disables a rule; everything else in it stays, known to this product or not. Rejects with `ChangedError` and sends
   * nothing where the rule isn't what the engineer saw, unless that was reported before.
   */
  setState(rule: StoredRule, state: "Enabled" | "Disabled", signal?: AbortSignal): Promise<void>;

  /** Deletes a rule. Rejects likewise; one that is gone is as good as deleted. */
  remove(rule: StoredRule, signal?: AbortSignal): Promise<void>;

  /** The alerts of one type in the whole subscription, as far as the caller may read them, with their entities. */
  reachable(alertType: string, signal?: AbortSignal): Promise<ReachableAlerts>;
}
