import type { AlertSubject } from "../Alerts/alertSubject";
import { isAzValue } from "../Core/shellWord";
import type { ClusterScope } from "../Core/clusterScope";
import { isNamespaceName, isObjectName } from "../Core/kubernetesName";

export type ClusterName = Pick<ClusterScope, "subscriptionId" | "resourceGroup" | "name">;

/** What a command calls by its name. */
export type NamedPart =
  "cluster" | "controller" | "controllerKind" | "namespace" | "node" | "pod" | "pool" | "resourceGroup";

/** A name that reaches no command, so that the commands which need it are missing. */
export interface UnfitName {
  readonly part: NamedPart;
  readonly name: string;
}

/** Whether kubectl takes it for a kind: its word for one is the kind in lower case. */
export function isKindName(text: string): boolean {
  return /^[a-z][a-z\d]*$/i.test(text);
}

export function isPoolName(text: string): boolean {
  return /^[a-z\d]+$/.test(text);
}

const fits: Readonly<Record<NamedPart, (text: string) => boolean>> = {
  cluster: isAzValue,
  controller: isObjectName,
  controllerKind: isKindName,
  namespace: isNamespaceName,
  node: isObjectName,
  pod: isObjectName,
  pool: isPoolName,
  resourceGroup: isAzValue,
};

/**
 * The names for which commands are missing: the program behind them allows no such name, or would take it for something else. A
 * pattern of pods is one of them.
 */
export function unfitNames(subject: AlertSubject, cluster: ClusterName): readonly UnfitName[] {
  const names = Object.entries(neededNames(subject, cluster)) as [NamedPart, string | undefined][];
  return names.flatMap(([part, name]) => (name === undefined || fits[part](name) ? [] : [{ part, name }]));
}

/** The names that commands would be made of. */
function neededNames(
  { namespace, pod, workload, node, pool }: AlertSubject,
  { resourceGroup, name }: ClusterName,
): Partial<Record<NamedPart, string | undefined>> {
  const controller = pod === undefined ? workload : undefined;
  return {
    resourceGroup,
    cluster: name,
    ...(pod !== undefined || controller !== undefined ? { namespace } : {}),
    pod,
    controllerKind: controller?.kind,
    controller: controller?.name,
    node,
    ...(node === undefined ? { pool } : {}),
  };
}
