import type { AlertSubject } from "../Alerts/alertSubject";
import { isAzValue, shellWord } from "../Core/shellWord";
import { controllerCommands } from "./kubectlController";
import { isPoolName, type ClusterName } from "./kubectlNames";
import { isNamespaceName, isObjectName } from "../Core/kubernetesName";
import { quarantineLabel, quarantinePolicy } from "./quarantine";

/** In the order of an investigation: sign in, look, contain. */
const kubectlCommandIds = [
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
interface KubectlCommand {
  readonly id: KubectlCommandId;
  /** Key of its name and of its explanation in Investigation.resjson.ts. */
  readonly title: `${KubectlCommandId}Title`;
  readonly explanation: `${KubectlCommandId}Text`;
  readonly command: string;
}

/**
 * The commands that the subject allows: what it does not name cannot be looked at, and neither can what Kubernetes would not
 * let be called so, a pattern for one: such a name reaches no command and no manifest, and
 * `unfitNames` says so.
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
    return command !== undefined ? [{ id, title: `${id}Title`, explanation: `${id}Text`, command }] : [];
  });
}

type Commands = Partial<Record<KubectlCommandId, string>>;

function clusterCommands({ subscriptionId, resourceGroup, name }: ClusterName): Commands {
  if (![subscriptionId, resourceGroup, name].every(isAzValue)) {
    return {};
  }
  const scope = `--subscription=${shellWord(subscriptionId)} --resource-group=${shellWord(resourceGroup)}`;
  return { getCredentials: `az aks get-credentials ${scope} --name=${shellWord(name)}` };
}

function podCommands({ namespace, pod }: AlertSubject): Commands {
  if (namespace === undefined || pod === undefined || !isNamespaceName(namespace) || !isObjectName(pod)) {
    return {};
  }
  const place = `--namespace=${shellWord(namespace)}`;
  const name = shellWord(pod);
  const logs = `kubectl logs ${place} --timestamps --all-containers`;
  const involved = shellWord(`involvedObject.kind=Pod,involvedObject.name=${pod}`);
  return {
    describePod: `kubectl describe pod ${place} -- ${name}`,
    podLogs: `${logs} -- ${name}`,
    previousPodLogs: `${logs} --previous -- ${name}`,
    podEvents: `kubectl get events ${place} --field-selector=${involved} --sort-by=.lastTimestamp`,
    ...isolation(namespace, pod),
  };
}

function isolation(namespace: string, pod: string): Commands {
  const { key, value } = quarantineLabel;
  const label = `kubectl label pod ${shellWord(pod)} --namespace=${shellWord(namespace)} ${key}=${value} --overwrite`;
  return {
    isolatePod: `${label} && kubectl apply -f - <<'EOF'\n${quarantinePolicy(namespace)}\nEOF`,
  };
}

function nodeCommands({ node, pool }: AlertSubject): Commands {
  if (node === undefined) {
    const label = `kubernetes.azure.com/agentpool=${pool ?? ""}`;
    return pool !== undefined && isPoolName(pool)
      ? { poolNodes: `kubectl get nodes --selector=${shellWord(label)} --output=wide` }
      : {};
  }
  if (!isObjectName(node)) {
    return {};
  }
  const onNode = shellWord(`spec.nodeName=${node}`);
  return {
    describeNode: `kubectl describe node -- ${shellWord(node)}`,
    nodePods: `kubectl get pods --all-namespaces --field-selector=${onNode} --output=wide`,
    cordonNode: `kubectl cordon -- ${shellWord(node)}`,
  };
}
