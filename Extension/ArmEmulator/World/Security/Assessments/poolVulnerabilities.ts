import { createHash } from "node:crypto";
import { assessment, riskFor } from "./assessment";
import type { AssessmentsPlan } from "./generateAssessments";
import { groupData } from "./legacyVulnerabilities";
import { latestNodeImage } from "../../ContainerService/nodeVersions";
import { packageFamily } from "./packageFamilies";
import { ratingOf, vulnerabilitiesOf, worstSeverity, type CveDetails } from "./packageVulnerabilities";
import type { Random } from "../../random";
import { subAssessment } from "./subAssessment";
import { instanceOf } from "../../ContainerService/scaleSetInstance";
import { eachOnce } from "./systemContainers";
import type { Cluster, NodePool, SecurityFindings, SecurityRow } from "../../world";

/** Key of the grouped recommendation about the nodes of AKS. */
const nodesKey = "24a15fbd-cfe4-4dff-b2be-1c367a6b2031";

/** What is vulnerable on the nodes of a pool: an assessment of its scale set, with a sub-assessment for each CVE. */
export function poolFindings(
  cluster: Cluster,
  pool: NodePool,
  { passes, hasCspm, now }: AssessmentsPlan,
  random: Random,
): SecurityFindings {
  const { packages } = packageFamily("node");
  const cves = passes ? [] : eachOnce(packages.flatMap((item) => vulnerabilitiesOf(item)));
  const severity = worstSeverity(cves);
  const { scaleSetId } = pool;
  const parent = assessment(
    {
      resourceId: scaleSetId,
      resourceType: "virtualMachineScaleSets",
      key: nodesKey,
      title: "AKS nodes should have vulnerability findings resolved",
      severity,
      category: "Unknown",
      code: passes ? "Healthy" : "Unhealthy",
      description: "The nodes of the pool run software with known vulnerabilities.",
      remediation: "Upgrade the node image of the pool.",
      policyId: "",
      tactics: [],
      risk: passes ? undefined : riskFor(severity, hasCspm, random),
      more: { additionalData: groupData(scaleSetId, nodesKey, cves) },
    },
    now,
    random,
  );
  const rows = cves.map((cve) => finding(parent.id, cluster, pool, cve, random));
  return { assessments: [parent], rows };
}

function finding(
  parentId: string,
  cluster: Cluster,
  pool: NodePool,
  cve: CveDetails,
  random: Random,
): SecurityRow {
  const { scaleSetId } = pool;
  const particulars = {
    id: findingNumber(cve.CveId),
    category: "Update",
    resourceDetails: { source: "Azure", id: scaleSetId },
    additionalData: {
      assessedResourceType: "ManagedAggregatedServerVulnerabilityTvm",
      cve: cveObject(cve),
      affectedNodes: affectedNodes(cluster, pool, cve),
      aggregateServerResourceMetadata: {
        managedAggregateResourceId: cluster.id,
        managedPoolName: pool.name,
      },
      ...versionsOf(cluster, pool, cve),
      source: "Agentless Microsoft Defender vulnerability management",
      cveEdgesDetails: [{ cveIdAsSourceNodeId: cve.CveId }],
      resourceIdAsTargetNodeId: {
        azureResourceId: scaleSetId,
        targetResourceType: "AzureResourceId",
        targetResourceId: scaleSetId,
      },
    },
  };
  return subAssessment(parentId, cve, particulars, random);
}

/** The scanner's own number of a finding, which looks like no CVE: "D260AR". */
export function findingNumber(cveId: string): string {
  const number = createHash("sha256").update(cveId).digest().readUInt32BE(0);
  return `D${number.toString(36).toUpperCase().padStart(5, "0").slice(0, 5)}`;
}

function cveObject(cve: CveDetails) {
  const rating = ratingOf(cve);
  const exploits = cve.ExploitabilityDetails as Readonly<Record<string, boolean>>; // As generated.
  return {
    title: cve.CveId,
    ...(rating ? { cvssScore: rating.score, cvssVectorString: rating.vector } : {}),
    cvssVersion: 3,
    severity: cve.Severity,
    description: cve.Description,
    exploitTypes: [],
    exploitUris: [],
    exploitabilityLevel: "",
    hasPublicExploit: exploits.IsPubliclyDisclosed,
    isExploitVerified: exploits.IsVerified,
    isExploitInKit: exploits.IsInExploitKit,
    isZeroDay: false,
    publishedDate: withoutZone(cve.PublishedDate),
    lastModifiedDate: withoutZone(cve.LastModifiedDate),
  };
}

/** Rows about machines write times without a zone. */
function withoutZone(time: unknown): string {
  return String(time).slice(0, 19);
}

/** All nodes of a pool have its image; of some findings the scanner has seen the first node only. */
function affectedNodes(cluster: Cluster, { nodes, scaleSetId }: NodePool, { CveId }: CveDetails) {
  const seen = CveId.endsWith("7") ? nodes.slice(0, 1) : nodes;
  return seen.map((node) => `${scaleSetId}/virtualMachines/${instanceOf(cluster, node).instance}`);
}

/** Which image of nodes closes it; empty texts where the service names none. */
function versionsOf(cluster: Cluster, { state }: NodePool, { FixedVersion }: CveDetails) {
  return {
    installedNodePoolVersion: state.nodeImageVersion,
    fixedNodePoolVersion: FixedVersion === "" ? "" : latestNodeImage,
    installedClusterVersion: cluster.kubernetesVersion,
    fixedClusterVersion: "",
  };
}
