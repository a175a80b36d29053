import { isOpen } from "../Alerts/alertStatus";
import { ruleMatches } from "./suppressionMatching";
import { isInForce, type SuppressionRule } from "./suppressionRule";
import type { Cluster, WorldAlert } from "../../world";

const day = 24 * 60 * 60 * 1000;

/** Places of the main cluster's alerts whose types the rules are about; where there are none, about a detection. */
const suppressedAt = 5;
const mentionedAt = 0;

/**
 * Existing rules: one in force, and about another type one that is disabled, one that has expired and
 * one that can never match, for its cluster is gone.
 */
export function generateSuppressionRules(
  main: Cluster,
  alertsOfMain: readonly WorldAlert[],
  now: Date,
): readonly SuppressionRule[] {
  const typeAt = (place: number) => {
    const alertType = alertsOfMain[place]?.properties.alertType;
    return typeof alertType === "string" ? alertType : "K8S_ExposedDashboard";
  };
  const daysFromNow = (days: number) => new Date(now.getTime() + days * day).toISOString();
  const onCluster = (id: string) => [{ field: "entities.azureresource.resourceid", in: [id] }];
  const common = { state: "Enabled", alertType: typeAt(mentionedAt) } as const;
  return [
    {
      ...common,
      name: "known-behavior-of-production",
      alertType: typeAt(suppressedAt),
      reason: "FalsePositive",
      comment: "Checked with the owners of the workload.",
      expirationDateUtc: daysFromNow(90),
      lastModifiedUtc: daysFromNow(-3),
      conditions: onCluster(main.id),
    },
    {
      ...common,
      name: "noise-of-the-whole-subscription",
      state: "Disabled",
      reason: "Noise",
      lastModifiedUtc: daysFromNow(-40),
    },
    {
      ...common,
      name: "penetration-test-of-october",
      reason: "NotRelevant",
      comment: "Only while the test runs.",
      expirationDateUtc: daysFromNow(-20),
      lastModifiedUtc: daysFromNow(-34),
      conditions: [{ field: "entities.ip.address", contains: "203.0.113." }],
    },
    {
      ...common,
      name: "retired_cluster",
      reason: "Other",
      lastModifiedUtc: daysFromNow(-200),
      conditions: onCluster(`${main.id.slice(0, main.id.lastIndexOf("/"))}/contoso-retired-aks`),
    },
  ];
}

/** An alert as it came into a world that has these rules: dismissed already if one of them is about it. */
export function underRules(rules: readonly SuppressionRule[], alert: WorldAlert, now: Date): WorldAlert {
  const isSuppressed =
    isOpen(alert.properties) && rules.some((rule) => isInForce(rule, now) && ruleMatches(rule, alert));
  return isSuppressed ? { ...alert, properties: { ...alert.properties, status: "Dismissed" } } : alert;
}
