import { assessment, riskFor, type AssessmentPlan } from "./assessment";
import { containerEntityId, podPattern } from "./containerEntity";
import type { AssessmentsPlan } from "./generateAssessments";
import { legacyFindings } from "./legacyVulnerabilities";
import { kubernetesVersions } from "../../ContainerService/nodeVersions";
import { packageFamily, type Installed, type CatalogPackage, type PackageFamily } from "./packageFamilies";
import {
  highestScore,
  vulnerabilitiesJson,
  vulnerabilitiesOf,
  worstSeverity,
} from "./packageVulnerabilities";
import { poolFindings } from "./poolVulnerabilities";
import type { Random } from "../../random";
import { inlineCves, systemContainer } from "./systemContainers";
import { isOfAks } from "../../ContainerService/workloadPlans";
import type { Cluster, Image, SecurityFindings, Workload, WorldAssessment } from "../../world";

const update = "Update the package to a version without the vulnerabilities, and deploy the image again.";

/**
 * What is vulnerable in a cluster. Most containers have rows of the individual model, one assessment per package; a few still
 * have rows of the grouped model as well, and one has only those. What AKS deploys has one assessment per container, and node
 * pools are grouped.
 */
export function generateVulnerabilities(
  cluster: Cluster,
  plan: AssessmentsPlan,
  random: Random,
): SecurityFindings {
  const containers = cluster.workloads.map((workload, index) =>
    containerRows(cluster, workload, index, plan, random),
  );
  const pools = cluster.pools.map((pool) => poolFindings(cluster, pool, plan, random));
  const found = [...containers, ...pools];
  return {
    assessments: [...found.flatMap(({ assessments }) => assessments), outdatedCluster(cluster, plan, random)],
    rows: found.flatMap(({ rows }) => rows),
  };
}

function containerRows(
  cluster: Cluster,
  workload: Workload,
  index: number,
  plan: AssessmentsPlan,
  random: Random,
): SecurityFindings {
  const resourceId = containerEntityId(cluster, workload);
  const installed = workload.image.families.flatMap((name) =>
    installedFrom(packageFamily(name), workload.image),
  );
  if (isOfAks(workload)) {
    return { assessments: [systemContainer(cluster, workload, installed, plan, random)], rows: [] };
  }
  const container = { resourceId, cluster, workload };
  const more = { resourceAdditionalData: containerData(workload, index) };
  if (installed.length === 0) {
    return { assessments: [passedContainer(container, plan.now, more, random)], rows: [] };
  }
  const find = ({ family, item }: Installed) =>
    packageAssessment({ resourceId, workload, family, item, more, plan }, index, random);
  switch (plan.passes ? -1 : index) {
    case 3:
      return withLegacy(installed.map(find), legacyFindings(container, installed.slice(0, 2), plan, random));
    case 10:
      return legacyFindings(container, installed, plan, random);
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
  { resourceId, workload }: { readonly resourceId: string; readonly workload: Workload },
  now: Date,
  more: Readonly<Record<string, unknown>>,
  random: Random,
): WorldAssessment {
  const title = "Update vulnerable packages";
  return assessment(
    {
      ...vulnerabilityPlan(resourceId, workload.name, random.guid(), title),
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
  resourceName: string,
  key: string,
  title: string,
): Omit<AssessmentPlan, "code" | "risk" | "severity"> {
  return {
    resourceId,
    resourceName,
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
  readonly workload: Workload;
  readonly more: Readonly<Record<string, unknown>>;
  readonly plan: AssessmentsPlan;
}

function packageAssessment(finding: PackageFinding, index: number, random: Random): WorldAssessment {
  const { resourceId, workload, family, item, more, plan } = finding;
  const { passes, hasCspm, now } = plan;
  const cves = vulnerabilitiesOf(item);
  const severity = worstSeverity(cves);
  const data = packageData(family, item, passes);
  return assessment(
    {
      ...vulnerabilityPlan(resourceId, workload.name, random.guid(), `Update ${softwareName(family, item)}`),
      severity,
      code: passes ? "Healthy" : "Unhealthy",
      risk: passes ? undefined : riskFor(severity, hasCspm, random),
      more: { ...more, additionalData: index % 7 === 4 ? camelCase(data) : data },
    },
    now,
    random,
  );
}

/** What the scanner calls a package: one of an operating system says so. */
export function softwareName(family: PackageFamily, { name }: CatalogPackage): string {
  return family.os === undefined ? name : `${name}_for_linux`;
}

/**
 * How a row describes its package: a map of texts, in which lists are JSON text. One that passes names no vulnerabilities.
 * `OsPlatform` is an assumption: published rows, which are about machines, do not have it.
 */
export function packageData(family: PackageFamily, item: CatalogPackage, passes: boolean) {
  const maxCvssScore = highestScore(vulnerabilitiesOf(item));
  return {
    SoftwareName: softwareName(family, item),
    SoftwareVendor: family.vendor,
    PackageType: family.packageType,
    Language: family.language,
    ScannerName: "MdvmAgent",
    ...(family.os === undefined ? {} : { OsPlatform: family.os }),
    DetectedSoftwareVersions: JSON.stringify([item.installed]),
    FixedVersion: item.fixes.at(-1) ?? "",
    FixStatus: "FixAvailable",
    // Healthy rows carry none.
    ...(passes
      ? {}
      : {
          ...(maxCvssScore === undefined ? {} : { MaxCvssScore: maxCvssScore }),
          CvesDetails: vulnerabilitiesJson(item),
        }),
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
        cluster.name,
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
