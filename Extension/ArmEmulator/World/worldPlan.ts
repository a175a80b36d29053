import type { DefenderPlans } from "./Security/Pricings/containersPlan";
import type { ClusterState } from "./world";

/** What a world is made from. */
export interface WorldPlan {
  readonly seed: number;
  readonly now: Date;
  /** What Defender for Cloud has found in the main cluster: nothing bad, something bad, or it has not looked yet. */
  readonly clusterScan: "passes" | "fails" | "never";
  /** What is particular about the main cluster itself. */
  readonly clusterState: Partial<ClusterState>;
  /** How long ago the main cluster was created; absent: more than a year. */
  readonly clusterAgeMinutes?: number;
  /** Whether a pod of the main cluster cannot be moved, so that upgrades of its node pool fail; absent: none. */
  readonly hasUndrainablePod?: boolean;
  /** Whether the user pools of the main cluster are of the type `VirtualMachines`; absent: all pools are scale sets. */
  readonly hasSingleMachines?: boolean;
  /** Whether the workspace of the clusters forbids local authentication; absent: it allows it. */
  readonly workspaceRefusesKeys?: boolean;
  readonly plans: DefenderPlans;
  /** Alerts that name the main cluster. */
  readonly clusterAlerts: number;
  /** Alerts of everything else in the subscription. */
  readonly otherAlerts: number;
  /** How long it takes until Resource Graph shows a change of an alert or of an owner; absent: four seconds. */
  readonly graphLagSeconds?: number;
  /** Alerts of the main cluster that aren't raised until Defender for Containers is on; absent: none. */
  readonly unseenAlerts?: number;
  /** What the next operation on an extension of the plan fails with, by the extension's name; absent: none fails. */
  readonly extensionFailures?: Readonly<Record<string, string>>;
  /** How long it takes until Defender for Cloud looks at a changed cluster or plan again; absent: half a minute. */
  readonly evaluationDelaySeconds?: number;
}
