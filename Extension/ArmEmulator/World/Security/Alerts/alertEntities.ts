import type { AlertType } from "./alertTypes";
import { reference, type Entity, type EntityWriter } from "./entityWriter";
import type { Random } from "../../random";
import { instanceOf } from "../../ContainerService/scaleSetInstance";
import { suspiciousDomain, type Activity } from "./suspiciousActivity";
import type { Cluster, Person, Pod, Workload } from "../../world";

/** Place and actor of an event. */
export interface Scene {
  readonly cluster: Cluster;
  readonly workload: Workload;
  readonly pod: Pod;
  readonly person: Person;
  readonly activity: Activity;
  readonly sourceIp: string;
  /** Whether the audit log tells of the pod or, as it often does, only of what made it. */
  readonly isOfController: boolean;
  /** The service account that called, which lives in another namespace; absent: a person did. */
  readonly caller?: ServiceAccount;
}

interface ServiceAccount {
  readonly namespace: string;
  readonly name: string;
}

export const userNameOf = ({ namespace, name }: ServiceAccount): string =>
  `system:serviceaccount:${namespace}:${name}`;

/**
 * Entities as Defender for Cloud serializes them: some stand in the list, some only inside another, and one element of the
 * list is only a reference.
 */
export function alertEntities(
  { source, type }: AlertType,
  scene: Scene,
  startTime: string,
  writer: EntityWriter,
  random: Random,
): readonly Entity[] {
  switch (source) {
    case "auditLog": {
      const list = scene.isOfController
        ? controllerEntities(scene, writer)
        : workloadEntities(scene, writer).list;
      const exposing = type.startsWith("K8S_Exposed") ? serviceEntities(scene, list, writer) : [];
      return [...list, ...exposing, ...callerEntities(scene, writer)];
    }
    case "sensor": {
      const { list, container } = workloadEntities(scene, writer);
      return [...list, ...processEntities(scene, container, startTime, writer, random)];
    }
    case "diskScan":
      return diskEntities(scene, writer, random);
    case "dns":
      return instanceEntities(scene, writer);
  }
}

function clusterEntity(scene: Scene, writer: EntityWriter): Entity {
  return writer.write("K8s-cluster", { cloudResource: resourceEntity(scene, writer) });
}

function resourceEntity({ cluster }: Scene, { write }: EntityWriter): Entity {
  return write("azure-resource", {
    resourceId: cluster.id,
    resourceType: "Kubernetes Service",
    resourceName: cluster.name,
    metadata: { isGraphCenter: true },
  });
}

/**
 * What the audit log knows of a workload that has no pod yet: its controller and the image in its template. Every entity stands
 * in the list itself.
 */
function controllerEntities(scene: Scene, writer: EntityWriter): readonly Entity[] {
  const { workload, pod } = scene;
  const { write } = writer;
  const resource = resourceEntity(scene, writer);
  const { reference: imageName, digest } = workload.image;
  const image = write("container-image", { imageId: `${imageName}@${digest}` });
  const container = write("container", { name: pod.container, image: reference(image) });
  const cluster = write("K8s-cluster", { cloudResource: reference(resource) });
  const namespace = write("K8s-namespace", { name: workload.namespace, cluster: reference(cluster) });
  const controller = write(`K8s-${workload.controller.toLowerCase()}`, {
    name: workload.name,
    namespace: reference(namespace),
  });
  return [resource, image, container, cluster, namespace, controller];
}

function workloadEntities(scene: Scene, writer: EntityWriter) {
  const { workload, pod } = scene;
  const { write } = writer;
  const cluster = clusterEntity(scene, writer);
  const namespace = write("K8s-namespace", { name: workload.namespace, cluster: reference(cluster) });
  const serviceAccount = write("K8s-serviceaccount", {
    name: workload.serviceAccount,
    namespace: reference(namespace),
  });
  const podEntity = write("K8s-pod", {
    name: pod.name,
    namespace: reference(namespace),
    labels: { app: workload.name },
    serviceAccount: reference(serviceAccount),
  });
  const { reference: imageName, digest } = workload.image;
  const image = write("container-image", { imageId: `${imageName}@${digest}`, digest });
  const container = write("container", {
    name: pod.container,
    containerId: pod.containerId,
    image,
    pod: reference(podEntity),
  });
  const list = [cluster, namespace, podEntity, container, serviceAccount, reference(podEntity)];
  return { list, container };
}

/** The service through which a workload is reached from outside (facts: real-data.md §3). */
function serviceEntities(
  { workload }: Scene,
  list: readonly Entity[],
  { write }: EntityWriter,
): readonly Entity[] {
  return list
    .filter(({ type }) => type === "K8s-namespace")
    .map((namespace) =>
      write("K8s-service", {
        name: `${workload.name}-public`,
        namespace: reference(namespace),
        serviceType: "LoadBalancer",
      }),
    );
}

function callerEntities({ person, sourceIp, caller }: Scene, { write }: EntityWriter): readonly Entity[] {
  const ip = write("ip", { address: sourceIp, location: { countryCode: "NL" } });
  if (caller) {
    const namespace = write("K8s-namespace", { name: caller.namespace });
    const account = { name: userNameOf(caller), namespace: reference(namespace) };
    return [namespace, write("K8s-serviceaccount", account), ip];
  }
  const [name, upnSuffix] = person.email.split("@");
  return [write("account", { name, upnSuffix, aadUserId: person.objectId }), ip];
}

function processEntities(
  { pod, activity }: Scene,
  container: Entity,
  startTime: string,
  writer: EntityWriter,
  random: Random,
): readonly Entity[] {
  const { write } = writer;
  const host = hostEntity(pod, writer);
  const file = fileEntity(activity, host, writer, random);
  const parent = write("process", {
    processId: `0x${random.hex(4)}`,
    imageFile: write("file", { directory: "/bin", name: activity.parent }),
    host: reference(host),
  });
  const process = write("process", {
    processId: `0x${random.hex(4)}`,
    commandLine: activity.commandLine,
    creationTimeUtc: startTime,
    imageFile: reference(file),
    parentProcess: reference(parent),
    container: reference(container),
    host: reference(host),
  });
  return [host, file, parent, process, ...malwareEntities(activity, file, writer)];
}

function diskEntities(scene: Scene, writer: EntityWriter, random: Random): readonly Entity[] {
  const cluster = clusterEntity(scene, writer);
  const file = fileEntity(scene.activity, undefined, writer, random);
  return [cluster, file, ...malwareEntities(scene.activity, file, writer)];
}

/** Defender for DNS knows an instance of a scale set by its number alone. */
function instanceEntities(scene: Scene, { write }: EntityWriter): readonly Entity[] {
  const { id, instance } = instanceOf(scene.cluster, scene.pod.node);
  return [
    write("dns", { domainName: suspiciousDomain }),
    write("host", { hostName: instance, azureID: id }),
    write("azure-resource", {
      resourceId: id,
      resourceType: "Virtual Machine Scale Set",
      resourceName: instance,
      metadata: { isGraphCenter: true },
    }),
  ];
}

function hostEntity({ node }: Pod, { write }: EntityWriter): Entity {
  return write("host", { hostName: node, osFamily: "Linux" });
}

function fileEntity(
  { folder, executable }: Activity,
  host: Entity | undefined,
  { write }: EntityWriter,
  random: Random,
): Entity {
  const hash = write("filehash", { algorithm: "SHA256", value: random.hex(64) });
  return write("file", {
    directory: folder,
    name: executable,
    ...(host ? { host: reference(host) } : {}),
    fileHashes: [hash],
  });
}

function malwareEntities({ malware }: Activity, file: Entity, { write }: EntityWriter): readonly Entity[] {
  return malware === undefined
    ? []
    : [write("malware", { name: malware, category: "Trojan", files: [reference(file)] })];
}
