import type { AlertSubject } from "./alertSubject";
import type { ClusterScope } from "./clusterScope";
import { controllerCommands, fieldValue } from "./kubectlController";
import { isNamespaceName, isObjectName } from "./kubernetesName";
import { quarantineLabel, quarantinePolicy } from "./quarantine";
import { canBePasted, shellWord } from "./shellWord";

/** In the order of an investigation: sign in, look, contain. */
export const kubectlCommandIds = [
  "getCredentials",
  "describePod",
  "podLogs",
  "previousPodLogs",
  "podEvents",
  "describeController",
  "controllerPods",
  "controllerLogs",
  "controllerEvents",
  "describeNode",
  "nodePods",
  "poolNodes",
  "isolatePod",
  "cordonNode",
] as const;

export type KubectlCommandId = (typeof kubectlCommandIds)[number];

/** A command to copy into a POSIX shell. */
export interface KubectlCommand {
  readonly id: KubectlCommandId;
  /** Key of its name and of its explanation in Investigation.resjson.ts. */
  readonly title: `${KubectlCommandId}Title`;
  readonly explanation: `${KubectlCommandId}Text`;
  readonly command: string;
}

type ClusterName = Pick<ClusterScope, "subscriptionId" | "resourceGroup" | "name">;

/**
 * The commands that the subject allows: what it does not name cannot be looked at, and a pod or namespace whose name
 * Kubernetes would not accept is not isolated, because no such name may enter a manifest.
 *
 * Values stand behind `=` or behind `--`, so that one that begins with a dash is no option.
 */
export function kubectlCommands(subject: AlertSubject, cluster: ClusterName): readonly KubectlCommand[] {
  const commands: Commands = {
    ...clusterCommands(cluster),
    ...podCommands(subject),
    ...controllerCommands(subject),
    ...nodeCommands(subject),
  };
  return kubectlCommandIds.flatMap((id): KubectlCommand[] => {
    const command = commands[id];
    return command !== undefined && canBePasted(command)
      ? [{ id, title: `${id}Title`, explanation: `${id}Text`, command }]
      : [];
  });
}

type Commands = Partial<Record<KubectlCommandId, string>>;

function clusterCommands({ subscriptionId, resourceGroup, name }: ClusterName): Commands {
  const scope = `--subscription=${shellWord(subscriptionId)} --resource-group=${shellWord(resourceGroup)}`;
  return { getCredentials: `az aks get-credentials ${scope} --name=${shellWord(name)}` };
}

function podCommands({ namespace, pod }: AlertSubject): Commands {
  if (namespace === undefined || pod === undefined) {
    return {};
  }
  const place = `--namespace=${shellWord(namespace)}`;
  const name = shellWord(pod);
  const logs = `kubectl logs ${place} --timestamps --all-containers`;
  const involved = shellWord(`involvedObject.kind=Pod,involvedObject.name=${fieldValue(pod)}`);
  return {
    describePod: `kubectl describe pod ${place} -- ${name}`,
    podLogs: `${logs} -- ${name}`,
    previousPodLogs: `${logs} --previous -- ${name}`,
    podEvents: `kubectl get events ${place} --field-selector=${involved} --sort-by=.lastTimestamp`,
    ...isolation(namespace, pod),
  };
}

function isolation(namespace: string, pod: string): Commands {
  if (!isNamespaceName(namespace) || !isObjectName(pod)) {
    return {};
  }
  const { key, value } = quarantineLabel;
  const label = `kubectl label pod ${shellWord(pod)} --namespace=${shellWord(namespace)} ${key}=${value} --overwrite`;
  return {
    isolatePod: `${label} && kubectl apply -f - <<'EOF'\n${quarantinePolicy(namespace)}\nEOF`,
  };
}

function nodeCommands({ node, pool }: AlertSubject): Commands {
  if (node === undefined) {
    const label = `kubernetes.azure.com/agentpool=${pool ?? ""}`;
    return pool !== undefined && /^[a-z\d]+$/.test(pool)
      ? { poolNodes: `kubectl get nodes --selector=${shellWord(label)} --output=wide` }
      : {};
  }
  const onNode = shellWord(`spec.nodeName=${fieldValue(node)}`);
  return {
    describeNode: `kubectl describe node -- ${shellWord(node)}`,
    nodePods: `kubectl get pods --all-namespaces --field-selector=${onNode} --output=wide`,
    cordonNode: `kubectl cordon -- ${shellWord(node)}`,
  };
}
