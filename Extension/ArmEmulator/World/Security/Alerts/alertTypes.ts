import type { AlertSeverityName } from "../../world";

/** A detection of Defender for Containers. */
export interface AlertType {
  readonly type: string;
  readonly title: string;
  readonly severity: AlertSeverityName;
  readonly tactics: readonly string[];
  /** What observed it: the cluster's audit log, the sensor on its nodes, the scan of their disks, or Azure's name servers. */
  readonly source: "auditLog" | "sensor" | "diskScan" | "dns";
}

type Row = readonly [type: string, title: string, severity: AlertSeverityName, tactics: string];

/** Published detections of September 2024, those that read the audit log. */
// prettier-ignore
const auditLog: readonly Row[] = [
  ["K8S_ExposedPostgresTrustAuth", "Exposed Postgres service with trust authentication configuration in Kubernetes detected (Preview)", "Medium", "InitialAccess"],
  ["K8S_ExposedPostgresBroadIPRange", "Exposed Postgres service with risky configuration in Kubernetes detected (Preview)", "Medium", "InitialAccess"],
  ["K8S_AbnormalMiActivity", "Abnormal activity of managed identity associated with Kubernetes (Preview)", "Medium", "LateralMovement"],
  ["K8S_ServiceAccountRareOperation", "Abnormal Kubernetes service account operation detected", "Medium", "LateralMovement,CredentialAccess"],
  ["K8S_SensitiveMount", "Container with a sensitive volume mount detected", "Informational", "PrivilegeEscalation"],
  ["K8S_CoreDnsModification", "CoreDNS modification in Kubernetes detected", "Low", "LateralMovement"],
  ["K8S_AdmissionController", "Creation of admission webhook configuration detected", "Informational", "CredentialAccess,Persistence"],
  ["K8S_MaliciousContainerImage", "Digital currency mining container detected", "High", "Execution"],
  ["K8S_ExposedKubeflow", "Exposed Kubeflow dashboard detected", "Medium", "InitialAccess"],
  ["K8S_ExposedDashboard", "Exposed Kubernetes dashboard detected", "High", "InitialAccess"],
  ["K8S_ExposedService", "Exposed Kubernetes service detected", "Medium", "InitialAccess"],
  ["K8S_ExposedRedis", "Exposed Redis service in AKS detected", "Low", "InitialAccess"],
  ["K8S_TI_Proxy", "K8S API requests from proxy IP address detected", "Low", "Execution"],
  ["K8S_DeleteEvents", "Kubernetes events deleted", "Low", "DefenseEvasion"],
  ["K8S_PenTestToolsKubeHunter", "Kubernetes penetration testing tool detected", "Low", "Execution"],
  ["K8S_KubeSystemContainer", "New container in the kube-system namespace detected", "Informational", "Persistence"],
  ["K8S_HighPrivilegesRole", "New high privileges role detected", "Informational", "Persistence"],
  ["K8S_PrivilegedContainer", "Privileged container detected", "Informational", "PrivilegeEscalation"],
  ["K8S_ClusterAdminBinding", "Role binding to the cluster-admin role detected", "Informational", "Persistence,PrivilegeEscalation"],
];

/** Published detections of September 2024, those of the sensor; drift detection came later. */
// prettier-ignore
const sensor: readonly Row[] = [
  ["K8S.NODE_NamespaceCreation", "Attempt to create a new Linux namespace from a container detected", "Informational", "PrivilegeEscalation"],
  ["K8S.NODE_HistoryFileCleared", "A history file has been cleared", "Medium", "DefenseEvasion"],
  ["K8S.NODE_SuspectConnection", "An uncommon connection attempt detected", "Medium", "Execution,Exfiltration,Exploitation"],
  ["K8S.NODE_TimerServiceDisabled", "Attempt to stop apt-daily-upgrade.timer service detected", "Informational", "DefenseEvasion"],
  ["K8S.NODE_CommonBot", "Behavior similar to common Linux bots detected (Preview)", "Medium", "Execution,Collection,CommandAndControl"],
  ["K8S.NODE_PrivilegedExecutionInContainer", "Command within a container running with high privileges", "Informational", "PrivilegeEscalation"],
  ["K8S.NODE_PrivilegedContainerArtifacts", "Container running in privileged mode", "Informational", "PrivilegeEscalation,Execution"],
  ["K8S.NODE_SuspectDownload", "Detected file download from a known malicious source", "Medium", "PrivilegeEscalation,Execution,Exfiltration,CommandAndControl"],
  ["K8S.NODE_SuspectDownloadArtifacts", "Detected suspicious file download", "Informational", "Persistence"],
  ["K8S.NODE_SuspectNohup", "Detected suspicious use of the nohup command", "Medium", "Persistence,DefenseEvasion"],
  ["K8S.NODE_SuspectUserAddition", "Detected suspicious use of the useradd command", "Medium", "Persistence"],
  ["K8S.NODE_DigitalCurrencyMining", "Digital currency mining related behavior detected", "High", "Execution"],
  ["K8S.NODE_ImageBuildOnNode", "Docker build operation detected on a Kubernetes node", "Informational", "DefenseEvasion"],
  ["K8S.NODE_KnownLinuxDDoSToolkit", "Indicators associated with DDOS toolkit detected", "Medium", "Persistence,LateralMovement,Execution,Exploitation"],
  ["K8S.NODE_EICAR", "Microsoft Defender for Cloud test alert (not a threat)", "High", "Execution"],
  ["K8S.NODE_KnownLinuxAttackTool", "Possible attack tool detected", "Medium", "Execution,Collection,CommandAndControl,Probing"],
  ["K8S.NODE_LinuxBackdoorArtifact", "Possible backdoor detected", "Medium", "Persistence,DefenseEvasion,Execution,Exploitation"],
  ["K8S.NODE_ExploitAttempt", "Possible command line exploitation attempt", "Medium", "Exploitation"],
  ["K8S.NODE_KnownLinuxCredentialAccessTool", "Possible credential access tool detected", "Medium", "CredentialAccess"],
  ["K8S.NODE_CryptoCoinMinerDownload", "Possible Cryptocoinminer download detected", "Medium", "DefenseEvasion,CommandAndControl,Exploitation"],
  ["K8S.NODE_SystemLogRemoval", "Possible Log Tampering Activity Detected", "Medium", "DefenseEvasion"],
  ["K8S.NODE_SuspectPasswordChange", "Possible password change using crypt-method detected", "Medium", "CredentialAccess"],
  ["K8S.NODE_SuspectPortForwarding", "Potential port forwarding to external IP address", "Medium", "Exfiltration,CommandAndControl"],
  ["K8S.NODE_ReverseShell", "Potential reverse shell detected", "Medium", "Exfiltration,Exploitation"],
  ["K8S.NODE_CryptoCoinMinerArtifacts", "Process associated with digital currency mining detected", "Medium", "Execution,Exploitation"],
  ["K8S.NODE_SshKeyAccess", "Process seen accessing the SSH authorized keys file in an unusual way", "Informational", "Unknown"],
  ["K8S.NODE_SuspectProcessTermination", "Security-related process termination detected", "Low", "Persistence"],
  ["K8S.NODE_ContainerSSH", "SSH server is running inside a container", "Informational", "Execution"],
  ["K8S.NODE_TimestampTampering", "Suspicious file timestamp modification", "Low", "Persistence,DefenseEvasion"],
  ["K8S.NODE_KubernetesAPI", "Suspicious request to Kubernetes API", "Medium", "LateralMovement"],
  ["K8S.NODE_KubernetesDashboard", "Suspicious request to the Kubernetes Dashboard", "Medium", "LateralMovement"],
  ["K8S.NODE_CryptoCoinMinerExecution", "Potential crypto coin miner started", "Medium", "Execution"],
  ["K8S.NODE_SuspectPasswordFileAccess", "Suspicious password access", "Informational", "Persistence"],
  ["K8S.NODE_Webshell", "Possible malicious web shell detected", "Medium", "Persistence,Exploitation"],
  ["K8S.NODE_ReconnaissanceArtifactsBurst", "Burst of multiple reconnaissance commands could indicate initial activity after compromise", "Low", "Discovery,Collection"],
  ["K8S.NODE_DownloadAndRunCombo", "Suspicious Download Then Run Activity", "Medium", "Execution,CommandAndControl,Exploitation"],
  ["K8S.NODE_KubeConfigAccess", "Access to kubelet kubeconfig file detected", "Medium", "CredentialAccess"],
  ["K8S.NODE_ImdsCall", "Access to cloud metadata service detected", "Medium", "CredentialAccess"],
  ["K8S.NODE_MitreCalderaTools", "MITRE Caldera agent detected", "Medium", "Persistence,PrivilegeEscalation,DefenseEvasion,CredentialAccess,Discovery,LateralMovement,Execution,Collection,Exfiltration,CommandAndControl,Probing,Exploitation"],
  ["K8S.NODE_DriftDetection", "A drift binary detected executing in the container", "High", "Execution"],
];

const toTypes = (rows: readonly Row[], source: AlertType["source"]): readonly AlertType[] =>
  rows.map(([type, title, severity, tactics]) => ({
    type,
    title,
    severity,
    tactics: tactics.split(",").filter(Boolean),
    source,
  }));

export const alertTypes: readonly AlertType[] = [
  ...toTypes(auditLog, "auditLog"),
  ...toTypes(sensor, "sensor"),
];

/** Finding of the agentless scan of a node's disk. The service puts the malware's name before the title. */
export const agentlessMalware: AlertType = {
  type: "AgentlessMalware", // The real name is not published.
  title: "malware was detected (Agentless)",
  severity: "High",
  tactics: ["Execution"],
  source: "diskScan",
};

/** A detection of Defender for DNS: it knows nothing of Kubernetes. */
export const dnsTunnel: AlertType = {
  type: "AzureDNS_DataInfiltration",
  title: "Possible data download via DNS tunnel",
  severity: "Low",
  tactics: ["Exfiltration"],
  source: "dns",
};
