import { armPath } from "../armUrl";
import type { ClusterScope } from "../clusterScope";
import { isRecord, type JsonRecord } from "../json";
import { jsonChanges } from "./jsonChanges";
import type { FixNote, FixReady, FixWarningCode, LiveCluster, RequiredRight } from "./quickFix";

/** What it takes to write the cluster itself. */
export function clusterRights({ id }: ClusterScope): readonly RequiredRight[] {
  return [{ action: "Microsoft.ContainerService/managedClusters/write", scope: id }];
}

export function isReadable({ body }: LiveCluster): boolean {
  return isRecord(body.properties);
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
