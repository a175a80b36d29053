import { apiVersions } from "../../Server/apiVersions";
import { ArmError } from "../../Server/arm";
import type { ArmContext, Operation } from "../../Server/operation";
import type { LongRunning } from "../../Server/runningOperations";
import { latestNodeImage } from "../../World/ContainerService/nodeVersions";
import type { Cluster, NodePool } from "../../World/world";
import { findPool, poolBody, poolPath } from "./agentPools";
import { clusterIdOf } from "./clusters";
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
  scope: (place) => `${clusterIdOf(place)}/agentPools/${place.poolName ?? ""}`,
  handle(context) {
    const { cluster, pool } = findPool(context);
    checkStarted(cluster);
    checkIdle(cluster, pool);
    const operationId = context.running.start(upgrade(cluster, pool, context));
    return {
      status: 202,
      headers: operationHeaders(context, cluster.location, operationId),
      body: poolBody(cluster, pool, context.request),
    };
  },
};

/**
 * Throws ARM's 409 while another operation is going on in the pool, or a write of the cluster. Other pools are free: Azure CLI begins the
 * upgrades of all pools at once (`az aks upgrade --node-image-only`).
 */
function checkIdle({ name, state, pools }: Cluster, pool: NodePool): void {
  const isWritten = state.provisioningState === "Updating" && !pools.some(isUpgrading);
  if (isUpgrading(pool) || isWritten) {
    throw new ArmError(
      409,
      "OperationNotAllowed",
      `Operation is not allowed because there's an in progress ${isWritten ? "update of the managed cluster" : `upgrade of the node pool '${pool.name}'`} in '${name}'. Please wait for it to finish before starting a new operation.`,
    );
  }
}

const isUpgrading = ({ state }: NodePool) => state.provisioningState === "UpgradingNodeImageVersion";

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
      if (!cluster.pools.some(isUpgrading)) {
        cluster.state.provisioningState = "Succeeded";
      }
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
