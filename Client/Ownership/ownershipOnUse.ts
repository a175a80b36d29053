import type { Azure } from "../Azure/Pipeline/azure";
import type { ClusterScope } from "../Core/clusterScope";
import { loadedOnUse } from "../Core/loadCode";
import type { OwnershipService } from "./ownershipService";
import { createRecentAssignments } from "./recentAssignments";

/** The service of owners, loaded when it is first asked of Azure. What was changed here is known without: nothing, until it's loaded. */
export function ownershipOnUse(azure: Azure, cluster: ClusterScope): OwnershipService {
  const recent = createRecentAssignments();
  const service = loadedOnUse<Omit<OwnershipService, "changes">>(async () => {
    const { createArmOwnershipService } = await import(
      /* webpackChunkName: "MoreServices" */ "./armOwnershipService"
    );
    return createArmOwnershipService(azure, cluster, recent);
  });
  return {
    underlyingAssessments: (keys, signal) => service.underlyingAssessments(keys, signal),
    get: (assessmentId, signal) => service.get(assessmentId, signal),
    assign: (assessment, change, now) => service.assign(assessment, change, now),
    remove: (assessment) => service.remove(assessment),
    changes: () => recent.changes(),
    pendingChanges: async (signal) => (recent.changes().length === 0 ? [] : service.pendingChanges(signal)),
  };
}
