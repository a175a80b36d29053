import type { AlertDetails } from "./alert";
import { factLabels, factOf, namedEntities } from "./alertFacts";
import { objectNamed } from "./compromisedWorkload";
import { isBareInstance, nodeOfInstance, poolNamed, scaleSetOf } from "../Core/scaleSetNode";
import { kindKey } from "../Core/workloadKind";

/** The node that an alert is about, or at least its pool. What the alert does not name is `undefined`. */
export interface AlertNode {
  /** As Kubernetes calls it. */
  readonly node: string | undefined;
  readonly pool: string | undefined;
  /** How the names of the pool's nodes begin. */
  readonly nodePrefix: string | undefined;
}

/** Reads the node from the host, then from the instance of a scale set that the alert names, then from its facts. */
export function alertNodeOf(details: AlertDetails): AlertNode {
  const { facts, entities, resourceIds } = details;
  const ids = [
    ...entities.flatMap(({ resourceId }) => resourceId ?? []),
    ...resourceIds,
    ...[factOf(facts, factLabels.resource)].filter((id) => id !== undefined),
  ];
  const names = [
    ...namedEntities(details, "host").map(({ name }) => name),
    ...ids.map(nodeOfInstance),
    factOf(facts, factLabels.node),
    objectNamed(details, (kind) => kindKey(kind) === "node"),
  ];
  const node = names.find((name) => name !== undefined && !isBareInstance(name));
  const scaleSets = ids.map(scaleSetOf).filter((name) => name !== undefined);
  const scaleSet = scaleSets.find((name) => poolNamed(name) !== undefined);
  const pool =
    (node === undefined ? undefined : poolNamed(node)) ??
    (scaleSet === undefined ? undefined : poolNamed(scaleSet)) ??
    factOf(facts, factLabels.pool);
  return {
    node,
    pool,
    nodePrefix: scaleSet?.toLowerCase() ?? (pool === undefined ? undefined : `aks-${pool}-`),
  };
}
