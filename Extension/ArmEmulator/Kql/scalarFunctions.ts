import { dateFunctions } from "./dateFunctions";
import { createRegex, execRegex, replaceRegex } from "./regex";
import { urlFunctions } from "./urlFunctions";
import {
  asBool,
  asDate,
  asDynamic,
  asNumber,
  asText,
  asWhole,
  compare,
  equal,
  isEmpty,
  isNull,
} from "./values";

/** A function of Kusto on evaluated arguments. `now` is the moment the query started. */
type ScalarFunction = (args: readonly unknown[], now: Date) => unknown;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

const listOf = (value: unknown): readonly unknown[] | null => {
  const parsed = asDynamic(value);
  return Array.isArray(parsed) ? parsed : null;
};

const extreme = (sign: 1 | -1) => (args: readonly unknown[]) =>
  args.reduce(
    (best, value) => ((compare(value, best) ?? (isNull(best) ? sign : 0)) === sign ? value : best),
    null,
  );

/** Position in text or list, from 0; negative counts from the end. */
const fromEnd = (index: number, length: number) => (index < 0 ? Math.max(0, length + index) : index);

function substring(args: readonly unknown[]): string {
  const text = asText(args[0]);
  const start = fromEnd(asWhole(args[1]) ?? 0, text.length);
  const length = asWhole(args[2]);
  return text.slice(start, length === null ? undefined : start + length);
}

function extract(args: readonly unknown[]): string {
  const match = execRegex(createRegex(asText(args[0]), "u"), asText(args[2]));
  return match?.[asWhole(args[1]) ?? 0] ?? "";
}

/** A list of what the groups of each match hold: of one group its text, of several a list. Without a match it is null. */
function extractAll(args: readonly unknown[]): unknown {
  const wanted = args.length > 2 ? listOf(args[1]) : null;
  const text = asText(args.at(-1));
  const regex = createRegex(asText(args[0]), "gu");
  const results: unknown[] = [];
  for (let match = execRegex(regex, text); match; match = execRegex(regex, text)) {
    const { groups } = match;
    const all = match.slice(1).map((group: string | undefined) => group ?? "");
    const found = wanted
      ? wanted.map((key) => (typeof key === "string" ? groups?.[key] : match?.[asWhole(key) ?? 0]) ?? "")
      : all;
    results.push(found.length === 1 ? found[0] : found);
    regex.lastIndex += match[0] === "" ? 1 : 0;
  }
  return results.length === 0 ? null : results;
}

/** Each character of the first list becomes the one at its place in the second; a short second list repeats its last one. */
function translate([from, to, text]: readonly unknown[]): string {
  const given = [...asText(to)];
  // The last entry of a key stays in a map, and the first place of a character counts.
  const places = new Map([...asText(from)].map((character, at) => [character, at] as const).reverse());
  const replaced = (character: string) => {
    const at = places.get(character);
    return at === undefined ? character : (given[at] ?? given.at(-1) ?? "");
  };
  return [...asText(text)].map(replaced).join("");
}

function split(args: readonly unknown[]): unknown {
  const parts = asText(args[0]).split(asText(args[1]));
  const index = asWhole(args[2]);
  return index === null ? parts : parts.slice(index, index + 1);
}

function pack(args: readonly unknown[]): Readonly<Record<string, unknown>> {
  const pairs: [string, unknown][] = [];
  for (let index = 0; index + 1 < args.length; index += 2) {
    pairs.push([asText(args[index]), args[index + 1] ?? null]);
  }
  return Object.fromEntries(pairs);
}

function trim(args: readonly unknown[], sides: "both" | "start" | "end"): string {
  const pattern = `(?:${asText(args[0])})`;
  let text = asText(args[1]);
  if (sides !== "end") {
    text = replaceRegex(createRegex(`^${pattern}`, "u"), text, "");
  }
  return sides === "start" ? text : replaceRegex(createRegex(`${pattern}$`, "u"), text, "");
}

function arraySlice(args: readonly unknown[]): unknown {
  const list = listOf(args[0]);
  const end = asWhole(args[2]) ?? -1;
  return list?.slice(fromEnd(asWhole(args[1]) ?? 0, list.length), fromEnd(end, list.length) + 1) ?? null;
}

function bin(args: readonly unknown[]): unknown {
  const [value, size] = [asNumber(args[0]), asNumber(args[1])];
  if (value === null || size === null || size === 0) {
    return null;
  }
  const floor = Math.floor(value / size) * size;
  return args[0] instanceof Date ? new Date(floor) : floor;
}

function typeName(value: unknown): string {
  if (isNull(value)) {
    return "null";
  }
  if (value instanceof Date) {
    return "datetime";
  }
  if (Array.isArray(value)) {
    return "array";
  }
  const names: Readonly<Record<string, string>> = { object: "dictionary", number: "long", boolean: "bool" };
  return names[typeof value] ?? typeof value;
}

const numeric =
  (compute: (value: number) => number): ScalarFunction =>
  ([value]) => {
    const number = asNumber(value);
    return number === null ? null : compute(number);
  };

const textFunctions: Readonly<Record<string, ScalarFunction>> = {
  extract,
  extract_all: extractAll,
  indexof: ([text, part]) => asText(text).indexOf(asText(part)),
  replace_regex: ([text, pattern, by]) =>
    replaceRegex(createRegex(asText(pattern), "gu"), asText(text), asText(by)),
  replace_string: ([text, part, by]) => asText(text).split(asText(part)).join(asText(by)),
  reverse: ([text]) => [...asText(text)].reverse().join(""),
  split,
  strcat: (args) => args.map(asText).join(""),
  strcat_array: ([list, separator]) => listOf(list)?.map(asText).join(asText(separator)) ?? "",
  strlen: ([text]) => [...asText(text)].length,
  substring,
  tolower: ([text]) => asText(text).toLowerCase(),
  toupper: ([text]) => asText(text).toUpperCase(),
  translate,
  trim: (args) => trim(args, "both"),
  trim_end: (args) => trim(args, "end"),
  trim_start: (args) => trim(args, "start"),
};

const conversions: Readonly<Record<string, ScalarFunction>> = {
  parse_json: ([value]) => asDynamic(value),
  tobool: ([value]) => asBool(value),
  todatetime: ([value]) => asDate(value),
  todouble: ([value]) => asNumber(value),
  toint: ([value]) => asWhole(value),
  tolong: ([value]) => asWhole(value),
  tostring: ([value]) => asText(value),
};

const dynamicFunctions: Readonly<Record<string, ScalarFunction>> = {
  array_concat: (args) => args.flatMap((list) => listOf(list) ?? []),
  array_index_of: ([list, value]) =>
    listOf(list)?.findIndex((element) => equal(element, value) === true) ?? null,
  array_length: ([list]) => listOf(list)?.length ?? null,
  array_slice: arraySlice,
  bag_keys: ([bag]) => {
    const parsed = asDynamic(bag);
    return isRecord(parsed) ? Object.keys(parsed) : null;
  },
  bag_pack: pack,
  pack,
  pack_array: (args) => args.map((value) => value ?? null),
  set_has_element: ([list, value]) => listOf(list)?.some((element) => equal(element, value) === true) ?? null,
};

const logic: Readonly<Record<string, ScalarFunction>> = {
  gettype: ([value]) => typeName(value),
  isempty: ([value]) => isEmpty(value),
  isnotempty: ([value]) => !isEmpty(value),
  isnotnull: ([value]) => !isNull(value),
  isnull: ([value]) => isNull(value),
  not: ([value]) => {
    const bool = asBool(value);
    return bool === null ? null : !bool;
  },
};

const mathematics: Readonly<Record<string, ScalarFunction>> = {
  abs: numeric(Math.abs),
  bin,
  ceiling: numeric(Math.ceil),
  floor: bin,
  max_of: extreme(1),
  min_of: extreme(-1),
  round: ([value, digits]) => {
    const scale = 10 ** (asWhole(digits) ?? 0);
    return numeric((number) => Math.round(number * scale) / scale)([value], new Date(0));
  },
};

const aliases: Readonly<Record<string, string>> = {
  notempty: "isnotempty",
  notnull: "isnotnull",
  parsejson: "parse_json",
  replace: "replace_regex",
  todynamic: "parse_json",
  toreal: "todouble",
  toobject: "parse_json",
};

const functions: ReadonlyMap<string, ScalarFunction> = new Map(
  [textFunctions, conversions, dynamicFunctions, logic, mathematics, dateFunctions, urlFunctions].flatMap(
    (group) => Object.entries(group),
  ),
);

/** The function of a name; `undefined` when this engine, or Resource Graph, has none. */
export function scalarFunction(name: string): ScalarFunction | undefined {
  return functions.get(aliases[name] ?? name);
}
