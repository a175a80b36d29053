import { isRecord, type JsonRecord } from "../Core/json";

/**
 * A copy with another value at a path; everything else, known or not, stays as it is. Names match without regard to letter
 * case and keep the spelling that is there. What stands on the way and is no object is replaced by one.
 */
export function withValue(
  record: JsonRecord,
  [name = "", ...rest]: readonly string[],
  value: unknown,
): JsonRecord {
  const key = spellingIn(record, name);
  const inner = Object.hasOwn(record, key) && isRecord(record[key]) ? record[key] : {};
  return { ...record, [key]: rest.length === 0 ? value : withValue(inner, rest, value) };
}

/** The value at a path, found as {@link withValue} finds it; `undefined` when there is none. */
export function valueAt(record: JsonRecord, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => {
    const key = isRecord(value) ? spellingIn(value, name) : name;
    return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, record);
}

/** How a record spells a name: exactly so, in another letter case, or not yet. */
function spellingIn(record: JsonRecord, name: string): string {
  const wanted = name.toLowerCase();
  return Object.hasOwn(record, name)
    ? name
    : (Object.keys(record).find((key) => key.toLowerCase() === wanted) ?? name);
}
