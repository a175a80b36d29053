import type { Json } from "./world";

/** Readers of JSON that came with a request. */
export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object, or an empty one for anything else. */
export function jsonOf(value: unknown): Json {
  return isJson(value) ? value : {};
}

/** The list, or an empty one for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** The value at a path; names match without regard to letter case, as ARM reads them. */
export function partOf(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((current, name) => {
    const entry = Object.entries(jsonOf(current)).find(([key]) => key.toLowerCase() === name.toLowerCase());
    return entry?.[1];
  }, value);
}
