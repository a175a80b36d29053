import { apiVersions } from "../Azure/arm";
import type { Azure } from "../Azure/azure";
import { getArm } from "../Azure/getArm";
import { Messages } from "../Azure/Messages.resjson";
import { readable } from "../Azure/readable";
import { armPath } from "../Domain/armUrl";
import type { ClusterScope } from "../Domain/clusterScope";
import type { ClusterService } from "./clusterService";
import { profileFromWire } from "./profileFromWire";

/** The cluster read from ARM. The SDK's client would be loaded for this one call. */
export function createArmClusterService({ arm }: Azure, cluster: ClusterScope): ClusterService {
  return {
    async profile(signal) {
      const resource = {
        commandName: "Dashboard/GetCluster",
        path: armPath`${cluster.id}`,
        apiVersion: apiVersions.managedClusters,
      };
      return readable(profileFromWire(await getArm(arm, resource, signal)), Messages.unreadableCluster);
    },
  };
}
