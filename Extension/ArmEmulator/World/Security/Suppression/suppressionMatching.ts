import type { SuppressionCondition, SuppressionRule } from "./suppressionRule";
import type { WorldAlert } from "../../world";

type Entity = Readonly<Record<string, unknown>>;

/** Whether a rule is about an alert, whatever the state of either. Letter case never counts. */
export function ruleMatches(
  { alertType, conditions = [] }: Pick<SuppressionRule, "alertType" | "conditions">,
  { properties }: Pick<WorldAlert, "properties">,
): boolean {
  if (alertType !== "*" && !isSame(alertType, String(properties.alertType))) {
    return false;
  }
  const entities = entitiesIn(properties.entities);
  return conditions.every((condition) => conditionHolds(condition, entities));
}

/** One entity that has what is asked for is enough; an alert without such an entity does not match. */
function conditionHolds(condition: SuppressionCondition, entities: readonly Entity[]): boolean {
  const [, kind = "", property = ""] = condition.field.split(".");
  return entities
    .filter(({ type }) => letters(String(type)) === letters(kind))
    .flatMap((entity) => textsOf(entity, property))
    .some((text) =>
      "in" in condition
        ? condition.in.some((wanted) => isSame(wanted, text))
        : text.toLowerCase().includes(condition.contains.toLowerCase()),
    );
}

/**
 * All entities of an alert, however deep. What a `$ref` refers to is written out elsewhere in the same list, so that code that
 * visits every object has followed every reference.
 */
function entitiesIn(value: unknown): readonly Entity[] {
  if (typeof value !== "object" || value === null) {
    return [];
  }
  const nested = Object.values(value).flatMap(entitiesIn);
  return "type" in value ? [value, ...nested] : nested;
}

function textsOf(entity: Entity, property: string): readonly string[] {
  return Object.entries(entity).flatMap(([key, value]) =>
    isSame(key, property) && typeof value === "string" ? [value] : [],
  );
}

const isSame = (left: string, right: string) => left.toLowerCase() === right.toLowerCase();

/** `azure-resource` and `AzureResource` are the same kind. */
const letters = (kind: string) => kind.toLowerCase().replace(/[^a-z0-9]/g, "");
