import { randomUUID } from "node:crypto";
import { ArmError, type ArmResponse } from "../../Server/arm";
import type { ArmContext } from "../../Server/operation";
import { clusterBody } from "../../World/ContainerService/clusterBody";
import type { Cluster } from "../../World/world";
import { clusterAnswer } from "./clusterVersions";
import { operationHeaders } from "../Resources/operationLinks";

/** A write of a cluster: how long it takes, and what it does to the cluster when it succeeds. */
interface ClusterWrite {
  readonly milliseconds: number;
  /** Status of the answer that says that it has begun. */
  readonly status: 200 | 202;
  finish(at: Date): void;
}

const busyMilliseconds = 20_000;

/** What AKS may say when it could not do what it had accepted; the text is ours. */
const failure = {
  code: "ReconcileVMSSAgentPoolFailed",
  message: "The cluster could not be reconciled: the node pool 'system' did not become ready in time.",
};

/** Throws ARM's 412 when the caller has read another state, and its 409 while another write is going on. */
export function checkUnchanged(cluster: Cluster, context: ArmContext): void {
  const { state } = cluster;
  const ifMatch = context.request.headers["if-match"];
  if (ifMatch !== undefined && ifMatch !== "*" && ifMatch !== state.etag) {
    throw new ArmError(
      412,
      "PreconditionFailed",
      "The eTag of the resource is not the one of the If-Match header.",
    );
  }
  checkStarted(cluster);
  if (state.trouble === "busy") {
    state.trouble = null;
    beginForeignWrite(cluster, context);
  }
  if (state.provisioningState === "Updating") {
    throw new ArmError(
      409,
      "OperationNotAllowed",
      "Another operation on the managed cluster is in progress.",
    );
  }
}

/** Throws AKS' refusal of what is done to a stopped cluster; the code has been seen, the text is ours. */
export function checkStarted({ name, state }: Cluster): void {
  if (state.isStopped) {
    throw new ArmError(
      400,
      "OperationNotAllowed",
      `Managed cluster is in stopped state. Start the cluster '${name}' before any other operation on it.`,
    );
  }
}

/** Begins a write; every write of a cluster is long-running. */
export function beginWrite(
  cluster: Cluster,
  { milliseconds, status, finish }: ClusterWrite,
  context: ArmContext,
): ArmResponse {
  const { now, running } = context;
  const { state, location } = cluster;
  const fails = state.trouble === "fails";
  const finishesAt = new Date(now.getTime() + milliseconds);
  state.provisioningState = "Updating";
  const operationId = running.start({
    location,
    startedAt: now,
    finishesAt,
    ...(fails ? { error: failure } : {}),
    finish: () => (fails ? fail(cluster) : finish(finishesAt)),
    result: () => ({ status: 200, body: clusterAnswer(cluster, context.request) }),
  });
  const { location: resultLink, ...headers } = operationHeaders(context, location, operationId);
  return {
    status,
    headers: { ...headers, ...(status === 202 && { location: resultLink }) },
    body: clusterAnswer(cluster, context.request),
  };
}

function fail({ state }: Cluster): void {
  Object.assign(state, { etag: randomUUID(), provisioningState: "Failed" });
}

/** Another client changes a property that the product doesn't read. */
function beginForeignWrite(cluster: Cluster, { now, running }: ArmContext): void {
  cluster.state.provisioningState = "Updating";
  running.start({
    location: cluster.location,
    startedAt: now,
    finishesAt: new Date(now.getTime() + busyMilliseconds),
    finish() {
      Object.assign(cluster.state, { etag: randomUUID(), provisioningState: "Succeeded" });
    },
    result: () => ({ status: 200, body: clusterBody(cluster) }),
  });
}
