import { unreadableRow } from "../Azure/unreadableRow";
import type { ClusterScope } from "../Domain/clusterScope";
import { dateOf, property, recordOf, structureOf, textOf, type JsonRecord } from "../Domain/json";
import { levelNamed, recommendationLevels } from "../Domain/level";
import type { Mapped } from "../Domain/mapped";
import { ownershipFromRow } from "../Domain/ownership";
import type { ComponentKind, ContainerPlace, VulnerableComponent } from "../Domain/vulnerability";

/**
 * Reads rows of the list query. How a container names its place is not documented, so every part may be missing; one without
 * an id or a level of the scale cannot be placed in the list and becomes a gap. `now` decides what is overdue.
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
    const { kind, name, place } = identityOf(cluster, id, row.data);
    const level = levelNamed(recommendationLevels, row.level);
    if (level === undefined) {
      return unreadableRow("Component", name, "level", row.level);
    }
    return {
      item: {
        id,
        kind,
        name,
        place,
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

/** What a resource is, by its id and the data that came with it. */
export function identityOf(cluster: ClusterScope, id: string, data: unknown): ComponentIdentity {
  const lastSegment = id.split("/").at(-1) ?? id;
  if (id === cluster.id.toLowerCase()) {
    return { kind: "cluster", name: cluster.name, place: undefined };
  }
  const scaleSet = /\/virtualmachinescalesets\/([^/]+)/.exec(id)?.[1];
  if (scaleSet !== undefined) {
    return { kind: "nodePool", name: poolName(scaleSet), place: undefined };
  }
  const fields = recordOf(structureOf(data));
  const container = textOf(property(fields, "containerName"));
  if (container === undefined && !id.startsWith(`${cluster.id.toLowerCase()}/`)) {
    return { kind: "other", name: lastSegment, place: undefined };
  }
  return { kind: "container", name: container ?? lastSegment, place: placeOf(fields) };
}

/**
 * AKS names the scale set of a Linux pool `aks-<pool>-<number>-vmss` and that of a Windows pool `aks<pool>`. Any other name is
 * kept as it is.
 */
function poolName(scaleSet: string): string {
  return /^aks-(.+)-\d+-vmss$/.exec(scaleSet)?.[1] ?? /^aks([^-]+)$/.exec(scaleSet)?.[1] ?? scaleSet;
}

function placeOf(fields: JsonRecord): ContainerPlace {
  const read = (...names: readonly string[]) =>
    names.map((name) => textOf(property(fields, name))).find((text) => text !== undefined) ?? "";
  const digest = read("digest", "imageDigest");
  return {
    namespace: read("namespace"),
    pod: read("podName", "podNamePattern", "pod"),
    controllerKind: read("controllerType", "controllerKind"),
    controllerName: read("controllerName"),
    image: { reference: imageReference(fields, read("imageUri", "image")), digest: digest || undefined },
  };
}

/** The URI where it is given, else registry and repository. */
function imageReference(fields: JsonRecord, uri: string): string {
  if (uri !== "") {
    return uri;
  }
  const repository = recordOf(property(fields, "repositoryDetails"));
  const parts = [property(repository, "registryHost"), property(repository, "repositoryName")].map(textOf);
  return parts.filter((part) => part !== undefined).join("/");
}
