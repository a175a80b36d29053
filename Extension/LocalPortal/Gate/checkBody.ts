import { Ajv, type ValidateFunction } from "ajv";

/** What a body may name of the started cluster, by the word `own` of a schema. */
type Owned = Readonly<Record<"cluster" | "subscription", string>>;

/** What is wrong with a body; `undefined`: nothing. */
export type CheckBody = (content: unknown) => string | undefined;

/** Compiles schemas of bodies, in which `own` is a text that must name what the local portal was started for. */
export function createBodyChecks(owned: Owned): (schema: object | undefined) => CheckBody {
  const ajv = new Ajv({ strict: true, ownProperties: true });
  ajv.addKeyword({
    keyword: "own",
    type: "string",
    schemaType: "string",
    validate: (name: keyof Owned, value: string) => value.toLowerCase() === owned[name].toLowerCase(),
    error: { message: "must name what the local portal was started for" },
  });
  return (schema) => {
    const validate: ValidateFunction | undefined = schema && ajv.compile(schema);
    return (content) => {
      if (!validate) {
        return content === undefined || content === null ? undefined : "there must be none";
      }
      if (!validate(content)) {
        return ajv.errorsText(validate.errors, { dataVar: "body" });
      }
      const twice = nameWrittenTwice(content);
      return twice === undefined ? undefined : `it has '${twice}' twice, in different letter case`;
    };
  };
}

/** ARM reads names in any letter case: of two that differ in nothing else, what was checked may not be the one that it takes. */
function nameWrittenTwice(content: unknown): string | undefined {
  if (typeof content !== "object" || content === null) {
    return undefined;
  }
  const names = Array.isArray(content) ? [] : Object.keys(content);
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name.toLowerCase())) {
      return name;
    }
    seen.add(name.toLowerCase());
  }
  for (const part of Object.values(content)) {
    const twice = nameWrittenTwice(part);
    if (twice !== undefined) {
      return twice;
    }
  }
  return undefined;
}
