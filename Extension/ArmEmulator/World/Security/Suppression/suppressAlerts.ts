import { alertProperties, changeAlertStatus, isOpen } from "../Alerts/alertStatus";
import { ruleMatches } from "./suppressionMatching";
import { isInForce, type SuppressionRule } from "./suppressionRule";
import type { World } from "../../world";

/** Dismisses what a saved rule is about and is still open. Rules that are not in force dismiss nothing, and give nothing back. */
export function suppressAlerts({ alerts }: World, rule: SuppressionRule, now: Date): void {
  if (!isInForce(rule, now)) {
    return;
  }
  const matching = alerts.filter((alert) => isOpen(alertProperties(alert)) && ruleMatches(rule, alert));
  for (const alert of matching) {
    changeAlertStatus(alert, "Dismissed", now);
  }
}
