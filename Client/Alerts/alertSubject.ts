import type { AlertDetails, Entity } from "./alert";
import { factLabels as labels, factOf, firstNamed, namedEntities, nameIn } from "./alertFacts";
import { alertNodeOf } from "./alertNode";
import { compromisedWorkload, type Controller } from "./compromisedWorkload";

/** What an alert is about, and who did it. What the alert does not name is `undefined`. */
export interface AlertSubject {
  /** Namespace of the attacked workload, not of the caller. */
  readonly namespace?: string;
  readonly pod?: string;
  readonly container?: string;
  /** Registry, repository and tag, without digest. */
  readonly image?: string;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest?: string;
  /** As Kubernetes calls it, never a bare instance number. */
  readonly node?: string;
  /** Node pool. */
  readonly pool?: string;
  /** How the names of the pool's nodes begin, where no node is named. */
  readonly nodePrefix?: string;
  /** Who called the Kubernetes API. Not the account inside a container that a process ran as. */
  readonly user?: string;
  readonly sourceIp?: string;
  /** The controller that the alert names, or that the pod's name tells. */
  readonly workload?: Controller;
}

/** What observed the activity: the cluster's audit log, the sensor on its nodes, or the scan of their disks. */
type AlertOrigin = "auditLog" | "sensor" | "diskScan" | "other";

/** Reads the subject from the entities of the alert, and from its facts where it has no such entity. */
export function alertSubjectOf(details: AlertDetails): AlertSubject {
  const { namespace, pod, controller, container, containerName } = compromisedWorkload(details);
  const { image, digest } = imageOf(details, container);
  const { node, pool, nodePrefix } = alertNodeOf(details);
  return {
    namespace,
    pod,
    container: containerName,
    image,
    digest,
    node,
    pool,
    ...(node === undefined ? { nodePrefix } : {}),
    user: userOf(details),
    sourceIp: sourceIpOf(details),
    workload: controller,
  };
}

/** What to look for among other findings to find those of the same workload, or of the same node pool. */
export function searchTextOf(subject: AlertSubject): string | undefined {
  return subject.container ?? subject.workload?.name ?? (isAboutNode(subject) ? subject.pool : undefined);
}

/** Whether the alert is about a node or a pool as such: it names nothing that runs there. */
export function isAboutNode({ namespace, pod, workload, container, node, pool }: AlertSubject): boolean {
  const isInCluster = [namespace, pod, workload, container].some((part) => part !== undefined);
  return !isInCluster && (node !== undefined || pool !== undefined);
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

/** Of several addresses the one that a fact names. */
function sourceIpOf(details: AlertDetails): string | undefined {
  const fact = factOf(details.facts, labels.sourceIp);
  return firstNamed(details, "ip", ({ name }) => name === fact)?.name ?? fact;
}

/** The image of the container: from its entity, whose name may carry the digest, else from the facts. */
function imageOf(
  details: AlertDetails,
  container: Entity | undefined,
): Pick<AlertSubject, "image" | "digest"> {
  const usedBy = nameIn(container, labels.image, "containerImage");
  const entity = firstNamed(details, "containerImage", ({ name }) => name === usedBy);
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
  const fact = alertOriginOf(details) === "auditLog" ? factOf(details.facts, labels.user) : undefined;
  const account = firstNamed(details, "account", ({ name }) => name === fact);
  if (!account) {
    return fact ?? callingServiceAccount(details);
  }
  const suffix = factOf(account.facts, labels.account);
  return suffix === undefined || account.name.includes("@") ? account.name : `${account.name}@${suffix}`;
}

/** A service account that is written as the user that calls the API. Others may be those of the attacked pod. */
function callingServiceAccount(details: AlertDetails): string | undefined {
  const users = namedEntities(details, "serviceAccount").map(({ facts }) => factOf(facts, labels.user));
  return users.find((user) => user !== undefined);
}
