import type { AlertDetails, Entity, EntityKind, Fact } from "./alert";
import { controllerOfPod, type Workload } from "./podController";

/** What an alert is about, and who did it. What the alert does not name is `undefined`. */
export interface AlertSubject {
  readonly namespace?: string;
  readonly pod?: string;
  readonly container?: string;
  /** Registry, repository and tag, without digest. */
  readonly image?: string;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest?: string;
  readonly node?: string;
  /** Who called the Kubernetes API. Not the account inside a container that a process ran as. */
  readonly user?: string;
  readonly sourceIp?: string;
  /** Controller of the pod. */
  readonly workload?: Workload;
}

/** What observed the activity: the cluster's audit log, the sensor on its nodes, or the scan of their disks. */
export type AlertOrigin = "auditLog" | "sensor" | "diskScan" | "other";

/** Labels of the facts, without letter case, spaces and punctuation, best first. */
const labels = {
  namespace: ["namespace", "kubernetesnamespace"],
  pod: ["podname", "pod"],
  container: ["containername", "container"],
  image: ["imagename", "containerimage", "image"],
  digest: ["imagedigest", "digest"],
  node: ["compromisedhost", "nodename", "hostname"],
  user: ["username", "user"],
  sourceIp: ["sourceip", "sourceipaddress", "ipaddress"],
  detectedBy: ["detectedby"],
  account: ["upnsuffix"],
} as const;

/** Reads the subject from the entities of the alert, and from its facts where it has no such entity. */
export function alertSubjectOf(details: AlertDetails): AlertSubject {
  const pod = first(details, "pod");
  const container = first(details, "container", ({ facts }) => !pod || says(facts, labels.pod, pod.name));
  const podName = pod?.name ?? factOf(details.facts, labels.pod);
  const { image, digest } = imageOf(details, container);
  return {
    namespace:
      nameIn(pod, labels.namespace, "namespace") ??
      first(details, "namespace")?.name ??
      factOf(details.facts, labels.namespace),
    pod: podName,
    container: container?.name ?? factOf(details.facts, labels.container),
    image,
    digest,
    node: first(details, "host")?.name ?? factOf(details.facts, labels.node),
    user: userOf(details),
    sourceIp: first(details, "ip")?.name ?? factOf(details.facts, labels.sourceIp),
    workload: podName === undefined ? undefined : controllerOfPod(podName),
  };
}

/**
 * Detections that read the audit log are called `K8S_…`, those of the sensor `K8S.NODE_…`
 * (learn.microsoft.com/azure/defender-for-cloud/alerts-containers). The type of agentless malware is not published; its title
 * ends in "(Agentless)". Others may say what detected them.
 */
export function alertOriginOf({ alertType, title, facts }: AlertDetails): AlertOrigin {
  if (/^K8S\.NODE_/i.test(alertType)) {
    return "sensor";
  }
  if (/^K8S_/i.test(alertType)) {
    return "auditLog";
  }
  const detector = factOf(facts, labels.detectedBy) ?? "";
  if (/agentless/i.test(alertType) || /\(agentless\)/i.test(title) || /agentless/i.test(detector)) {
    return "diskScan";
  }
  if (/audit log/i.test(detector)) {
    return "auditLog";
  }
  return /sensor/i.test(detector) ? "sensor" : "other";
}

/** The first entity of a kind that has a name of its own, preferably one that fits. */
function first(
  { entities }: AlertDetails,
  kind: EntityKind,
  fits: (entity: Entity) => boolean = () => true,
): Entity | undefined {
  const all = entities.filter((entity) => entity.kind === kind && !isKindName(entity.name, kind));
  return all.find(fits) ?? all[0];
}

/** Entities without a name are called by their type, such as `K8s-pod`: that names nothing. */
function isKindName(name: string, kind: EntityKind): boolean {
  const plain = plainOf(name);
  return plain === "" || plain.replace(/^(?:k8s|kubernetes)/, "") === kind.toLowerCase();
}

/** What another entity is called in a fact of this one. */
function nameIn(entity: Entity | undefined, names: readonly string[], kind: EntityKind): string | undefined {
  const name = factOf(entity?.facts ?? [], names);
  return name === undefined || isKindName(name, kind) ? undefined : name;
}

/** The image of the container: from its entity, whose name may carry the digest, else from the facts. */
function imageOf(
  details: AlertDetails,
  container: Entity | undefined,
): Pick<AlertSubject, "image" | "digest"> {
  const usedBy = nameIn(container, labels.image, "containerImage");
  const entity = first(details, "containerImage", ({ name }) => name === usedBy);
  const reference = (entity?.name ?? usedBy ?? "").replace(/^[a-z-]+:\/\//, "");
  const fact = factOf(details.facts, labels.image) ?? "";
  const digests = [
    reference,
    factOf(entity?.facts ?? [], labels.digest) ?? "",
    fact,
    factOf(details.facts, labels.digest) ?? "",
  ];
  const digest = digests.map((text) => /sha256:[\da-f]{64}$/i.exec(text)?.[0]).find(Boolean);
  return { image: referenceOf(reference) ?? referenceOf(fact), digest };
}

function referenceOf(text: string): string | undefined {
  const reference = text.split("@")[0] ?? "";
  return reference === "" || reference.startsWith("sha256:") ? undefined : reference;
}

/** Facts name the caller of the API in alerts of the audit log only: in others it is the account of a process. */
function userOf(details: AlertDetails): string | undefined {
  const account = first(details, "account");
  if (!account) {
    return alertOriginOf(details) === "auditLog" ? factOf(details.facts, labels.user) : undefined;
  }
  const suffix = factOf(account.facts, labels.account);
  return suffix === undefined || account.name.includes("@") ? account.name : `${account.name}@${suffix}`;
}

function says(facts: readonly Fact[], names: readonly string[], value: string): boolean {
  return factOf(facts, names) === value;
}

function factOf(facts: readonly Fact[], names: readonly string[]): string | undefined {
  const found = names.map((name) => facts.find((fact) => plainOf(fact.name) === name && fact.value !== ""));
  return found.find((fact) => fact !== undefined)?.value;
}

function plainOf(label: string): string {
  return label.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
