import type { ClusterNow } from "../Core/defenderPlan";

/** The cluster as Azure Kubernetes Service knows it. */
export interface ClusterService {
  /**
   * What the cluster says of its own protection, and how it stands. Rejects with `FailureError`, whose kind is `notFound` when there is no such
   * cluster (any more), or with `AbortError` when cancelled.
   */
  profile(signal?: AbortSignal): Promise<ClusterNow>;
}
