import { policyAddOnName, type MissingConfiguration } from "../../../Client/Core/defenderPlan";
import { format } from "../../../Client/Core/format";
import { Configurations } from "./Configurations.resjson";
import type { TermName } from "../Terms/terms";

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

/** Those of them that a newcomer may not know. */
const termsByName: ReadonlyMap<string, TermName> = new Map(
  Object.entries({
    AgentlessDiscoveryForKubernetes: "kubernetesApi",
    AgentlessVmScanning: "agentless",
    ContainerRegistriesVulnerabilityAssessments: "registryAccess",
    ContainerSensor: "sensor",
    SecurityGatingEnabled: "gating",
    [policyAddOnName]: "azurePolicy",
  } as const),
);

/** Of a configuration or one of its properties; `undefined`: there is nothing to explain. */
export function termOf(name: string): TermName | undefined {
  return termsByName.get(name);
}

export function labelOf(name: string): string {
  return labels.get(name) ?? name;
}

/**
 * Sentences about what is missing: one for what is off, one for what isn't reported. `off` and `notReported` are texts whose
 * last placeholder stands for the names, after those of `values`.
 */
export function missingText(
  missing: readonly MissingConfiguration[],
  texts: { readonly off: string; readonly notReported: string },
  ...values: readonly string[]
): string {
  const isUnreported = ({ where }: MissingConfiguration) => where === "notReported";
  const parts = [
    { text: texts.off, names: missing.filter((one) => !isUnreported(one)) },
    { text: texts.notReported, names: missing.filter(isUnreported) },
  ];
  return parts
    .filter(({ names }) => names.length > 0)
    .map(({ text, names }) => format(text, ...values, namesOf(names)))
    .join(" ");
}

/** The configurations in words, each with why it's missing unless it's simply off. */
function namesOf(missing: readonly MissingConfiguration[]): string {
  return missing.map(nameOf).join("; ");
}

function nameOf({ name, where, failure }: MissingConfiguration): string {
  const label = labelOf(name);
  if (failure !== undefined) {
    return format(Configurations.failed, label, failure);
  }
  return where === "cluster" ? format(Configurations.notOnCluster, label) : label;
}
