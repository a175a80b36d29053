import { complianceFromRow } from "../../../Client/Compliance/complianceFromRow";
import { listComplianceQuery } from "../../../Client/Compliance/compliance.query";
import type { FindingKey } from "../../../Client/Ownership/underlyingAssessment";
import { underlyingFromRow } from "../../../Client/Ownership/underlyingFromRow";
import { underlyingAssessmentsQuery } from "../../../Client/Ownership/ownership.query";
import { runQuery } from "../../../Extension/ArmEmulator/Kql/runQuery";
import type { KqlDatabase, KqlRow } from "../../../Extension/ArmEmulator/Kql/table";
import { complianceRow } from "../../../Views/Tabs/Compliance/complianceRow";
import { aCluster } from "../../Support/aCluster";
import { statusesPerInitiative } from "../../Support/RealRows/statusPerInitiative";

const cluster = aCluster();
const now = new Date("2026-11-24T12:00:00Z");
const key = "405c9ae6-49f9-46c4-8873-a86690f27818";
const controls = "microsoft.security/regulatorycompliancestandards/regulatorycompliancecontrols";

const rated: KqlRow = {
  id: `${cluster.subscriptionScope}/providers/Microsoft.Security/regulatoryComplianceStandards/Contoso-benchmark-v1.0/regulatoryComplianceControls/1.1/regulatoryComplianceAssessments/${key}`,
  name: key,
  type: `${controls}/regulatorycomplianceassessments`,
  properties: { description: "Limits", assessmentType: "Assessment", state: "Failed" },
};

const assessment = (code: string, listed: readonly object[] | undefined): KqlRow => ({
  id: `${cluster.id}/providers/Microsoft.Security/assessments/${key}`,
  name: key,
  type: "microsoft.security/assessments",
  properties: {
    displayName: "Limits",
    status: { code },
    metadata: { severity: "High" },
    ...(listed ? { statusPerInitiative: listed } : {}),
  },
});

function run(kql: string, assessments: readonly KqlRow[]): readonly KqlRow[] {
  const texts = ["id", "name", "type"].map((name) => ({ name, type: "string" as const }));
  const columns = [...texts, { name: "properties", type: "dynamic" as const }];
  const tables: KqlDatabase = [
    { name: "resources", columns, rows: [] },
    { name: "securityresources", columns, rows: [rated, ...assessments] },
  ];
  return runQuery(kql, tables, now).rows;
}

function underlying(keys: readonly FindingKey[], assessments: readonly KqlRow[]) {
  return run(underlyingAssessmentsQuery(cluster, keys), assessments).map((row) => {
    const mapped = underlyingFromRow(row);
    if ("rowError" in mapped) {
      throw new Error(mapped.rowError.message);
    }
    return mapped.item;
  });
}

test.each(statusesPerInitiative)(
  "with $about, what a compliance row says fails is what is assigned for it",
  ({ code, listed, failing }) => {
    const assessments = [assessment(code, listed)];
    const rows = run(listComplianceQuery(cluster), assessments).filter((row) => row.failing !== 0);
    expect(rows).toHaveLength(failing ? 1 : 0);
    for (const row of rows) {
      const mapped = complianceFromRow(now)(row);
      if ("rowError" in mapped) {
        throw new Error(mapped.rowError.message);
      }
      const found = underlying([complianceRow(mapped.item).key], assessments);
      expect(found.map(({ id }) => id)).toEqual(assessments.map(({ id }) => id));
      expect(found[0]).toMatchObject({ level: "High", title: "Limits", recommendation: key });
    }
    const inStandard: FindingKey = {
      kind: "recommendation",
      id: key,
      initiative: "contosobenchmarkv10",
    };
    const isListed = (listed ?? []).some(
      (entry) =>
        "policyInitiativeName" in entry &&
        "assessmentStatus" in entry &&
        /^contoso/i.test(entry.policyInitiativeName),
    );
    expect(underlying([inStandard], assessments)).toHaveLength(isListed && failing ? 1 : 0);
    const itself: FindingKey = { kind: "assessment", id: assessments[0]?.id as string };
    expect(underlying([itself], assessments)).toHaveLength(code === "Unhealthy" ? 1 : 0);
  },
);
