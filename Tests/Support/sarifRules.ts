import Ajv from "ajv/dist/2020";
import { closed, text, time } from "./schemaParts";

/**
 * What SARIF 2.1.0 (OASIS) asks of the parts that we write, and what GitHub's code scanning asks beyond it: a file and a line for each
 * result, all three texts and a severity for each rule, and a category. Closed, so that anything else is a problem.
 */
const only = (value: unknown) => ({ const: value });
const message = closed(["text"], { text });
const listOf = (items: object, most?: number) => ({
  type: "array",
  items,
  ...(most === undefined ? {} : { maxItems: most }),
});
const level = { enum: ["none", "note", "warning", "error"] };

const rule = closed(["id", "shortDescription", "fullDescription", "help", "properties"], {
  id: { ...text, maxLength: 255 },
  shortDescription: message,
  fullDescription: message,
  help: message,
  properties: closed(["tags"], {
    tags: { const: ["security"] },
    "security-severity": { type: "string", pattern: "^([1-9]|10)\\.\\d$" },
  }),
});

const location = closed(["logicalLocations", "physicalLocation"], {
  logicalLocations: listOf(closed(["fullyQualifiedName"], { fullyQualifiedName: text, kind: text })),
  physicalLocation: closed(["artifactLocation", "region"], {
    artifactLocation: closed(["uri"], { uri: { type: "string", pattern: "^[^/\\s][^\\s\\\\]*$" } }),
    region: closed(["startLine"], { startLine: { type: "integer", minimum: 1 } }),
  }),
});

const result = closed(["ruleId", "kind", "message", "locations", "partialFingerprints"], {
  ruleId: text,
  kind: only("fail"),
  level,
  message,
  locations: { ...listOf(location, 1), minItems: 1 },
  suppressions: listOf(closed(["kind", "status"], { kind: only("external"), status: only("accepted") })),
  partialFingerprints: closed(["primaryLocationLineHash"], {
    "finding/v1": text,
    primaryLocationLineHash: text,
  }),
  properties: { type: "object" },
});

const invocation = closed(["executionSuccessful"], {
  executionSuccessful: { type: "boolean" },
  startTimeUtc: time,
  toolExecutionNotifications: listOf(closed(["message"], { level, message })),
});

const run = closed(["tool", "results", "automationDetails"], {
  tool: closed(["driver"], {
    driver: closed(["name", "rules"], { name: text, rules: { ...listOf(rule), uniqueItems: true } }),
  }),
  results: listOf(result),
  automationDetails: closed(["id"], { id: { type: "string", pattern: "^/.+/$" } }),
  invocations: listOf(invocation, 1),
  properties: { type: "object" },
});

const validate = new Ajv({ allErrors: true }).compile(
  closed(["version", "runs"], {
    $schema: { type: "string", pattern: "^https://" },
    version: only("2.1.0"),
    runs: { ...listOf(run, 1), minItems: 1 },
  }),
);

/** What is wrong with a SARIF document; empty: nothing. */
export function ofSarif(document: unknown): readonly string[] {
  return validate(document)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message: problem }) => `${instancePath} ${problem ?? ""}`);
}
