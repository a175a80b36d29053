import { isRecord, type JsonRecord } from "../Core/json";

/**
 * The entities of an alert as a graph. Newtonsoft serializes an object once, with a `$id`, and writes `{"$ref": "5"}`
 * wherever it occurs again, be it in the list itself or deep inside another entity.
 */
export interface EntityGraph {
  /** Every entity, nested ones too, each once, in the order in which they first occur. */
  readonly entities: readonly JsonRecord[];
  /** The object that a value stands for, references followed; `undefined` when it is none or its reference leads nowhere. */
  resolve(value: unknown): JsonRecord | undefined;
  /** References that lead nowhere. */
  readonly dangling: readonly string[];
}

export function entityGraph(list: readonly unknown[]): EntityGraph {
  const objects: JsonRecord[] = [];
  const byId = new Map<string, JsonRecord>();
  const dangling = new Set<string>();
  visit(list, (object) => {
    objects.push(object);
    const id = idOf(object, "$id");
    if (id !== undefined) {
      byId.set(id, object);
    }
  });
  for (const object of objects) {
    const reference = idOf(object, "$ref");
    if (reference !== undefined && !byId.has(reference)) {
      dangling.add(reference);
    }
  }
  return {
    entities: objects.filter((object) => typeof object.type === "string" || typeof object.Type === "string"),
    dangling: [...dangling],
    resolve(value) {
      if (!isRecord(value)) {
        return undefined;
      }
      const reference = idOf(value, "$ref");
      return reference === undefined ? value : byId.get(reference);
    },
  };
}

/** Walks parsed JSON in its order. It has no cycles: references are not followed here. Without recursion, as it may be deep. */
function visit(root: unknown, onObject: (object: JsonRecord) => void): void {
  const open: unknown[] = [root];
  while (open.length > 0) {
    const value = open.pop();
    if (isRecord(value)) {
      onObject(value);
    }
    const children: readonly unknown[] = Array.isArray(value)
      ? value
      : isRecord(value)
        ? Object.values(value)
        : [];
    for (let index = children.length - 1; index >= 0; index -= 1) {
      open.push(children[index]);
    }
  }
}

function idOf(object: JsonRecord, key: "$id" | "$ref"): string | undefined {
  const id = object[key];
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}
