import { childOf, type NameKey } from "./knownNames";
import { vocabularyOf } from "./knownValues";

export type TypeName = "null" | "boolean" | "number" | "text" | "list" | "object";

/** What stands in one place of answers. Holds no value but those of known vocabularies. */
export interface Place {
  /** As its path was spelled; the names of the product's rows differ in letter case from one source to the other. */
  readonly spellings: Set<string>;
  /** Objects that could have had it. */
  chances: number;
  times: number;
  readonly types: Set<TypeName>;
  /** What texts look like. */
  readonly forms: Set<string>;
  readonly values: Set<string>;
  /** How often a value was none of the vocabulary. */
  otherValues: number;
}

/** By path in lower case: names with dots, `[]` for the items of a list, `{json}` for what a text holds, `*` for the keys of a map. */
export type Shape = ReadonlyMap<string, Place>;

/** The shape of several answers of one kind. */
export function shapeOfAll(bodies: readonly unknown[], nameKey: NameKey): Shape {
  const places = new Map<string, Place>();
  const objects = new Map<string, number>();
  const walk = { places, objects, nameKey };
  for (const body of bodies) {
    note(walk, "", body);
  }
  for (const [path, place] of places) {
    place.chances = objects.get(parentOf(path)) ?? place.times;
  }
  return places;
}

interface Walk {
  readonly places: Map<string, Place>;
  /** How many objects were seen in each place. */
  readonly objects: Map<string, number>;
  readonly nameKey: NameKey;
}

/** Of answers, which are bounded anyway: what is deeper has no shape that the product reads. */
const deepest = 30;

function note(walk: Walk, path: string, value: unknown, depth = 0): void {
  const place = placeAt(walk.places, path);
  place.times += 1;
  place.types.add(typeOf(value));
  if (depth > deepest) {
    return;
  }
  if (typeof value === "string") {
    noteText(walk, path, value, depth);
  } else if (Array.isArray(value)) {
    value.forEach((item) => note(walk, `${path}[]`, item, depth + 1));
  } else if (typeof value === "object" && value !== null) {
    const at = path.toLowerCase();
    walk.objects.set(at, (walk.objects.get(at) ?? 0) + 1);
    for (const [key, child] of Object.entries(value)) {
      const { name, isKnown } = walk.nameKey(path, key);
      if (isKnown) {
        note(walk, childOf(path, name), child, depth + 1);
      } else {
        noteType(walk.places, childOf(path, name), child);
      }
    }
  }
}

function noteText(walk: Walk, path: string, text: string, depth: number): void {
  const place = placeAt(walk.places, path);
  const form = formOf(text);
  place.forms.add(form);
  const vocabulary = vocabularyOf(path);
  if (vocabulary?.includes(text)) {
    place.values.add(text);
  } else if (vocabulary && text !== "") {
    place.otherValues += 1;
  }
  if (form === "JSON") {
    note(walk, `${path}.{json}`, JSON.parse(text), depth + 1);
  }
}

function noteType(places: Map<string, Place>, path: string, value: unknown): void {
  const place = placeAt(places, path);
  place.times += 1;
  place.types.add(typeOf(value));
}

function placeAt(places: Map<string, Place>, path: string): Place {
  const found = places.get(path.toLowerCase());
  if (found) {
    found.spellings.add(path);
    return found;
  }
  const place: Place = {
    spellings: new Set([path]),
    chances: 0,
    times: 0,
    types: new Set(),
    forms: new Set(),
    values: new Set(),
    otherValues: 0,
  };
  places.set(path.toLowerCase(), place);
  return place;
}

function typeOf(value: unknown): TypeName {
  if (value === null || value === undefined) {
    return "null";
  }
  if (Array.isArray(value)) {
    return "list";
  }
  const type = typeof value;
  return type === "string" ? "text" : type === "number" || type === "boolean" ? type : "object";
}

const forms: readonly (readonly [string, RegExp])[] = [
  ["empty", /^$/],
  ["GUID", /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i],
  ["moment", /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/],
  ["day", /^\d{4}-\d\d-\d\d$/],
  ["number", /^-?\d+(?:\.\d+)?$/],
  ["boolean", /^(?:true|false)$/i],
  ["link", /^https?:\/\//i],
  ["ARM id", /^\/(?:subscriptions|providers)\//i],
];

function formOf(text: string): string {
  const form = forms.find(([, pattern]) => pattern.test(text))?.[0];
  return form ?? (/^\s*[[{]/.test(text) && isJson(text) ? "JSON" : "words");
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false; // A text that begins with a bracket.
  }
}

/** The place of the object or list that a place is in; of the answer itself, the answer. */
export function parentOf(path: string): string {
  return path.endsWith("[]") ? path.slice(0, -2) : path.slice(0, Math.max(0, path.lastIndexOf(".")));
}
