import { assessment, riskFor } from "./assessment";
import { imageParts, ownerOfPods, podPattern } from "./containerEntity";
import type { AssessmentsPlan } from "./generateAssessments";
import type { Installed } from "./packageFamilies";
import { highestScore, ratingOf, vulnerabilitiesOf, type CveDetails } from "./packageVulnerabilities";
import type { Random } from "../../random";
import { subAssessment } from "./subAssessment";
import type { Cluster, SecurityFindings, SecurityRow, Workload } from "../../world";

/** Key of the grouped recommendation about containers, retired in July 2026. */
const groupedKey = "c5045ea3-afc6-4006-ab8f-86c8574dbf3d";

interface Container {
  readonly resourceId: string;
  readonly cluster: Cluster;
  readonly workload: Workload;
}

/** A container by the grouped model: one assessment, and a sub-assessment for each vulnerability in it, which says where it runs. */
export function legacyFindings(
  container: Container,
  installed: readonly Installed[],
  { hasCspm, now }: AssessmentsPlan,
  random: Random,
): SecurityFindings {
  const { resourceId, workload } = container;
  const cves = installed.flatMap(({ item }) => vulnerabilitiesOf(item));
  const parent = assessment(
    {
      resourceId,
      resourceType: "Container",
      resourceName: workload.name,
      key: groupedKey,
      title: "[Preview] Containers running in Azure should have vulnerability findings resolved",
      severity: "High",
      category: "Unknown",
      code: "Unhealthy",
      description: "The container runs an image with known vulnerabilities.",
      remediation: "Build the image again from patched packages.",
      policyId: "",
      tactics: [],
      risk: riskFor("High", hasCspm, random),
      more: { additionalData: groupData(resourceId, groupedKey, cves) },
    },
    now,
    random,
  );
  const rows = installed.flatMap((one) =>
    vulnerabilitiesOf(one.item).map((cve) => findingIn(parent.id, container, one, cve, random)),
  );
  return { assessments: [parent], rows };
}

/** What the parent of sub-assessments says of them: texts. */
export function groupData(resourceId: string, key: string, cves: readonly CveDetails[]) {
  const maxCvss30Score = highestScore(cves);
  return {
    subAssessmentsLink: `${resourceId}/providers/Microsoft.Security/assessments/${key}/subAssessments`,
    ...(maxCvss30Score === undefined ? {} : { maxCvss30Score }),
  };
}

function findingIn(
  parentId: string,
  { resourceId, cluster, workload }: Container,
  installed: Installed,
  cve: CveDetails,
  random: Random,
): SecurityRow {
  const particulars = {
    id: cve.CveId,
    category: "",
    remediation: "Build the image again from patched packages.",
    resourceDetails: {
      ResourceName: workload.name,
      ResourceType: "Container",
      ResourceProvider: "Microsoft.ContainerService",
      source: "Azure",
      id: resourceId,
    },
    additionalData: {
      assessedResourceType: "AzureRuntimeImageVulnerability",
      kubernetesDetails: placeOf(cluster, workload),
      artifactDetails: artifactOf(workload),
      securityGating: { requestId: "", evaluatedResourceName: "", evaluatedResourceKind: "" },
      softwareDetails: softwareOf(installed, cve),
      vulnerabilityDetails: detailsOf(installed, cve),
      metadata: { inventorySource: "Agentless", scanner: "MicrosoftDefenderVulnerabilityManagement" },
    },
  };
  return subAssessment(parentId, cve, particulars, random);
}

function placeOf(cluster: Cluster, workload: Workload) {
  const owner = ownerOfPods(workload);
  return {
    cloud: "Azure",
    clusterKind: "AKS",
    clusterName: cluster.name,
    clusterResourceId: cluster.id.toLowerCase(),
    namespace: workload.namespace,
    controllerKind: owner.kind,
    controllerName: owner.name,
    podName: podPattern(workload),
    containerName: workload.name,
  };
}

function artifactOf(workload: Workload) {
  const { registry, repository } = imageParts(workload);
  return {
    registryHost: registry,
    repositoryName: repository,
    digest: workload.image.digest,
    artifactType: "ContainerImage",
  };
}

function softwareOf({ family, item }: Installed, cve: CveDetails) {
  const hasFix = cve.FixStatus === "FixAvailable";
  return {
    packageName: item.name,
    version: item.installed,
    fixedVersion: cve.FixedVersion,
    fixStatus: hasFix ? "FixAvailable" : "NoFixAvailable",
    patchable: hasFix,
    vendor: family.vendor,
    category: family.os === undefined ? "Language" : "OS",
    language: family.language,
    // The platform names no distribution: its version does.
    osDetails: { osName: "", osPlatform: "linux", osVersion: family.os ?? "" },
    evidence: [`${item.name} ${item.installed}`],
    fixReference: {
      id: `${item.family}-${item.name}`,
      url: `https://nvd.nist.gov/vuln/detail/${cve.CveId}`,
      description: "The release that closes it.",
      releaseDate: cve.PublishedDate,
    },
  };
}

function detailsOf({ family, item }: Installed, cve: CveDetails) {
  const rating = ratingOf(cve);
  return {
    cveId: cve.CveId,
    severity: cve.Severity,
    // A map by version, where the individual model has a list.
    cvss: { "2.0": null, "3.0": rating ? { base: rating.score, cvssVectorString: rating.vector } : null },
    publishedDate: cve.PublishedDate,
    lastModifiedDate: cve.LastModifiedDate,
    references: [{ title: cve.CveId, link: `https://nvd.nist.gov/vuln/detail/${cve.CveId}` }],
    workarounds: [],
    cpe: { uri: `cpe:2.3:a:${family.vendor}:${item.name}:*:*:*:*:*:*:*:*` },
    weaknesses: { cwe: [{ id: "CWE-476" }] },
    exploitabilityAssessment: { isVerified: false, isPubliclyDisclosed: false, isInExploitKit: false },
  };
}
