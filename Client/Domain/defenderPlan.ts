/** Whether Microsoft Defender for Containers protects the cluster, and with what. */
export interface DefenderPlan {
  readonly isOn: boolean;
  /** Where it was switched: for the whole subscription, or for this cluster alone. */
  readonly scope: "subscription" | "cluster";
  /** Configurations of the plan that are switched off, or whose last operation failed, in the service's order. */
  readonly missing: readonly MissingConfiguration[];
}

export interface MissingConfiguration {
  /** Name of the extension, `ContainerSensor` for example. */
  readonly name: string;
  /** What the service said of a failed operation; `undefined` when it is just switched off. */
  readonly failure: string | undefined;
}
