/** Images of nodes: what pools are generated with, and what there is to upgrade to. */
export const outdatedNodeImage = "AKSUbuntu-2204gen2containerd-202608.12.0";
export const latestNodeImage = "AKSUbuntu-2204gen2containerd-202611.10.0";

/** Versions of Kubernetes: the one of all clusters, and those that its control plane can be upgraded to. */
export const kubernetesVersions = {
  current: "1.33.4",
  upgrades: [{ kubernetesVersion: "1.34.1" }, { kubernetesVersion: "1.34.2", isPreview: true }],
} as const;
