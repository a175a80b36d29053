import {
  misconfigurationDetailsFromRow,
  misconfigurationFromRow,
} from "../../../Client/Misconfigurations/misconfigurationFromRow";
import type { JsonRecord } from "../../../Client/Domain/json";

const row = {
  id: "/subscriptions/1/assessments/k",
  name: "k",
  level: "High",
  risk: "High",
  displayName: "API server",
  firstEvaluationDate: "2026-10-01T00:00:00Z",
  policyDefinitionId: "/providers/Microsoft.Authorization/policyDefinitions/0e246bcf",
  tactics: ["Initial Access"],
};

test.each<[string, JsonRecord, JsonRecord]>([
  ["is read", {}, { key: "k", title: "API server", level: "High", ranking: "risk", policyId: "0e246bcf" }],
  ["without a risk it is ranked by severity", { risk: "" }, { ranking: "severity" }],
  ["a risk outside of the scale is none", { risk: "Not evaluated" }, { ranking: "severity" }],
  ["without a title its key names it", { displayName: null }, { title: "k" }],
  ["without a policy", { policyDefinitionId: "" }, { policyId: undefined }],
  ["an unreadable date is unknown", { firstEvaluationDate: 7 }, { firstSeen: undefined }],
  ["tactics that are no list", { tactics: null }, { tactics: [] }],
])("a row: %s", (_, change, expected) => {
  expect(misconfigurationFromRow({ ...row, ...change })).toMatchObject({ item: expected });
});

test.each<[JsonRecord, string]>([
  [{ id: "" }, "id"],
  [{ level: "" }, "level"],
  [{ level: "Catastrophic" }, "Catastrophic"],
])("%j is a gap that says so", (change, says) => {
  expect(misconfigurationFromRow({ ...row, ...change })).toMatchObject({
    gap: { message: expect.stringContaining(says) as string },
  });
});

test("the link of the details comes without its scheme, and only a portal's is kept", () => {
  const detailsOf = (azurePortal: unknown) =>
    misconfigurationDetailsFromRow({
      id: row.id,
      name: "k",
      properties: { metadata: { severity: "Low" }, links: { azurePortal } },
    });
  expect(detailsOf("portal.azure.com/#blade/x")).toMatchObject({
    item: { portalLink: "https://portal.azure.com/#blade/x", level: "Low", ranking: "severity" },
  });
  expect(detailsOf("evil.example/")).toMatchObject({ item: { portalLink: undefined } });
});

test("hostile rows never throw", () => {
  const values: unknown[] = [
    null,
    undefined,
    0,
    NaN,
    "",
    "x".repeat(10_000),
    true,
    [],
    [null],
    {},
    [[]],
    "{",
  ];
  for (const value of values) {
    for (const key of Object.keys(row)) {
      const outcome = Object.keys(misconfigurationFromRow({ ...row, [key]: value }));
      expect(outcome).toEqual([expect.stringMatching(/^(item|gap)$/)]);
    }
    for (const key of ["status", "metadata", "risk", "links", "displayName"]) {
      const properties = { metadata: { severity: "Low" }, [key]: value };
      const outcome = Object.keys(misconfigurationDetailsFromRow({ id: row.id, name: "k", properties }));
      expect(outcome).toEqual([expect.stringMatching(/^(item|gap)$/)]);
    }
  }
});
