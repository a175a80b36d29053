/** Kusto's conversions and comparisons on values as {@link KqlRow} holds them. */
import { bounded } from "./bounds";

export function isNull(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

export function isEmpty(value: unknown): boolean {
  return isNull(value) || value === "";
}

/** Text of a value; null becomes the empty string, objects their JSON without spaces. */
export function asText(value: unknown): string {
  if (isNull(value)) {
    return "";
  }
  if (typeof value === "string") {
    return value;
  }
  if (value instanceof Date) {
    return dateText(value);
  }
  if (typeof value === "boolean" || typeof value === "number") {
    return typeof value === "boolean" ? (value ? "True" : "False") : String(value);
  }
  return JSON.stringify(bounded(value));
}

/** Kusto writes 100-nanosecond ticks. */
export function dateText(value: Date): string {
  return value.toISOString().replace(/\.(\d{3})Z$/, ".$10000Z");
}

/** Number, or null where the value is none. */
export function asNumber(value: unknown): number | null {
  if (typeof value === "number") {
    return value;
  }
  if (typeof value === "boolean") {
    return Number(value);
  }
  if (value instanceof Date) {
    return value.getTime();
  }
  if (typeof value !== "string" || value.trim() === "") {
    return null;
  }
  const number = Number(value);
  return Number.isNaN(number) ? null : number;
}

export function asWhole(value: unknown): number | null {
  const number = asNumber(value);
  return number === null ? null : Math.trunc(number);
}

export function asBool(value: unknown): boolean | null {
  if (typeof value === "boolean") {
    return value;
  }
  if (typeof value === "number") {
    return value !== 0;
  }
  const text = typeof value === "string" ? value.toLowerCase() : "";
  return text === "true" || text === "1" ? true : text === "false" || text === "0" ? false : null;
}

export function asDate(value: unknown): Date | null {
  if (value instanceof Date) {
    return value;
  }
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}/.test(value)) {
    return null;
  }
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** How every JSON begins. An error of the parser takes a hundred times as long as this, and most texts are no JSON. */
const jsonStart = /^\s*(?:[[{"\-\d]|true|false|null)/;

/** JSON in a string is parsed; other strings stay strings. */
export function asDynamic(value: unknown): unknown {
  if (typeof value !== "string") {
    return value ?? null;
  }
  if (!jsonStart.test(value)) {
    return value;
  }
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value; // Kusto: parse_json of what is no JSON is the string itself.
  }
}

/** -1, 0 or 1; null when either is null or they cannot be compared. Text is compared by code point. */
export function compare(left: unknown, right: unknown): number | null {
  if (isNull(left) || isNull(right)) {
    return null;
  }
  if (typeof left === "string" && typeof right === "string") {
    return compareTexts(left, right);
  }
  if (left instanceof Date !== right instanceof Date) {
    return compareDates(asDate(left), asDate(right));
  }
  const [leftNumber, rightNumber] = [asNumber(left), asNumber(right)];
  if (leftNumber !== null && rightNumber !== null) {
    return Math.sign(leftNumber - rightNumber);
  }
  return typeof left === typeof right ? compareTexts(asText(left), asText(right)) : null;
}

function compareTexts(left: string, right: string): number {
  return left === right ? 0 : left < right ? -1 : 1;
}

function compareDates(left: Date | null, right: Date | null): number | null {
  return left && right && Math.sign(left.getTime() - right.getTime());
}

/** Kusto: two nulls compare to null, null and something to false. */
export function equal(left: unknown, right: unknown): boolean | null {
  if (isNull(left) || isNull(right)) {
    return isNull(left) && isNull(right) ? null : false;
  }
  return compare(left, right) === 0;
}

/** Text that is equal exactly for values that grouping and distinct take as one. */
export function groupKey(value: unknown): string {
  return isNull(value) ? "null" : `${value instanceof Date ? "date" : typeof value} ${asText(value)}`;
}
