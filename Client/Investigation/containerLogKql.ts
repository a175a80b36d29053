import type { AlertSubject } from "../Alerts/alertSubject";
import { madeByPattern } from "./controllerPods";
import { kqlLiteral } from "../Core/kqlLiteral";

/** A table and what is done to its rows. */
type Steps = readonly [table: string, ...operators: readonly string[]];

/** What the container wrote. Columns: learn.microsoft.com/azure/azure-monitor/reference/tables/containerlogv2. */
export function containerLogKql(subject: AlertSubject): Steps {
  const { namespace, container } = subject;
  const place = [
    ...where("PodNamespace", namespace),
    ...wherePod("PodName", subject),
    ...where("ContainerName", container),
  ];
  return [
    "ContainerLogV2",
    ...(place.length > 0 ? place : whereNode(subject)),
    "project TimeGenerated, PodNamespace, PodName, ContainerName, Computer, LogSource, LogMessage",
  ];
}

const eventColumns =
  "project TimeGenerated, Namespace, ObjectKind, Name, KubeEventType, Reason, Message, Count, Computer";

/** Events about the pod, or about the controller and what it made. Columns: learn.microsoft.com/azure/azure-monitor/reference/tables/kubeevents. */
export function podEventKql(subject: AlertSubject): Steps {
  return ["KubeEvents", ...where("Namespace", subject.namespace), ...wherePod("Name", subject), eventColumns];
}

/** Events about the node or the nodes of the pool, and those that happened on them. */
export function nodeEventKql(subject: AlertSubject): Steps {
  const condition = nodeCondition(subject);
  const filter = condition === undefined ? [] : [`where Computer ${condition} or Name ${condition}`];
  return ["KubeEvents", ...filter, eventColumns];
}

/**
 * The pods that ran on the node. Columns: learn.microsoft.com/azure/azure-monitor/reference/tables/kubepodinventory, which has
 * a row per container and minute.
 */
export function nodePodKql(subject: AlertSubject): Steps {
  return [
    "KubePodInventory",
    ...whereNode(subject),
    "summarize TimeGenerated = min(TimeGenerated), LastSeen = max(TimeGenerated) by Computer, Namespace, Name, ControllerKind, ControllerName, PodIp",
  ];
}

function where(column: string, value: string | undefined): readonly string[] {
  return value === undefined ? [] : [`where ${column} == ${kqlLiteral(value)}`];
}

/** The pod, or what its controller made where the alert names no pod. */
function wherePod(column: string, { pod, workload }: AlertSubject): readonly string[] {
  return pod === undefined && workload !== undefined
    ? [`where ${column} matches regex ${kqlLiteral(madeByPattern(workload))}`]
    : where(column, pod);
}

function whereNode(subject: AlertSubject): readonly string[] {
  const condition = nodeCondition(subject);
  return condition === undefined ? [] : [`where Computer ${condition}`];
}

/** Names of nodes are spelled in either letter case. */
function nodeCondition({ node, nodePrefix }: AlertSubject): string | undefined {
  if (node === undefined) {
    return nodePrefix === undefined ? undefined : `startswith ${kqlLiteral(nodePrefix)}`;
  }
  return `=~ ${kqlLiteral(node)}`;
}
