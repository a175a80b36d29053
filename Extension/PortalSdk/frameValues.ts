/**
 * A copy of a value as another frame gets it: by the structured clone of the browser, so that classes become plain objects and
 * nothing is shared. Throws, naming the place, for what can't be cloned: a function above all.
 */
export function cloned<T>(value: T, place: string): T {
  const found = unclonable(value, place, new Set());
  if (found !== undefined) {
    throw new Error(`${found}. Other frames get a copy, and that can't be copied.`);
  }
  return structuredClone(value);
}

/** The first part that has no copy, and what it is. */
function unclonable(value: unknown, place: string, seen: Set<unknown>): string | undefined {
  const kind = kindWithoutCopy(value);
  if (kind !== undefined) {
    return `${place} is a ${kind}`;
  }
  if (typeof value !== "object" || value === null || seen.has(value)) {
    return undefined;
  }
  seen.add(value);
  for (const [name, part] of partsOf(value)) {
    const found = unclonable(part, `${place}.${name}`, seen);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function kindWithoutCopy(value: unknown): string | undefined {
  if (typeof value === "function" || typeof value === "symbol") {
    return typeof value;
  }
  return [Promise, WeakMap, WeakSet].find((kind) => value instanceof kind)?.name;
}

function partsOf(value: object): readonly (readonly [name: string, part: unknown])[] {
  if (value instanceof Map || value instanceof Set) {
    return [...value.entries()].flat().map((part, index) => [String(index), part] as const);
  }
  return Object.entries(value);
}
