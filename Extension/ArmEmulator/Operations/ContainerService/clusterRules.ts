import { isJson, listOf } from "../../World/jsonParts";

/** Refuses a value: what it must be instead. `undefined`: it is fine. Values that aren't given are asked only of those required. */
type Rule = (value: unknown) => string | undefined;

/** Without regard to letter case, as AKS reads them. */
const oneOf =
  (...known: readonly string[]): Rule =>
  (value) =>
    known.some((text) => text.toLowerCase() === String(value).toLowerCase())
      ? undefined
      : `It must be one of: ${known.join(", ")}`;

const between =
  (least: number, most: number): Rule =>
  (value) =>
    typeof value === "number" && value >= least && value <= most
      ? undefined
      : Number.isFinite(most)
        ? `It must be from ${least} to ${most}`
        : `It must be at least ${least}`;

const like =
  (pattern: RegExp): Rule =>
  (value) =>
    typeof value === "string" && pattern.test(value) ? undefined : `It must match ${pattern.source}`;

const required: Rule = (value) => (value === undefined || value === null ? "It is required" : undefined);

const cidr = like(/^([0-9]{1,3}\.){3}[0-9]{1,3}(\/([0-9]|[1-2][0-9]|3[0-2]))?$/);
const minutesIdle = between(4, 120);

/**
 * What the OpenAPI of AKS (2024-09-01) says of single values that can be written, by their place below the cluster; `*` is each item of
 * a list. Where later versions allow more, that is allowed too. `Tests/Contract/ArmEmulator/wrongBodies.test.ts` compares them.
 */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  location: [required],
  "sku.name": [oneOf("Base", "Automatic")],
  "sku.tier": [oneOf("Standard", "Free", "Premium")],
  "identity.type": [oneOf("SystemAssigned", "UserAssigned", "None")],
  "properties.supportPlan": [oneOf("KubernetesOfficial", "AKSLongTermSupport")],
  "properties.publicNetworkAccess": [oneOf("Enabled", "Disabled", "SecuredByPerimeter")],
  "properties.agentPoolProfiles.*.name": [required, like(/^[a-z][a-z0-9]{0,11}$/)],
  "properties.agentPoolProfiles.*.osDiskSizeGB": [between(0, 2048)],
  "properties.agentPoolProfiles.*.osDiskType": [oneOf("Managed", "Ephemeral")],
  "properties.agentPoolProfiles.*.kubeletDiskType": [oneOf("OS", "Temporary")],
  "properties.agentPoolProfiles.*.workloadRuntime": [oneOf("OCIContainer", "WasmWasi", "KataVmIsolation")],
  "properties.agentPoolProfiles.*.osType": [oneOf("Linux", "Windows")],
  "properties.agentPoolProfiles.*.osSKU": [
    oneOf("Ubuntu", "CBLMariner", "AzureLinux", "Windows2019", "Windows2022", "Ubuntu2204", "Ubuntu2404"),
  ],
  "properties.agentPoolProfiles.*.scaleDownMode": [oneOf("Delete", "Deallocate")],
  "properties.agentPoolProfiles.*.type": [
    oneOf("VirtualMachineScaleSets", "AvailabilitySet", "VirtualMachines"),
  ],
  "properties.agentPoolProfiles.*.mode": [oneOf("System", "User", "Gateway")],
  "properties.agentPoolProfiles.*.powerState.code": [oneOf("Running", "Stopped")],
  "properties.agentPoolProfiles.*.scaleSetPriority": [oneOf("Spot", "Regular")],
  "properties.agentPoolProfiles.*.scaleSetEvictionPolicy": [oneOf("Delete", "Deallocate")],
  "properties.agentPoolProfiles.*.gpuInstanceProfile": [oneOf("MIG1g", "MIG2g", "MIG3g", "MIG4g", "MIG7g")],
  "properties.agentPoolProfiles.*.upgradeSettings.drainTimeoutInMinutes": [between(1, 1440)],
  "properties.agentPoolProfiles.*.upgradeSettings.nodeSoakDurationInMinutes": [between(0, 30)],
  "properties.agentPoolProfiles.*.kubeletConfig.containerLogMaxFiles": [between(2, Infinity)],
  "properties.agentPoolProfiles.*.linuxOSConfig.sysctls.netIpv4TcpkeepaliveIntvl": [between(10, 90)],
  "properties.agentPoolProfiles.*.linuxOSConfig.sysctls.netNetfilterNfConntrackMax": [
    between(131_072, 2_097_152),
  ],
  "properties.agentPoolProfiles.*.linuxOSConfig.sysctls.netNetfilterNfConntrackBuckets": [
    between(65_536, 524_288),
  ],
  "properties.servicePrincipalProfile.clientId": [required],
  "properties.linuxProfile.adminUsername": [required, like(/^[A-Za-z][-A-Za-z0-9_]*$/)],
  "properties.linuxProfile.ssh": [required],
  "properties.linuxProfile.ssh.publicKeys": [required],
  "properties.linuxProfile.ssh.publicKeys.*.keyData": [required],
  "properties.networkProfile.networkPlugin": [oneOf("azure", "kubenet", "none")],
  "properties.networkProfile.networkPluginMode": [oneOf("overlay")],
  "properties.networkProfile.networkPolicy": [oneOf("none", "calico", "azure", "cilium")],
  "properties.networkProfile.networkMode": [oneOf("transparent", "bridge")],
  "properties.networkProfile.networkDataplane": [oneOf("azure", "cilium")],
  "properties.networkProfile.podCidr": [cidr],
  "properties.networkProfile.serviceCidr": [cidr],
  "properties.networkProfile.dnsServiceIP": [
    like(/^(?:(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)\.){3}(?:25[0-5]|2[0-4][0-9]|[01]?[0-9][0-9]?)$/),
  ],
  "properties.networkProfile.outboundType": [
    oneOf(
      ...["loadBalancer", "userDefinedRouting", "managedNATGateway", "userAssignedNATGateway"],
      ...["none", "block"],
    ),
  ],
  "properties.networkProfile.loadBalancerSku": [oneOf("standard", "basic")],
  "properties.networkProfile.loadBalancerProfile.managedOutboundIPs.count": [between(1, 100)],
  "properties.networkProfile.loadBalancerProfile.managedOutboundIPs.countIPv6": [between(0, 100)],
  "properties.networkProfile.loadBalancerProfile.allocatedOutboundPorts": [between(0, 64_000)],
  "properties.networkProfile.loadBalancerProfile.idleTimeoutInMinutes": [minutesIdle],
  "properties.networkProfile.loadBalancerProfile.backendPoolType": [oneOf("NodeIPConfiguration", "NodeIP")],
  "properties.networkProfile.natGatewayProfile.managedOutboundIPProfile.count": [between(1, 16)],
  "properties.networkProfile.natGatewayProfile.idleTimeoutInMinutes": [minutesIdle],
  "properties.autoUpgradeProfile.upgradeChannel": [oneOf("rapid", "stable", "patch", "node-image", "none")],
  "properties.autoUpgradeProfile.nodeOSUpgradeChannel": [
    oneOf("Unmanaged", "None", "NodeImage", "SecurityPatch"),
  ],
  "properties.autoScalerProfile.expander": [oneOf("least-waste", "most-pods", "priority", "random")],
  "properties.serviceMeshProfile.mode": [required, oneOf("Istio", "Disabled")],
};

/** The first value of a cluster's body that breaks its rule; `undefined`: none does. */
export function brokenRule(body: unknown): { readonly place: string; readonly details: string } | undefined {
  for (const [place, checks] of Object.entries(rules)) {
    for (const value of valuesAt(body, place.split("."))) {
      for (const check of checks) {
        const details = check === required || isGiven(value) ? check(value) : undefined;
        if (details !== undefined) {
          return { place, details };
        }
      }
    }
  }
  return undefined;
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** The values at a place; none where the object around it isn't given. */
function valuesAt(value: unknown, [head, ...rest]: readonly string[]): readonly unknown[] {
  if (head === undefined) {
    return [value];
  }
  if (head === "*") {
    return listOf(value).flatMap((item) => valuesAt(item, rest));
  }
  return isJson(value) ? valuesAt(value[head], rest) : [];
}
