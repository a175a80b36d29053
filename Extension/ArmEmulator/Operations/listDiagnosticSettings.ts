import type { Operation } from "../Server/arm";
import type { Cluster } from "../World/world";
import { clusterPath, findCluster } from "./clusters";

/** Which logs of the control plane are kept. */
const categories = [
  { category: "kube-audit", enabled: true },
  { category: "kube-audit-admin", enabled: true },
  { category: "guard", enabled: true },
  { category: "kube-apiserver", enabled: false },
];

/** Where a cluster sends the logs of its control plane. */
export const listDiagnosticSettings: Operation = {
  method: "GET",
  path: `${clusterPath}/providers/Microsoft.Insights/diagnosticSettings`,
  apiVersions: ["2021-05-01-preview"],
  action: "Microsoft.Insights/diagnosticSettings/read",
  handle: (context) => ({ status: 200, body: { value: settingsOf(findCluster(context)) } }),
};

function settingsOf({ id, state: { workspaceId } }: Cluster) {
  const name = "control-plane-logs";
  return workspaceId === null
    ? []
    : [
        {
          id: `${id}/providers/microsoft.insights/diagnosticSettings/${name}`,
          type: "Microsoft.Insights/diagnosticSettings",
          name,
          properties: {
            workspaceId,
            logAnalyticsDestinationType: "Dedicated",
            logs: categories,
            metrics: [],
          },
        },
      ];
}
