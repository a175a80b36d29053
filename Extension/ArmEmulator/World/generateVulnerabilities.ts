import { assessment, riskFor, type AssessmentPlan } from "./assessment";
import type { AssessmentsPlan } from "./generateAssessments";
import { legacyFindings } from "./legacyVulnerabilities";
import { kubernetesVersions } from "./nodeVersions";
import { packageFamily, type Installed, type CatalogPackage, type PackageFamily } from "./packageFamilies";
import { vulnerabilitiesJson, vulnerabilitiesOf, type CveDetails } from "./packageVulnerabilities";
import type { Random } from "./random";
import type { Cluster, Image, NodePool, SecurityFindings, Workload, WorldAssessment } from "./world";

const levels = ["Critical", "High", "Medium", "Low"] as const;
const update = "Update the package to a version without the vulnerabilities, and deploy the image again.";

/**
 * What is vulnerable in a cluster, by the individual model: one assessment per component and package. A few components still
 * have rows of the grouped model as well, and one has only those.
 */
export function generateVulnerabilities(
  cluster: Cluster,
  plan: AssessmentsPlan,
  random: Random,
): SecurityFindings {
  const containers = cluster.workloads.map((workload, index) =>
    containerRows(cluster, workload, index, plan, random),
  );
  const pools = cluster.pools.map((pool) => poolAssessments(pool, plan, random));
  return {
    assessments: [
      ...containers.flatMap(({ assessments }) => assessments),
      ...pools.flat(),
      outdatedCluster(cluster, plan, random),
    ],
    rows: containers.flatMap(({ rows }) => rows),
  };
}

/** ARM id under which Defender for Cloud keeps a container of a cluster: all of it in lower case, the pod a pattern. */
export function containerEntityId(cluster: Cluster, workload: Workload): string {
  const { namespace, name } = workload;
  const entity = `namespace-${namespace}-pod-${podPattern(workload)}-container-${name}`;
  return `${cluster.id}/securityentitydata/${entity}`.toLowerCase();
}

function podPattern({ name, controller }: Workload): string {
  return `${name}-*${controller === "Deployment" ? "-*" : ""}`;
}

function containerRows(
  cluster: Cluster,
  workload: Workload,
  index: number,
  plan: AssessmentsPlan,
  random: Random,
): SecurityFindings {
  const resourceId = containerEntityId(cluster, workload);
  const more = { resourceAdditionalData: containerData(workload, index) };
  const installed = workload.image.families.flatMap((name) =>
    installedFrom(packageFamily(name), workload.image),
  );
  if (installed.length === 0) {
    return { assessments: [passedContainer(resourceId, plan.now, more, random)], rows: [] };
  }
  const find = ({ family, item }: Installed) =>
    packageAssessment({ resourceId, family, item, category: "SoftwareUpdate", more, plan }, index, random);
  switch (plan.passes ? -1 : index) {
    case 3:
      return withLegacy(
        installed.map(find),
        legacyFindings(resourceId, more, installed.slice(0, 2), plan, random),
      );
    case 10:
      return legacyFindings(resourceId, more, installed, plan, random);
    default:
      return { assessments: installed.map(find), rows: [] };
  }
}

function withLegacy(assessments: readonly WorldAssessment[], legacy: SecurityFindings): SecurityFindings {
  return { assessments: [...assessments, ...legacy.assessments], rows: legacy.rows };
}

/** The packages of a family in an image: which ones depends on the image alone. */
export function installedFrom(family: PackageFamily, { digest }: Image): readonly Installed[] {
  const mark = Number.parseInt(digest.slice(7, 11), 16);
  return family.packages
    .filter(
      (_, position) => ((mark >> (position % 12)) & 1) === 1 || position === mark % family.packages.length,
    )
    .map((item) => ({ family, item }));
}

/** As the service writes it: JSON in a string, sometimes an object, sometimes in camelCase. */
function containerData(workload: Workload, index: number): unknown {
  const { namespace, name, controller, image } = workload;
  const [registry = "", ...path] = image.reference.split("/");
  const data = {
    ContainerName: name,
    Namespace: namespace,
    PodName: podPattern(workload),
    ControllerType: controller,
    ControllerName: name,
    ImageUri: image.reference,
    Digest: image.digest,
    RepositoryDetails: { RegistryHost: registry, RepositoryName: path.join("/").replace(/:.*$/, "") },
  };
  const spelled = index % 5 === 2 ? camelCase(data) : data;
  return index % 6 === 1 ? spelled : JSON.stringify(spelled);
}

function camelCase(data: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key.charAt(0).toLowerCase() + key.slice(1), value]),
  );
}

function passedContainer(
  resourceId: string,
  now: Date,
  more: Readonly<Record<string, unknown>>,
  random: Random,
): WorldAssessment {
  const title = "Update vulnerable packages";
  return assessment(
    {
      ...vulnerabilityPlan(resourceId, random.guid(), title),
      severity: "Low",
      code: "Healthy",
      risk: undefined,
      more,
    },
    now,
    random,
  );
}

/** What all findings of the individual model have in common. */
export function vulnerabilityPlan(
  resourceId: string,
  key: string,
  title: string,
): Omit<AssessmentPlan, "code" | "risk" | "severity"> {
  return {
    resourceId,
    resourceType: "K8s-container",
    key,
    title,
    category: "SoftwareUpdate",
    description: "The component contains a package with known vulnerabilities.",
    remediation: update,
    policyId: "",
    tactics: ["Initial Access"],
  };
}

interface PackageFinding extends Installed {
  readonly resourceId: string;
  readonly category: string;
  readonly more: Readonly<Record<string, unknown>>;
  readonly plan: AssessmentsPlan;
}

function packageAssessment(finding: PackageFinding, index: number, random: Random): WorldAssessment {
  const { resourceId, family, item, category, more, plan } = finding;
  const { passes, hasCspm, now } = plan;
  const cves = vulnerabilitiesOf(item);
  const severity = levels.find((level) => cves.some(({ Severity }) => Severity === level)) ?? "Low";
  const data = packageData(family, item, passes);
  return assessment(
    {
      ...vulnerabilityPlan(resourceId, random.guid(), `Update ${item.name}`),
      ...(category === "SoftwareUpdate" ? {} : { resourceType: "virtualMachineScaleSets", category }),
      severity,
      code: passes ? "Healthy" : "Unhealthy",
      risk: passes ? undefined : riskFor(severity, hasCspm, random),
      more: { ...more, additionalData: index % 7 === 4 ? camelCase(data) : data },
    },
    now,
    random,
  );
}

/** How a row describes its package; one that passes names no vulnerabilities. */
export function packageData(family: PackageFamily, item: CatalogPackage, passes: boolean) {
  return {
    SoftwareName: item.name,
    PackageType: family.packageType,
    Language: family.language,
    Vendor: family.vendor,
    ...(family.os === undefined ? {} : { OsPlatform: family.os }),
    DetectedSoftwareVersions: [item.installed],
    FixedVersion: item.fixes.at(-1) ?? "",
    FixStatus: "FixAvailable",
    // Healthy rows carry none.
    ...(passes ? {} : { CvesDetails: vulnerabilitiesJson(item) }),
  };
}

/** The recommendation of June 2026 about the containers of AKS; its real key is not published. */
const systemPodsKey = "71a0c5b2-0d0e-4f5a-8a6d-9b1f2c3d4e5f";

/** About the cluster itself: it names CVEs and the version of Kubernetes that is needed, and no package. */
function outdatedCluster(cluster: Cluster, plan: AssessmentsPlan, random: Random): WorldAssessment {
  const severity = "Medium";
  const [item] = packageFamily("node").packages;
  const cves = item && !plan.passes ? vulnerabilitiesOf(item) : [];
  return assessment(
    {
      ...vulnerabilityPlan(
        cluster.id,
        systemPodsKey,
        "Upgrade Azure Kubernetes Service to remove vulnerabilities from AKS system pods",
      ),
      resourceType: "managedClusters",
      category: "ServiceUpgrade",
      severity,
      code: plan.passes ? "Healthy" : "Unhealthy",
      risk: plan.passes ? undefined : riskFor(severity, plan.hasCspm, random),
      more: {
        additionalData: {
          installedClusterVersion: cluster.kubernetesVersion,
          fixedClusterVersion: kubernetesVersions.upgrades[0].kubernetesVersion,
          ...(plan.passes ? {} : { CVEs: inlineCves(cves) }),
        },
      },
    },
    plan.now,
    random,
  );
}

/** CVEs as recommendations about containers of AKS list them: JSON text without packages and fixes. */
export function inlineCves(cves: readonly CveDetails[]): string {
  return JSON.stringify(
    cves.map(({ CveId, Severity, Cvss }) => {
      const [rating] = Cvss as readonly { readonly Value: { readonly Base: number } }[]; // As generated.
      return { CVE: CveId, Severity, BaseScore: rating?.Value.Base ?? "" };
    }),
  );
}

function poolAssessments(pool: NodePool, plan: AssessmentsPlan, random: Random): readonly WorldAssessment[] {
  const family = packageFamily("node");
  const finding = { resourceId: pool.scaleSetId, family, category: "ServiceUpgrade", more: {}, plan };
  return family.packages.map((item) => packageAssessment({ ...finding, item }, 0, random));
}
