import { assessment, riskFor } from "./assessment";
import { containerEntityId, imageParts, ownerOfPods, podPattern } from "./containerEntity";
import type { AssessmentsPlan } from "./generateAssessments";
import type { Installed } from "./packageFamilies";
import { ratingOf, vulnerabilitiesOf, worstSeverity, type CveDetails } from "./packageVulnerabilities";
import type { Random } from "../../random";
import type { Cluster, Workload, WorldAssessment } from "../../world";

/** Key of the recommendation about the containers of AKS. */
const systemContainersKey = "5409cb02-6884-4de3-870d-c17b98bbe04f";

/**
 * A container that AKS deploys: one assessment, which says where it runs and lists its CVEs itself. `additionalData` is a map
 * of texts; there are neither packages nor fixed versions in it.
 */
export function systemContainer(
  cluster: Cluster,
  workload: Workload,
  installed: readonly Installed[],
  { passes, hasCspm, now }: AssessmentsPlan,
  random: Random,
): WorldAssessment {
  const cves = passes ? [] : eachOnce(installed.flatMap(({ item }) => vulnerabilitiesOf(item)));
  const severity = worstSeverity(cves);
  const isVulnerable = cves.length > 0;
  return assessment(
    {
      resourceId: containerEntityId(cluster, workload),
      resourceType: "ContainerImage",
      resourceName: workload.name,
      key: systemContainersKey,
      title:
        "[Preview] Vulnerable Azure Kubernetes Service should be updated to resolve vulnerability findings",
      severity,
      category: "Unknown",
      code: isVulnerable ? "Unhealthy" : "Healthy",
      description: "A container that Azure Kubernetes Service deploys has known vulnerabilities.",
      remediation: "Upgrade the cluster to a version without the vulnerabilities.",
      policyId: "",
      tactics: ["Initial Access"],
      risk: isVulnerable ? riskFor(severity, hasCspm, random) : undefined,
      more: {
        additionalData: {
          ...placeOf(cluster, workload),
          OsType: "Linux",
          OsDistribution: distributionOf(installed),
          InventorySource: "Agentless",
          ...(isVulnerable
            ? { CvesCount: String(cves.length), HighestSeverity: severity, CVEs: inlineCves(cves) }
            : {}),
        },
      },
    },
    now,
    random,
  );
}

function placeOf(cluster: Cluster, workload: Workload) {
  const owner = ownerOfPods(workload);
  const { registry, repository, tag } = imageParts(workload);
  const { digest } = workload.image;
  return {
    K8sClusterId: cluster.id.toLowerCase(),
    K8sClusterName: cluster.name,
    Namespace: workload.namespace,
    PodName: podPattern(workload),
    ControllerType: owner.kind,
    ControllerName: owner.name,
    ImageUri: `${registry}/${repository}@${digest}`,
    Repo: repository,
    Digest: digest,
    Tags: JSON.stringify([tag]),
  };
}

/** Images that hold only a program are based on Debian's. */
function distributionOf(installed: readonly Installed[]): string {
  return installed.some(({ family }) => family.os?.startsWith("azurelinux") === true)
    ? "Azure Linux 2.0"
    : "Debian 12";
}

/** CVEs as recommendations about containers of AKS list them: JSON text without packages and fixes. */
export function inlineCves(cves: readonly CveDetails[]): string {
  return JSON.stringify(
    cves.map((cve) => ({ CVE: cve.CveId, Severity: cve.Severity, BaseScore: ratingOf(cve)?.score ?? "" })),
  );
}

/** Without the repetitions of numbers that two packages share. */
export function eachOnce(cves: readonly CveDetails[]): readonly CveDetails[] {
  return [...new Map(cves.map((cve) => [cve.CveId, cve])).values()];
}
