export enum Plan {
  title = "Microsoft Defender for Containers status",
  on = "On",
  off = "Off",
  partial = "Partial",
  unknown = "—",
  loading = "Loading",
  forSubscription = "(for subscription)",
  forCluster = "(for this cluster)",
  offText = "Nothing watches this cluster at run time. Missing findings do not mean that there are none.",
  partialText = "Partial findings due to missing configurations: {0}",
  clusterUnknown = "What the cluster itself has installed could not be checked: {0}",
  unknownBecause = "The status could not be read: {0}",
}
