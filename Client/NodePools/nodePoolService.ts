import type { NodePool, NodePools } from "./nodePool";
import type { OperationProgress } from "../Core/operationState";

export interface UpgradeOptions {
  /** Told once when AKS has accepted the upgrade, and after each look at it. */
  onProgress?(progress: OperationProgress): void;
  /** Stops watching. The upgrade itself goes on: AKS can be asked to abort it, and is not. */
  readonly signal?: AbortSignal;
}

/** The node pools of the cluster. All methods reject with `FailureError`, or `AbortError` when canceled. */
export interface NodePoolService {
  /**
   * All pools, in the service's order, with what they could be upgraded to. Rejects only when the pools themselves cannot be
   * read; what is not known of the newest versions is said for each.
   */
  list(signal?: AbortSignal): Promise<NodePools>;

  /**
   * Gives all nodes of a pool the newest image, and resolves when AKS is done. A failure of kind `conflict` before any progress:
   * something else goes on in the cluster. After some progress: the upgrade failed, in AKS's words, or could not be watched any
   * longer (kinds `offline`, `throttled` and `forbidden`), in which case it goes on. Defender for Cloud looks at the nodes again
   * later.
   */
  upgradeImage(pool: NodePool, options?: UpgradeOptions): Promise<void>;
}
