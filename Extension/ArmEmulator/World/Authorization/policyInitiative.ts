import { policyDefinitions } from "./policyDefinitions";
import { list, parameter, type PolicyParameters } from "./policyParameters";

/** A definition as an initiative has it: its parameters are fixed, or those of the initiative. */
interface InitiativeMember {
  readonly policyDefinitionReferenceId: string;
  /** Name of the definition, a GUID. */
  readonly policy: string;
  /** Parameter of the definition -> parameter of the initiative. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** A set of definitions that is assigned as one. */
export interface PolicyInitiative {
  /** GUID, the last part of its id. */
  readonly name: string;
  readonly displayName: string;
  readonly parameters: PolicyParameters;
  readonly members: readonly InitiativeMember[];
}

type Row = readonly [
  policy: string,
  effect: string,
  namespaceExclusion?: string,
  others?: Readonly<Record<string, string>>,
];

/**
 * The parts of the benchmark that are about AKS, with the names of its parameters: those with "MonitoringEffect" from memory,
 * the others as published in configurations of it.
 */
// prettier-ignore
const rows: readonly Row[] = [
  ["a1840de2-8088-4ea8-b153-b4c723e9cb01", "azureKubernetesServiceClustersShouldHaveSecurityProfileEnabled"],
  ["0a15ec92-a229-4763-bb14-0ea34a568f8d", "azurePolicyAddonStatusEffect"],
  ["245fc9df-fa96-4414-9a0b-3738c2f7341c", "diagnosticsLogsInKubernetesMonitoringEffect"],
  ["0e246bcf-5f6f-4f87-bc6f-775d4712c7ea", "kubernetesServiceAuthorizedIPRangesEnabledMonitoringEffect"],
  ["ac4a19c2-fa67-49b4-8ae5-0b2e78c49457", "kubernetesServiceRbacEnabledMonitoringEffect"],
  ["e345eecc-fa47-480f-9e88-67dcc122b164", "memoryAndCpuLimitsInKubernetesClusterEffect", "memoryAndCpuLimitsInKubernetesClusterNamespaceExclusion", { cpuLimit: "cpuInKubernetesClusterLimit", memoryLimit: "memoryInKubernetesClusterLimit" }],
  ["febd0533-8e55-448f-b837-bd0e06f16469", "allowedContainerImagesInKubernetesClusterEffect", "allowedContainerImagesNamespaceExclusion", { allowedContainerImagesRegex: "allowedContainerImagesInKubernetesClusterRegex" }],
  ["47a1ee2f-2a2a-4576-bf2a-e0e36709c2b8", "noSharingSensitiveHostNamespacesInKubernetesEffect", "noSharingSensitiveHostNamespacesInKubernetesNamespaceExclusion"],
  ["511f5417-5d12-434d-ab2e-816901e72a5e", "allowedAppArmorProfilesInKubernetesClusterEffect", "allowedAppArmorProfilesInKubernetesClusterNamespaceExclusion"],
  ["1c6e92c9-99f0-4e55-9cf2-0c234dc48f99", "noPrivilegeEscalationInKubernetesClusterEffect", "noPrivilegeEscalationInKubernetesClusterNamespaceExclusion"],
  ["df49d893-a74c-421d-bc95-c663042e5b80", "readOnlyRootFileSystemInKubernetesClusterEffect", "readOnlyRootFileSystemInKubernetesClusterNamespaceExclusion"],
  ["1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d", "kubernetesClustersShouldBeAccessibleOnlyOverHTTPSMonitoringEffect"],
  ["423dd1ba-798e-40e4-9c4d-b6902674b423", "kubernetesClustersShouldDisableAutomountingAPICredentialsMonitoringEffect"],
  ["d2e7ea85-6b44-4317-a0be-1b951587f626", "kubernetesClustersShouldNotGrantCAPSYSADMINSecurityCapabilitiesMonitoringEffect"],
  ["9f061a12-e40d-4183-a00e-171812443373", "kubernetesClustersShouldNotUseTheDefaultNamespaceMonitoringEffect"],
  ["c26596ff-4d70-4e6a-9a30-c2506bd2f80c", "allowedCapabilitiesInKubernetesClusterEffect", "allowedCapabilitiesInKubernetesClusterNamespaceExclusion"],
  ["95edb821-ddaf-4404-9732-666045e056b4", "privilegedContainersShouldBeAvoidedEffect", "privilegedContainerNamespaceExclusion"],
  ["f06ddb64-5fa3-4b77-b166-acb36f7f6042", "mustRunAsNonRootNamespaceEffect", "mustRunAsNonRootNamespaceExclusion"],
  ["233a2a17-77ca-4fb1-9b6b-69223d272a44", "allowedServicePortsInKubernetesClusterEffect", "allowedServicePortsInKubernetesClusterNamespaceExclusion", { allowedServicePortsList: "allowedservicePortsInKubernetesClusterPorts" }],
  ["82985f06-dc18-4a48-bc1c-b9f4f0098cfe", "allowedHostNetworkingAndPortsInKubernetesClusterEffect", "allowedHostNetworkingAndPortsInKubernetesClusterNamespaceExclusion"],
  ["098fc59e-46c7-4d99-9b16-64990e543d75", "allowedHostPathVolumesInKubernetesClusterEffect", "allowedHostPathVolumesInKubernetesClusterNamespaceExclusion"],
];

/** Namespaces that the benchmark leaves out. */
const excluded = [
  "kube-system",
  "gatekeeper-system",
  "azure-arc",
  "azuredefender",
  "mdc",
  "azure-extensions-usage-system",
];

const valuesOfOthers: PolicyParameters = {
  cpuInKubernetesClusterLimit: parameter("String", "Max allowed CPU units", { defaultValue: "0" }),
  memoryInKubernetesClusterLimit: parameter("String", "Max allowed memory bytes", { defaultValue: "0" }),
  allowedContainerImagesInKubernetesClusterRegex: parameter(
    "String",
    "Allowed registry or registries regex",
    {
      defaultValue: "^(.+){0}$",
    },
  ),
  allowedservicePortsInKubernetesClusterPorts: list("Allowed service ports list", []),
};

function member([policy, effect, exclusion, others]: Row): InitiativeMember {
  return {
    // How the service calls it is a guess.
    policyDefinitionReferenceId: effect.replace(/(Monitoring)?Effect$/, ""),
    policy,
    parameters: { effect, ...(exclusion === undefined ? {} : { excludedNamespaces: exclusion }), ...others },
  };
}

/** An effect that only audits and can be disabled. */
function effectParameter(policy: string) {
  const definition = policyDefinitions.find(({ name }) => name === policy);
  const allowed = definition?.parameters.effect?.allowedValues ?? [];
  const defaultValue = allowed.includes("AuditIfNotExists") ? "AuditIfNotExists" : "Audit";
  const allowedValues = [defaultValue, ...(allowed.includes("Deny") ? ["Deny"] : []), "Disabled"];
  return parameter("String", definition?.displayName ?? policy, { defaultValue, allowedValues });
}

/** The Microsoft cloud security benchmark, which Defender for Cloud assigns to every subscription. */
export const benchmark: PolicyInitiative = {
  name: "1f3afdf9-d0c9-4c3d-847f-89da613e70a8",
  displayName: "Microsoft cloud security benchmark",
  parameters: {
    ...Object.fromEntries(rows.map(([policy, effect]) => [effect, effectParameter(policy)])),
    ...Object.fromEntries(
      rows.flatMap(([, , exclusion]) =>
        exclusion === undefined ? [] : [[exclusion, list("Kubernetes namespaces to exclude", excluded)]],
      ),
    ),
    ...valuesOfOthers,
  },
  members: rows.map(member),
};

export const initiativeId = (name: string): string =>
  `/providers/Microsoft.Authorization/policySetDefinitions/${name}`;

/** The initiative with an id of the tenant's level; `undefined` for one that the emulator does not know. */
export function findInitiative(id: string): PolicyInitiative | undefined {
  return id.toLowerCase() === initiativeId(benchmark.name).toLowerCase() ? benchmark : undefined;
}
