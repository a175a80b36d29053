import { armPath } from "../Core/armUrl";
import type { Right } from "../Core/rbac";
import type { ClusterScope } from "../Core/clusterScope";
import { clusterCondition } from "../Core/clusterCondition";
import type { JsonRecord } from "../Core/json";
import { jsonChanges } from "../Core/jsonChanges";
import {
  refused,
  type FixNote,
  type FixPlan,
  type FixReady,
  type FixWarningCode,
  type LiveCluster,
} from "./quickFix";

/** What it takes to write the cluster itself. */
export function clusterRights({ id }: ClusterScope): readonly Right[] {
  return [{ action: "Microsoft.ContainerService/managedClusters/write", scope: id }];
}

/** Why the cluster can't be changed now; `undefined`: it can. A change in progress is not a reason: the fix can wait for it. */
export function unwritable({ body }: LiveCluster): FixPlan | undefined {
  switch (clusterCondition(body).kind) {
    case "unknown":
      return refused("unreadableCluster");
    case "deleting":
      return refused("clusterDeleting");
    case "stopped":
      return refused("clusterStopped");
    case "ready":
    case "busy":
    case "failed":
      return undefined;
  }
}

/** What comes first in a cluster that is being changed, or whose last change failed. */
function conditionWarnings({ body }: LiveCluster): readonly FixNote<FixWarningCode>[] {
  const condition = clusterCondition(body);
  switch (condition.kind) {
    case "busy":
      return [{ code: "clusterBusy", details: [condition.state] }];
    case "failed":
      return [{ code: "clusterFailed", details: [condition.state] }];
    default:
      return [];
  }
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
    warnings: [...conditionWarnings(live), ...warnings],
    writes: [{ resource: "cluster", path: armPath`${live.scope.id}`, body, onlyIfMissing: false }],
    rights: clusterRights(live.scope),
  };
}
