import type { AlertDetails, Entity } from "./alert";
import { factLabels, factOf, namedEntities } from "./alertFacts";
import { objectNamed } from "./compromisedWorkload";
import { nodeNamed, nodeOfInstance, poolNamed, scaleSetOf } from "../Core/scaleSetNode";
import { kindKey } from "../Core/workloadKind";

/** The node that an alert is about, or at least its pool. What the alert does not name is `undefined`. */
interface AlertNode {
  /** As Kubernetes calls it. */
  readonly node: string | undefined;
  readonly pool: string | undefined;
  /** How the names of the pool's nodes begin. */
  readonly nodePrefix: string | undefined;
}

/**
 * Reads the node from the host, then from the instance of a scale set that the alert names, then from its facts. Of several that
 * one source names none is taken: it isn't known which was attacked.
 */
export function alertNodeOf(details: AlertDetails): AlertNode {
  const { facts, entities, resourceIds } = details;
  const ofEntities = entities.flatMap(({ resourceId }) => resourceId ?? []);
  const ids = [
    ...ofEntities,
    ...resourceIds,
    ...[factOf(facts, factLabels.resource)].filter((id) => id !== undefined),
  ];
  const named = [
    factOf(facts, factLabels.node),
    objectNamed(details, (kind) => kindKey(kind) === "node"),
  ].map((name) => (name === undefined ? undefined : nodeNamed(name)));
  const node =
    onlyOne(namedEntities(details, "host").map(nodeOfHost)) ??
    onlyOne(ofEntities.map(nodeOfInstance)) ??
    onlyOne(ids.map(nodeOfInstance)) ??
    named.find((name) => name !== undefined);
  const pool =
    (node === undefined ? undefined : poolNamed(node)) ??
    onlyOne(ids.map((id) => poolNamed(scaleSetOf(id) ?? nodeOfInstance(id) ?? ""))) ??
    factOf(facts, factLabels.pool);
  const scaleSet = onlyOne(ids.map((id) => scaleSetOf(id)?.toLowerCase()));
  const isOfPool = scaleSet !== undefined && poolNamed(scaleSet) !== undefined;
  return {
    node,
    pool,
    nodePrefix: isOfPool ? scaleSet : pool === undefined ? undefined : `aks-${pool}-`,
  };
}

/** Azure's name of an instance is not the node's. */
function nodeOfHost({ name, resourceId }: Entity): string | undefined {
  return (resourceId === undefined ? undefined : nodeOfInstance(resourceId)) ?? nodeNamed(name);
}

function onlyOne(names: readonly (string | undefined)[]): string | undefined {
  const [name, ...others] = new Set(names.filter((one) => one !== undefined));
  return others.length === 0 ? name : undefined;
}
