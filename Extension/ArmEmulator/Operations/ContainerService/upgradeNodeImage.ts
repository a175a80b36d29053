import { apiVersions } from "../../Server/apiVersions";
import { ArmError } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import type { LongRunning } from "../../Server/runningOperations";
import { latestNodeImage } from "../../World/ContainerService/nodeVersions";
import type { Cluster, NodePool } from "../../World/world";
import { findPool, poolBody, poolPath } from "./agentPools";
import { checkStarted } from "./clusterWrites";
import { operationHeaders } from "../Resources/operationLinks";

/** How long one node takes here, in milliseconds. */
const perNode = 5000;

/** Gives all nodes of a pool the latest image. Microsoft's list of RBAC actions has this with `write` too; a POST needs `action`. */
export const upgradeNodeImage: Operation = {
  method: "POST",
  path: `${poolPath}/upgradeNodeImageVersion`,
  apiVersions: apiVersions.managedClusters,
  action: "Microsoft.ContainerService/managedClusters/agentPools/upgradeNodeImageVersion/action",
  scope: ({ subscriptionId = "", resourceGroup = "", name = "", poolName = "" }) =>
    `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.ContainerService/managedClusters/${name}/agentPools/${poolName}`,
  handle(context) {
    const { cluster, pool } = findPool(context);
    checkStarted(cluster);
    checkIdle(cluster);
    const operationId = context.running.start(upgrade(cluster, pool, context));
    return {
      status: 202,
      headers: operationHeaders(context, cluster.location, operationId),
      body: poolBody(cluster, pool, context.request),
    };
  },
};

/** Throws ARM's 409 while another write is going on in the cluster. */
function checkIdle({ name, state, pools }: Cluster): void {
  const busy = pools.find((pool) => pool.state.provisioningState === "UpgradingNodeImageVersion");
  if (busy || state.provisioningState === "Updating") {
    throw new ArmError(
      409,
      "OperationNotAllowed",
      `Operation is not allowed because there's an in progress ${busy ? `upgrade of the node pool '${busy.name}'` : "update of the managed cluster"} in '${name}'. Please wait for it to finish before starting a new operation.`,
    );
  }
}

function upgrade(cluster: Cluster, pool: NodePool, { now, request }: ArmContext): LongRunning {
  const finishesAt = new Date(now.getTime() + perNode * pool.nodes.length);
  const error = drainFailure(pool);
  cluster.state.provisioningState = "Updating";
  pool.state.provisioningState = "UpgradingNodeImageVersion";
  return {
    location: cluster.location,
    startedAt: now,
    finishesAt,
    ...(error ? { error } : {}),
    finish() {
      cluster.state.provisioningState = "Succeeded";
      Object.assign(
        pool.state,
        error
          ? { provisioningState: "Failed" }
          : {
              provisioningState: "Succeeded",
              nodeImageVersion: latestNodeImage,
              imageChangedAt: finishesAt,
            },
      );
    },
    result: () => ({ status: 200, body: poolBody(cluster, pool, request) }),
  };
}

function drainFailure({ nodes, state }: NodePool): LongRunning["error"] {
  const pod = state.undrainablePod;
  return pod === null
    ? undefined
    : {
        code: "UpgradeFailed",
        message: `Drain of ${nodes[0] ?? "the node"} did not complete: the pod ${pod} cannot be evicted without violating its disruption budget.`,
      };
}
