import { parentOf, type Place, type Shape } from "./shape";

/** How a tenant's answers differ from the emulator's in one place. All of it may be shown to anyone. */
export interface Difference {
  /**
   * `missing`: the emulator always has it; `extra`: the emulator never has it; `type`, `form`: it is of a type, or its text of a form,
   * that the emulator's never is; `spelling`: its name is in other letter cases; `value`: it is a known value that the emulator never has, or one that no vocabulary has.
   */
  readonly kind: "missing" | "extra" | "spelling" | "type" | "form" | "value";
  readonly path: string;
  readonly tenant: string;
  readonly emulator: string;
}

/** Compares what a tenant answered with what the emulator answers to the same call, path by path. */
export function compareShapes(tenant: Shape, emulator: Shape): readonly Difference[] {
  const extra = [...tenant].flatMap(([path, place]) => {
    const own = emulator.get(path);
    return own ? changes(place, own) : isTold(path, tenant, emulator) ? [added(place)] : [];
  });
  const missing = [...emulator].flatMap(([path, own]) => missingAt(path, own, tenant));
  return [...missing, ...extra].sort((left, right) => left.path.localeCompare(right.path));
}

/** Of what is new as a whole, only the top is told. */
function isTold(path: string, tenant: Shape, emulator: Shape): boolean {
  const parent = parentOf(path);
  return path === "" || emulator.has(parent) || !tenant.has(parent);
}

function added({ spellings, types, times, chances }: Place): Difference {
  const path = first(spellings);
  const often = /[?*]$/.test(path) ? `${times} in all` : `${times} of ${chances}`;
  return { kind: "extra", path, tenant: `${listed(types)} (${often})`, emulator: "never there" };
}

const first = (spellings: ReadonlySet<string>) => [...spellings][0] ?? "";

/** Only where the tenant had something that could have had it, and the emulator never left it out. */
function missingAt(path: string, own: Place, tenant: Shape): readonly Difference[] {
  const parent = tenant.get(parentOf(path));
  const found = tenant.get(path);
  const isMap = path.endsWith(".*") || path.endsWith("[]") || path.endsWith("{json}");
  if (!parent?.types.has("object") || own.times < own.chances || isMap) {
    return [];
  }
  if (found && found.times >= found.chances) {
    return [];
  }
  const told = found ? `absent ${found.chances - found.times} times of ${found.chances}` : "never there";
  return [
    { kind: "missing", path: first(own.spellings), tenant: told, emulator: `always ${listed(own.types)}` },
  ];
}

function changes(place: Place, own: Place): readonly Difference[] {
  const path = first(own.spellings);
  const spellings = [...place.spellings]
    .map(lastOf)
    .filter((one) => ![...own.spellings].map(lastOf).includes(one));
  const types = [...place.types].filter((one) => !own.types.has(one));
  const forms = [...place.forms].filter((one) => !own.forms.has(one));
  const values = [...place.values].filter((one) => !own.values.has(one));
  const others = place.otherValues > 0 && own.otherValues === 0 ? ["a value that isn't known"] : [];
  return [
    ...(spellings.length > 0
      ? [change("spelling", path, [...new Set(spellings)], new Set([...own.spellings].map(lastOf)))]
      : []),
    ...(types.length > 0 ? [change("type", path, types, own.types)] : []),
    ...(forms.length > 0 && own.forms.size > 0 ? [change("form", path, forms, own.forms)] : []),
    ...(values.length + others.length > 0 ? [change("value", path, [...values, ...others], own.values)] : []),
  ];
}

function change(
  kind: Difference["kind"],
  path: string,
  tenant: readonly string[],
  emulator: ReadonlySet<string>,
): Difference {
  return { kind, path, tenant: listed(tenant), emulator: listed(emulator) };
}

/** The last name of a path. */
const lastOf = (path: string) => path.slice(path.lastIndexOf(".") + 1);

function listed(texts: Iterable<string>): string {
  return [...texts].sort().join(", ") || "none";
}
