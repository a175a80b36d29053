import { readFileSync } from "node:fs";
import path from "node:path";

type Json = Readonly<Record<string, unknown>>;

/** What OpenAPI says of a value, as far as bodies can break it. */
interface Schema extends Json {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly readOnly?: boolean;
  readonly type?: string;
}

/** A body with one thing in it that its OpenAPI rules out. */
export interface WrongBody {
  /** `properties.state is foreign`. */
  readonly name: string;
  /** The property that is wrong. */
  readonly property: string;
  readonly body: unknown;
}

/** Resolves references of a file of OpenAPI, also into other files. */
interface Reader {
  resolve(schema: Schema): { readonly schema: Schema; readonly reader: Reader };
}

const readers = new Map<string, { readonly document: Json; readonly reader: Reader }>();

function open(file: string): { readonly document: Json; readonly reader: Reader } {
  const known = readers.get(file);
  if (known) {
    return known;
  }
  const document = JSON.parse(readFileSync(file, "utf8")) as Json;
  const reader: Reader = {
    resolve(schema) {
      if (schema.$ref === undefined) {
        return { schema, reader };
      }
      const [other = "", pointer = ""] = schema.$ref.split("#");
      const target = other === "" ? { document, reader } : open(path.resolve(path.dirname(file), other));
      const found = pointer
        .split("/")
        .slice(1)
        .reduce<unknown>((part, key) => (part as Json)[key.replaceAll("~1", "/")], target.document);
      return target.reader.resolve(found as Schema);
    },
  };
  const opened = { document, reader };
  readers.set(file, opened);
  return opened;
}

/** The schema of the body of an operation, by its id. Throws when the file has no such operation, or it has no body. */
function bodySchema(file: string, operationId: string): { readonly schema: Schema; readonly reader: Reader } {
  const { document, reader } = open(file);
  const paths = document.paths as Readonly<Record<string, Readonly<Record<string, Json>>>>;
  const operation = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .find((one) => one.operationId === operationId);
  const parameters = (operation?.parameters ?? []) as readonly Schema[];
  const body = parameters.map((one) => reader.resolve(one)).find(({ schema }) => schema.in === "body");
  if (!body) {
    throw new Error(`${file} has no operation ${operationId} with a body.`);
  }
  return body.reader.resolve(body.schema.schema as Schema);
}

/**
 * Every way in which one property of a right body can break its OpenAPI: a required one that is missing, a bound that is exceeded, a
 * value that is none of its enumeration. Objects and lists that the right body doesn't have aren't made up.
 */
export function wrongBodies(file: string, operationId: string, right: unknown): readonly WrongBody[] {
  const { schema, reader } = bodySchema(file, operationId);
  return wrongIn(schema, reader, right, []).map(({ name, place, change }) => ({
    name,
    property: [...place].reverse().find((part) => typeof part === "string") ?? "",
    body: changedAt(right, place, change),
  }));
}

type Place = readonly (string | number)[];

interface Wrong {
  readonly name: string;
  readonly place: Place;
  /** `undefined` removes the property. */
  readonly change: unknown;
}

function wrongIn(given: Schema, given_: Reader, value: unknown, place: Place): readonly Wrong[] {
  const { schema, reader } = given_.resolve(given);
  if (schema.readOnly === true) {
    return [];
  }
  const parts = schema.allOf?.flatMap((part) => wrongIn(part, reader, value, place)) ?? [];
  return [
    ...parts,
    ...wrongProperties(schema, reader, value, place),
    ...(Array.isArray(value) && schema.items && value.length > 0
      ? wrongIn(schema.items, reader, value[0], [...place, 0])
      : []),
    ...wrongValues(schema, value).map(({ what, change }) => ({
      name: `${place.join(".")} ${what}`,
      place,
      change,
    })),
  ];
}

function wrongProperties(schema: Schema, reader: Reader, value: unknown, place: Place): readonly Wrong[] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return [];
  }
  const record = value as Json;
  const properties = Object.entries(schema.properties ?? {});
  const isReadOnly = (key: string) => {
    const property = schema.properties?.[key];
    return property !== undefined && (property.readOnly ?? reader.resolve(property).schema.readOnly) === true;
  };
  const missing = (schema.required ?? [])
    .filter((key) => key in record && !isReadOnly(key))
    .map((key) => ({
      name: `${[...place, key].join(".")} is missing`,
      place: [...place, key],
      change: undefined,
    }));
  const within = properties
    .filter(([key]) => !isReadOnly(key))
    .flatMap(([key, property]) => wrongIn(property, reader, record[key], [...place, key]));
  return [...missing, ...within];
}

/** Values that break what a schema says of a single value, whether or not there is one. */
function wrongValues(
  schema: Schema,
  value: unknown,
): readonly { readonly what: string; readonly change: unknown }[] {
  const { minimum, maximum, minLength, maxLength, pattern, minItems, maxItems } = schema;
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const isPatternBroken = pattern !== undefined && !new RegExp(pattern).test(nothingLikeIt);
  const found: readonly (readonly [boolean, string, () => unknown])[] = [
    [schema.enum !== undefined, "is foreign", () => (schema.type === "string" ? "Foreign" : -4711)],
    [minimum !== undefined, "is too small", () => (minimum ?? 0) - 1],
    [maximum !== undefined, "is too large", () => (maximum ?? 0) + 1],
    [(minLength ?? 0) > 0, "is too short", () => "x".repeat((minLength ?? 1) - 1)],
    [maxLength !== undefined, "is too long", () => "x".repeat((maxLength ?? 0) + 1)],
    [isPatternBroken, "breaks its pattern", () => nothingLikeIt],
    [(minItems ?? 0) > 0 && list.length > 0, "has too few", () => list.slice(0, (minItems ?? 1) - 1)],
    [
      maxItems !== undefined && list.length > 0,
      "has too many",
      () => Array.from({ length: (maxItems ?? 0) + 1 }, () => list[0]),
    ],
  ];
  return found.filter(([is]) => is).map(([, what, change]) => ({ what, change: change() }));
}

const nothingLikeIt = "!\u0000 !";

function changedAt(body: unknown, [head, ...rest]: Place, change: unknown): unknown {
  if (head === undefined) {
    return change;
  }
  if (typeof head === "number") {
    const list = [...(body as readonly unknown[])];
    list[head] = changedAt(list[head], rest, change);
    return list;
  }
  const { [head]: part, ...others } = (body ?? {}) as Json;
  const changed = changedAt(part, rest, change);
  return changed === undefined ? others : { ...others, [head]: changed };
}
