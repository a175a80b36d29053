import type { Scene } from "./alertEntities";
import { agentlessMalware, alertTypes, dnsTunnel, type AlertType } from "./alertTypes";
import type { Random } from "../../random";
import { instanceOf } from "../../ContainerService/scaleSetInstance";
import { malwareActivity } from "./suspiciousActivity";
import type { AlertStatusName } from "./alertState";
import type { Cluster } from "../../world";

/** What is particular about one alert of the main cluster. */
interface ClusterAlertPlan {
  readonly type: AlertType;
  readonly scene: Scene;
  readonly resourceIds: readonly string[];
  readonly status?: AlertStatusName;
  readonly title?: string;
  readonly minutesAgo?: number;
  /** Where it is filed, if not in the resource group of the cluster. */
  readonly resourceGroup?: string;
}

const statuses: readonly AlertStatusName[] = ["Active", "InProgress", "Resolved", "Dismissed"];

/** Where in the list the alerts stand that are made by hand. */
const hostileTitle = 12;
const malwareOnNode = 35;
/** Two alerts of name servers about nodes. */
const dnsOnNode: ReadonlySet<number> = new Set([31, 38]);

/** Places in the list of the alerts of one incident, in the order of time: one pod, within some hours. */
const incident = { first: 20, count: 5, minutesAgo: 4 * 24 * 60, minutesApart: 35 };

/** Which of the incident's alerts stands at a place; `undefined`: none. */
function incidentStep(index: number): number | undefined {
  const step = index - incident.first;
  return step >= 0 && step < incident.count ? step : undefined;
}

/** Where the incident happens. */
function incidentScene(scene: Scene): Scene {
  const workload = scene.cluster.workloads.find(({ name }) => name === "payment-gateway");
  const pod = workload?.pods[0];
  return workload && pod ? { ...scene, workload, pod } : scene;
}

/**
 * The alert at a place in the list of the main cluster's alerts: detections in turn, and at the beginning one of each
 * severity, of each status, and of each way of naming the cluster, so that even a small world has them all.
 */
export function clusterAlertPlan(
  index: number,
  scene: Scene,
  neighbors: readonly Cluster[],
  random: Random,
): ClusterAlertPlan {
  if (index === malwareOnNode) {
    return malwarePlan(scene);
  }
  if (dnsOnNode.has(index)) {
    return dnsPlan(scene);
  }
  const type = typeAt(index);
  const status = statuses[index];
  const step = incidentStep(index);
  return {
    type,
    scene: step === undefined ? scene : incidentScene(scene),
    ...(step === undefined ? {} : { minutesAgo: incident.minutesAgo - step * incident.minutesApart }),
    resourceIds: resourceIdsAt(index, scene.cluster, neighbors, random),
    ...(status === undefined ? {} : { status }),
    ...(index === hostileTitle ? { title: `${type.title} <b>"seen" multiple times</b> \u202e'x'` } : {}),
  };
}

/** A node asks name servers for what it should not: the alert names its instance and lies in the node resource group. */
function dnsPlan(scene: Scene): ClusterAlertPlan {
  const { id } = instanceOf(scene.cluster, scene.pod.node);
  return {
    type: dnsTunnel,
    scene,
    resourceIds: [id],
    resourceGroup: scene.cluster.nodeResourceGroup,
  };
}

/** Malware on the disk of the pod's node: the alert names the scale set of that node and not the cluster. */
function malwarePlan(scene: Scene): ClusterAlertPlan {
  const activity = malwareActivity();
  const { pool } = instanceOf(scene.cluster, scene.pod.node);
  return {
    type: agentlessMalware,
    scene: { ...scene, activity },
    title: `${activity.malware} ${agentlessMalware.title}`,
    resourceIds: [pool.scaleSetId],
    resourceGroup: scene.cluster.nodeResourceGroup,
  };
}

function typeAt(index: number): AlertType {
  const bySeverity = ["High", "Medium", "Low", "Informational"].map((severity) =>
    alertTypes.filter((type) => type.severity === severity),
  );
  const type = bySeverity[index]?.[0] ?? alertTypes[(index * 7) % alertTypes.length];
  if (!type) {
    throw new Error("There are no detections.");
  }
  return type;
}

/** As it is written, in lower case, twice, beside another cluster; then as it is written. */
function resourceIdsAt(
  index: number,
  main: Cluster,
  neighbors: readonly Cluster[],
  random: Random,
): readonly string[] {
  switch (index) {
    case 1:
      return [main.id.toLowerCase()];
    case 2:
      return [main.id, main.id];
    case 3:
      return [random.pick(neighbors).id, main.id];
    default:
      return [main.id];
  }
}
