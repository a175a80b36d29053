import { randomUUID } from "node:crypto";
import { ArmError, type ArmContext, type Operation } from "../Server/arm";
import type { Cluster } from "../World/world";
import { clusterApiVersions, clusterBody, clusterPath, findCluster } from "./clusters";
import { operationHeaders } from "./operationLinks";

/** How long an update of tags takes here. */
const duration = 1000;

/** The only PATCH that AKS knows; long-running, like all its writes. */
export const updateClusterTags: Operation = {
  method: "PATCH",
  path: clusterPath,
  apiVersions: clusterApiVersions,
  action: "Microsoft.ContainerService/managedClusters/write",
  handle(context) {
    const { request } = context;
    const cluster = findCluster(context);
    checkUnchanged(cluster, request.headers["if-match"]);
    const tags = readTags(request.body);
    const operationId = startUpdate(cluster, tags, context);
    return {
      status: 202,
      headers: operationHeaders(context, cluster.location, operationId),
      body: clusterBody(cluster),
    };
  },
};

/** Throws ARM's 412 when the caller has read another state, and its 409 while another write is going on. */
function checkUnchanged({ state }: Cluster, ifMatch: string | undefined): void {
  if (ifMatch !== undefined && ifMatch !== "*" && ifMatch !== state.etag) {
    throw new ArmError(
      412,
      "PreconditionFailed",
      "The eTag of the resource is not the one of the If-Match header.",
    );
  }
  if (state.provisioningState !== "Succeeded") {
    throw new ArmError(
      409,
      "OperationNotAllowed",
      "Another operation on the managed cluster is in progress.",
    );
  }
}

function startUpdate(
  cluster: Cluster,
  tags: Readonly<Record<string, string>>,
  { now, running }: ArmContext,
): string {
  cluster.state.provisioningState = "Updating";
  return running.start({
    location: cluster.location,
    startedAt: now,
    finishesAt: new Date(now.getTime() + duration),
    finish() {
      Object.assign(cluster.state, { tags, etag: randomUUID(), provisioningState: "Succeeded" });
    },
    result: () => ({ status: 200, body: clusterBody(cluster) }),
  });
}

function readTags(body: unknown): Readonly<Record<string, string>> {
  const tags = (body as { readonly tags?: unknown } | undefined)?.tags;
  if (typeof tags !== "object" || tags === null || Array.isArray(tags)) {
    throw new ArmError(400, "InvalidParameter", "The body must have tags.");
  }
  return Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, String(value)]));
}
