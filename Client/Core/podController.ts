/** What a pod belongs to, as far as its name tells. */
interface Workload {
  /** `undefined` where the name fits more than one kind of controller. */
  readonly kind?: "CronJob" | "Deployment" | "StatefulSet";
  readonly name: string;
}

/**
 * Kubernetes makes the random parts of names of these characters alone: no vowels, no digits that look like letters
 * (k8s.io/apimachinery `util/rand`). Words hardly ever consist of them, so such a part doesn't belong to a chosen name.
 */
export const random = "[bcdfghjklmnpqrstvwxz2456789]";
const deployment = new RegExp(`^(.+)-${random}{6,10}-${random}{5}$`);
/** A job of a CronJob is called after its scheduled minute since 1970: eight digits from 1995 to 2160. */
const cronJob = new RegExp(`^(.+)-([1-9]\\d{7})-${random}{5}$`);
const statefulSet = /^(.+)-(?:0|[1-9]\d{0,3})$/;
const fiveMore = new RegExp(`^(.+)-${random}{5}$`);

/**
 * The controller of a pod, derived from the pod's name; `undefined` where the name shows none. A name and five characters may
 * be a pod of a DaemonSet, a Job or a bare ReplicaSet, so that is a name without a kind.
 */
export function controllerOfPod(pod: string): Workload | undefined {
  const scheduled = cronJob.exec(pod)?.[1];
  if (scheduled !== undefined) {
    return { kind: "CronJob", name: scheduled };
  }
  const deployed = deployment.exec(pod)?.[1];
  if (deployed !== undefined) {
    return { kind: "Deployment", name: deployed };
  }
  const numbered = statefulSet.exec(pod)?.[1];
  if (numbered !== undefined) {
    return { kind: "StatefulSet", name: numbered };
  }
  const guessed = fiveMore.exec(pod)?.[1];
  return guessed === undefined ? undefined : { name: guessed };
}
