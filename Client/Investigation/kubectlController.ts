import type { AlertSubject } from "../Alerts/alertSubject";
import { knownWorkloadKind, workloadKinds } from "../Core/workloadKind";
import { isNamespaceName, isObjectName } from "../Core/kubernetesName";
import { shellWord } from "../Core/shellWord";
import { isKindName } from "./kubectlNames";

/** Kinds whose logs kubectl reads, from one of their pods: a CronJob has none, its jobs have. */
const withLogs: ReadonlySet<string> = new Set(workloadKinds.filter((kind) => kind !== "CronJob"));

const owners =
  "custom-columns=POD:.metadata.name,OWNER:.metadata.ownerReferences[*].name,NODE:.spec.nodeName";

interface ControllerCommands {
  readonly describeController?: string;
  readonly controllerPods?: string;
  readonly controllerLogs?: string;
  readonly controllerEvents?: string;
}

/**
 * Commands for the controller of an alert that names no pod. They need its kind: kubectl knows kinds of custom resources by the
 * same lower-case name.
 */
export function controllerCommands(subject: AlertSubject): ControllerCommands {
  const controller = controllerOf(subject);
  if (!controller) {
    return {};
  }
  const { namespace, kind, type, name } = controller;
  const place = `--namespace=${shellWord(namespace)}`;
  const fields = `involvedObject.kind=${kind},involvedObject.name=${name}`;
  const logs = `kubectl logs ${place} --timestamps --all-containers -- ${shellWord(`${type}/${name}`)}`;
  return {
    describeController: `kubectl describe ${type} ${place} -- ${shellWord(name)}`,
    controllerPods: `kubectl get pods ${place} --output=${shellWord(owners)}`,
    ...(withLogs.has(knownWorkloadKind(kind) ?? "") ? { controllerLogs: logs } : {}),
    controllerEvents: `kubectl get events ${place} --field-selector=${shellWord(fields)} --sort-by=.lastTimestamp`,
  };
}

interface Controller {
  readonly namespace: string;
  readonly kind: string;
  /** Its kind as kubectl takes it. */
  readonly type: string;
  readonly name: string;
}

/** The controller of an alert that names no pod; `undefined` when none is named, or by names that Kubernetes does not allow. */
function controllerOf({ namespace, pod, workload }: AlertSubject): Controller | undefined {
  if (namespace === undefined || pod !== undefined || workload === undefined) {
    return undefined;
  }
  const { kind = "", name } = workload;
  const type = kind.toLowerCase();
  const isAllowed = isNamespaceName(namespace) && isObjectName(name) && isKindName(type);
  return isAllowed ? { namespace, kind, type, name } : undefined;
}
