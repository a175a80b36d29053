/** The page was opened for something that it does not know how to show. */
export enum WrongCluster {
  notAnArmIdTitle = "This is not the id of an Azure resource",
  notAnArmIdText = "The page was opened with {0}. It needs the ARM resource id of an AKS cluster.",
  notAClusterTitle = "This resource is not an AKS cluster",
  notAClusterText = "The page was opened for {0}. It needs a resource of type Microsoft.ContainerService/managedClusters.",
}
