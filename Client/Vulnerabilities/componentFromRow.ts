import { unreadableRow } from "../Azure/ResourceGraph/unreadableRow";
import type { ClusterScope } from "../Core/clusterScope";
import { dateOf, isYes, textOf, type JsonRecord } from "../Core/json";
import { levelNamed, recommendationLevels } from "../Core/level";
import { isManagedByAks } from "../Core/managedByAks";
import type { MapResult } from "../Core/mapResult";
import { ownershipFromRow } from "../Core/ownership";
import { nodeOfInstance, poolNamed } from "../Core/scaleSetNode";
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
): (row: JsonRecord) => MapResult<VulnerableComponent> {
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

interface ComponentIdentity {
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
  const pool = poolOf(ours, id, row);
  if (pool !== undefined) {
    return { kind: "nodePool", name: pool, place: undefined };
  }
  if (!isContainerId(id) && !isContainerType(row.resourceType)) {
    return { kind: "other", name: id.split("/").at(-1) ?? id, place: undefined };
  }
  const { container, place } = placeFromRow(id, row);
  return { kind: "container", name: container, place };
}

/** Name of the node pool that a resource is, or is a machine of; `undefined` when it is neither. */
function poolOf(clusterId: string, id: string, row: JsonRecord): string | undefined {
  const machines = /\/virtualmachinescalesets\/([^/]+)/.exec(id)?.[1] ?? nodeOfInstance(id);
  if (machines !== undefined) {
    return poolFromRow(clusterId, row) ?? poolNamed(machines) ?? machines;
  }
  return id.startsWith(`${clusterId}/`) ? /\/agentpools\/([^/]+)/.exec(id)?.[1] : undefined;
}

/** `resourceDetails.ResourceType` of containers: of the individual model, and of published rows of the others. */
function isContainerType(type: unknown): boolean {
  return /^(?:k8s-container|container|containerimage)$/i.test(textOf(type) ?? "");
}
