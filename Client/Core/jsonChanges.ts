import { isRecord, textOf } from "./json";
import { sameJson } from "./sameJson";

export interface JsonChange {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * What is different between two JSON values, property by property, in the order of their names in the first. Elements of a
 * list are compared by their `name`, `category` or `categoryGroup` where all have one of their own; any other list counts as one value.
 */
export function jsonChanges(before: unknown, after: unknown, path = ""): readonly JsonChange[] {
  if (sameJson(before, after)) {
    return [];
  }
  const [left, right] = [partsOf(before), partsOf(after)];
  if (!left || !right || left.isList !== right.isList) {
    return [{ path, before, after }];
  }
  const names = new Set([...left.parts.keys(), ...right.parts.keys()]);
  return [...names].flatMap((name) =>
    jsonChanges(left.parts.get(name), right.parts.get(name), join(path, name, left.isList)),
  );
}

interface Parts {
  readonly isList: boolean;
  readonly parts: ReadonlyMap<string, unknown>;
}

/** What a value is made of, by name; `undefined` for values that are compared as a whole. */
function partsOf(value: unknown): Parts | undefined {
  if (isRecord(value)) {
    return { isList: false, parts: new Map(Object.entries(value)) };
  }
  const elements: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined;
  const parts = new Map(elements?.map((element) => [nameOf(element), element]));
  const isNamed = elements !== undefined && parts.size === elements.length && !parts.has(undefined);
  // Every key was found to be a text.
  return isNamed ? { isList: true, parts: parts as ReadonlyMap<string, unknown> } : undefined;
}

function nameOf(element: unknown): string | undefined {
  return isRecord(element)
    ? (textOf(element.name) ?? textOf(element.category) ?? textOf(element.categoryGroup))
    : undefined;
}

function join(path: string, name: string, isElement: boolean): string {
  if (isElement) {
    return `${path}[${name}]`;
  }
  return path === "" ? name : `${path}.${name}`;
}
