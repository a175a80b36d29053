import { entityGraph } from "../Alerts/entityGraph";
import { textOf, type JsonRecord } from "../Core/json";
import {
  suppressionFields,
  type SuppressionCondition,
  type SuppressionField,
  type SuppressionRule,
} from "./suppressionRule";

/** What of an alert decides whether a rule dismisses it. */
export interface SuppressibleAlert {
  readonly alertType: string;
  /** As the service sends them: references unresolved. */
  readonly entities: readonly unknown[];
}

/**
 * Whether a rule matches an alert, whatever its state: the type is the rule's, and every condition finds some entity of its
 * kind with such a value. An alert without an entity of the kind does not match. Letter case never matters.
 */
export function ruleMatches(
  { alertType, conditions }: Pick<SuppressionRule, "alertType" | "conditions">,
  alert: SuppressibleAlert,
): boolean {
  const isType = alertType === "*" || alertType.toLowerCase() === alert.alertType.toLowerCase();
  if (!isType) {
    return false;
  }
  const { entities } = entityGraph(alert.entities);
  return conditions.every((condition) => conditionHolds(condition, entities));
}

function conditionHolds(
  { field, operator, values }: SuppressionCondition,
  entities: readonly JsonRecord[],
): boolean {
  const wanted = values.map((value) => value.toLowerCase());
  const fits = (text: string) =>
    operator === "in" ? wanted.includes(text) : wanted.some((value) => text.includes(value));
  return valuesAt(field, entities).some((text) => fits(text.toLowerCase()));
}

/** The values that an alert's entities have in each field that may be a condition, each once; fields without one are absent. */
export function suppressionValues(
  list: readonly unknown[],
): ReadonlyMap<SuppressionField, readonly string[]> {
  const { entities } = entityGraph(list);
  const found = suppressionFields.map((field) => [field, [...new Set(valuesAt(field, entities))]] as const);
  return new Map(found.filter(([, values]) => values.length > 0));
}

/** Texts of `entities.<kind>.<property>` among all entities of an alert, nested ones included. */
function valuesAt(field: string, entities: readonly JsonRecord[]): readonly string[] {
  const [, kind = "", name = ""] = field.toLowerCase().split(".");
  return entities
    .filter((entity) => kindOf(entity) === kind)
    .flatMap((entity) =>
      Object.entries(entity).flatMap(([key, value]) => {
        const text = key.toLowerCase() === name ? textOf(value) : undefined;
        return text === undefined ? [] : [text];
      }),
    );
}

/** `azure-resource` and `AzureResource` are the same kind. */
function kindOf(entity: JsonRecord): string {
  return (textOf(entity.type ?? entity.Type) ?? "").toLowerCase().replace(/[^a-z\d]/g, "");
}
