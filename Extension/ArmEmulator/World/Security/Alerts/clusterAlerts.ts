import type { Scene } from "./alertEntities";
import { clusterAlertPlan } from "./clusterAlertPlans";
import { generateAlert, type AlertPlan } from "./generateAlert";
import type { Random } from "../../random";
import { activityAt } from "./suspiciousActivity";
import type { AlertStatusName } from "./alertState";
import type { AlertPlace, Cluster, Resource, World, WorldAlert } from "../../world";

/** What all alerts of a subscription have in common. */
export type Estate = Pick<World, "tenantId" | "subscriptionId" | "people">;

const statuses: readonly AlertStatusName[] = [
  "Active",
  "Active",
  "Active",
  "InProgress",
  "Resolved",
  "Dismissed",
];

export function sceneIn(
  { people }: Estate,
  cluster: Cluster,
  activity: Scene["activity"],
  random: Random,
): Scene {
  const workload = random.pick(cluster.workloads);
  return {
    cluster,
    workload,
    pod: random.pick(workload.pods),
    person: random.pick(people),
    activity,
    isOfController: false,
    sourceIp: `203.0.113.${1 + random.whole(250)}`,
  };
}

/** Where the alert at a place in its list is filed; every ninth row is spelled in camelCase, as seen in the wild. */
export function placeOf(
  { tenantId, subscriptionId }: Estate,
  resource: Resource,
  index: number,
  now: Date,
  random: Random,
): AlertPlace {
  return {
    tenantId,
    subscriptionId,
    resourceGroup: resource.resourceGroup,
    resourceIds: [resource.id],
    status: random.pick(statuses),
    spelling: index % 9 === 8 ? "camelCase" : "PascalCase",
    now,
  };
}

interface ClusterAlertPlace {
  readonly main: Cluster;
  readonly neighbors: readonly Cluster[];
  readonly index: number;
  readonly now: Date;
}

/** The alert at a place in the list of the main cluster's alerts; `over` goes before what the place says. */
export function clusterAlert(
  estate: Estate,
  { main, neighbors, index, now }: ClusterAlertPlace,
  random: Random,
  over: Partial<AlertPlan> = {},
): WorldAlert {
  const anyone = sceneIn(estate, main, activityAt(index), random);
  const scene = { ...anyone, isOfController: index % 3 !== 0, ...callerAt(index, anyone) };
  const plan = clusterAlertPlan(index, scene, neighbors, random);
  return generateAlert({ ...placeOf(estate, main, index, now, random), ...plan, ...over }, random);
}

/** Every fourth operation is a service account's, of a namespace that is not the attacked one. */
function callerAt(index: number, { cluster, workload }: Scene): Pick<Scene, "caller"> {
  const elsewhere = cluster.workloads.find(({ namespace }) => namespace !== workload.namespace);
  const { namespace, serviceAccount: name } = elsewhere ?? {};
  return index % 4 === 1 && namespace !== undefined && name !== undefined
    ? { caller: { namespace, name } }
    : {};
}
