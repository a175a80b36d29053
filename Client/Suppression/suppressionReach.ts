import { alertSeverities, type AlertSeverity } from "../Core/level";
import { ruleMatches, type SuppressibleAlert } from "./suppressionMatch";
import type { SuppressionRule } from "./suppressionRule";

/** An alert of the subscription that a rule may reach. */
export interface ReachableAlert extends SuppressibleAlert {
  readonly id: string;
  readonly title: string;
  readonly severity: AlertSeverity;
  /** Whether a rule would still change it: it is active or in progress. */
  readonly isOpen: boolean;
  readonly isThisCluster: boolean;
  readonly startTime: Date | undefined;
  /** What was attacked, by name. */
  readonly compromisedEntity: string;
}

/** The alerts of one type in the last 90 days, as far as they can be read. */
export interface ReachableAlerts {
  readonly alerts: readonly ReachableAlert[];
  /** How many rows could not be read: whether a rule would match those is not known. */
  readonly unreadable: number;
}

/** What a rule would do, had it been there all the time. */
export interface RuleReach {
  /** Alerts that it would dismiss now, worst first. */
  readonly dismisses: readonly ReachableAlert[];
  readonly inThisCluster: number;
  readonly elsewhere: number;
  readonly bySeverity: ReadonlyMap<AlertSeverity, number>;
  /** How many alerts of the last 90 days it matches, in any state they are. 0: it has matched nothing. */
  readonly matched: number;
}

export function reachOf(
  rule: Pick<SuppressionRule, "alertType" | "conditions">,
  { alerts }: ReachableAlerts,
): RuleReach {
  const matched = alerts.filter((alert) => ruleMatches(rule, alert));
  const rank = ({ severity }: ReachableAlert) => alertSeverities.indexOf(severity);
  const dismisses = matched.filter(({ isOpen }) => isOpen).sort((left, right) => rank(left) - rank(right));
  const inThisCluster = dismisses.filter(({ isThisCluster }) => isThisCluster).length;
  const bySeverity = alertSeverities.map(
    (severity) => [severity, dismisses.filter((alert) => alert.severity === severity).length] as const,
  );
  return {
    dismisses,
    inThisCluster,
    elsewhere: dismisses.length - inThisCluster,
    bySeverity: new Map(bySeverity.filter(([, count]) => count > 0)),
    matched: matched.length,
  };
}
