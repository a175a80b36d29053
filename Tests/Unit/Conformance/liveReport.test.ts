import { compareShapes } from "../../Conformance/Live/compareShapes";
import { createKeyNaming, nameOwnKey, publicNames } from "../../Conformance/Live/knownNames";
import { differencesIn, reportOf } from "../../Conformance/Live/liveReport";
import { markdownOf } from "../../Conformance/Live/liveMarkdown";
import { shapeOfAll } from "../../Conformance/Live/shape";
import { shownIssues } from "../../Conformance/Live/shownIssues";
import type { Answer } from "../../Conformance/Live/answers";

const names = publicNames();

function differences(tenant: unknown, emulator: unknown, more: readonly unknown[] = []) {
  const own = shapeOfAll([emulator, ...more], nameOwnKey);
  const naming = createKeyNaming(new Set(own.keys()), names);
  return compareShapes(shapeOfAll([tenant], naming), own).map(
    ({ kind, path, tenant: theirs }) => `${kind} ${path}: ${theirs}`,
  );
}

const row = {
  id: "/subscriptions/1/x",
  properties: {
    severity: "High",
    score: 1,
    list: [{ a: "b" }],
    startTimeUtc: "2026-01-01T00:00:00Z",
    additionalData: { Tags: '["v1"]', Namespace: "shop" },
  },
};
const changed = (change: (copy: { properties: Record<string, unknown> }) => void) => {
  const copy = structuredClone(row);
  change(copy);
  return copy;
};

test.each<[string, unknown, readonly string[]]>([
  ["the same", row, []],
  ["other values of the same form", changed(({ properties }) => (properties.score = 7)), []],
  [
    "a property less",
    changed(({ properties }) => delete properties.score),
    ["missing properties.score: never there"],
  ],
  [
    "a property that Microsoft's models have",
    changed(({ properties }) => (properties.provisioningState = "Succeeded")),
    ["extra properties.provisioningState: text (1 of 1)"],
  ],
  [
    "a property that nobody knows",
    changed(({ properties }) => (properties.geheim = { innen: 1 })),
    ["extra properties.?: object (1 in all)"],
  ],
  ["another type", changed(({ properties }) => (properties.score = "1")), ["type properties.score: text"]],
  ["null", changed(({ properties }) => (properties.list = null)), ["type properties.list: null"]],
  [
    "an object in place of a list",
    changed(({ properties }) => (properties.list = { a: "b" })),
    ["type properties.list: object", "extra properties.list.?: text (1 in all)"],
  ],
  [
    "another known value",
    changed(({ properties }) => (properties.severity = "Low")),
    ["value properties.severity: Low"],
  ],
  [
    "a value of no vocabulary",
    changed(({ properties }) => (properties.severity = "Geheim")),
    ["value properties.severity: a value that isn't known"],
  ],
  [
    "an empty text in place of a known value",
    changed(({ properties }) => (properties.severity = "")),
    ["form properties.severity: empty"],
  ],
  [
    "a text of another form",
    changed(({ properties }) => (properties.startTimeUtc = "")),
    ["form properties.startTimeUtc: empty"],
  ],
  ["another letter case", { id: row.id, Properties: row.properties }, ["spelling properties: Properties"]],
  [
    "no JSON in a text any more",
    changed(({ properties }) => (properties.additionalData = { Tags: "v1", Namespace: "x" })),
    ["form properties.additionalData.Tags: words"],
  ],
  [
    "other keys in an open object",
    changed(
      ({ properties }) =>
        (properties.additionalData = { Tags: '["v2"]', Namespace: "x", severity: "geheim" }),
    ),
    ["extra properties.additionalData.?: text (1 in all)"],
  ],
])("%s", (_, tenant, found) => {
  expect(differences(tenant, row)).toEqual(found);
});

test("what the emulator leaves out at times is not missing", () => {
  const { score, ...rest } = row.properties;
  expect(score).toBe(1);
  expect(differences({ ...row, properties: rest }, row, [{ ...row, properties: rest }])).toEqual([]);
});

const hostile = {
  tags: { "contoso-payroll": "x", environment: { secretPlace: 1 } },
  labels: { namespace: "x" },
  parameters: { effect: { value: "contoso" } },
  nodeLabels: { "kubernetes.io/contoso": "x" },
  userAssignedIdentities: { "/subscriptions/11111111-1111-1111-1111-111111111111/x": {} },
  extendedProperties: { "password is hunter2": "x", severity: "x" },
  properties: {
    "ada@contoso.com": 1,
    "10.0.0.7": 1,
    "contoso payroll": 1,
    __proto__x: 1,
    ["k".repeat(5_000)]: 1,
  },
};

function asked(body: unknown, status = 200): Answer {
  return {
    request: {
      method: "GET",
      uri: "https://management.azure.com/subscriptions/contoso-sub/x?api-version=2026-01-01",
      commandName: "Dashboard/GetCluster",
      headers: {},
      body: undefined,
    },
    response: { status, headers: { "x-ms-request-id": "contoso-request" }, body },
  };
}

test("no key of a map, no unknown name, no value, no address, and no message gets into a report", () => {
  const own = {
    tags: { environment: "production" },
    labels: { namespace: "y" },
    parameters: { effect: { value: "y" } },
    nodeLabels: {},
    userAssignedIdentities: {},
    extendedProperties: { Namespace: "y" },
    properties: { severity: "High" },
  };
  const refusal = asked({ error: { code: "ContosoCode", message: "contoso-payroll may not" } }, 403);
  const report = reportOf({
    cloud: "ContosoCloud",
    worlds: ["busy"],
    tenant: [asked(hostile), refusal],
    emulator: [asked(own)],
    notAsked: new Set(["Dashboard/ListAffectedComponents"]),
    names,
  });
  const texts = `${JSON.stringify(report)}${markdownOf(report)}`;
  expect(texts).not.toMatch(/contoso|payroll|hunter2|ada@|10\.0\.0|1111|secretPlace|kkkk|environment/i);
  expect(texts).not.toMatch(/(?:labels|parameters)\.\w/);
  expect(report.calls[0]?.statuses).toEqual({ 200: 1, "403 another code": 1 });
  expect(differencesIn(report)).toBeGreaterThan(3);
  expect(texts).toContain("tags.*");
});

test("of what Microsoft's validator says, its code and names of models are kept", () => {
  const issue = { operation: "Alerts_GetSubscriptionLevel", status: 200, code: "INVALID_TYPE" };
  const paths = [
    "/value/0/properties/severity",
    "/value/1/properties/severity",
    "/tags/environment",
    "/contoso/x",
  ];
  expect(
    shownIssues(
      [
        { ...issue, paths },
        { ...issue, paths: [] },
      ],
      names,
    ),
  ).toEqual([
    { ...issue, path: "/value/*/properties/severity", times: 2 },
    { ...issue, path: "/tags/?", times: 1 },
    { ...issue, path: "/?/?", times: 1 },
    { ...issue, path: "", times: 1 },
  ]);
});

test("where the emulator has no answer nothing is compared, and that is said", () => {
  const report = reportOf({
    cloud: "AzureCloud",
    worlds: ["busy"],
    tenant: [asked(hostile)],
    emulator: [],
    notAsked: new Set(),
    names,
  });
  expect(report.calls).toMatchObject([{ places: 0, differences: [] }]);
  expect(markdownOf(report)).toMatch(
    /## Not compared\n\n- Dashboard\/GetCluster \(GET, 2026-01-01\): 1 × 200/,
  );
});
