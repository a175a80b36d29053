import { complianceDetailsFromRows, complianceFromRow } from "../../../Client/Compliance/complianceFromRow";
import type { JsonRecord } from "../../../Client/Core/json";
import { aComplianceIssue } from "../../Support/findings";

const read = complianceFromRow(new Date("2026-11-24T12:00:00Z"));
const row = {
  id: "/standards/ISO-27001-2013/controls/A.1/assessments/k",
  level: "High",
  ranking: "risk",
  standard: "ISO-27001-2013",
  failingStandard: "ISO-27001-2013",
  control: "A.1",
  controlTitle: "Access to networks",
  displayName: "API server should be restricted",
  isCategory: false,
  recommendation: "k",
  failing: 2,
  assigned: 2,
  owners: ["ada@contoso.com"],
  due: "2026-12-01T00:00:00Z",
  assessmentId: "/subscriptions/11111111-1111-4111-8111-111111111111/assessments/k",
};

test("a row in full", () => {
  expect(read(row)).toEqual({
    item: {
      id: row.id,
      standard: "ISO-27001-2013",
      control: "A.1",
      controlTitle: "Access to networks",
      title: "API server should be restricted",
      recommendation: "k",
      level: "High",
      ranking: "risk",
      failing: 2,
      assessmentId: row.assessmentId,
      ownership: {
        owners: ["ada@contoso.com"],
        due: new Date("2026-12-01T00:00:00Z"),
        failing: 2,
        assigned: 2,
        status: "OnTime",
      },
    },
  });
});

test.each<[string, JsonRecord, JsonRecord]>([
  [
    "a category is named in words",
    { isCategory: true, displayName: "SoftwareUpdate" },
    { title: "Software update" },
  ],
  [
    "booleans may come as numbers",
    { isCategory: 1, displayName: "ServiceUpgrade" },
    { title: "Service upgrade" },
  ],
  [
    "the title of a recommendation stays as it is",
    { displayName: "SoftwareUpdate" },
    { title: "SoftwareUpdate" },
  ],
  ["without a title its key names it", { displayName: null }, { title: "k" }],
  [
    "of an initiative that has its own status",
    { initiative: "iso270012013" },
    { initiative: "iso270012013" },
  ],
  ["of none", { initiative: "" }, { initiative: undefined }],
  ["without a title of its control", { controlTitle: null }, { controlTitle: "" }],
  ["how many fail, as text", { failing: "7", assigned: 7 }, { failing: 7 }],
  ["how many fail is not known", { failing: null }, { failing: 0 }],
  ["ranked by severity", { ranking: "severity" }, { ranking: "severity" }],
  [
    "partly assigned",
    { assigned: 1 },
    {
      ownership: {
        owners: row.owners,
        due: new Date(row.due),
        failing: 2,
        assigned: 1,
        status: "Unassigned",
      },
    },
  ],
  ["a control that is a number", { control: 4.1 }, { control: "4.1" }],
])("%s", (_, change, expected) => {
  expect(read({ ...row, ...change })).toMatchObject({ item: expected });
});

test.each<[JsonRecord, string]>([
  [{ id: null }, "id = null"],
  [{ standard: "" }, "id"],
  [{ control: undefined }, "id"],
  [{ recommendation: [] }, "recommendation = []"],
  [{ assessmentId: "" }, "recommendation"],
  [{ level: "" }, 'level = ""'],
  [{ level: "Passed" }, "Passed"],
  [{ level: "Informational" }, "Informational"],
])("%j is a gap that says so, and which row", (change, says) => {
  const message = expect.stringContaining(says) as string;
  expect(read({ ...row, ...change })).toMatchObject({ rowError: { kind: "unexpected", message } });
  expect(read({ ...row, ...change })).toMatchObject({
    rowError: { message: expect.stringContaining("API server should be restricted") as string },
  });
});

const issue = aComplianceIssue("k");
const assessment = (properties: unknown, over: JsonRecord = {}): JsonRecord => ({
  id: issue.assessmentId,
  standard: "",
  control: "",
  properties,
  ...over,
});
const satisfied = (standard: unknown, control: unknown): JsonRecord => ({
  id: `/standards/${String(standard)}/controls/${String(control)}/assessments/k`,
  standard,
  control,
  properties: null,
});

test("the details of an issue", () => {
  const properties = {
    metadata: {
      description: "<b>What</b>",
      remediationDescription: "<i>How</i>",
      policyDefinitionId: "/providers/Microsoft.Authorization/policyDefinitions/p",
    },
    links: { azurePortal: "portal.azure.com/#x" },
  };
  expect(complianceDetailsFromRows(issue, [assessment(properties)])).toEqual({
    descriptionHtml: "<b>What</b>",
    remediationHtml: "<i>How</i>",
    policyId: "p",
    alsoSatisfies: [],
    portalLink: "https://portal.azure.com/#x",
  });
});

test("the assessment is found in other letter case", () => {
  const upper = assessment({}, { id: issue.assessmentId.toUpperCase() });
  expect(complianceDetailsFromRows(issue, [upper])).toBeDefined();
});

test.each<[string, readonly JsonRecord[]]>([
  ["there are no rows", []],
  ["only the rows of the standards are left", [satisfied("SOC-2", "CC6.1")]],
])("%s: the issue is gone", (_, rows) => {
  expect(complianceDetailsFromRows(issue, rows)).toBeUndefined();
});

test("what else it satisfies comes by standard, without the issue itself", () => {
  const rows = [
    satisfied("SOC-2-Type-2", "CC7.2"),
    assessment({}),
    satisfied("NIST-SP-800-53-R5", "SC-7"),
    { ...satisfied("Microsoft-cloud-security-benchmark", "NS.2"), id: issue.id },
    satisfied("NIST-SP-800-53-R5", "AC-4"),
    satisfied("Microsoft-cloud-security-benchmark", "PA.7"),
    satisfied("SOC-2-Type-2", null),
  ];
  expect(complianceDetailsFromRows(issue, rows)?.alsoSatisfies).toEqual([
    { standard: "Microsoft cloud security benchmark", controls: ["PA.7"] },
    { standard: "NIST SP 800 53 R5", controls: ["AC-4", "SC-7"] },
    { standard: "SOC 2 Type 2", controls: ["?", "CC7.2"] },
  ]);
});

test.each([undefined, null, "", [], "portal", 7])(
  "properties that are %j leave empty texts",
  (properties) => {
    expect(complianceDetailsFromRows(issue, [assessment(properties)])).toEqual({
      descriptionHtml: "",
      remediationHtml: "",
      policyId: undefined,
      alsoSatisfies: [],
      portalLink: undefined,
    });
  },
);
