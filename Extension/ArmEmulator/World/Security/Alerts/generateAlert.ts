import { alertEntities, type Scene } from "./alertEntities";
import { alertNamePrefix, alertTimes } from "./alertTimes";
import type { AlertType } from "./alertTypes";
import { createEntityWriter } from "./entityWriter";
import { extendedProperties } from "./extendedProperties";
import type { Random } from "../../random";
import { remediationSteps } from "./remediationSteps";
import { instanceOf } from "../../ContainerService/scaleSetInstance";
import { wrapAlert } from "./wrapAlert";
import type { AlertPlace, WorldAlert } from "../../world";

/** An alert of a cluster to be. */
export interface AlertPlan extends AlertPlace {
  readonly type: AlertType;
  readonly scene: Scene;
  /** Instead of the title of its type. */
  readonly title?: string;
  /** When its activity began; absent: at any time. */
  readonly minutesAgo?: number;
}

/** One alert of a cluster with everything that Defender for Cloud reports of it. */
export function generateAlert(plan: AlertPlan, random: Random): WorldAlert {
  const { type, scene, title = type.title, now } = plan;
  const { activity } = scene;
  const times = alertTimes(now, random, plan.minutesAgo);
  const name = `${alertNamePrefix(times.startTimeUtc)}_${random.guid()}`;
  const writer = createEntityWriter(plan.resourceIds.length + 1); // The tenant's is one of the identifiers.
  const [technique = "", sub] = activity.technique.split(".");
  return wrapAlert(plan, name, random, {
    ...times,
    alertType: type.type,
    productComponentName: type.source === "dns" ? "DNS" : "Containers",
    alertDisplayName: title,
    description: describe(type, title, scene),
    severity: type.severity,
    intent: type.tactics.join(", ") || "Unknown",
    remediationSteps: random.pick(remediationSteps),
    entities: alertEntities(type, scene, times.startTimeUtc, writer, random),
    extendedProperties: extendedProperties(type, scene, random),
    compromisedEntity: compromisedBy(type, scene),
    techniques: [technique],
    subTechniques: sub === undefined ? [] : [`${technique}.${sub}`],
    supportingEvidence: {
      type: "supportingEvidenceList",
      supportingEvidenceList: [
        {
          type: "tabularEvidences",
          title: "Related events",
          columns: ["Time", "Node"],
          rows: [[times.startTimeUtc, scene.pod.node]],
        },
      ],
    },
  });
}

/** What was attacked, as each source calls it: instances of scale sets have numbers only. */
function compromisedBy({ source }: AlertType, { cluster, pod }: Scene): string {
  switch (source) {
    case "auditLog":
      return cluster.name;
    case "sensor":
      return pod.name;
    case "diskScan":
      return instanceOf(cluster, pod.node).pool.scaleSetId.split("/").at(-1) ?? "";
    case "dns":
      return instanceOf(cluster, pod.node).instance;
  }
}

function describe({ source }: AlertType, title: string, scene: Scene): string {
  const { cluster, workload, pod, activity, person } = scene;
  switch (source) {
    case "sensor":
      return `The sensor on node ${pod.node} observed ${activity.executable} in container ${pod.container} of pod ${pod.name} (namespace ${workload.namespace}).<br>Detection: ${title}.`;
    case "auditLog":
      return `The audit log of cluster ${cluster.name} shows an operation of ${person.email} in namespace ${workload.namespace} that is rarely seen there. Detection: ${title}.`;
    case "diskScan":
      return `A scan of the disk of node ${pod.node} of cluster ${cluster.name} found ${activity.executable} in ${activity.folder}. Detection: ${title}.`;
    case "dns":
      return `Name servers of Azure saw queries that look like a tunnel. Detection: ${title}.`;
  }
}
