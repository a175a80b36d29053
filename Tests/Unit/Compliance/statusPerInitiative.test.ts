import { listComplianceQuery } from "../../../Client/Compliance/compliance.query";
import { runQuery } from "../../../Extension/ArmEmulator/Kql/runQuery";
import type { KqlDatabase, KqlRow } from "../../../Extension/ArmEmulator/Kql/table";
import { aCluster } from "../../Support/aCluster";
import { statusesPerInitiative } from "../../Support/RealRows/statusPerInitiative";

const cluster = aCluster();
const key = "405c9ae6-49f9-46c4-8873-a86690f27818";
const standardId = `${cluster.subscriptionScope}/providers/Microsoft.Security/regulatoryComplianceStandards/Contoso-benchmark-v1.0`;
const controls = "microsoft.security/regulatorycompliancestandards/regulatorycompliancecontrols";

const rated: KqlRow = {
  id: `${standardId}/regulatoryComplianceControls/1.1/regulatoryComplianceAssessments/${key}`,
  name: key,
  type: `${controls}/regulatorycomplianceassessments`,
  properties: { description: "Limits", assessmentType: "Assessment", state: "Failed" },
};

const assessmentOf = (resourceId: string, code: string, listed: readonly object[] | undefined): KqlRow => ({
  id: `${resourceId}/providers/Microsoft.Security/assessments/${key}`,
  name: key,
  type: "microsoft.security/assessments",
  properties: {
    displayName: "Limits",
    status: { code },
    metadata: { severity: "High" },
    ...(listed ? { statusPerInitiative: listed } : {}),
  },
});

/** How many assessments fail in the standard, and whether the row counts as failing. */
function standing(...assessments: readonly KqlRow[]) {
  const texts = ["id", "name", "type"].map((name) => ({ name, type: "string" as const }));
  const columns = [...texts, { name: "properties", type: "dynamic" as const }];
  const tables: KqlDatabase = [
    { name: "resources", columns, rows: [] },
    { name: "securityresources", columns, rows: [rated, ...assessments] },
  ];
  const { rows } = runQuery(listComplianceQuery(cluster), tables, new Date("2026-11-24T12:00:00Z"));
  return rows.map(({ failing, failingStandard, level }) => [failing, failingStandard !== "", level]);
}

test.each(statusesPerInitiative)("an assessment with $about", ({ code, listed, failing }) => {
  expect(standing(assessmentOf(cluster.id, code, listed))).toEqual([
    failing ? [1, true, "High"] : [0, false, "Passed"],
  ]);
});

test("where only some assessments behind a row say how they stand in the standard, all go by their own status", () => {
  const [off] = statusesPerInitiative;
  const silent = assessmentOf(`${cluster.id}/securityentitydata/x`, "Unhealthy", undefined);
  expect(standing(assessmentOf(cluster.id, off.code, off.listed), silent)).toEqual([[2, true, "High"]]);
});
