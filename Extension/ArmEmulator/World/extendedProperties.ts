import type { Scene } from "./alertEntities";
import type { AlertType } from "./alertTypes";
import type { Random } from "./random";

type Texts = Readonly<Record<string, string>>;

/** The free-form facts of an alert, under the labels that the service uses. */
export function extendedProperties({ source }: AlertType, scene: Scene, random: Random): Texts {
  switch (source) {
    case "auditLog":
      return { ...whereOf(scene), ...whoOf(scene) };
    case "sensor":
      return { ...whereOf(scene), ...processOf(scene, random) };
    case "diskScan":
      return nodeOf(scene);
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

function whoOf({ person, sourceIp }: Scene): Texts {
  return {
    "User Name": person.email,
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

function nodeOf({ cluster, pod, activity }: Scene): Texts {
  return {
    "Compromised Host": pod.node,
    "File path": `${activity.folder}/${activity.executable}`,
    "Detected by": "Agentless malware scanning",
    resourceType: "Virtual Machine Scale Set",
    EffectiveAzureResourceId: cluster.id,
  };
}
