import type { Random } from "./random";
import type { Cluster, Image, NodePool, Pod, Workload } from "./world";

export interface ClusterPlan {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
  readonly location: string;
}

type WorkloadPlan = readonly [
  namespace: string,
  name: string,
  controller: Workload["controller"],
  repository: string,
  tag: string,
];

const plans: readonly WorkloadPlan[] = [
  ["shop", "storefront", "Deployment", "shop/storefront", "4.2.1"],
  ["shop", "cart-api", "Deployment", "shop/cart-api", "2.14.3"],
  ["shop", "catalog-search", "Deployment", "shop/catalog-search", "1.9.0"],
  ["payments", "payment-gateway", "Deployment", "payments/gateway", "7.0.5"],
  ["payments", "ledger-db", "StatefulSet", "platform/postgres", "15.4-alpine"],
  ["payments", "settlement", "CronJob", "payments/settlement", "3.1.0"],
  ["identity", "token-issuer", "Deployment", "identity/token-issuer", "1.22.8"],
  ["analytics", "clickstream", "Deployment", "analytics/clickstream", "0.18.2"],
  ["analytics", "notebook", "StatefulSet", "analytics/notebook", "2024.6"],
  ["monitoring", "node-exporter", "DaemonSet", "platform/node-exporter", "1.7.0"],
  ["ingress", "nginx-controller", "Deployment", "platform/ingress-nginx", "1.9.4"],
  ["kube-system", "csi-azuredisk", "DaemonSet", "platform/azuredisk-csi", "1.29.6"],
];

const pools = [
  { name: "system", mode: "System", vmSize: "Standard_D4ds_v5", count: 3 },
  { name: "apps", mode: "User", vmSize: "Standard_D8ds_v5", count: 4 },
] as const;

/** A cluster with node pools, workloads, pods and images that fit together. */
export function generateCluster(plan: ClusterPlan, random: Random): Cluster {
  const { subscriptionId, resourceGroup, name, location } = plan;
  const nodeResourceGroup = `MC_${resourceGroup}_${name}_${location}`;
  const nodePools = pools.map((pool) => generatePool(pool, subscriptionId, nodeResourceGroup, random));
  const nodes = nodePools.flatMap((pool) => pool.nodes);
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.ContainerService/managedClusters/${name}`,
    name,
    type: "Microsoft.ContainerService/managedClusters",
    resourceGroup,
    location,
    kubernetesVersion: "1.33.4",
    nodeResourceGroup,
    pools: nodePools,
    workloads: plans.map((workload) => generateWorkload(workload, nodes, random)),
    state: { tags: { environment: "production" }, etag: random.guid(), provisioningState: "Succeeded" },
  };
}

function generatePool(
  { name, mode, vmSize, count }: (typeof pools)[number],
  subscriptionId: string,
  nodeResourceGroup: string,
  random: Random,
): NodePool {
  const scaleSet = `aks-${name}-${10_000_000 + random.whole(89_999_999)}-vmss`;
  return {
    name,
    mode,
    vmSize,
    scaleSetId: `/subscriptions/${subscriptionId}/resourceGroups/${nodeResourceGroup}/providers/Microsoft.Compute/virtualMachineScaleSets/${scaleSet}`,
    nodes: Array.from({ length: count }, (_, index) => `${scaleSet}${index.toString(36).padStart(6, "0")}`),
  };
}

function generateWorkload(plan: WorkloadPlan, nodes: readonly string[], random: Random): Workload {
  const [namespace, name, controller, repository, tag] = plan;
  const replicas = controller === "DaemonSet" ? nodes.length : 1 + random.whole(3);
  return {
    namespace,
    name,
    controller,
    serviceAccount: random.oneIn(2) ? "default" : name,
    image: generateImage(repository, tag, random),
    pods: Array.from({ length: replicas }, (_, index) =>
      generatePod(plan, index, nodes[(index + random.whole(nodes.length)) % nodes.length] ?? "", random),
    ),
  };
}

function generateImage(repository: string, tag: string, random: Random): Image {
  return { reference: `contosoprod.azurecr.io/${repository}:${tag}`, digest: `sha256:${random.hex(64)}` };
}

function generatePod([, name, controller]: WorkloadPlan, index: number, node: string, random: Random): Pod {
  const suffix: Readonly<Record<Workload["controller"], string>> = {
    CronJob: `${29_000_000 + random.whole(99_999)}-${random.hex(5)}`,
    DaemonSet: random.hex(5),
    Deployment: `${random.hex(9)}-${random.hex(5)}`,
    StatefulSet: String(index),
  };
  return {
    name: `${name}-${suffix[controller]}`,
    container: name,
    containerId: random.hex(64),
    node,
    ip: `10.244.${random.whole(16)}.${2 + random.whole(250)}`,
  };
}
