import { armPath } from "../Core/armUrl";
import type { ClusterScope } from "../Core/clusterScope";
import { isRecord, textOf, type JsonRecord } from "../Core/json";
import { jsonChanges } from "./jsonChanges";
import { valueAt } from "./mergeJson";
import {
  refused,
  type FixNote,
  type FixPlan,
  type FixReady,
  type FixWarningCode,
  type LiveCluster,
  type RequiredRight,
} from "./quickFix";

/** What it takes to write the cluster itself. */
export function clusterRights({ id }: ClusterScope): readonly RequiredRight[] {
  return [{ action: "Microsoft.ContainerService/managedClusters/write", scope: id }];
}

/**
 * Why the cluster takes no change at all now; `undefined`: it does. AKS refuses writes of stopped clusters until they are
 * started (learn.microsoft.com, start-stop-cluster). A change that is under way is no reason: it can be waited for.
 */
export function unwritable({ body }: LiveCluster): FixPlan | undefined {
  if (!isRecord(body.properties)) {
    return refused("unreadableCluster");
  }
  const says = (path: readonly string[]) => textOf(valueAt(body, ["properties", ...path]))?.toLowerCase();
  const [power, provisioning] = [says(["powerState", "code"]), says(["provisioningState"])];
  if (provisioning === "deleting") {
    return refused("clusterDeleting");
  }
  return power === "stopped" || provisioning === "stopping" ? refused("clusterStopped") : undefined;
}

/** A plan that writes the cluster with another body, and nothing else. */
export function clusterPlan(
  live: LiveCluster,
  body: JsonRecord,
  warnings: readonly FixNote<FixWarningCode>[] = [],
): FixReady {
  const changes = jsonChanges(live.body, body).map((change) => ({ resource: "cluster" as const, ...change }));
  return {
    kind: "ready",
    changes,
    warnings,
    writes: [{ resource: "cluster", path: armPath`${live.scope.id}`, body, onlyIfMissing: false }],
    rights: clusterRights(live.scope),
  };
}
