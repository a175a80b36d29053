import type { AlertSubject } from "./alertSubject";
import { kqlLiteral } from "./kqlLiteral";

/** A table and what is done to its rows. */
type Steps = readonly [table: string, ...operators: readonly string[]];

/** What the container wrote. Columns: learn.microsoft.com/azure/azure-monitor/reference/tables/containerlogv2. */
export function containerLogKql({ namespace, pod, container, node }: AlertSubject): Steps {
  const place = [
    ...where("PodNamespace", namespace),
    ...where("PodName", pod),
    ...where("ContainerName", container),
  ];
  return [
    "ContainerLogV2",
    ...(place.length > 0 ? place : whereNode(node)),
    "project TimeGenerated, PodNamespace, PodName, ContainerName, Computer, LogSource, LogMessage",
  ];
}

const eventColumns =
  "project TimeGenerated, Namespace, ObjectKind, Name, KubeEventType, Reason, Message, Count, Computer";

/** Events about the pod. Columns: learn.microsoft.com/azure/azure-monitor/reference/tables/kubeevents. */
export function podEventKql({ namespace, pod }: AlertSubject): Steps {
  return ["KubeEvents", ...where("Namespace", namespace), ...where("Name", pod), eventColumns];
}

/** Events about the node, and those that happened on it. */
export function nodeEventKql({ node }: AlertSubject): Steps {
  const literal = node === undefined ? undefined : kqlLiteral(node);
  const filter = literal === undefined ? [] : [`where Computer =~ ${literal} or Name =~ ${literal}`];
  return ["KubeEvents", ...filter, eventColumns];
}

/**
 * The pods that ran on the node. Columns: learn.microsoft.com/azure/azure-monitor/reference/tables/kubepodinventory, which has
 * a row per container and minute.
 */
export function nodePodKql({ node }: AlertSubject): Steps {
  return [
    "KubePodInventory",
    ...whereNode(node),
    "summarize TimeGenerated = min(TimeGenerated), LastSeen = max(TimeGenerated) by Computer, Namespace, Name, ControllerKind, ControllerName, PodIp",
  ];
}

function where(column: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [`where ${column} == ${kqlLiteral(value)}`];
}

/** Names of nodes are spelled in either letter case. */
function whereNode(node: string | undefined): readonly string[] {
  return node === undefined ? [] : [`where Computer =~ ${kqlLiteral(node)}`];
}
