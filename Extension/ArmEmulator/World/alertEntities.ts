import type { AlertType } from "./alertTypes";
import type { Random } from "./random";
import type { Activity } from "./suspiciousActivity";
import type { Cluster, Person, Pod, Workload } from "./world";

/** Where and by whom something happened. */
export interface Scene {
  readonly cluster: Cluster;
  readonly workload: Workload;
  readonly pod: Pod;
  readonly person: Person;
  readonly activity: Activity;
  readonly sourceIp: string;
}

type Entity = Readonly<Record<string, unknown>>;

/**
 * Entities as Defender for Cloud serialises them: an object is written once, with a `$id`, and referred to by `$ref` wherever
 * else it occurs. Some stand in the list, some only inside another; one element of the list is only a reference.
 */
export function alertEntities(type: AlertType, scene: Scene, random: Random): readonly Entity[] {
  let last = 0;
  const next = () => String((last += 1));
  const reference = (entity: Entity): Entity => ({ $ref: entity.$id });
  const { cluster, workload, pod, person, activity, sourceIp } = scene;

  const resource: Entity = { $id: next(), resourceId: cluster.id, type: "azure-resource" };
  const clusterEntity: Entity = {
    $id: next(),
    name: cluster.name,
    cloudResource: resource,
    type: "K8s-cluster",
  };
  const namespace: Entity = {
    $id: next(),
    name: workload.namespace,
    cluster: reference(clusterEntity),
    type: "K8s-namespace",
  };
  const serviceAccount: Entity = {
    $id: next(),
    name: workload.serviceAccount,
    namespace: reference(namespace),
    type: "K8s-service-account",
  };
  const podEntity: Entity = {
    $id: next(),
    name: pod.name,
    namespace: reference(namespace),
    labels: { app: workload.name },
    serviceAccount: reference(serviceAccount),
    type: "K8s-pod",
  };
  const image: Entity = {
    $id: next(),
    imageId: `${workload.image.reference}@${workload.image.digest}`,
    digest: workload.image.digest,
    type: "container-image",
  };
  const container: Entity = {
    $id: next(),
    name: pod.container,
    containerId: pod.containerId,
    image,
    pod: reference(podEntity),
    type: "K8s-container",
  };
  const common = [clusterEntity, namespace, podEntity, container, serviceAccount, reference(podEntity)];
  if (type.source === "auditLog") {
    const account: Entity = {
      $id: next(),
      name: person.email.split("@")[0],
      upnSuffix: person.email.split("@")[1],
      aadUserId: person.objectId,
      type: "account",
    };
    const address: Entity = { $id: next(), address: sourceIp, location: { countryCode: "NL" }, type: "ip" };
    return [...common, account, address];
  }
  const host: Entity = { $id: next(), hostName: pod.node, osFamily: "Linux", type: "host" };
  const hash: Entity = { $id: next(), algorithm: "SHA256", value: random.hex(64), type: "filehash" };
  const file: Entity = {
    $id: next(),
    directory: activity.folder,
    name: activity.executable,
    host: reference(host),
    fileHashes: [hash],
    type: "file",
  };
  const parentFile: Entity = { $id: next(), directory: "/bin", name: activity.parent, type: "file" };
  const parent: Entity = {
    $id: next(),
    processId: `0x${random.hex(4)}`,
    imageFile: parentFile,
    host: reference(host),
    type: "process",
  };
  const process: Entity = {
    $id: next(),
    processId: `0x${random.hex(4)}`,
    commandLine: activity.commandLine,
    imageFile: reference(file),
    parentProcess: reference(parent),
    container: reference(container),
    host: reference(host),
    type: "process",
  };
  const malware: readonly Entity[] = activity.malware
    ? [{ $id: next(), name: activity.malware, category: "Trojan", files: [reference(file)], type: "malware" }]
    : [];
  return [...common, host, file, parent, process, ...malware];
}
