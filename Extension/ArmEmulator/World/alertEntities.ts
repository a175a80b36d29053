import type { AlertType } from "./alertTypes";
import { createEntityWriter, reference, type Entity, type EntityWriter } from "./entityWriter";
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

/**
 * Entities as Defender for Cloud serialises them: some stand in the list, some only inside another, and one element of the
 * list is only a reference.
 */
export function alertEntities(
  { source }: AlertType,
  scene: Scene,
  startTime: string,
  random: Random,
): readonly Entity[] {
  const writer = createEntityWriter();
  switch (source) {
    case "auditLog":
      return [...workloadEntities(scene, writer).list, ...callerEntities(scene, writer)];
    case "sensor": {
      const { list, container } = workloadEntities(scene, writer);
      return [...list, ...processEntities(scene, container, startTime, writer, random)];
    }
    case "diskScan":
      return diskEntities(scene, writer, random);
  }
}

function clusterEntity({ cluster }: Scene, { write }: EntityWriter): Entity {
  const cloudResource = write("azure-resource", { resourceId: cluster.id });
  return write("K8s-cluster", { name: cluster.name, cloudResource });
}

function workloadEntities(scene: Scene, writer: EntityWriter) {
  const { workload, pod } = scene;
  const { write } = writer;
  const cluster = clusterEntity(scene, writer);
  const namespace = write("K8s-namespace", { name: workload.namespace, cluster: reference(cluster) });
  const serviceAccount = write("K8s-service-account", {
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
  const container = write("K8s-container", {
    name: pod.container,
    containerId: pod.containerId,
    image,
    pod: reference(podEntity),
  });
  const list = [cluster, namespace, podEntity, container, serviceAccount, reference(podEntity)];
  return { list, container };
}

function callerEntities({ person, sourceIp }: Scene, { write }: EntityWriter): readonly Entity[] {
  const [name, upnSuffix] = person.email.split("@");
  const account = write("account", { name, upnSuffix, aadUserId: person.objectId });
  return [account, write("ip", { address: sourceIp, location: { countryCode: "NL" } })];
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
  const host = hostEntity(scene.pod, writer);
  const file = fileEntity(scene.activity, host, writer, random);
  return [cluster, host, file, ...malwareEntities(scene.activity, file, writer)];
}

function hostEntity({ node }: Pod, { write }: EntityWriter): Entity {
  return write("host", { hostName: node, osFamily: "Linux" });
}

function fileEntity(
  { folder, executable }: Activity,
  host: Entity,
  { write }: EntityWriter,
  random: Random,
): Entity {
  const hash = write("filehash", { algorithm: "SHA256", value: random.hex(64) });
  return write("file", {
    directory: folder,
    name: executable,
    host: reference(host),
    fileHashes: [hash],
  });
}

function malwareEntities({ malware }: Activity, file: Entity, { write }: EntityWriter): readonly Entity[] {
  return malware === undefined
    ? []
    : [write("malware", { name: malware, category: "Trojan", files: [reference(file)] })];
}
