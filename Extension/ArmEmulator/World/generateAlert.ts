import { alertEntities, type Scene } from "./alertEntities";
import type { AlertType } from "./alertTypes";
import type { Random } from "./random";
import type { WorldAlert } from "./world";

const hour = 3_600_000;
const ascLocation = "westeurope";
const statuses = ["Active", "Active", "Active", "InProgress", "Resolved", "Dismissed"] as const;

/** Steps in the forms in which the service sends them: plain, numbered, with markup, all in one text. */
const remediations: readonly (readonly string[])[] = [
  [
    "Review the activity with the owner of the workload.",
    "If it is not expected, isolate the pod with a network policy and capture its state.",
    "Rotate the credentials that the pod could reach.",
  ],
  [
    "1. Find out who started the process in the listed container.",
    "2. Delete the pod: <code>kubectl delete pod <pod-name> -n <namespace></code>",
    "3. Escalate to your security team.",
  ],
  [
    'Check the image for the file that was run.<br>Rebuild it from a trusted base.<br/>See <a href="https://learn.microsoft.com/azure/defender-for-cloud/">the guide</a>.',
  ],
  [
    "**Contain**: cordon the node.\nCollect evidence.\n\n- Reimage the node pool\n- [Review the role bindings](https://learn.microsoft.com/azure/aks/)",
  ],
];

/** Where an alert is filed and what it names beside its scene. */
export interface AlertPlan {
  readonly type: AlertType;
  readonly scene: Scene;
  readonly subscriptionId: string;
  readonly now: Date;
  /** ARM ids that the alert names. */
  readonly resourceIds: readonly string[];
  readonly resourceGroup: string;
}

/** One alert with everything that Defender for Cloud reports of it. */
export function generateAlert(plan: AlertPlan, random: Random): WorldAlert {
  const { type, scene, subscriptionId, now, resourceIds, resourceGroup } = plan;
  const start = new Date(now.getTime() - hour - random.whole(30 * 24 * 60) * 60_000);
  const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000).toISOString();
  const name = `${638_000_000_000_000_000n + BigInt(start.getTime())}_${random.guid()}`;
  const id = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Security/locations/${ascLocation}/alerts/${name}`;
  const systemAlertId = name;
  const [technique = "", sub] = scene.activity.technique.split(".");
  return {
    id,
    name,
    resourceGroup,
    location: ascLocation,
    spelling: random.oneIn(9) ? "camelCase" : "PascalCase",
    properties: {
      version: "2022-01-01",
      alertType: type.type,
      systemAlertId,
      productComponentName: "Containers",
      alertDisplayName: type.title,
      description: describe(type, scene),
      severity: type.severity,
      intent: type.tactics.join(", ") || "Unknown",
      startTimeUtc: start.toISOString(),
      endTimeUtc: after(random.whole(50)),
      timeGeneratedUtc: after(52),
      processingEndTimeUtc: after(55 + random.whole(600)),
      resourceIdentifiers: [
        ...resourceIds.map((azureResourceId) => ({ type: "AzureResource", azureResourceId })),
        { type: "AAD", aadTenantId: "8d1f7a52-3b0e-4c9a-9d55-1f6d2e7c4b10" },
      ],
      remediationSteps: random.pick(remediations),
      vendorName: "Microsoft",
      status: random.pick(statuses),
      extendedLinks: [],
      alertUri: `https://portal.azure.com/#blade/Microsoft_Azure_Security_AzureDefenderForData/AlertBlade/alertId/${systemAlertId}/subscriptionId/${subscriptionId}/resourceGroup/${resourceGroup}/referencedFrom/alertDeepLink/location/${ascLocation}`,
      productName: "Microsoft Defender for Cloud",
      entities: alertEntities(type, scene, random),
      isIncident: false,
      correlationKey: random.hex(32),
      extendedProperties: extendedProperties(type, scene, random),
      compromisedEntity: type.source === "sensor" ? scene.pod.name : scene.cluster.name,
      techniques: [technique],
      subTechniques: sub === undefined ? [] : [`${technique}.${sub}`],
    },
  };
}

function describe({ source, title }: AlertType, { cluster, workload, pod, activity, person }: Scene): string {
  return source === "sensor"
    ? `The sensor on node ${pod.node} observed ${activity.executable} in container ${pod.container} of pod ${pod.name} (namespace ${workload.namespace}).<br>Detection: ${title}.`
    : `The audit log of cluster ${cluster.name} shows an operation of ${person.email} in namespace ${workload.namespace} that is rarely seen there. Detection: ${title}.`;
}

function extendedProperties(
  { source }: AlertType,
  scene: Scene,
  random: Random,
): Readonly<Record<string, string>> {
  const { cluster, workload, pod, person, activity, sourceIp } = scene;
  const common = {
    Namespace: workload.namespace,
    "Pod name": pod.name,
    "Container name": pod.container,
    ImageName: workload.image.reference,
    resourceType: "Kubernetes Service",
    EffectiveAzureResourceId: cluster.id,
  };
  return source === "sensor"
    ? {
        ...common,
        "Compromised Host": pod.node,
        "Suspicious Process": `${activity.folder}/${activity.executable}`,
        "Suspicious Command Line": activity.commandLine,
        "Suspicious Process Id": `0x${random.hex(4)}`,
        "Parent Process": activity.parent,
        "Detected by": "Microsoft Defender for Containers sensor",
        "Process origin": random.oneIn(2) ? "Not part of the original image" : "Original image",
        "User Name": "root",
      }
    : {
        ...common,
        "User Name": person.email,
        "Source IP": sourceIp,
        "User Agent": "kubectl/v1.33.4 (linux/amd64)",
        "Detected by": "Kubernetes audit log",
      };
}
