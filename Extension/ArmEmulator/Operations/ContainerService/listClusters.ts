import { apiVersions } from "../../Server/apiVersions";
import type { Operation } from "../../Server/operation";
import { clusterAnswer } from "./clusterVersions";
import { pageOf } from "../paging";
import { groupScope } from "../scopes";
import { findResourceGroup } from "../Resources/resourceGroups";

const pageSize = 2;
const action = "Microsoft.ContainerService/managedClusters/read";

export const listClusters: Operation = {
  method: "GET",
  path: "/subscriptions/{subscriptionId}/providers/Microsoft.ContainerService/managedClusters",
  apiVersions: apiVersions.managedClusters,
  action,
  scope: groupScope,
  handle: ({ world, request }) => ({
    status: 200,
    body: pageOf(
      world.clusters.map((cluster) => clusterAnswer(cluster, request)),
      request,
      pageSize,
    ),
  }),
};

export const listClustersOfResourceGroup: Operation = {
  method: "GET",
  path: "/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ContainerService/managedClusters",
  apiVersions: apiVersions.managedClusters,
  action,
  scope: groupScope,
  handle(context) {
    const { world, request } = context;
    const group = findResourceGroup(context);
    const clusters = world.clusters.filter(({ resourceGroup }) => resourceGroup.toLowerCase() === group);
    return {
      status: 200,
      body: pageOf(
        clusters.map((cluster) => clusterAnswer(cluster, request)),
        request,
        pageSize,
      ),
    };
  },
};
