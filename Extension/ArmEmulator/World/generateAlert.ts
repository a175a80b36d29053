import { alertEntities, type Scene } from "./alertEntities";
import { alertNamePrefix, alertTimes } from "./alertTimes";
import type { AlertType } from "./alertTypes";
import { extendedProperties } from "./extendedProperties";
import type { Random } from "./random";
import { remediationSteps } from "./remediationSteps";
import { wrapAlert } from "./wrapAlert";
import type { AlertPlace, WorldAlert } from "./world";

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
  const { cluster, pod, activity } = scene;
  const times = alertTimes(now, random, plan.minutesAgo);
  const name = `${alertNamePrefix(times.startTimeUtc)}_${random.guid()}`;
  const [technique = "", sub] = activity.technique.split(".");
  return wrapAlert(plan, name, random, {
    ...times,
    alertType: type.type,
    productComponentName: "Containers",
    alertDisplayName: title,
    description: describe(type, title, scene),
    severity: type.severity,
    intent: type.tactics.join(", ") || "Unknown",
    remediationSteps: random.pick(remediationSteps),
    entities: alertEntities(type, scene, times.startTimeUtc, random),
    extendedProperties: extendedProperties(type, scene, random),
    compromisedEntity: type.source === "sensor" ? pod.name : cluster.name,
    techniques: [technique],
    subTechniques: sub === undefined ? [] : [`${technique}.${sub}`],
    supportingEvidence: {
      type: "supportingEvidenceList",
      supportingEvidenceList: [
        {
          type: "tabularEvidences",
          title: "Related events",
          columns: ["Time", "Node"],
          rows: [[times.startTimeUtc, pod.node]],
        },
      ],
    },
  });
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
  }
}
