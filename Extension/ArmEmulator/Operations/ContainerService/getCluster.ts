import type { Operation } from "../../Server/operation";
import { clusterBody } from "../../World/ContainerService/clusterBody";
import { clusterApiVersions, clusterPath, findCluster } from "./clusters";

export const getCluster: Operation = {
  method: "GET",
  path: clusterPath,
  apiVersions: clusterApiVersions,
  action: "Microsoft.ContainerService/managedClusters/read",
  handle: (context) => ({ status: 200, body: clusterBody(findCluster(context)) }),
};
