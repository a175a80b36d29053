import type { OperationProgress } from "../Core/operationState";
import type { QuickFixName } from "./quickFixKeys";
import type { FixInputs, FixResource, LiveCluster } from "./quickFix";

export interface FixProgress extends OperationProgress {
  /** What is being written. */
  readonly resource: FixResource;
  /** Where the operation can be followed, also after a reload; `undefined`: only as long as this call runs. */
  readonly operationUrl: string | undefined;
}

export interface ApplyOptions {
  /** The cluster as it was when the changes were shown. */
  readonly seen: LiveCluster;
  readonly onProgress: (progress: FixProgress) => void;
  readonly signal?: AbortSignal;
}

interface FollowOptions {
  readonly onProgress: (progress: OperationProgress) => void;
  readonly signal?: AbortSignal;
}

/** Quick fixes of cluster-level recommendations. Every method rejects with `FailureError`, or `AbortError` when canceled. */
export interface QuickFixService {
  /** The cluster as it is now, with what the fix needs to know beside it. */
  readLive(fix: QuickFixName, signal?: AbortSignal): Promise<LiveCluster>;
  /**
   * Carries a fix out and follows it to its end. Sends nothing when it would not do exactly what was seen, and rejects with
   * `FixChangedError` then; sends nothing without the permissions that it takes. Rejects with kind `conflict` and the code that
   * ARM gives when another operation is in progress: {@link waitUntilIdle} and try again. A canceled call stops following;
   * what was sent goes on.
   */
  apply<N extends QuickFixName>(fix: N, input: FixInputs[N], options: ApplyOptions): Promise<void>;
  /** Follows a fix that was begun earlier, by the `operationUrl` of its progress. Kind `notFound`: ARM has forgotten it. */
  follow(operationUrl: string, options: FollowOptions): Promise<void>;
  /** Resolves when no operation is in progress on the cluster, however the last one ended. */
  waitUntilIdle(options: FollowOptions): Promise<void>;
}
