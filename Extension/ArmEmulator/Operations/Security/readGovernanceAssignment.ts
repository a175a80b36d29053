import { ArmError } from "../../Server/arm";
import { isJson } from "../../World/jsonParts";
import type { Json } from "../../World/world";

/** Largest int32. */
const largestNumber = 2_147_483_647;

/** Returns the key. Throws a 400 unless it is a GUID: a guess after Microsoft's examples, no document says what it may be. */
export function checkAssignmentKey(key: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key)) {
    throw invalid(`The assignment key '${key}' must be a GUID.`);
  }
  return key;
}

/**
 * Reads the body of a PUT (2022-01-01-preview): all of its properties, including unknown ones. Throws a 400 that names
 * what is wrong. The types and what is required are those of the OpenAPI, which allows no `null`; that an owner must look like
 * an email address and a justification must not be empty are guesses.
 */
export function readGovernanceAssignment(body: unknown): Json {
  const properties = isJson(body) ? body.properties : undefined;
  if (!isJson(properties)) {
    throw invalid("The body must have properties.");
  }
  checkRequired(properties, "properties", { remediationDueDate: dateTime });
  checkGiven(properties, "properties", { owner: address, isGracePeriod: boolean });
  const part = (key: string) => partOf(properties, key);
  checkRequired(part("remediationEta"), "properties.remediationEta", {
    eta: dateTime,
    justification: filled,
  });
  checkGiven(part("governanceEmailNotification"), "properties.governanceEmailNotification", {
    disableManagerEmailNotification: boolean,
    disableOwnerEmailNotification: boolean,
  });
  checkGiven(part("additionalData"), "properties.additionalData", {
    ticketNumber: number,
    ticketLink: text,
    ticketStatus: text,
  });
  return properties;
}

interface Rule {
  /** What a value must be, as said in a refusal. */
  readonly must: string;
  holds(value: unknown): boolean;
}

const isText = (value: unknown): value is string => typeof value === "string";
const text: Rule = { must: "a text", holds: isText };
const filled: Rule = {
  must: "a text that is not empty",
  holds: (value) => isText(value) && value.trim() !== "",
};
const boolean: Rule = { must: "true or false", holds: (value) => typeof value === "boolean" };
const dateTime: Rule = {
  must: "a date and time",
  holds: (value) => isText(value) && /^\d{4}-\d\d-\d\dT\d\d:/.test(value) && !Number.isNaN(Date.parse(value)),
};
const address: Rule = {
  must: "an e-mail address",
  holds: (value) => isText(value) && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value),
};
const number: Rule = {
  must: `a whole number from 0 to ${largestNumber}`,
  holds: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= largestNumber,
};

/** An object inside of the properties; `undefined` when it is not given. Throws for anything else. */
function partOf(properties: Json, key: string): Json | undefined {
  const part = properties[key];
  if (part !== undefined && !isJson(part)) {
    throw invalid(`properties.${key} must be an object.`);
  }
  return part;
}

function checkRequired(part: Json | undefined, place: string, rules: Readonly<Record<string, Rule>>): void {
  const wrong = Object.entries(rules).find(([key, rule]) => part && !rule.holds(part[key]));
  refuse(wrong, place);
}

function checkGiven(part: Json | undefined, place: string, rules: Readonly<Record<string, Rule>>): void {
  const wrong = Object.entries(rules).find(
    ([key, rule]) => part?.[key] !== undefined && !rule.holds(part[key]),
  );
  refuse(wrong, place);
}

function refuse(wrong: readonly [string, Rule] | undefined, place: string): void {
  if (wrong) {
    const [key, { must }] = wrong;
    throw invalid(`${place}.${key} must be ${must}.`);
  }
}

function invalid(message: string): ArmError {
  return new ArmError(400, "BadRequest", message);
}
