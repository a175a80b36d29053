/** The page was opened for something that it does not know how to show. */
export enum WrongCluster {
  notAnArmIdTitle = "This isn't an Azure resource ID",
  notAnArmIdText = "The page was opened with {0}. It needs the resource ID of an AKS cluster.",
  notAClusterTitle = "This resource isn't an AKS cluster",
  notAClusterText = "The page was opened for {0}. It needs a resource of type Microsoft.ContainerService/managedClusters.",
}
