/** A standard that is assigned to the subscription, with those of its controls that say something about AKS. */
export interface Standard {
  /** As Resource Graph has it: with dashes for spaces. */
  readonly name: string;
  /** Whether Defender for Cloud can assess it. */
  readonly isSupported: boolean;
  readonly controls: readonly Control[];
}

export interface Control {
  readonly name: string;
  readonly title: string;
  /** Keys of recommendations, or categories of them. */
  readonly recommendations: readonly string[];
}

const api = "1a2b5b4c-f80d-46e7-ac81-b51a9fb363de";
const diagnostics = "bb318338-de6a-42ff-8428-8274c897d564";
const policy = "08e628db-e2ed-4793-bc91-d13e684401c3";
const profile = "56a83a6e-c417-42ec-b567-1e6fcb3d09a9";
const rbac = "b0fdc63a-38e7-4bab-a7c4-2c2665abbaa9";
const limits = "405c9ae6-49f9-46c4-8873-a86690f27818";
const registries = "8d244d29-fa00-4332-b935-c3a51d525417";
const hostNamespaces = "802c0637-5a8c-4c98-abd7-7c96d89d6010";
const appArmor = "86f91051-9d6a-47c3-a07f-bd14cb214b45";
const escalation = "43dc2a2e-ce69-4d42-923e-ab7d136f2cfe";
const readOnlyRoot = "27d6f0e9-b4d5-468b-ae7e-03d5473fd864";
const https = "c6d87087-9ebe-b31f-b452-0bf3bbbaccd2";
const automount = "32060ac3-f17f-4848-db8e-e7cf2c9a53eb";
const sysAdmin = "aba14f78-27c5-af84-848e-9105d18dfd92";
const defaultNamespace = "ff87e0b4-17df-d338-5b19-80e71e0dcc9d";
const capabilities = "11c95609-3553-430d-b788-fd41cde8b2db";
const privileged = "5d90913f-a1c5-4429-ad54-2c6c17fb3c73";
const root = "9b795646-9130-41a4-90b7-df9eae2437c8";
const ports = "add45209-73f6-4fa5-a5a5-74a451b07fbe";
const hostNetwork = "ebc68898-5c0f-4353-a426-4a5f1e737b12";
const hostPath = "f0debc84-981c-4a0d-924d-aa4bd7d55fef";
const softwareUpdate = "SoftwareUpdate";
const serviceUpgrade = "ServiceUpgrade";

const control = (name: string, title: string, ...recommendations: readonly string[]): Control => ({
  name,
  title,
  recommendations,
});
const supported = (name: string, ...controls: readonly Control[]): Standard => ({
  name,
  isSupported: true,
  controls,
});

// prettier-ignore
export const complianceStandards: readonly Standard[] = [
  supported(
    "Microsoft-cloud-security-benchmark",
    control("NS.2", "Secure cloud services with network controls", api, hostNetwork, ports),
    control("PA.7", "Follow just enough administration (least privilege) principle", rbac, root, capabilities),
    control("DP.3", "Encrypt sensitive data in transit", https),
    control("LT.1", "Enable threat detection capabilities", profile),
    control("LT.3", "Enable logging for security investigation", diagnostics),
    control("PV.2", "Audit and enforce secure configurations", policy, limits, registries, hostNamespaces, appArmor, escalation, readOnlyRoot, automount, sysAdmin, defaultNamespace, privileged, hostPath),
    control("PV.6", "Rapidly and automatically remediate vulnerabilities", softwareUpdate, serviceUpgrade),
  ),
  supported(
    "CIS-Azure-Kubernetes-Service-(AKS)-Benchmark-v1.5.0",
    control("2.1.1", "Enable audit logs", diagnostics),
    control("4.1.6", "Ensure that service account tokens are only mounted where necessary", automount),
    control("4.2.1", "Minimize the admission of privileged containers", privileged),
    control("4.2.2", "Minimize the admission of containers wishing to share the host process ID namespace", hostNamespaces),
    control("4.2.4", "Minimize the admission of containers wishing to share the host network namespace", hostNetwork),
    control("4.2.5", "Minimize the admission of containers with allowPrivilegeEscalation", escalation),
    control("4.5.3", "The default namespace should not be used", defaultNamespace),
    control("5.1.1", "Ensure image vulnerability scanning is provided by Microsoft Defender for Cloud", softwareUpdate),
    control("5.4.1", "Restrict access to the control plane endpoint", api),
  ),
  supported(
    "NIST-SP-800-53-R5",
    control("AC-4", "Information flow enforcement", api, https),
    control("AC-6", "Least privilege", rbac, root, privileged, capabilities),
    control("AU-12", "Audit record generation", diagnostics),
    control("CM-6", "Configuration settings", policy, limits, readOnlyRoot, escalation, hostPath, ports, appArmor),
    control("SC-7", "Boundary protection", api),
    control("SI-2", "Flaw remediation", softwareUpdate, serviceUpgrade),
    control("SI-4", "System monitoring", profile),
  ),
  supported(
    "ISO-27001-2013",
    control("A.9.1.2", "Access to networks and network services", api, rbac),
    control("A.12.4.1", "Event logging", diagnostics),
    control("A.12.6.1", "Management of technical vulnerabilities", softwareUpdate, serviceUpgrade),
    control("A.13.1.1", "Network controls", https, ports),
  ),
  supported(
    "Azure-CSPM",
    control("Container security", "Container security", privileged, root, readOnlyRoot, registries),
    control("Software updates", "Software updates", softwareUpdate),
  ),
  supported("SOC-2-Type-2", control("CC6.1", "Logical access security software", rbac, policy), control("CC7.2", "Monitor system components", profile)),
  { name: "PCI-DSS-v4.0", isSupported: false, controls: [control("6.3.3", "Install applicable security patches", softwareUpdate)] },
];
