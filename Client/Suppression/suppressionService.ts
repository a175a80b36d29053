import type { ReachableAlerts } from "./suppressionReach";
import type { SuppressionRule } from "./suppressionRule";

/** Suppression rules of the subscription. All methods reject with `FailureError`, or `AbortError` when canceled. */
export interface SuppressionService {
  /** All rules, of any alert type, by name. A rule that cannot be read is a failure of the whole list. */
  list(signal?: AbortSignal): Promise<readonly SuppressionRule[]>;

  /** Creates the rule, or replaces the one of its name. The service then dismisses what it matches. */
  save(rule: SuppressionRule, signal?: AbortSignal): Promise<void>;

  remove(name: string, signal?: AbortSignal): Promise<void>;

  /** The alerts of one type in the whole subscription, as far as the caller may read them, with their entities. */
  reachable(alertType: string, signal?: AbortSignal): Promise<ReachableAlerts>;
}
