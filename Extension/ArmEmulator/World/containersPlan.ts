/** Microsoft Defender for Containers on the subscription. */
export interface ContainersPlan {
  readonly isOn: boolean;
  /** As ARM returns them; their booleans are texts. */
  readonly extensions: readonly Readonly<Record<string, unknown>>[];
}

const on = (name: string) => ({
  name,
  isEnabled: "True",
  operationStatus: { code: "Succeeded", message: "" },
});
const off = (name: string) => ({ name, isEnabled: "False" });

export const fullPlan: ContainersPlan = {
  isOn: true,
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

/** One configuration is switched off, and another was switched on without success. */
export const partialPlan: ContainersPlan = {
  isOn: true,
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

export const noPlan: ContainersPlan = { isOn: false, extensions: [] };
