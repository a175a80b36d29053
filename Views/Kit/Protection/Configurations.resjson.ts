/** What the settings call the configurations of Defender for Containers. */
export enum Configurations {
  agentlessScanning = "Agentless machine scanning",
  azurePolicy = "Azure Policy",
  failed = "{0} (failed: {1})",
  kubernetesApiAccess = "Kubernetes API access",
  notOnCluster = "{0} (not installed in this cluster)",
  registryAccess = "Registry access",
  securityFindings = "Security findings",
  sensor = "Defender sensor",
}
