import { kubernetesKind } from "./kubernetesKind";

/** Kinds of objects that make pods, and so have the spec of pods in their manifests, as Kubernetes spells them. */
export const workloadKinds = [
  "CronJob",
  "DaemonSet",
  "Deployment",
  "Job",
  "ReplicaSet",
  "ReplicationController",
  "StatefulSet",
] as const;

/** Kinds that Defender for Cloud has beside Kubernetes' own, or that have no place in its API reference; in lower case. */
const otherKinds: ReadonlySet<string> = new Set([
  "cluster",
  "container",
  "containerimage",
  "customresourcedefinition",
  "event",
  "group",
  "user",
]);

/** Whether the kind, in lower case, is one that makes no pods. */
function makesNoPods(key: string): boolean {
  return otherKinds.has(key) || (kubernetesKind(key)?.toLowerCase() === key && !isWorkload(key));
}

function isWorkload(key: string): boolean {
  return workloadKinds.some((kind) => kind.toLowerCase() === key);
}

/**
 * A kind without what may stand around it: `K8s-deployment`, `Kubernetes Deployment`, `deployments.apps`, `apps/v1/Deployment`
 * and `daemon set` are read alike.
 */
function bareKind(text: string): string {
  const outside = text.split("(")[0] ?? "";
  const last = outside.split("/").at(-1) ?? "";
  const named = (last.split(".")[0] ?? "").trim();
  return named.replace(/^(?:k8s|kubernetes)[\s_-]*/i, "");
}

/** The kind in lower case, singular, with letters and digits only; empty for a text that names none. */
export function kindKey(text: string): string {
  const letters = bareKind(text)
    .toLowerCase()
    .replace(/[^a-z\d]/g, "");
  const singular = letters.replace(/s$/, "");
  const isKnown = (key: string) => makesNoPods(key) || isWorkload(key);
  return !isKnown(letters) && isKnown(singular) ? singular : letters;
}

/** Kind of a known workload as Kubernetes spells it, from any spelling; `undefined` for every other kind. */
export function knownWorkloadKind(text: string): string | undefined {
  const key = kindKey(text);
  return workloadKinds.find((kind) => kind.toLowerCase() === key);
}

/**
 * The same, and kinds that this product does not know as they come: `K8s-rollout` is a Rollout.
 *
 * Assumption: a Kubernetes kind that is none of those in {@link makesNoPods} makes pods. Entity types of workloads other than those in
 * real-data.md §3 are not published; they are expected to be written like these.
 */
export function workloadKindNamed(text: string): string | undefined {
  const known = knownWorkloadKind(text);
  if (known !== undefined || makesNoPods(kindKey(text)) || kindKey(text) === "") {
    return known;
  }
  return bareKind(text)
    .split(/[\s_-]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}
