import { alertNamePrefix, alertTimes } from "./alertTimes";
import type { Random } from "../../random";
import type { AlertPlace, AlertSeverityName, Resource, WorldAlert } from "../../world";
import { wrapAlert } from "./wrapAlert";

interface ResourceAlertType {
  readonly resourceType: string;
  readonly type: string;
  readonly title: string;
  readonly severity: AlertSeverityName;
  readonly intent: string;
}

/** A few detections of Defender for Servers and Defender for Storage. */
const types: readonly ResourceAlertType[] = [
  {
    resourceType: "Microsoft.Compute/virtualMachines",
    type: "VM_EICAR",
    title: "Microsoft Defender for Cloud test alert (not a threat)",
    severity: "High",
    intent: "Execution",
  },
  {
    resourceType: "Microsoft.Compute/virtualMachines",
    type: "VM_LoginBruteForceSuccess",
    title: "Suspicious authentication activity",
    severity: "Medium",
    intent: "Exploitation",
  },
  {
    resourceType: "Microsoft.Storage/storageAccounts",
    type: "Storage.Blob_AnonymousAccessAnomaly",
    title: "Unusual unauthenticated access to a storage container",
    severity: "Medium",
    intent: "InitialAccess",
  },
];

/** An alert of something that is no cluster, and knows nothing of pods. */
export function generateResourceAlert(place: AlertPlace, resource: Resource, random: Random): WorldAlert {
  const { type, title, severity, intent } = random.pick(
    types.filter(({ resourceType }) => resourceType === resource.type),
  );
  const times = alertTimes(place.now, random);
  const sourceIp = `198.51.100.${1 + random.whole(250)}`;
  return wrapAlert(place, `${alertNamePrefix(times.startTimeUtc)}_${random.guid()}`, random, {
    ...times,
    alertType: type,
    productComponentName: resource.type.endsWith("storageAccounts") ? "Storage" : "Servers",
    alertDisplayName: title,
    description: `${title}: ${resource.name} was reached from ${sourceIp}.`,
    severity,
    intent,
    remediationSteps: ["Review the activity with the owner of the resource."],
    entities: [
      { $id: "1", resourceId: resource.id, type: "azure-resource" },
      { $id: "2", address: sourceIp, type: "ip" },
    ],
    extendedProperties: { "Source IP": sourceIp, EffectiveAzureResourceId: resource.id },
    compromisedEntity: resource.name,
    techniques: [],
    subTechniques: [],
  });
}
