import { isJson, jsonOf } from "../World/jsonParts";
import type { Json } from "../World/world";

/** Places of properties in a body, and the api-version that brought each. `*` is every item of a list. */
export type Arrivals = Readonly<Record<string, string>>;

/** The body as an api-version knows it: without what came later. */
export function asKnownIn(version: string, body: Json, arrivals: Arrivals): Json {
  return laterThan(version, arrivals).reduce<Json>((rest, path) => without(rest, path), body);
}

/** A written body as its api-version knows it. What that has no words for stays as it stands: a service doesn't take it for removed. */
export function asWrittenIn(version: string, written: Json, present: Json, arrivals: Arrivals): Json {
  const known = asKnownIn(version, written, arrivals);
  return laterThan(version, arrivals).reduce<Json>((body, path) => withPart(body, present, path), known);
}

/** Versions begin with a date, so that they sort as texts. */
function laterThan(version: string, arrivals: Arrivals): readonly (readonly string[])[] {
  return Object.entries(arrivals)
    .filter(([, since]) => version.slice(0, since.length) < since)
    .map(([path]) => path.split("."));
}

function without(body: Json, [key = "", ...rest]: readonly string[]): Json {
  const value = body[key];
  if (value === undefined) {
    return body;
  }
  if (rest.length === 0) {
    return Object.fromEntries(Object.entries(body).filter(([name]) => name !== key));
  }
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return { ...body, [key]: items.map((item) => (isJson(item) ? without(item, rest.slice(1)) : item)) };
  }
  return isJson(value) ? { ...body, [key]: without(value, rest) } : body;
}

/** Items of lists belong together by their names. */
function withPart(body: Json, present: Json, [key = "", ...rest]: readonly string[]): Json {
  const kept = present[key];
  if (kept === undefined) {
    return body;
  }
  const value = body[key];
  if (rest.length === 0) {
    return { ...body, [key]: kept };
  }
  if (Array.isArray(kept)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    const named = (name: unknown) => jsonOf(kept.find((one) => jsonOf(one).name === name));
    const merged = items.map((item) =>
      isJson(item) ? withPart(item, named(item.name), rest.slice(1)) : item,
    );
    return { ...body, [key]: merged };
  }
  return isJson(kept) && isJson(value) ? { ...body, [key]: withPart(value, kept, rest) } : body;
}
