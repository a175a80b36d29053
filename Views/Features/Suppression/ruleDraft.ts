import type { AlertDetails } from "../../../Client/Alerts/alert";
import { sameArmId } from "../../../Client/Core/armId";
import { isBareInstance, scaleSetOf } from "../../../Client/Core/scaleSetNode";
import {
  suggestedName,
  type SuppressionCondition,
  type SuppressionField,
  type SuppressionOperator,
  type SuppressionReason,
  type SuppressionRule,
} from "../../../Client/Suppression/suppressionRule";
import { suppressionValues } from "../../../Client/Suppression/suppressionMatch";

/** A condition on offer: a field of the alert with a value that it has there. */
export interface DraftCondition {
  readonly field: SuppressionField;
  readonly operator: SuppressionOperator;
  readonly value: string;
  readonly isChosen: boolean;
}

export type DraftExpiry =
  | { readonly kind: "days"; readonly days: number }
  | { readonly kind: "date"; readonly date: Date | undefined }
  | { readonly kind: "never" };

/** A suppression rule as it is being written. */
export interface RuleDraft {
  readonly name: string;
  readonly reason: SuppressionReason;
  readonly comment: string;
  readonly expiry: DraftExpiry;
  readonly onlyThisCluster: boolean;
  /** What the alert and others of this cluster have in common, for {@link onlyThisCluster}. */
  readonly thisCluster: SuppressionCondition;
  readonly conditions: readonly DraftCondition[];
}

const usualDays = 30;
const resourceField: SuppressionField = "entities.azureresource.resourceid";

/**
 * A draft for an alert: this cluster only, 30 days, and everything of the alert that could be a condition on offer. A host that is
 * called by the number of its instance is not: the rule would fit that instance of every scale set.
 */
export function draftFor(alert: AlertDetails, clusterId: string, taken: readonly string[]): RuleDraft {
  const offered = [...suppressionValues(alert.rawEntities)].flatMap(([field, values]) =>
    values
      .filter((value) => field !== resourceField || !sameArmId(value, clusterId))
      .filter((value) => field !== "entities.host.hostname" || !isBareInstance(value))
      .map((value): DraftCondition => ({ field, operator: "in", value, isChosen: false })),
  );
  return {
    name: suggestedName(alert.alertType, taken),
    reason: "FalsePositive",
    comment: "",
    expiry: { kind: "days", days: usualDays },
    onlyThisCluster: true,
    thisCluster: thisClusterCondition(alert, clusterId),
    conditions: offered,
  };
}

/**
 * The condition that keeps a rule to this cluster: its id, or for an alert on its nodes, which names a scale set or an instance
 * of one and not the cluster, the resource group in which they lie. That belongs to the cluster alone.
 */
function thisClusterCondition(alert: AlertDetails, clusterId: string): SuppressionCondition {
  const resources = suppressionValues(alert.rawEntities).get(resourceField) ?? [];
  const onNode = resources.find((id) => scaleSetOf(id) !== undefined);
  const group =
    onNode === undefined ? undefined : /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\//i.exec(onNode)?.[0];
  return group === undefined || resources.some((id) => sameArmId(id, clusterId))
    ? { field: resourceField, operator: "in", values: [clusterId] }
    : { field: resourceField, operator: "contains", values: [group] };
}

/** The rule that a draft describes. */
export function ruleOf(
  { name, reason, comment, expiry, onlyThisCluster, thisCluster, conditions }: RuleDraft,
  alertType: string,
  now: Date,
): SuppressionRule {
  const chosen = conditions
    .filter(({ isChosen }) => isChosen)
    .map(({ field, operator, value }) => ({ field, operator, values: [value] }));
  return {
    name: name.trim(),
    alertType,
    reason,
    comment: comment.trim(),
    state: "Enabled",
    expires: expiresOf(expiry, now),
    conditions: [...(onlyThisCluster ? [thisCluster] : []), ...chosen],
  };
}

const millisecondsPerDay = 86_400_000;

/** The last day counts until its end where the user is. */
function expiresOf(expiry: DraftExpiry, now: Date): Date | undefined {
  switch (expiry.kind) {
    case "days":
      return expiry.days > 0 ? realDate(now.getTime() + expiry.days * millisecondsPerDay) : undefined;
    case "date":
      return expiry.date && realDate(new Date(expiry.date).setHours(23, 59, 59, 0));
    case "never":
      return undefined;
  }
}

/** `undefined` for a time beyond what a date can be. */
function realDate(time: number): Date | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
