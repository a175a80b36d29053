import { assessment, isUnhealthy, resourceIdOf, type AssessmentCode } from "./assessment";
import { containerEntityId } from "./containerEntity";
import { installedFrom, packageData, softwareName, vulnerabilityPlan } from "./generateVulnerabilities";
import { packageFamily, type Installed } from "./packageFamilies";
import type { Random } from "../../random";
import { isOfAks } from "../../ContainerService/workloadPlans";
import type { Cluster, Image, Workload, WorldAssessment } from "../../world";

/** What was decided about a package of an image: it was updated, or exempted. */
interface FinishedWork extends Installed {
  readonly code: AssessmentCode;
}

const finishedImages = 10;

/**
 * Packages of vulnerable containers that are not vulnerable any more, and a few that were exempted. Like everything about an
 * image they are the same wherever it runs; the images are some of the first cluster's.
 */
export function generateFinishedWork(
  clusters: readonly Cluster[],
  assessments: readonly WorldAssessment[],
  now: Date,
  random: Random,
): readonly WorldAssessment[] {
  const workloads = clusters[0]?.workloads.filter((workload) => !isOfAks(workload)) ?? [];
  const work = planWork(workloads, random);
  const vulnerable = new Map(
    assessments.filter(isUpdate).map((failing) => [resourceIdOf(failing), failing.properties]),
  );
  return clusters.flatMap((cluster) =>
    cluster.workloads.flatMap((workload) => {
      const resourceId = containerEntityId(cluster, workload);
      const finished = work.get(workload.image.digest);
      const { resourceAdditionalData } = vulnerable.get(resourceId) ?? {};
      return finished && resourceAdditionalData !== undefined
        ? [finishedAssessment({ resourceId, workload }, finished, { resourceAdditionalData }, now, random)]
        : [];
    }),
  );
}

/** By digest. Every fourth image has an exemption. */
function planWork(workloads: readonly Workload[], random: Random): ReadonlyMap<string, FinishedWork> {
  const images = new Map(workloads.map(({ image }) => [image.digest, image]));
  const packages = [...images.values()].flatMap((image) => {
    const others = notInstalled(image);
    return others.length === 0 ? [] : [{ image, update: random.pick(others) }];
  });
  return new Map(
    random
      .shuffled(packages)
      .slice(0, finishedImages)
      .map(({ image, update }, index) => [
        image.digest,
        { ...update, code: index % 4 === 3 ? "NotApplicable" : "Healthy" },
      ]),
  );
}

/** Packages that an image could have and that nothing is said of. */
function notInstalled(image: Image): readonly Installed[] {
  return image.families.map(packageFamily).flatMap((family) => {
    const installed = installedFrom(family, image).map(({ item }) => item);
    return family.packages.filter((item) => !installed.includes(item)).map((item) => ({ family, item }));
  });
}

function isUpdate(row: WorldAssessment): boolean {
  const { recommendationCategory } = row.properties.metadata as { readonly recommendationCategory: string }; // As generated.
  return isUnhealthy(row) && recommendationCategory === "SoftwareUpdate";
}

function finishedAssessment(
  { resourceId, workload }: { readonly resourceId: string; readonly workload: Workload },
  { family, item, code }: FinishedWork,
  more: Readonly<Record<string, unknown>>,
  now: Date,
  random: Random,
): WorldAssessment {
  const updated = code === "Healthy" ? { ...item, installed: item.fixes.at(-1) ?? item.installed } : item;
  return assessment(
    {
      ...vulnerabilityPlan(resourceId, workload.name, random.guid(), `Update ${softwareName(family, item)}`),
      severity: "Medium",
      code,
      cause: "Exempt",
      risk: undefined,
      more: { ...more, additionalData: packageData(family, updated, true) },
    },
    now,
    random,
  );
}
