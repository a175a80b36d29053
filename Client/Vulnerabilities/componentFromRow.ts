import { unreadableRow } from "../Azure/ResourceGraph/unreadableRow";
import type { ClusterScope } from "../Core/clusterScope";
import { dateOf, isYes, textOf, type JsonRecord } from "../Core/json";
import { levelNamed, recommendationLevels } from "../Core/level";
import { isManagedByAks } from "../Core/managedByAks";
import type { Mapped } from "../Core/mapped";
import { ownershipFromRow } from "../Core/ownership";
import type { ComponentKind, ContainerPlace, VulnerableComponent } from "./vulnerability";
import { isContainerId } from "./containerId";
import { placeFromRow, poolFromRow } from "./placeFromRow";

/**
 * Reads rows of the list query. Every part of a container's place may be missing; a row without an id or a level of the scale
 * cannot be placed in the list and becomes a gap. `now` decides what is overdue.
 */
export function componentFromRow(
  cluster: ClusterScope,
  now: Date,
): (row: JsonRecord) => Mapped<VulnerableComponent> {
  return (row) => {
    const id = textOf(row.id)?.toLowerCase();
    if (id === undefined) {
      return unreadableRow("Component", "?", "id", row.id);
    }
    const { kind, name, place } = identityOf(cluster, id, row);
    const level = levelNamed(recommendationLevels, row.level);
    if (level === undefined) {
      return unreadableRow("Component", name || id, "level", row.level);
    }
    return {
      item: {
        id,
        kind,
        name,
        place,
        isManagedByAks: kind === "container" && (isYes(row.ofAks) || isManagedByAks(place?.namespace ?? "")),
        level,
        ranking: row.ranking === "risk" ? "risk" : "severity",
        ownership: ownershipFromRow(row, now),
        firstSeen: dateOf(row.firstEvaluationDate),
      },
    };
  };
}

export interface ComponentIdentity {
  readonly kind: ComponentKind;
  readonly name: string;
  readonly place: ContainerPlace | undefined;
}

/** What a resource is, by its id in lower case and the columns about its identity that came with it. */
export function identityOf(cluster: ClusterScope, id: string, row: JsonRecord): ComponentIdentity {
  const ours = cluster.id.toLowerCase();
  if (id === ours) {
    return { kind: "cluster", name: cluster.name, place: undefined };
  }
  const scaleSet = /\/virtualmachinescalesets\/([^/]+)/.exec(id)?.[1];
  if (scaleSet !== undefined) {
    return { kind: "nodePool", name: poolFromRow(ours, row) ?? poolName(scaleSet), place: undefined };
  }
  const machinePool = singleMachine.exec(id)?.[1];
  if (machinePool !== undefined) {
    return { kind: "nodePool", name: poolFromRow(ours, row) ?? machinePool, place: undefined };
  }
  const agentPool = id.startsWith(`${ours}/`) ? /\/agentpools\/([^/]+)/.exec(id)?.[1] : undefined;
  if (agentPool !== undefined) {
    return { kind: "nodePool", name: agentPool, place: undefined };
  }
  const isContainer = isContainerId(id) || isContainerType(row.resourceType);
  if (!isContainer) {
    return { kind: "other", name: id.split("/").at(-1) ?? id, place: undefined };
  }
  const { container, place } = placeFromRow(id, row);
  return { kind: "container", name: container, place };
}

/**
 * AKS names the machines of a pool of type `VirtualMachines` `aks-<pool>-<number>-vms<n>` (as the autoscaler of Kubernetes reads
 * them). ASSUMPTION: what is found on them is filed at the machine, as for other machines; no such row has been published.
 */
const singleMachine = /\/microsoft\.compute\/virtualmachines\/aks-([a-z\d]+)-\d+-vms\d+$/;

/** `resourceDetails.ResourceType` of containers: of the individual model, and of published rows of the others. */
function isContainerType(type: unknown): boolean {
  return /^(?:k8s-container|container|containerimage)$/i.test(textOf(type) ?? "");
}

/**
 * AKS names the scale set of a Linux pool `aks-<pool>-<number>-vmss` and that of a Windows pool `aks<pool>`. Any other name is
 * kept as it is.
 */
function poolName(scaleSet: string): string {
  return /^aks-(.+)-\d+-vmss$/.exec(scaleSet)?.[1] ?? /^aks([^-]+)$/.exec(scaleSet)?.[1] ?? scaleSet;
}
