import Ajv from "ajv/dist/2020";
import { closed, text, time } from "./schemaParts";

/**
 * What OpenVEX 0.2.0 asks of a document, of the parts that we write: https://github.com/openvex/spec. Closed, so that anything else
 * is a problem.
 */
const iri = { type: "string", pattern: "^[a-z][a-z0-9+.-]*:\\S+$" };
const someOf = (items: object) => ({ type: "array", minItems: 1, uniqueItems: true, items });

const product = closed(["@id"], {
  "@id": iri,
  identifiers: closed([], { purl: { type: "string", pattern: "^pkg:" } }),
  hashes: closed([], { "sha-256": { type: "string", pattern: "^[0-9a-f]{64}$" } }),
  subcomponents: someOf(closed([], { "@id": iri })),
});

const statement = closed(["vulnerability", "products", "status", "action_statement"], {
  vulnerability: closed(["name"], { name: text, description: text }),
  products: someOf(product),
  status: { const: "affected" },
  status_notes: text,
  action_statement: text,
});

const validate = new Ajv({ allErrors: true }).compile(
  closed(["@context", "@id", "author", "timestamp", "version", "statements"], {
    "@context": { const: "https://openvex.dev/ns/v0.2.0" },
    "@id": iri,
    author: text,
    role: text,
    timestamp: time,
    version: { type: "integer", minimum: 1 },
    tooling: text,
    statements: someOf(statement),
  }),
);

/** Where a document breaks the rules; empty: nowhere. */
export function ofOpenVex(document: unknown): readonly string[] {
  return validate(document)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ""}`);
}
