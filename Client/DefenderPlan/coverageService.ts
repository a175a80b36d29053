import type { ClusterCondition } from "../Core/clusterCondition";

/** Nodes that are alike, as far as the sensor cares. */
export interface SensorPool {
  readonly name: string;
  /** `Linux` or `Windows`; `undefined` when AKS doesn't say. */
  readonly osType: string | undefined;
  /** `undefined` when AKS doesn't say. */
  readonly nodes: number | undefined;
}

/** What the cluster says about the parts of its protection. */
export interface ClusterParts {
  /** Whether its Defender profile asks AKS for the sensor. */
  readonly hasSensor: boolean;
  /** Whether a tag tells Defender for Cloud not to install the sensor, as is done where it's installed with Helm. */
  readonly isSensorExcluded: boolean;
  /** In the service's order; `undefined` when AKS lists none that can be read. */
  readonly pools: readonly SensorPool[] | undefined;
  /** ARM id of the workspace that the sensor writes to; `undefined` when the profile names none. */
  readonly workspaceId: string | undefined;
  /** Whether the profile asks for gated deployment; `undefined` when AKS doesn't say. */
  readonly isGated: boolean | undefined;
  readonly hasPolicyAddOn: boolean;
  /** Of Kubernetes, such as `1.33.4`; `undefined` when AKS doesn't say. */
  readonly version: string | undefined;
  readonly condition: ClusterCondition;
  /** Absent or `undefined`: not reported. */
  readonly createdAt?: Date | undefined;
}

/** What a Log Analytics workspace lets the sensor do. */
export interface WorkspaceAccess {
  /** Whether it refuses those who sign in with the workspace's key. */
  readonly refusesKeys: boolean;
  /** Whether it takes data only from private networks. */
  readonly isPrivate: boolean;
  /** `Succeeded` or whatever the service calls it; `undefined` when it doesn't say. */
  readonly state: string | undefined;
}

/**
 * What Azure tells about whether the protection of the cluster works. All methods reject with `FailureError`, or `AbortError` when
 * canceled.
 */
export interface CoverageService {
  clusterParts(signal?: AbortSignal): Promise<ClusterParts>;
  /** Of the workspace with this ARM id. Kind `notFound`: there is none. */
  workspaceAccess(workspaceId: string, signal?: AbortSignal): Promise<WorkspaceAccess>;
  /**
   * When the Azure Policy add-on last reported about something in the cluster, as far as one record tells. `undefined`: Azure Policy
   * has no record of the last day.
   */
  lastPolicyReport(signal?: AbortSignal): Promise<Date | undefined>;
}
