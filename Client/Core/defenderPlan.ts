import type { ClusterCondition } from "./clusterCondition";

/** Defender for Containers can be set for the whole subscription and for one cluster. */
export type PlanScope = "subscription" | "cluster";

/** Whether Microsoft Defender for Containers protects the cluster, and with what. */
export interface DefenderPlan {
  readonly isOn: boolean;
  /** Where it was switched: for the whole subscription, or for this cluster alone. */
  readonly scope: "subscription" | "cluster";
  /**
   * Configurations of the plan that are off, or whose last operation failed, in the service's order; then those that the plan
   * has and the service doesn't report.
   */
  readonly missing: readonly MissingConfiguration[];
  /** When it was last enabled; absent or `undefined` when it is off, or not reported. */
  readonly enabledAt?: Date | undefined;
}

export interface MissingConfiguration {
  /** Name of the plan's extension, `ContainerSensor` for example; `AzurePolicy` for the add-on, which is none. */
  readonly name: string;
  /**
   * Whether the plan lacks it, or the plan has it and the cluster does not. `notReported`: the plan's pricing doesn't list it,
   * so it might be on or off.
   */
  readonly where: "plan" | "cluster" | "notReported";
  /** The service's message about a failed operation; `undefined` when the extension is just off. */
  readonly failure: string | undefined;
}

/** What the cluster itself says of its protection. */
export interface ClusterProfile {
  readonly hasSensor: boolean;
  readonly hasPolicyAddOn: boolean;
  /** Absent or `undefined`: not reported, as of clusters that are older than ARM's `systemData`. */
  readonly createdAt?: Date | undefined;
  /** Name of the resource group of its nodes; absent where AKS does not say. */
  readonly nodeResourceGroup?: string | undefined;
}

/** The same with how the cluster stands at the moment. */
export interface ClusterNow extends ClusterProfile {
  readonly condition: ClusterCondition;
}

/** The name under which {@link MissingConfiguration} speaks of the Azure Policy add-on. */
export const policyAddOnName = "AzurePolicy";

/**
 * What is missing from the protection of a cluster whose plan is on: what is disabled in the plan, and what is enabled in it
 * and absent from the cluster. `undefined`: the plan or the cluster isn't known. It adds nothing: with an unknown plan the
 * cluster's own gaps remain.
 */
export function missingConfigurations(
  plan: DefenderPlan | undefined,
  cluster: ClusterProfile | undefined,
): readonly MissingConfiguration[] {
  const ofPlan = plan?.missing ?? [];
  if (plan?.isOn === false || !cluster) {
    return ofPlan;
  }
  const isMissing = (name: string) =>
    ofPlan.some((missing) => missing.name === name && missing.where === "plan");
  const onCluster = (name: string): MissingConfiguration => ({ name, where: "cluster", failure: undefined });
  const lacksSensor = !cluster.hasSensor;
  return [
    // What the cluster lacks is missing, whatever the plan reports.
    ...ofPlan.filter(
      ({ name, where }) => !(lacksSensor && name === "ContainerSensor" && where === "notReported"),
    ),
    ...(!lacksSensor || isMissing("ContainerSensor") ? [] : [onCluster("ContainerSensor")]),
    ...(cluster.hasPolicyAddOn ? [] : [onCluster(policyAddOnName)]),
  ];
}
