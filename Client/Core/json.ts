import { boundedDepth } from "./boundedDepth";
import { dateFromText } from "./dateFromText";

/** Readers of JSON whose shape isn't guaranteed. None of them throws; each returns `undefined` for what it can't read. */

export type JsonRecord = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A record's own property by a name from outside; `undefined` for inherited ones such as `constructor`. */
export function ownOf<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** The object, or an empty one for anything else. */
export function recordOf(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}

/**
 * A property by its camelCase name, also when the service spells it in PascalCase: Resource Graph returns alerts in
 * PascalCase, ARM the same alerts in camelCase.
 */
export function property(record: JsonRecord, name: string): unknown {
  return record[name] ?? record[name.charAt(0).toUpperCase() + name.slice(1)];
}

/** Text that is not blank, numbers and booleans included. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "number" || typeof value === "boolean") {
    return String(value);
  }
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** The first of several values that is text. */
export function firstTextOf(...values: readonly unknown[]): string | undefined {
  return values.map(textOf).find((text) => text !== undefined);
}

/** A number of things; 0 for anything that is none. */
export function countOf(value: unknown): number {
  const count = Number(textOf(value));
  return Number.isSafeInteger(count) && count > 0 ? count : 0;
}

/** Resource Graph gives booleans as `true` or as 1. */
export function isYes(value: unknown): boolean {
  return value === true || value === 1;
}

/** A time, see {@link dateFromText}. */
export function dateOf(value: unknown): Date | undefined {
  return typeof value === "string" ? dateFromText(value) : undefined;
}

/**
 * Array or object as it is, or parsed from a string that holds JSON; what lies in it too deep for any reader is cut off, see
 * {@link boundedDepth}.
 */
export function structureOf(value: unknown): readonly unknown[] | JsonRecord | undefined {
  const parsed = boundedDepth(typeof value === "string" ? parseJson(value) : value);
  return Array.isArray(parsed) || isRecord(parsed) ? parsed : undefined;
}

/** The texts of a list; a single text counts as a list of one. */
export function textsOf(value: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.map(textOf).filter((text) => text !== undefined);
}

/**
 * The texts of a list that comes as a list or as JSON text; any other text counts as a list of one. What begins like JSON and
 * is none was cut off: it holds no text.
 */
export function textsInside(value: unknown): readonly string[] {
  const list = typeof value === "string" && /^\s*[[{]/.test(value) ? (structureOf(value) ?? []) : value;
  return isRecord(list) ? [] : textsOf(list);
}

/** The one text that is said, also by a list of one; `undefined` for several. */
export function oneTextOf(value: unknown): string | undefined {
  const [first, ...others] = textsInside(value);
  return others.length === 0 ? first : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
