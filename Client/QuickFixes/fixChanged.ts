import { FailureError } from "../Core/failure";
import { jsonChanges, type JsonChange } from "./jsonChanges";
import type { LiveCluster } from "./quickFix";

/** A fix that was not carried out because the cluster is not any more what was seen. Its failure's kind is `conflict`. */
export class FixChangedError extends FailureError {
  /** What changed meanwhile, in the cluster and its diagnostic settings; may be empty when only the etag did. */
  readonly changed: readonly JsonChange[];

  constructor(
    message: string,
    seen: LiveCluster,
    /** As it is now, to plan anew. */
    readonly live: LiveCluster,
  ) {
    super({ kind: "conflict", message, code: "ClusterChanged" });
    this.changed = changesBetween(seen, live);
  }
}

/** Differences but for the etag, which every write changes. */
function changesBetween(seen: LiveCluster, live: LiveCluster): readonly JsonChange[] {
  const all = [
    ...jsonChanges(seen.body, live.body),
    ...jsonChanges(seen.diagnosticSettings, live.diagnosticSettings, "diagnosticSettings"),
  ];
  return all.filter(({ path }) => !/(^|\.)etag$/i.test(path));
}
