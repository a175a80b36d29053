export enum Dashboard {
  commands = "Commands",
  findings = "Findings",
  guides = "Guides & feedback",
  guidesLink = "https://learn.microsoft.com/azure/defender-for-cloud/cluster-security-dashboard",
  more = "More commands",
  overview = "Go to Defender for Cloud overview",
  overviewLink = "https://portal.azure.com/#view/Microsoft_Azure_Security/SecurityMenuBlade/~/0",
  refresh = "Refresh",
  notAnArmIdTitle = "This is not the id of an Azure resource",
  notAnArmIdText = "The page was opened with {0}. It needs the ARM resource id of an AKS cluster.",
  notAClusterTitle = "This resource is not an AKS cluster",
  notAClusterText = "The page was opened for {0}. It needs a resource of type Microsoft.ContainerService/managedClusters.",
}
