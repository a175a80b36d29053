/**
 * The shape of JSON: the path of every value with its type. Elements of a list share a path; those of `entities` and of resource
 * identifiers have one by their `type`. JSON in a text is a structure too, and its path says that it is in a text.
 */
export function shapeOf(value: unknown, path = ""): readonly string[] {
  if (Array.isArray(value)) {
    return [
      `${path}: list`,
      ...value.flatMap((element) => shapeOf(element, `${path}[${typeNamed(element)}]`)),
    ];
  }
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([name, child]) => shapeOf(child, path ? `${path}.${name}` : name));
  }
  if (typeof value === "string" && /^(?:\{|\[[\]["{])/.test(value)) {
    return shapeOf(JSON.parse(value) as unknown, `${path} in a text`);
  }
  return [`${path}: ${value === null ? "null" : typeof value}`];
}

function typeNamed(element: unknown): string {
  const { type }: { readonly type?: unknown } =
    typeof element === "object" && element !== null ? element : {};
  return typeof type === "string" ? type : "";
}
