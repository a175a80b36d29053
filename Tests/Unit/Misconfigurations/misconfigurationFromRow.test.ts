import {
  misconfigurationDetailsFromRow,
  misconfigurationFromRow,
} from "../../../Client/Misconfigurations/misconfigurationFromRow";
import type { JsonRecord } from "../../../Client/Core/json";
import { aCluster } from "../../Support/aCluster";

const cluster = aCluster();
const read = misconfigurationFromRow(cluster, new Date("2026-11-24T12:00:00Z"));
const readDetails = misconfigurationDetailsFromRow(cluster, new Date("2026-11-24T12:00:00Z"));

const row = {
  id: "/subscriptions/11111111-1111-4111-8111-111111111111/assessments/k",
  name: "k",
  resourceId: cluster.id.toLowerCase(),
  level: "High",
  ranking: "risk",
  displayName: "API server",
  firstEvaluationDate: "2026-10-01T00:00:00Z",
  policyDefinitionId: "/providers/Microsoft.Authorization/policyDefinitions/0e246bcf",
  tactics: ["Initial Access"],
  owners: "ada@contoso.com",
  due: "2026-12-01T00:00:00Z",
  failing: 1,
  assigned: 1,
};

test.each<[string, JsonRecord, JsonRecord]>([
  [
    "is read",
    {},
    {
      id: row.id,
      key: "k",
      title: "API server",
      level: "High",
      ranking: "risk",
      resource: undefined,
      policyId: "0e246bcf",
      firstSeen: new Date("2026-10-01T00:00:00Z"),
      tactics: ["Initial Access"],
      ownership: {
        owners: ["ada@contoso.com"],
        due: new Date("2026-12-01T00:00:00Z"),
        failing: 1,
        assigned: 1,
        status: "OnTime",
      },
    },
  ],
  ["ranked by severity", { ranking: "severity" }, { ranking: "severity" }],
  ["a ranking that is not known is not called a risk", { ranking: null }, { ranking: "severity" }],
  ["levels in any letter case", { level: "cRITICAL" }, { level: "Critical" }],
  ["without a title its key names it", { displayName: null }, { title: "k" }],
  ["without a policy", { policyDefinitionId: "" }, { policyId: undefined }],
  ["an unreadable date is unknown", { firstEvaluationDate: 7 }, { firstSeen: undefined }],
  ["tactics that are no list", { tactics: null }, { tactics: [] }],
  [
    "about the cluster, in other letter case",
    { resourceId: cluster.id.toUpperCase() },
    { resource: undefined },
  ],
  [
    "about another resource",
    { resourceId: "/subscriptions/11111111-1111-4111-8111-111111111111/vmss/aks-apps-1-vmss" },
    { resource: "aks-apps-1-vmss" },
  ],
  ["that does not say about what", { resourceId: undefined }, { resource: undefined }],
  [
    "overdue",
    { due: "2026-11-23T23:59:59Z" },
    {
      ownership: {
        owners: ["ada@contoso.com"],
        due: new Date("2026-11-23T23:59:59Z"),
        failing: 1,
        assigned: 1,
        status: "Overdue",
      },
    },
  ],
  [
    "without an owner",
    { owners: "", due: null, assigned: 0 },
    { ownership: { owners: [], due: undefined, failing: 1, assigned: 0, status: "Unassigned" } },
  ],
  [
    "without a due date",
    { due: null },
    {
      ownership: {
        owners: ["ada@contoso.com"],
        due: undefined,
        failing: 1,
        assigned: 1,
        status: "NoDueDate",
      },
    },
  ],
])("a row: %s", (_, change, expected) => {
  expect(read({ ...row, ...change })).toMatchObject({ item: expected });
});

test.each<[JsonRecord, string]>([
  [{ id: "" }, "id"],
  [{ id: 7 }, "id = 7"],
  [{ level: "" }, "level"],
  [{ level: "Catastrophic" }, "Catastrophic"],
  [{ level: "Passed" }, "Passed"],
])("%j is a gap that says so", (change, says) => {
  expect(read({ ...row, ...change })).toMatchObject({
    rowError: { message: expect.stringContaining(says) as string },
  });
});

test("a gap says which recommendation it is, in few words", () => {
  const mapped = read({ ...row, level: "x".repeat(10_000) });
  const message = "rowError" in mapped ? mapped.rowError.message : "";
  expect(message).toContain("API server");
  expect(message.length).toBeLessThan(400);
});

test("the details are read from the properties", () => {
  const properties = {
    displayName: "API server",
    status: { firstEvaluationDate: "2026-10-01T00:00:00Z", statusChangeDate: "2026-10-02T00:00:00Z" },
    metadata: {
      policyDefinitionId: row.policyDefinitionId,
      tactics: row.tactics,
      description: "<b>What</b>",
      remediationDescription: "<ol><li>How</li></ol>",
    },
  };
  const { id, name, resourceId, level, ranking, owners, due, failing, assigned } = row;
  const listed = read(row);
  const columns = { id, name, resourceId, level, ranking, owners, due, failing, assigned };
  expect(readDetails({ ...columns, properties })).toEqual({
    item: {
      ...("item" in listed ? listed.item : {}),
      descriptionHtml: "<b>What</b>",
      remediationHtml: "<ol><li>How</li></ol>",
      changed: new Date("2026-10-02T00:00:00Z"),
      portalLink: undefined,
    },
  });
});

test.each<[unknown, string | undefined]>([
  ["portal.azure.com/#blade/x", "https://portal.azure.com/#blade/x"],
  ["evil.example/", undefined],
  [null, undefined],
])("the link %j of the details is offered as %j", (azurePortal, portalLink) => {
  expect(readDetails({ ...row, properties: { links: { azurePortal } } })).toMatchObject({
    item: { portalLink },
  });
});
