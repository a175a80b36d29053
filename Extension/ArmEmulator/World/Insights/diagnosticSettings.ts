import type { Cluster, Json } from "../world";

/** Log categories of AKS that the built-in policy 6c66c325-74c8-42fd-a286-a74b0e2939d8 streams. */
export const logCategories: readonly string[] = [
  "kube-apiserver",
  "kube-audit",
  "kube-audit-admin",
  "kube-controller-manager",
  "kube-scheduler",
  "cluster-autoscaler",
  "cloud-controller-manager",
  "guard",
  "csi-azuredisk-controller",
  "csi-azurefile-controller",
  "csi-snapshot-controller",
];

/** Where a cluster sends logs of its control plane: as it was generated, and what was written since. */
export function settingsOf({ id, state }: Cluster): readonly Json[] {
  const { workspaceId, keepsLogs, writtenSettings } = state;
  const generated =
    workspaceId === null
      ? []
      : [{ name: "control-plane-logs", properties: generatedOf(workspaceId, keepsLogs) }];
  const all = {
    ...Object.fromEntries(generated.map((setting) => [setting.name.toLowerCase(), setting])),
    ...writtenSettings,
  };
  const present = Object.values(all).flatMap((setting) => setting ?? []);
  return present.map(({ name, properties }) => ({
    id: `${id}/providers/microsoft.insights/diagnosticSettings/${name}`,
    type: "Microsoft.Insights/diagnosticSettings",
    name,
    properties,
  }));
}

function generatedOf(workspaceId: string, keepsLogs: boolean): Json {
  const isOn = (category: string) => keepsLogs && category !== "kube-apiserver";
  return {
    workspaceId,
    logAnalyticsDestinationType: "Dedicated",
    logs: ["kube-audit", "kube-audit-admin", "guard", "kube-apiserver"].map((category) => ({
      category,
      enabled: isOn(category),
    })),
    metrics: [{ category: "AllMetrics", enabled: true }],
  };
}
