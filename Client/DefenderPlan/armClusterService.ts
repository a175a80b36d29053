import { apiVersions } from "../Azure/Pipeline/arm";
import type { Azure } from "../Azure/Pipeline/azure";
import { getArm } from "../Azure/Arm/armCalls";
import { Messages } from "../Azure/Pipeline/Messages.resjson";
import { required } from "../Azure/Arm/required";
import { armPath } from "../Core/armUrl";
import type { ClusterScope } from "../Core/clusterScope";
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
      const body = await getArm(arm, resource, signal);
      return required(profileFromWire(body), Messages.unreadableCluster, body);
    },
  };
}
