/**
 * Kinds that Kubernetes itself has and that run or expose something, in Kubernetes' spelling (API reference of v1.30).
 * Services write them in other letter cases and in the plural.
 */
const kinds = [
  "ClusterRole",
  "ClusterRoleBinding",
  "ConfigMap",
  "CronJob",
  "DaemonSet",
  "Deployment",
  "Endpoints",
  "EndpointSlice",
  "HorizontalPodAutoscaler",
  "Ingress",
  "IngressClass",
  "Job",
  "LimitRange",
  "MutatingWebhookConfiguration",
  "Namespace",
  "NetworkPolicy",
  "Node",
  "PersistentVolume",
  "PersistentVolumeClaim",
  "Pod",
  "PodDisruptionBudget",
  "PodTemplate",
  "ReplicaSet",
  "ReplicationController",
  "ResourceQuota",
  "Role",
  "RoleBinding",
  "Secret",
  "Service",
  "ServiceAccount",
  "StatefulSet",
  "StorageClass",
  "ValidatingWebhookConfiguration",
] as const;

type KubernetesKind = (typeof kinds)[number];

const byLowerCase: ReadonlyMap<string, KubernetesKind> = new Map(
  kinds.map((kind) => [kind.toLowerCase(), kind]),
);

/** The kind in Kubernetes' spelling; `undefined` for one of a custom resource, whose spelling can't be derived. */
export function kubernetesKind(text: string): KubernetesKind | undefined {
  const key = text.trim().toLowerCase();
  const singular = [key, key.replace(/s$/, ""), key.replace(/es$/, ""), key.replace(/ies$/, "y")];
  return singular.map((one) => byLowerCase.get(one)).find((kind) => kind !== undefined);
}
