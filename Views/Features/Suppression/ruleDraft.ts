import type { AlertDetails } from "../../../Client/Alerts/alert";
import { sameArmId } from "../../../Client/Core/armId";
import { isBareInstance, nodeOfInstance, scaleSetOf } from "../../../Client/Core/scaleSetNode";
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
const hostField: SuppressionField = "entities.host.azureid";

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
 * The condition that keeps a rule to this cluster: its id, or for an alert on its nodes, which names a scale set, an instance of one
 * or a machine and not the cluster, the resource group in which they lie. That belongs to the cluster alone.
 */
function thisClusterCondition(alert: AlertDetails, clusterId: string): SuppressionCondition {
  const values = suppressionValues(alert.rawEntities);
  const isOfCluster = (values.get(resourceField) ?? []).some((id) => sameArmId(id, clusterId));
  const onNodes = [resourceField, hostField].flatMap((field) => {
    const id = (values.get(field) ?? []).find(isOfNodes);
    const group =
      id === undefined ? undefined : /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+\//i.exec(id)?.[0];
    return group === undefined ? [] : [{ field, operator: "contains", values: [group] } as const];
  });
  const [onNode] = isOfCluster ? [] : onNodes;
  return onNode ?? { field: resourceField, operator: "in", values: [clusterId] };
}

function isOfNodes(id: string): boolean {
  return scaleSetOf(id) !== undefined || nodeOfInstance(id) !== undefined;
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
