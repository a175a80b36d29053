import { assessment, riskFor } from "./assessment";
import type { AssessmentsPlan } from "./generateAssessments";
import type { Installed } from "./packageFamilies";
import { vulnerabilitiesOf, type CveDetails } from "./packageVulnerabilities";
import type { Random } from "./random";
import type { SecurityFindings, SecurityRow } from "./world";

/** Key of the grouped recommendation about containers, retired in July 2026. */
const groupedKey = "c5045ea3-afc6-4006-ab8f-86c8574dbf3d";

/** A component by the grouped model: one assessment, and a sub-assessment for each vulnerability in it. */
export function legacyFindings(
  resourceId: string,
  more: Readonly<Record<string, unknown>>,
  installed: readonly Installed[],
  { hasCspm, now }: AssessmentsPlan,
  random: Random,
): SecurityFindings {
  const parent = assessment(
    {
      resourceId,
      resourceType: "K8s-container",
      key: groupedKey,
      title: "Containers running in Azure should have vulnerability findings resolved",
      severity: "High",
      category: "Unknown",
      code: "Unhealthy",
      description: "The container runs an image with known vulnerabilities.",
      remediation: "Build the image again from patched packages.",
      policyId: "",
      tactics: [],
      risk: riskFor("High", hasCspm, random),
      more,
    },
    now,
    random,
  );
  const rows = installed.flatMap((one) =>
    vulnerabilitiesOf(one.item).map((cve) => subAssessment(parent.id, resourceId, one, cve, random)),
  );
  return { assessments: [parent], rows };
}

function subAssessment(
  parentId: string,
  resourceId: string,
  { family, item }: Installed,
  cve: CveDetails,
  random: Random,
): SecurityRow {
  const name = random.guid();
  const hasFix = cve.FixStatus === "FixAvailable";
  return {
    id: `${parentId}/subAssessments/${name}`,
    name,
    type: "microsoft.security/assessments/subassessments",
    properties: {
      id: cve.CveId,
      displayName: cve.CveId,
      description: cve.Description,
      status: { code: "Unhealthy", severity: cve.Severity || "Low" },
      timeGenerated: cve.PublishedDate,
      resourceDetails: { source: "Azure", id: resourceId },
      additionalData: {
        assessedResourceType: "AzureContainerRegistryVulnerability",
        vulnerabilityDetails: {
          cveId: cve.CveId,
          severity: cve.Severity,
          publishedDate: cve.PublishedDate,
          cvss: legacyCvss(cve),
          exploitabilityAssessment: {
            exploitStepsPublished: false,
            exploitStepsVerified: false,
            isInExploitKit: false,
          },
        },
        softwareDetails: {
          packageName: item.name,
          version: item.installed,
          fixedVersion: cve.FixedVersion,
          fixStatus: hasFix ? "FixAvailable" : "NoFixAvailable",
          vendor: family.vendor,
          category: family.os === undefined ? "Language" : "OS",
          language: family.language,
          osDetails: { osPlatform: family.os ?? "" },
        },
      },
    },
  };
}

/** A map by version of CVSS, where the individual model has a list. */
function legacyCvss({ Cvss }: CveDetails): Readonly<Record<string, unknown>> {
  const [rating] = Cvss as readonly {
    readonly Value: { readonly Base: number; readonly CvssVectorString: string };
  }[];
  return rating
    ? { "3.0": { base: rating.Value.Base, cvssVectorString: rating.Value.CvssVectorString } }
    : {};
}
