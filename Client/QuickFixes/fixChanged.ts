import { ChangedError } from "../Core/changed";
import { jsonChanges, type JsonChange } from "../Core/jsonChanges";
import type { LiveCluster } from "./quickFix";

/** A fix that was not carried out because the cluster, or its diagnostic settings, are not any more what was seen. */
export class FixChangedError extends ChangedError {
  constructor(
    message: string,
    seen: LiveCluster,
    /** As it is now, to plan anew. */
    readonly live: LiveCluster,
  ) {
    super(message, changesBetween(seen, live), undefined, "ClusterChanged");
  }
}

/** In the cluster and its diagnostic settings, but for the etag, which every write changes. */
function changesBetween(seen: LiveCluster, live: LiveCluster): readonly JsonChange[] {
  const all = [
    ...jsonChanges(seen.body, live.body),
    ...jsonChanges(seen.diagnosticSettings, live.diagnosticSettings, "diagnosticSettings"),
  ];
  return all.filter(({ path }) => !/(^|\.)etag$/i.test(path));
}
