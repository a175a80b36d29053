import type { Cluster, NodePool } from "../world";

interface ScaleSetInstance {
  readonly pool: NodePool;
  /** ARM id, in lower case as alerts have it. */
  readonly id: string;
  /** Its number in its scale set, in decimal digits. */
  readonly instance: string;
}

/** The instance of a scale set that a node of a cluster is: its name ends in the number in base 36, six digits long. */
export function instanceOf({ pools }: Cluster, node: string): ScaleSetInstance {
  const pool = pools.find(({ nodes }) => nodes.includes(node));
  if (!pool) {
    throw new Error(`No pool has the node ${node}.`);
  }
  const instance = String(parseInt(node.slice(-6), 36));
  return { pool, instance, id: `${pool.scaleSetId}/virtualMachines/${instance}`.toLowerCase() };
}
