/** The plans of Microsoft Defender for Cloud that matter to a cluster. */
export interface DefenderPlans {
  readonly containers: ContainersPlan;
  /** Whether Defender CSPM, the plan `CloudPosture`, is on for the subscription. */
  readonly hasCspm: boolean;
  /** False: not even the free tier of that plan was ever enabled, as in new subscriptions since 2026-10-27. Absent: it was. */
  readonly hasFoundationalCspm?: boolean;
}

/** Microsoft Defender for Containers. */
export interface ContainersPlan {
  readonly isOn: boolean;
  /** Where it was switched: for the subscription, or for the main cluster alone. */
  readonly scope: "subscription" | "cluster";
  /** Whether the subscription forbids its resources a setting of their own. */
  readonly enforced: boolean;
  /** As ARM returns them; their booleans are texts. */
  readonly extensions: readonly Readonly<Record<string, unknown>>[];
}

const on = (name: string) => ({
  name,
  isEnabled: "True",
  operationStatus: { code: "Succeeded", message: "" },
});
const off = (name: string) => ({ name, isEnabled: "False" });

/** Extensions of Defender for Containers (2024-01-01). */
export const knownExtensions: readonly string[] = [
  "ContainerSensor",
  "AgentlessDiscoveryForKubernetes",
  "ContainerRegistriesVulnerabilityAssessments",
  "AgentlessVmScanning",
  "ContainerIntegrityContribution",
];

export const fullPlan: ContainersPlan = {
  isOn: true,
  scope: "subscription",
  enforced: false,
  extensions: [
    {
      ...on("ContainerSensor"),
      additionalExtensionProperties: { SecurityGatingEnabled: "True", AntiMalwareEnabled: "True" },
    },
    on("AgentlessDiscoveryForKubernetes"),
    on("ContainerRegistriesVulnerabilityAssessments"),
    on("AgentlessVmScanning"),
    on("ContainerIntegrityContribution"),
  ],
};

/** One configuration is disabled, and another failed to be enabled. */
export const partialPlan: ContainersPlan = {
  ...fullPlan,
  extensions: [
    on("ContainerSensor"),
    {
      name: "AgentlessDiscoveryForKubernetes",
      isEnabled: "True",
      operationStatus: { code: "Failed", message: "The role assignment could not be created." },
    },
    off("ContainerRegistriesVulnerabilityAssessments"),
    on("AgentlessVmScanning"),
    on("ContainerIntegrityContribution"),
  ],
};

/** On for one cluster, with an unknown extension, as a later version of the service may return. */
export const extendedPlan: ContainersPlan = {
  ...fullPlan,
  scope: "cluster",
  extensions: [
    ...fullPlan.extensions.slice(0, 3),
    {
      ...on("AgentlessVmScanning"),
      additionalExtensionProperties: { ExclusionTags: '[{"Key":"scan","Value":"no"}]' },
    },
    off("ContainerIntegrityContribution"),
    {
      ...on("RuntimeQuarantine"),
      additionalExtensionProperties: { Mode: "Audit", Limits: { pods: 3, since: null }, Labels: ["a", "b"] },
      rollout: { ring: 2 },
    },
  ],
};

export const noPlan: ContainersPlan = { ...fullPlan, isOn: false, extensions: [] };
