import { policyAddOnName, type MissingConfiguration } from "../../Client/Domain/defenderPlan";
import { fillIn } from "../../Client/Domain/fillIn";
import { Configurations } from "./Configurations.resjson";

/** Names that the settings use for the service's extensions. An extension without one is shown by its own. */
const labels: ReadonlyMap<string, string> = new Map(
  Object.entries({
    AgentlessDiscoveryForKubernetes: Configurations.kubernetesApiAccess,
    AgentlessVmScanning: Configurations.agentlessScanning,
    ContainerIntegrityContribution: Configurations.securityFindings,
    ContainerRegistriesVulnerabilityAssessments: Configurations.registryAccess,
    ContainerSensor: Configurations.sensor,
    [policyAddOnName]: Configurations.azurePolicy,
  }),
);

export function labelOf(name: string): string {
  return labels.get(name) ?? name;
}

/** The configurations in words, each with why it is missing where that is more than being switched off. */
export function namesOf(missing: readonly MissingConfiguration[]): string {
  return missing.map(nameOf).join("; ");
}

function nameOf({ name, where, failure }: MissingConfiguration): string {
  const label = labelOf(name);
  if (failure !== undefined) {
    return fillIn(Configurations.failed, label, failure);
  }
  return where === "cluster" ? fillIn(Configurations.notOnCluster, label) : label;
}
