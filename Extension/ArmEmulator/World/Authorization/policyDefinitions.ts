import {
  effect,
  effectInAnyCase,
  excludedContainers,
  excludedImages,
  list,
  parameter,
  selection,
  sourceAndWarn,
  usersAndGroups,
  type PolicyParameters,
} from "./policyParameters";

/** A built-in definition of Azure Policy. */
export interface PolicyDefinition {
  /** GUID, the last part of its id. */
  readonly name: string;
  readonly displayName: string;
  readonly version: string;
  readonly mode: "Microsoft.Kubernetes.Data" | "Indexed" | "All";
  readonly category: string;
  readonly parameters: PolicyParameters;
  /** Kinds of the Kubernetes objects that it checks; none: it checks Azure resources. */
  readonly kinds: readonly string[];
}

type Row = readonly [name: string, displayName: string, version: string, parameters: PolicyParameters];

const paths = (displayName: string) => parameter("Object", displayName, { defaultValue: { paths: [] } });
const exclusions: PolicyParameters = { ...excludedContainers, ...excludedImages };
const common: PolicyParameters = { ...sourceAndWarn, ...selection() };

/**
 * Those behind the recommendations about containers: ids, versions, names and parameters as published (Azure/azure-policy,
 * April 2026). Of their texts only those of parameters that must be given are here, in our words; schemas of objects are
 * omitted.
 */
// prettier-ignore
const containerRows: readonly Row[] = [
  ["098fc59e-46c7-4d99-9b16-64990e543d75", "Kubernetes cluster pod hostPath volumes should only use allowed host paths", "6.3.0", { ...common, ...effectInAnyCase("Audit"), allowedHostPaths: paths("Allowed host paths"), windowsAllowedHostPaths: paths("Allowed host paths for windows containers"), ...exclusions }],
  ["f06ddb64-5fa3-4b77-b166-acb36f7f6042", "Kubernetes cluster pods and containers should only run with approved user and group IDs", "6.2.0", { ...common, ...effectInAnyCase("Audit"), ...usersAndGroups, ...exclusions }],
  ["423dd1ba-798e-40e4-9c4d-b6902674b423", "Kubernetes clusters should disable automounting API credentials", "4.2.0", { ...common, ...effectInAnyCase("Audit"), ...excludedImages }],
  ["9f061a12-e40d-4183-a00e-171812443373", "Kubernetes clusters should not use the default namespace", "4.2.0", { ...sourceAndWarn, ...effectInAnyCase("Audit"), ...selection(["default"]) }],
  ["47a1ee2f-2a2a-4576-bf2a-e0e36709c2b8", "Kubernetes cluster containers should not share host namespaces", "6.0.0", { ...common, ...effect("Audit"), ...excludedImages }],
  ["c26596ff-4d70-4e6a-9a30-c2506bd2f80c", "Kubernetes cluster containers should only use allowed capabilities", "6.2.0", { ...common, ...effectInAnyCase("Audit"), allowedCapabilities: list("Allowed capabilities", []), requiredDropCapabilities: list("Required drop capabilities", []), ...exclusions }],
  ["febd0533-8e55-448f-b837-bd0e06f16469", "Kubernetes cluster containers should only use allowed images", "9.3.0", { ...common, ...effectInAnyCase("Deny"), allowedContainerImagesRegex: parameter("String", "Allowed registry or registries regex", { description: "Regular expression that the reference of every image must match." }), ...excludedContainers }],
  ["d2e7ea85-6b44-4317-a0be-1b951587f626", "Kubernetes clusters should not grant CAP_SYS_ADMIN security capabilities", "5.1.0", { ...selection(), ...effectInAnyCase("Audit"), ...exclusions }],
  ["95edb821-ddaf-4404-9732-666045e056b4", "Kubernetes cluster should not allow privileged containers", "9.2.0", { ...common, ...effectInAnyCase("Deny"), ...exclusions }],
  ["1c6e92c9-99f0-4e55-9cf2-0c234dc48f99", "Kubernetes clusters should not allow container privilege escalation", "8.0.0", { ...common, ...effect("Audit"), forcePrivilegeEscalationToBeFalse: parameter("Boolean", "Force all container securityContext.allowPrivilegeEscalation fields to be explicity set to false", { defaultValue: false }), ...exclusions }],
  ["e345eecc-fa47-480f-9e88-67dcc122b164", "Kubernetes cluster containers CPU and memory resource limits should not exceed the specified limits", "9.3.0", { ...common, ...effectInAnyCase("Deny"), cpuLimit: parameter("String", "Max allowed CPU units", { description: "Most CPU that a container may ask for, 200m for example." }), memoryLimit: parameter("String", "Max allowed memory bytes", { description: "Most memory that a container may ask for, 1Gi for example." }), ...exclusions }],
  ["511f5417-5d12-434d-ab2e-816901e72a5e", "Kubernetes cluster containers should only use allowed AppArmor profiles", "6.2.1", { ...common, ...effectInAnyCase("Audit"), allowedProfiles: list("Allowed AppArmor profiles", ["runtime/default"]), ...exclusions }],
  ["82985f06-dc18-4a48-bc1c-b9f4f0098cfe", "Kubernetes cluster pods should only use approved host network and port list", "7.0.0", { ...common, ...effect("Audit"), allowHostNetwork: parameter("Boolean", "Allow host network usage", { defaultValue: false }), allowedHostPorts: list("Allowed host ports list", []), ...excludedImages }],
  ["1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d", "Kubernetes clusters should be accessible only over HTTPS", "9.0.0", { ...common, ...effect("Deny") }],
  ["df49d893-a74c-421d-bc95-c663042e5b80", "Kubernetes cluster containers should run with a read only root file system", "6.3.0", { ...common, ...effectInAnyCase("Audit"), ...exclusions }],
  ["233a2a17-77ca-4fb1-9b6b-69223d272a44", "Kubernetes cluster services should listen only on allowed ports", "8.2.0", { ...common, ...effectInAnyCase("Deny"), allowedServicePortsList: parameter("Array", "Allowed service ports list", { description: "Ports at which services may listen, as texts." }) }],
];

const auditOnly = effect("Audit", ["Audit", "Disabled"]);

/** Those behind the recommendations about clusters. */
// prettier-ignore
const clusterRows: readonly (readonly [...Row, mode: "Indexed" | "All", category: string])[] = [
  ["a1840de2-8088-4ea8-b153-b4c723e9cb01", "Azure Kubernetes Service clusters should have Defender profile enabled", "2.0.1", auditOnly, "Indexed", "Kubernetes"],
  ["0a15ec92-a229-4763-bb14-0ea34a568f8d", "Azure Policy Add-on for Kubernetes service (AKS) should be installed and enabled on your clusters", "1.0.2", auditOnly, "Indexed", "Kubernetes"],
  ["245fc9df-fa96-4414-9a0b-3738c2f7341c", "Resource logs in Azure Kubernetes Service should be enabled", "1.0.0", { ...effect("AuditIfNotExists", ["AuditIfNotExists", "Disabled"]), requiredRetentionDays: parameter("String", "Required retention (days)", { defaultValue: "365" }) }, "Indexed", "Kubernetes"],
  ["0e246bcf-5f6f-4f87-bc6f-775d4712c7ea", "Authorized IP ranges should be defined on Kubernetes Services", "2.0.1", auditOnly, "All", "Security Center"],
  ["ac4a19c2-fa67-49b4-8ae5-0b2e78c49457", "Role-Based Access Control (RBAC) should be used on Kubernetes Services", "1.1.0", auditOnly, "All", "Security Center"],
];

/** As published, by id: those that check other kinds than pods. */
const otherKinds: ReadonlyMap<string, readonly string[]> = new Map([
  ["1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d", ["Ingress"]],
  ["233a2a17-77ca-4fb1-9b6b-69223d272a44", ["Service"]],
  ["9f061a12-e40d-4183-a00e-171812443373", ["Pod", "Service", "ServiceAccount"]],
]);

function fromRow(
  [name, displayName, version, parameters]: Row | (typeof clusterRows)[number],
  mode: PolicyDefinition["mode"],
  category: string,
): PolicyDefinition {
  const kinds = mode === "Microsoft.Kubernetes.Data" ? (otherKinds.get(name) ?? ["Pod"]) : [];
  return { name, displayName, version, mode, category, parameters, kinds };
}

/** The built-in definitions that the emulator knows. */
export const policyDefinitions: readonly PolicyDefinition[] = [
  ...containerRows.map((row) => fromRow(row, "Microsoft.Kubernetes.Data", "Kubernetes")),
  ...clusterRows.map((row) => fromRow(row, row[4], row[5])),
];

export const policyDefinitionId = (name: string): string =>
  `/providers/Microsoft.Authorization/policyDefinitions/${name}`;

/** The definition with an id of the tenant's level; `undefined` for one that the emulator does not know. */
export function findPolicyDefinition(id: string): PolicyDefinition | undefined {
  return policyDefinitions.find(({ name }) => policyDefinitionId(name).toLowerCase() === id.toLowerCase());
}
