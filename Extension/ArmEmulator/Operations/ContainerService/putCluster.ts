import { apiVersions } from "../../Server/apiVersions";
import type { Operation } from "../../Server/operation";
import { isJson } from "../../World/jsonParts";
import { writeCluster } from "../../World/ContainerService/writeCluster";
import { checkClusterBody } from "./checkClusterBody";
import { clusterPath, findCluster } from "./clusters";
import { clusterWritten } from "./clusterVersions";
import { beginWrite, checkUnchanged } from "./clusterWrites";

/** How long an update takes here; in Azure it is minutes. */
const milliseconds = 8000;

/**
 * Updates a cluster: it becomes what the body says, whatever that is, and what the body leaves out is gone. There is no
 * creating of clusters here: an unknown name is a 404.
 */
export const putCluster: Operation = {
  method: "PUT",
  path: clusterPath,
  apiVersions: apiVersions.managedClusters,
  action: "Microsoft.ContainerService/managedClusters/write",
  handle(context) {
    const cluster = findCluster(context);
    checkUnchanged(cluster, context);
    const { request, world } = context;
    const written = isJson(request.body) ? clusterWritten(request.body, cluster, request) : request.body;
    const body = checkClusterBody(written, cluster, world);
    const finish = (at: Date) => writeCluster(cluster, body, at);
    return beginWrite(cluster, { milliseconds, status: 200, finish }, context);
  },
};
