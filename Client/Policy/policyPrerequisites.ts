import type { ClusterNow } from "../Core/defenderPlan";

/**
 * What must happen before a policy about containers does anything in the cluster. `unknown`: the cluster could not be read.
 * Azure takes the assignment all the same.
 */
export type PolicyPrerequisite = "addOnMissing" | "clusterStopped" | "clusterDeleting" | "unknown";

/** In the order in which they have to be seen to: what is installed in a stopped cluster needs it to be started first. */
export function policyPrerequisites(cluster: ClusterNow | undefined): readonly PolicyPrerequisite[] {
  if (!cluster) {
    return ["unknown"];
  }
  const { condition, hasPolicyAddOn } = cluster;
  if (condition.kind === "deleting") {
    return ["clusterDeleting"];
  }
  return [
    ...(condition.kind === "stopped" ? (["clusterStopped"] as const) : []),
    ...(hasPolicyAddOn ? [] : (["addOnMissing"] as const)),
  ];
}
