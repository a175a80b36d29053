import { apiVersions } from "../../Server/apiVersions";
import { ArmError, type ArmRequest } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import type { Cluster, NodePool } from "../../World/world";
import { poolAnswer } from "./clusterVersions";
import { clusterPath, findCluster } from "./clusters";
import { poolProperties } from "../../World/ContainerService/poolProperties";

export const poolPath = `${clusterPath}/agentPools/{poolName}`;

const read = (path: string, handle: Operation["handle"]): Operation => ({
  method: "GET",
  path,
  apiVersions: apiVersions.managedClusters,
  action: "Microsoft.ContainerService/managedClusters/agentPools/read",
  handle,
});

/** Reads of node pools. */
export const agentPoolOperations: readonly Operation[] = [
  read(`${clusterPath}/agentPools`, (context) => {
    const cluster = findCluster(context);
    return {
      status: 200,
      body: { value: cluster.pools.map((pool) => poolBody(cluster, pool, context.request)) },
    };
  }),
  read(poolPath, (context) => {
    const { cluster, pool } = findPool(context);
    return { status: 200, body: poolBody(cluster, pool, context.request) };
  }),
];

/** The node pool that a path names. Throws ARM's 404 when there is none. */
export function findPool(context: ArmContext): { readonly cluster: Cluster; readonly pool: NodePool } {
  const cluster = findCluster(context);
  const { poolName = "" } = context.place;
  const pool = cluster.pools.find(({ name }) => name.toLowerCase() === poolName.toLowerCase());
  if (!pool) {
    throw new ArmError(404, "NotFound", `Could not find the agentpool '${poolName}' in '${cluster.name}'.`);
  }
  return { cluster, pool };
}

export function poolId(cluster: Cluster, pool: NodePool): string {
  return `${cluster.id}/agentPools/${pool.name}`;
}

/** A pool as the asked api-version returns it. */
export function poolBody(cluster: Cluster, pool: NodePool, request: ArmRequest) {
  return {
    id: poolId(cluster, pool),
    name: pool.name,
    type: "Microsoft.ContainerService/managedClusters/agentPools",
    properties: poolAnswer(poolProperties(cluster, pool), request),
  };
}
