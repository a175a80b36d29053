import type { ClusterNow } from "../Core/defenderPlan";

/** The cluster as Azure Kubernetes Service knows it. */
export interface ClusterService {
  /**
   * What the cluster reports about its own protection and its state. Rejects with `FailureError`, whose kind is `notFound` when there is no such
   * cluster (any more), or with `AbortError` when canceled.
   */
  profile(signal?: AbortSignal): Promise<ClusterNow>;
}
