import { apiVersions } from "../../Server/apiVersions";
import type { Operation } from "../../Server/operation";
import { clusterAnswer } from "./clusterVersions";
import { clusterPath, findCluster } from "./clusters";

export const getCluster: Operation = {
  method: "GET",
  path: clusterPath,
  apiVersions: apiVersions.managedClusters,
  action: "Microsoft.ContainerService/managedClusters/read",
  handle: (context) => ({ status: 200, body: clusterAnswer(findCluster(context), context.request) }),
};
