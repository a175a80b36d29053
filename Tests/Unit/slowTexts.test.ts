import { alertDetailsFromRow } from "../../Client/Alerts/alertDetailsFromRow";
import { alertPlaceOf } from "../../Client/Alerts/alertPlace";
import { parseArmId } from "../../Client/Core/armId";
import { clusterScopeOf } from "../../Client/Core/clusterScope";
import { kqlLiteral } from "../../Client/Core/kqlLiteral";
import { isNamespaceName, isObjectName } from "../../Client/Core/kubernetesName";
import { plainLines } from "../../Client/Core/plainText";
import { controllerOfPod } from "../../Client/Core/podController";
import { allowsAction } from "../../Client/Core/rbac";
import { componentCode } from "../../Client/RemediationCode/componentCode";
import { assignmentOf } from "../../Client/RemediationCode/policyAssignment";
import { trustedLink } from "../../Client/Core/trustedLink";
import { compareVersions } from "../../Client/Vulnerabilities/Versions/compareVersions";
import { readableText, visibleText } from "../../Client/Core/visibleText";
import { labelOf } from "../../Client/Core/label";
import { anyAssignmentFromWire } from "../../Client/Policy/policyAssignmentFromWire";
import { componentFromRow } from "../../Client/Vulnerabilities/componentFromRow";
import { cvesOfAssessment } from "../../Client/Vulnerabilities/cvesFromWire";
import { csvText } from "../../Views/Kit/Report/csvText";
import { reportFileName } from "../../Views/Kit/Report/reportFileName";
import { aCluster } from "../Support/aCluster";
import { aComponent, aVulnerability } from "../Support/findings";
import { slowTexts } from "../Support/slowTexts";

const cluster = aCluster();
const now = new Date("2026-11-24T12:00:00Z");

function orNothing(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    expect(error).toHaveProperty("failure");
  }
}

/** Whatever reads a text of the service, or of a link, from its first character to its last. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  plainLines,
  labelOf,
  visibleText,
  readableText,
  kqlLiteral,
  trustedLink,
  parseArmId,
  clusterScopeOf,
  isNamespaceName,
  isObjectName,
  controllerOfPod,
  "an alert's id": (text) => orNothing(() => alertPlaceOf(text)),
  "an alert": (text) =>
    alertDetailsFromRow({
      id: "/alerts/1",
      properties: {
        AlertDisplayName: text,
        Severity: "High",
        Status: "Active",
        Description: text,
        RemediationSteps: text,
        ExtendedProperties: { [text.slice(0, 50_000)]: text },
        Entities: [{ $id: "1", type: text, name: text }],
        Intent: text,
        Techniques: [text],
      },
    }),
  "a policy assignment": (text) =>
    anyAssignmentFromWire({ id: text, properties: { policyDefinitionId: text, displayName: text } }),
  "a component": (text) => componentFromRow(cluster, now)({ id: text, resourceId: text, data: text }),
  "the vulnerabilities of an assessment": (text) =>
    cvesOfAssessment({
      additionalData: {
        SoftwareName: text,
        PackageType: text,
        Vendor: text,
        OsPlatform: text,
        DetectedSoftwareVersions: text,
        CvesDetails: [
          { CveId: text, Severity: text, FixedVersion: text },
          { CveId: "CVE-2026-1", FixedVersion: text },
        ],
      },
    }),
  "remediation as code": (text) =>
    componentCode(
      aComponent(text),
      [aVulnerability("CVE-2026-1", { packageName: text, fixedVersion: text })],
      cluster,
    ),
  "an assignment as code": (text) => assignmentOf("k", text, text),
  "versions of every kind": (text) =>
    (["apk", "deb", "maven", "pep440", "rpm", "semver"] as const).map((ecosystem) =>
      compareVersions(ecosystem, text, `${text}1`),
    ),
  "a cell": (text) => csvText([[text]]),
  "a file name": (text) => reportFileName(text, text, now, "csv"),
};

test.each(Object.entries(readers))("%s: no text of the service takes long", (_, read) => {
  for (const text of slowTexts) {
    read(text);
  }
});

test("a pattern of a role is one walk over the action", () => {
  const action = `Microsoft.${"x".repeat(100_000)}/read`;
  for (const pattern of [`${"*".repeat(100_000)}z`, `${"*x".repeat(50_000)}z`, "*a*b".repeat(30_000)]) {
    expect(allowsAction([{ actions: [pattern], notActions: [] }], action)).toBe(false);
  }
  expect(allowsAction([{ actions: [`${"*x".repeat(50_000)}*`], notActions: [] }], action)).toBe(true);
});
