/** What VEX documents say in words. */
export enum Vex {
  author = "AKS Security Dashboard",
  role = "Reports what Microsoft Defender for Cloud found",
  updatePackage = "Update {0} to {1}.",
  updateAPackage = "Update the package to {0}.",
  updateNodeImage = "Update the node image to {0}.",
  updateKubernetes = "Update Kubernetes to {0}.",
  notAbove = "Defender for Cloud names the fixed version {0}, which isn't above the installed one.",
  claimed = "A fix exists. Defender for Cloud doesn't report its version.",
  none = "No fix is known.",
  unknown = "Defender for Cloud doesn't report whether a fix exists.",
  status = "Found by Microsoft Defender for Cloud. Whether it can be exploited here wasn't assessed.",
  incomplete = "INCOMPLETE: {0}",
}
