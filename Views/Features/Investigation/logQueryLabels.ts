import type { AlertSubject } from "../../../Client/Alerts/alertSubject";
import { format } from "../../../Client/Core/format";
import type { LogQueryId } from "../../../Client/Investigation/logQuery";
import { Investigation } from "./Investigation.resjson";

/** Title and text of a query, which name the part of the alert's subject that it filters by. */
export function logQueryLabels(id: LogQueryId, subject: AlertSubject) {
  const about = id === "containerLog" ? containersOf(subject) : objectsOf(id, subject);
  return {
    title: format(Investigation[`${id}Title`], about),
    text: format(Investigation[`${id}Text`], about),
  };
}

function containersOf({ container, pod, workload, namespace, node, nodePrefix }: AlertSubject): string {
  if (container !== undefined) {
    return Investigation.aboutContainer;
  }
  if (pod !== undefined || workload !== undefined) {
    return pod === undefined ? Investigation.aboutControllerContainers : Investigation.aboutPodContainers;
  }
  if (namespace !== undefined) {
    return Investigation.aboutNamespaceContainers;
  }
  if (node !== undefined || nodePrefix !== undefined) {
    return node === undefined ? Investigation.aboutPoolContainers : Investigation.aboutNodeContainers;
  }
  return Investigation.aboutClusterContainers;
}

function objectsOf(id: LogQueryId, subject: AlertSubject): string {
  return id === "nodeEventLog" || id === "nodePodLog" ? nodesOf(subject) : podsOf(subject);
}

function nodesOf({ node, nodePrefix }: AlertSubject): string {
  if (node !== undefined) {
    return Investigation.aboutNode;
  }
  return nodePrefix === undefined ? Investigation.aboutCluster : Investigation.aboutPool;
}

function podsOf({ pod, workload, namespace }: AlertSubject): string {
  if (pod !== undefined) {
    return Investigation.aboutPod;
  }
  if (workload !== undefined) {
    return Investigation.aboutController;
  }
  return namespace === undefined ? Investigation.aboutCluster : Investigation.aboutNamespace;
}
