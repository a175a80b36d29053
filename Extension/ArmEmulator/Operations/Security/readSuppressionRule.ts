import { ArmError } from "../../Server/arm";
import { isJson } from "../../World/jsonParts";
import { suppressionFields, suppressionReasons } from "../../World/Security/Suppression/suppressionFields";
import type { SuppressionCondition, SuppressionRule } from "../../World/Security/Suppression/suppressionRule";

const states: readonly SuppressionRule["state"][] = ["Enabled", "Disabled"];

/**
 * Reads the body of a PUT. Throws a 400 that names what is wrong. How strict the service is about it is not documented: the
 * fields, operators and reasons are those that Microsoft's built-in policy for suppression rules allows.
 */
export function readSuppressionRule(name: string, body: unknown, now: Date): SuppressionRule {
  checkName(name);
  const properties = isJson(body) ? body.properties : undefined;
  if (!isJson(properties)) {
    throw invalid("The body must have properties.");
  }
  const { alertType, reason, state, comment, expirationDateUtc, suppressionAlertsScope } = properties;
  if (typeof alertType !== "string" || alertType.trim() === "") {
    throw invalid("properties.alertType must be the type of an alert, or '*' for all types.");
  }
  return {
    name,
    alertType,
    reason: oneOf(suppressionReasons, reason, "reason"),
    state: oneOf(states, state, "state"),
    ...optional("comment", readComment(comment)),
    ...optional("expirationDateUtc", readExpiration(expirationDateUtc)),
    lastModifiedUtc: now.toISOString(),
    ...optional("conditions", readScope(suppressionAlertsScope)),
  };
}

function checkName(name: string): void {
  if (!/^[a-z0-9][a-z0-9_-]{1,49}$/i.test(name)) {
    throw invalid(
      `The name '${name}' must have from 2 to 50 characters, begin with a letter or a digit, and else have only letters, digits, '-' and '_'.`,
    );
  }
}

function oneOf<T extends string>(known: readonly T[], value: unknown, property: string): T {
  const found = known.find((text) => text === value);
  if (found === undefined) {
    throw invalid(`properties.${property} must be one of: ${known.join(", ")}.`);
  }
  return found;
}

function readComment(comment: unknown): string | undefined {
  if (!isAbsent(comment) && typeof comment !== "string") {
    throw invalid("properties.comment must be a text.");
  }
  return comment ?? undefined;
}

/** Absent and `null` mean never. A date that has passed is accepted: such a rule has expired when it is saved. */
function readExpiration(date: unknown): string | undefined {
  if (isAbsent(date)) {
    return undefined;
  }
  if (typeof date !== "string" || !/^\d{4}-\d\d-\d\dT/.test(date) || Number.isNaN(Date.parse(date))) {
    throw invalid("properties.expirationDateUtc must be a date and time, or null for never.");
  }
  // A time without a zone is in UTC, whatever the time zone of this machine.
  return new Date(/T[\d:.]+$/.test(date) ? `${date}Z` : date).toISOString();
}

function readScope(scope: unknown): readonly SuppressionCondition[] | undefined {
  if (isAbsent(scope)) {
    return undefined;
  }
  const allOf = isJson(scope) ? scope.allOf : undefined;
  if (!Array.isArray(allOf) || allOf.length === 0) {
    throw invalid("properties.suppressionAlertsScope must have allOf with at least one element.");
  }
  return allOf.map((element: unknown, index) =>
    readElement(element, `properties.suppressionAlertsScope.allOf[${index}]`),
  );
}

function readElement(element: unknown, place: string): SuppressionCondition {
  const { field, in: texts, contains, ...others } = isJson(element) ? element : {};
  const name = isText(field) ? field : "";
  const known = suppressionFields.find((text) => text === name.toLowerCase());
  if (known === undefined) {
    throw invalid(`${place}.field is '${name}' and must be one of: ${suppressionFields.join(", ")}.`);
  }
  const [other] = Object.keys(others);
  if (other !== undefined) {
    throw invalid(`${place} has '${other}'. The operators are in and contains.`);
  }
  if (contains === undefined && isTextList(texts)) {
    return { field: known, in: texts };
  }
  if (texts === undefined && isText(contains)) {
    return { field: known, contains };
  }
  throw invalid(`${place} must have either in, a list of texts, or contains, a text; none of them empty.`);
}

const optional = <K extends string, T>(key: K, value: T | undefined) =>
  (value === undefined ? {} : { [key]: value }) as Partial<Record<K, T>>;

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

const isTextList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every(isText);

const isAbsent = (value: unknown): value is null | undefined => value === undefined || value === null;

function invalid(message: string): ArmError {
  return new ArmError(400, "BadRequest", message);
}
