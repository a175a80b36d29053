import { successors } from "../Assessments/agentlessSuccessors";
import { generateCompliance } from "../Assessments/generateCompliance";
import { jsonOf } from "../../jsonParts";
import { hasPlanChanged, planInForce, type PlanSetting } from "./planHistory";
import { recommendations } from "../Assessments/recommendations";
import type { Cluster, SecurityFindings, SecurityRow, World, WorldAlert, WorldAssessment } from "../../world";

/**
 * What of the world is to be seen at a time, given what the plans were before it. Until the plan of a cluster is first changed,
 * what was generated is what there is, also where the plan began without a configuration: an earlier one found it.
 *
 * Which plan decides where Defender CSPM and Defender for Containers have the same configuration switched differently is not
 * documented. Here Defender for Containers does while it is on, and Defender CSPM looks at everything where it is off.
 */
export function shownFindings(world: World, now = new Date(0)): SecurityFindings {
  const scanned = new Date(now.getTime() - world.evaluationDelaySeconds * 1000);
  const changed = world.clusters.filter(({ id }) => hasPlanChanged(world.planHistory, id, scanned));
  if (changed.length === 0) {
    return { assessments: world.assessments, rows: world.securityRows };
  }
  const isOfOther = not(isAboutAny(changed));
  const assessments = [
    ...world.assessments.filter(isOfOther),
    ...changed.flatMap((cluster) => foundIn(world, cluster, scanned)),
  ];
  return { assessments, rows: rowsOf(world, assessments) };
}

/** The alerts that have been raised until a time; absent: all of them. */
export function shownAlerts(alerts: readonly WorldAlert[], asOf: Date | undefined): readonly WorldAlert[] {
  const text = asOf?.toISOString();
  return text === undefined
    ? alerts
    : alerts.filter(({ properties }) => String(properties.timeGeneratedUtc) <= text);
}

/** Whether an extension is enabled and its last operation did not fail: only then does it do anything. */
export function isWorking({ isOn, extensions }: PlanSetting, name: string): boolean {
  const extension = extensions.find((one) => one.name === name);
  const status = extension?.operationStatus as { readonly code?: unknown } | undefined; // As ARM has it.
  return isOn && extension?.isEnabled === "True" && status?.code !== "Failed";
}

/** What the last scan before a time found: what was hidden while the plan was off, where there is something. */
function foundIn(world: World, cluster: Cluster, scanned: Date): readonly WorldAssessment[] {
  const { setting } = planInForce(world.planHistory, cluster.id, scanned);
  const isEverything = !setting.isOn && world.plans.hasCspm;
  const isOf = isAboutAny([cluster]);
  const unseen = setting.isOn ? world.unseen.assessments.filter(isOf) : [];
  const firstScan = new Date((setting.enabledAt?.getTime() ?? 0) + world.evaluationDelaySeconds * 1000);
  const found =
    unseen.length > 0
      ? unseen.map((assessment) => judgedAt(firstScan, assessment))
      : world.assessments.filter(isOf);
  return found.filter((assessment) => {
    const needed = neededFor(assessment);
    return needed === undefined || isEverything || isWorking(setting, needed);
  });
}

/** An assessment that was made at a time, and not before. */
function judgedAt(time: Date, assessment: WorldAssessment): WorldAssessment {
  const { properties } = assessment;
  const date = time.toISOString();
  const status = { ...jsonOf(properties.status), firstEvaluationDate: date, statusChangeDate: date };
  return { ...assessment, properties: { ...properties, status } };
}

const containerLevel = new Set([
  ...recommendations.filter(({ level }) => level === "container").map(({ key }) => key),
  ...successors.map(({ key }) => key),
]);

/** Whether an assessment is made where neither plan is on: by foundational CSPM. */
export function isFoundational(assessment: WorldAssessment): boolean {
  return neededFor(assessment) === undefined;
}

/**
 * The extension without which an assessment is not made; `undefined` for what foundational CSPM says of the cluster as a
 * resource, which every subscription has. That the cluster's version is outdated counts here as seen through its API.
 */
function neededFor({ name, properties }: WorldAssessment): string | undefined {
  const { ResourceType } = properties.resourceDetails as { readonly ResourceType: string };
  const { recommendationCategory } = properties.metadata as { readonly recommendationCategory: string };
  switch (ResourceType) {
    case "K8s-container":
    case "Container":
    case "ContainerImage":
      return "ContainerRegistriesVulnerabilityAssessments";
    case "virtualMachineScaleSets":
      return "AgentlessVmScanning";
    default:
      return containerLevel.has(name) || recommendationCategory === "ServiceUpgrade"
        ? "AgentlessDiscoveryForKubernetes"
        : undefined;
  }
}

const assessmentRow = "microsoft.security/assessments/";

/** The rows that belong to assessments that are there, and the compliance that follows from these. */
function rowsOf(world: World, assessments: readonly WorldAssessment[]): readonly SecurityRow[] {
  const ids = new Set(assessments.map(({ id }) => id.toLowerCase()));
  const isThere = ({ id, type }: SecurityRow) => type.startsWith(assessmentRow) && ids.has(parentOf(id));
  return [
    ...[...world.securityRows, ...world.unseen.rows].filter(isThere),
    ...generateCompliance(world.subscriptionId, assessments),
  ];
}

/** Id of the assessment, in lower case, that a row is part of. */
function parentOf(id: string): string {
  const lower = id.toLowerCase();
  const nameAt = lower.lastIndexOf("/");
  return lower.slice(0, Math.max(0, lower.lastIndexOf("/", nameAt - 1)));
}

/** Whether a row is about one of the clusters, something in it, or its machines. */
function isAboutAny(clusters: readonly Cluster[]): (row: { readonly id: string }) => boolean {
  const places = clusters.flatMap(({ id, pools }) => [id, ...pools.map(({ scaleSetId }) => scaleSetId)]);
  const starts = places.map((place) => `${place}/`.toLowerCase());
  return ({ id }) => starts.some((start) => id.toLowerCase().startsWith(start));
}

function not<T>(matches: (value: T) => boolean): (value: T) => boolean {
  return (value) => !matches(value);
}
