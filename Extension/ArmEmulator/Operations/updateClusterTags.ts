import { randomUUID } from "node:crypto";
import { ArmError, type Operation } from "../Server/arm";
import { clusterApiVersions, clusterBody, clusterPath, findCluster } from "./clusters";

/** How long an update of tags takes here. */
const duration = 1000;

/** The only PATCH that AKS knows; long-running, like all its writes. */
export const updateClusterTags: Operation = {
  method: "PATCH",
  path: clusterPath,
  apiVersions: clusterApiVersions,
  action: "Microsoft.ContainerService/managedClusters/write",
  handle(context) {
    const { request, place, now, running } = context;
    const cluster = findCluster(context);
    const { state } = cluster;
    const ifMatch = request.headers["if-match"];
    if (ifMatch !== undefined && ifMatch !== state.etag) {
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
    const tags = readTags(request.body);
    state.provisioningState = "Updating";
    const operationId = randomUUID();
    running.set(operationId, {
      startedAt: now,
      finishesAt: new Date(now.getTime() + duration),
      finished: false,
      finish() {
        Object.assign(state, { tags, etag: randomUUID(), provisioningState: "Succeeded" });
      },
    });
    const path = `/subscriptions/${place.subscriptionId ?? ""}/providers/Microsoft.ContainerService/locations/${cluster.location}/operations/${operationId}`;
    const link = `${request.linkOrigin}${path}?api-version=${request.query.get("api-version") ?? ""}`;
    return {
      status: 202,
      headers: { "azure-asyncoperation": link, location: link, "retry-after": "1" },
      body: clusterBody(cluster),
    };
  },
};

function readTags(body: unknown): Readonly<Record<string, string>> {
  const tags = (body as { readonly tags?: unknown } | undefined)?.tags;
  if (typeof tags !== "object" || tags === null || Array.isArray(tags)) {
    throw new ArmError(400, "InvalidParameter", "The body must have tags.");
  }
  return Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, String(value)]));
}
