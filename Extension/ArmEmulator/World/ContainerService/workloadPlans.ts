import type { Workload } from "../world";

const systemNamespaces = new Set(["kube-system", "gatekeeper-system"]);

/** Whether AKS deploys what runs in a namespace: its images are Microsoft's, and Defender for Cloud has rows of their own for it. */
export function isOfAks({ namespace }: { readonly namespace: string }): boolean {
  return systemNamespaces.has(namespace);
}

/** A workload to be: where it runs, what runs in it, and the families of packages in its image. */
export interface WorkloadPlan {
  readonly namespace: string;
  readonly name: string;
  readonly controller: Workload["controller"];
  readonly repository: string;
  readonly tag: string;
  readonly families: readonly string[];
}

type Row = readonly [
  namespace: string,
  name: string,
  controller: Workload["controller"],
  repository: string,
  tag: string,
  families: string,
];

/** What every cluster runs. */
// prettier-ignore
const everywhere: readonly Row[] = [
  ["shop", "storefront", "Deployment", "shop/storefront", "4.2.1", "debian npm"],
  ["shop", "cart-api", "Deployment", "shop/cart-api", "2.14.3", "debian go"],
  ["shop", "catalog-search", "Deployment", "shop/catalog-search", "1.9.0", "debian maven"],
  ["payments", "payment-gateway", "Deployment", "payments/gateway", "7.0.5", "debian maven"],
  ["payments", "ledger-db", "StatefulSet", "platform/postgres", "15.4-alpine", "alpine"],
  ["payments", "settlement", "CronJob", "payments/settlement", "3.1.0", "debian pip"],
  ["identity", "token-issuer", "Deployment", "identity/token-issuer", "1.22.8", "azurelinux nuget"],
  ["analytics", "clickstream", "Deployment", "analytics/clickstream", "0.18.2", "debian maven"],
  ["analytics", "notebook", "StatefulSet", "analytics/notebook", "2024.6", "debian pip"],
  ["monitoring", "node-exporter", "DaemonSet", "platform/node-exporter", "1.7.0", "go"],
  ["ingress", "nginx-controller", "Deployment", "platform/ingress-nginx", "1.9.4", "alpine go"],
  ["kube-system", "csi-azuredisk", "DaemonSet", "oss/kubernetes-csi/azuredisk-csi", "1.29.6", "azurelinux go"],
];

/** Images that many workloads share. */
const redis = ["StatefulSet", "platform/redis", "7.2.4-alpine", "alpine"] as const;
const envoy = ["Deployment", "platform/envoy", "1.29.1", "debian"] as const;
const migration = ["CronJob", "platform/db-migrate", "5.3.0", "debian maven"] as const;

/** What only a large cluster runs as well. The last two hold nothing that can be vulnerable. */
// prettier-ignore
const more: readonly Row[] = [
  ["shop", "checkout", "Deployment", "shop/checkout", "3.8.0", "debian npm"],
  ["shop", "recommendations", "Deployment", "shop/recommendations", "0.9.4", "debian pip"],
  ["shop", "reviews", "Deployment", "shop/reviews", "1.4.2", "alpine npm"],
  ["shop", "inventory", "Deployment", "shop/inventory", "5.0.1", "azurelinux nuget"],
  ["shop", "pricing", "Deployment", "shop/pricing", "2.2.0", "debian maven"],
  ["shop", "images-resizer", "Deployment", "shop/images-resizer", "1.0.9", "debian go"],
  ["shop", "cart-cache", ...redis],
  ["shop", "edge-proxy", ...envoy],
  ["shop", "db-migrate", ...migration],
  ["payments", "fraud-scoring", "Deployment", "payments/fraud-scoring", "6.1.3", "debian pip"],
  ["payments", "card-vault", "Deployment", "payments/card-vault", "4.4.0", "azurelinux nuget"],
  ["payments", "refunds", "Deployment", "payments/refunds", "1.3.7", "debian maven"],
  ["payments", "invoices", "CronJob", "payments/invoices", "2.0.0", "debian pip"],
  ["payments", "session-cache", ...redis],
  ["payments", "edge-proxy", ...envoy],
  ["payments", "db-migrate", ...migration],
  ["identity", "login-web", "Deployment", "identity/login-web", "2.7.1", "alpine npm"],
  ["identity", "directory-sync", "CronJob", "identity/directory-sync", "1.1.0", "azurelinux nuget"],
  ["identity", "session-cache", ...redis],
  ["identity", "edge-proxy", ...envoy],
  ["analytics", "event-collector", "Deployment", "analytics/event-collector", "3.3.3", "debian go"],
  ["analytics", "stream-processor", "StatefulSet", "analytics/stream-processor", "1.18.0", "debian maven"],
  ["analytics", "report-builder", "CronJob", "analytics/report-builder", "0.7.0", "debian pip"],
  ["analytics", "feature-store", "StatefulSet", "analytics/feature-store", "0.34.1", "debian pip"],
  ["analytics", "dashboards", "Deployment", "analytics/dashboards", "10.2.3", "alpine go npm"],
  ["analytics", "broker", "StatefulSet", "platform/kafka", "3.6.1", "azurelinux maven"],
  ["analytics", "result-cache", ...redis],
  ["monitoring", "metrics-store", "StatefulSet", "platform/prometheus", "2.49.1", "go"],
  ["monitoring", "alert-router", "Deployment", "platform/alertmanager", "0.26.0", "go"],
  ["monitoring", "log-shipper", "DaemonSet", "platform/fluent-bit", "2.2.2", "debian"],
  ["monitoring", "trace-collector", "Deployment", "platform/otel-collector", "0.93.0", "go"],
  ["monitoring", "uptime-probe", "CronJob", "platform/uptime-probe", "1.0.2", "alpine pip"],
  ["gatekeeper-system", "gatekeeper-audit", "Deployment", "oss/open-policy-agent/gatekeeper", "3.17.1", "go"],
  ["ingress", "external-dns", "Deployment", "platform/external-dns", "0.14.0", "go"],
  ["ingress", "waf", "Deployment", "platform/modsecurity", "3.0.11", "debian"],
  ["support", "helpdesk", "Deployment", "support/helpdesk", "9.1.0", "debian npm"],
  ["support", "chat-bot", "Deployment", "support/chat-bot", "0.5.5", "debian pip"],
  ["support", "mailer", "Deployment", "support/mailer", "2.9.0", "alpine npm"],
  ["support", "db-migrate", ...migration],
  ["warehouse", "picking", "Deployment", "warehouse/picking", "1.6.0", "azurelinux nuget"],
  ["warehouse", "label-printer", "Deployment", "warehouse/label-printer", "0.3.8", "debian maven"],
  ["warehouse", "routing", "Deployment", "warehouse/routing", "4.0.2", "debian go"],
  ["warehouse", "stock-db", "StatefulSet", "platform/postgres", "15.4-alpine", "alpine"],
  ["ml", "training", "CronJob", "ml/training", "2.1.0", "debian pip"],
  ["ml", "inference", "Deployment", "ml/inference", "2.1.0", "debian pip"],
  ["ml", "model-registry", "Deployment", "ml/model-registry", "2.9.2", "debian pip"],
  ["kube-system", "metrics-agent", "DaemonSet", "azuremonitor/ama-metrics", "6.8.4", "azurelinux go"],
  ["kube-system", "secrets-store", "DaemonSet", "oss/kubernetes-csi/secrets-store", "1.4.1", "azurelinux go"],
  ["kube-system", "node-local-dns", "DaemonSet", "oss/kubernetes/coredns", "1.11.1", "go"],
  ["kube-system", "pause-warmer", "DaemonSet", "oss/kubernetes/pause", "3.9", ""],
  ["support", "status-page", "Deployment", "support/status-page", "1.0.0", ""],
];

const toPlan = ([namespace, name, controller, repository, tag, families]: Row): WorkloadPlan => ({
  namespace,
  name,
  controller,
  repository,
  tag,
  families: families.split(" ").filter(Boolean),
});

export const smallClusterWorkloads: readonly WorkloadPlan[] = everywhere.map(toPlan);
export const largeClusterWorkloads: readonly WorkloadPlan[] = [...everywhere, ...more].map(toPlan);
