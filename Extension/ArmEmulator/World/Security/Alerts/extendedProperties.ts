import { userNameOf, type Scene } from "./alertEntities";
import type { AlertType } from "./alertTypes";
import type { Random } from "../../random";
import { instanceOf } from "../../ContainerService/scaleSetInstance";
import { suspiciousDomain } from "./suspiciousActivity";

type Texts = Readonly<Record<string, string>>;

/** The free-form facts of an alert, under the labels that the service uses. */
export function extendedProperties({ source, tactics }: AlertType, scene: Scene, random: Random): Texts {
  switch (source) {
    case "auditLog":
      return {
        ...(scene.isOfController ? objectOf(scene, tactics) : whereOf(scene)),
        ...whoOf(scene),
      };
    case "sensor":
      return { ...whereOf(scene), ...processOf(scene, random) };
    case "diskScan":
      return scaleSetOf(scene);
    case "dns":
      return instanceFacts(scene);
  }
}

function whereOf({ cluster, workload, pod }: Scene): Texts {
  return {
    Namespace: workload.namespace,
    "Pod name": pod.name,
    "Container name": pod.container,
    ImageName: workload.image.reference,
    resourceType: "Kubernetes Service",
    EffectiveAzureResourceId: cluster.id,
  };
}

/** Facts of the audit log in lower case, about a controller (facts: real-data.md §3). */
function objectOf({ cluster, workload, pod }: Scene, tactics: readonly string[]): Texts {
  return {
    namespace: workload.namespace,
    "object name": workload.name,
    "object kind": workload.controller,
    "container name": pod.container,
    "container image": workload.image.reference,
    killChainIntent: tactics.join(", ") || "Unknown",
    resourceType: "Kubernetes Service",
    effectiveAzureResourceId: cluster.id,
  };
}

function whoOf({ person, sourceIp, caller }: Scene): Texts {
  return {
    "User Name": caller ? userNameOf(caller) : person.email,
    "Source IP": sourceIp,
    "User Agent": "kubectl/v1.33.4 (linux/amd64)",
    "Detected by": "Kubernetes audit log",
  };
}

function processOf({ pod, activity }: Scene, random: Random): Texts {
  return {
    "Compromised Host": pod.node,
    "Suspicious Process": `${activity.folder}/${activity.executable}`,
    "Suspicious Command Line": activity.commandLine,
    "Suspicious Process Id": `0x${random.hex(4)}`,
    "Parent Process": activity.parent,
    "Detected by": "Microsoft Defender for Containers sensor",
    "Process origin": random.oneIn(2) ? "Not part of the original image" : "Original image",
    "User Name": "root",
  };
}

/** The scan of disks is told of the scale set, its pool by name. */
function scaleSetOf({ cluster, pod, activity }: Scene): Texts {
  const { pool } = instanceOf(cluster, pod.node);
  return {
    "Node pool": pool.name,
    "File path": `${activity.folder}/${activity.executable}`,
    "Detected by": "Agentless malware scanning",
    resourceType: "Virtual Machine Scale Set",
    EffectiveAzureResourceId: cluster.id,
  };
}

function instanceFacts({ cluster, pod }: Scene): Texts {
  const { id, instance } = instanceOf(cluster, pod.node);
  return {
    resourceType: "Virtual Machine Scale Set",
    effectiveAzureResourceId: id,
    effectiveSubscriptionId: cluster.id.split("/")[2] ?? "",
    compromisedEntity: instance,
    productComponentName: "DNS",
    domainName: suspiciousDomain,
  };
}
