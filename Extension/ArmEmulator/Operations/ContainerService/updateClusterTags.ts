import { apiVersions } from "../../Server/apiVersions";
import { randomUUID } from "node:crypto";
import { ArmError } from "../../Server/arm";
import type { Operation } from "../../Server/operation";
import { isJson } from "../../World/jsonParts";
import { clusterPath, findCluster } from "./clusters";
import { beginWrite, checkUnchanged } from "./clusterWrites";

/** How long an update of tags takes here. */
const milliseconds = 1000;

/** The only PATCH that AKS knows; long-running, like all its writes. */
export const updateClusterTags: Operation = {
  method: "PATCH",
  path: clusterPath,
  apiVersions: apiVersions.managedClusters,
  action: "Microsoft.ContainerService/managedClusters/write",
  handle(context) {
    const cluster = findCluster(context);
    checkUnchanged(cluster, context);
    const tags = readTags(context.request.body);
    const finish = () => {
      Object.assign(cluster.state, { tags, etag: randomUUID(), provisioningState: "Succeeded" });
    };
    return beginWrite(cluster, { milliseconds, status: 202, finish }, context);
  },
};

function readTags(body: unknown): Readonly<Record<string, string>> {
  const tags = isJson(body) ? body.tags : undefined;
  if (!isJson(tags)) {
    throw new ArmError(400, "InvalidParameter", "The body must have tags.");
  }
  return Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, String(value)]));
}
