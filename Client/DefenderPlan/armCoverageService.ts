import { getArm } from "../Azure/Arm/armCalls";
import { postArm } from "../Azure/Arm/armLists";
import { required } from "../Azure/Arm/required";
import { apiVersions } from "../Azure/Pipeline/arm";
import type { Azure } from "../Azure/Pipeline/azure";
import { Messages } from "../Azure/Pipeline/Messages.resjson";
import { latest } from "../Core/firstScan";
import { armPath } from "../Core/armUrl";
import type { ClusterScope } from "../Core/clusterScope";
import { dateOf, recordOf } from "../Core/json";
import { clusterPartsFromWire } from "./clusterPartsFromWire";
import type { CoverageService } from "./coverageService";
import { workspaceAccessFromWire } from "./workspaceAccessFromWire";

/** The cluster, its workspace, and what Azure Policy has of it, each read from ARM. */
export function createArmCoverageService({ arm }: Azure, cluster: ClusterScope): CoverageService {
  return {
    async clusterParts(signal) {
      const resource = {
        commandName: "Dashboard/GetClusterParts",
        path: armPath`${cluster.id}`,
        apiVersion: apiVersions.managedClusters,
      };
      const body = await getArm(arm, resource, signal);
      return required(clusterPartsFromWire(body), Messages.unreadableCluster, body);
    },

    async workspaceAccess(workspaceId, signal) {
      const resource = {
        commandName: "Dashboard/GetSensorWorkspace",
        path: armPath`${workspaceId}`,
        apiVersion: apiVersions.workspaces,
      };
      const body = await getArm(arm, resource, signal);
      return required(workspaceAccessFromWire(body), Messages.unreadableWorkspace, body);
    },

    async lastPolicyReport(signal) {
      const query = {
        commandName: "Dashboard/GetPolicyReport",
        path: armPath`${cluster.id}/providers/Microsoft.PolicyInsights/componentPolicyStates/latest/queryResults`,
        apiVersion: apiVersions.componentPolicyStates,
        top: 1,
        most: 1,
      };
      const { values } = await postArm(arm, query, signal);
      return latest(values.map((value) => dateOf(recordOf(value).timestamp)));
    },
  };
}
