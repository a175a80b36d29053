import type { Controller } from "../Alerts/compromisedWorkload";
import { random } from "../Core/podController";

const replicaSet = `${random}{6,10}`;
const pod = `${random}{5}`;

/** What follows the controller's name in the names of what it makes: jobs and replica sets, and pods. */
const suffixes: Readonly<Record<string, string>> = {
  CronJob: `-\\d{8}(-${pod})?`,
  DaemonSet: `-${pod}`,
  Deployment: `-${replicaSet}(-${pod})?`,
  Job: `(-\\d+)?-${pod}`,
  ReplicaSet: `-${pod}`,
  ReplicationController: `-${pod}`,
  StatefulSet: `-\\d+`,
};

/** Kubernetes cuts the names of what it makes so that they stay labels: longer names are compared by their beginning. */
const longestWhole = 46;

/**
 * Regular expression (RE2, without delimiters) that fits a controller and what it makes, by name. Log tables do not name the
 * controller of a pod. Of a kind that is not known everything fits that begins with its name and a dash.
 */
export function madeByPattern({ kind, name }: Controller): string {
  const begin = name.slice(0, longestWhole).replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const suffix = kind !== undefined && Object.hasOwn(suffixes, kind) ? suffixes[kind] : "-.+";
  return name.length > longestWhole ? `^${begin}` : `^${begin}(${suffix ?? ""})?$`;
}
