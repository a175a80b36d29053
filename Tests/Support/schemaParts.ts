/** Parts of JSON schemas that several of ours have. */
export const text = { type: "string", minLength: 1 };
/** ISO 8601 in UTC. */
export const time = { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$" };
/** An object of these properties and no others. */
export const closed = (required: readonly string[], properties: object) => ({
  type: "object",
  required,
  properties,
  additionalProperties: false,
});
