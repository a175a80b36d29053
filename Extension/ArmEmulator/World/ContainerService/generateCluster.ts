import { kubernetesVersions, outdatedNodeImage } from "./nodeVersions";
import type { Random } from "../random";
import { isOfAks, type WorkloadPlan } from "./workloadPlans";
import type { Cluster, Image, NodePool, Pod, Workload } from "../world";

interface ClusterPlan {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly name: string;
  readonly location: string;
  readonly workspaceId: string;
  readonly createdAt: Date;
  readonly workloads: readonly WorkloadPlan[];
}

const pools = [
  {
    name: "system",
    mode: "System",
    vmSize: "Standard_D4ds_v5",
    count: 3,
    autoscaling: null,
    // What AKS gives to new pools.
    upgradeSettings: { maxSurge: "10%", drainTimeoutInMinutes: 30, nodeSoakDurationInMinutes: 0 },
  },
  {
    name: "apps",
    mode: "User",
    vmSize: "Standard_D8ds_v5",
    count: 4,
    autoscaling: { minCount: 3, maxCount: 10 },
    upgradeSettings: { maxSurge: "33%", drainTimeoutInMinutes: 45, nodeSoakDurationInMinutes: 5 },
  },
] as const;

/** A cluster with node pools, workloads, pods and images that fit together. */
export function generateCluster(plan: ClusterPlan, random: Random): Cluster {
  const { subscriptionId, resourceGroup, name, location } = plan;
  const nodeResourceGroup = `MC_${resourceGroup}_${name}_${location}`;
  const nodePools = pools.map((pool) => generatePool(pool, subscriptionId, nodeResourceGroup, random));
  const nodes = nodePools.flatMap((pool) => pool.nodes);
  const imageOf = createImages(random);
  return {
    id: `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.ContainerService/managedClusters/${name}`,
    name,
    type: "Microsoft.ContainerService/managedClusters",
    resourceGroup,
    location,
    kubernetesVersion: kubernetesVersions.current,
    nodeResourceGroup,
    createdAt: plan.createdAt,
    pools: nodePools,
    workloads: plan.workloads.map((workload) => generateWorkload(workload, imageOf(workload), nodes, random)),
    state: {
      tags: { environment: "production" },
      etag: random.guid(),
      provisioningState: "Succeeded",
      sensor: true,
      policyAddOn: true,
      workspaceId: plan.workspaceId,
      loadBalancerSku: "standard",
      hasIpRanges: false,
      keepsLogs: false,
      written: null,
      writtenSettings: {},
      changes: [],
      isStopped: false,
      trouble: null,
    },
  };
}

function generatePool(
  { count, ...pool }: (typeof pools)[number],
  subscriptionId: string,
  nodeResourceGroup: string,
  random: Random,
): NodePool {
  const scaleSet = `aks-${pool.name}-${10_000_000 + random.whole(89_999_999)}-vmss`;
  return {
    ...pool,
    scaleSetId: `/subscriptions/${subscriptionId}/resourceGroups/${nodeResourceGroup}/providers/Microsoft.Compute/virtualMachineScaleSets/${scaleSet}`,
    nodes: Array.from({ length: count }, (_, index) => `${scaleSet}${index.toString(36).padStart(6, "0")}`),
    zones: ["1", "2", "3"],
    state: {
      hasSingleMachines: false,
      nodeImageVersion: outdatedNodeImage,
      imageChangedAt: null,
      provisioningState: "Succeeded",
      undrainablePod: null,
    },
  };
}

function generateWorkload(
  plan: WorkloadPlan,
  image: Image,
  nodes: readonly string[],
  random: Random,
): Workload {
  const { namespace, name, controller } = plan;
  const replicas = controller === "DaemonSet" ? nodes.length : 1 + random.whole(3);
  return {
    namespace,
    name,
    controller,
    serviceAccount: random.oneIn(2) ? "default" : name,
    image,
    pods: Array.from({ length: replicas }, (_, index) =>
      generatePod(plan, index, nodes[(index + random.whole(nodes.length)) % nodes.length] ?? "", random),
    ),
  };
}

/** The same repository and tag is the same image, wherever in the cluster it runs. */
function createImages(random: Random): (plan: WorkloadPlan) => Image {
  const images = new Map<string, Image>();
  return ({ namespace, repository, tag, families }) => {
    const registry = isOfAks({ namespace }) ? "mcr.microsoft.com" : "contosoprod.azurecr.io";
    const reference = `${registry}/${repository}:${tag}`;
    const image = images.get(reference) ?? { reference, digest: `sha256:${random.hex(64)}`, families };
    images.set(reference, image);
    return image;
  };
}

function generatePod({ name, controller }: WorkloadPlan, index: number, node: string, random: Random): Pod {
  const suffix: Readonly<Record<Workload["controller"], string>> = {
    CronJob: `${29_000_000 + random.whole(99_999)}-${kubernetesRandom(5, random)}`,
    DaemonSet: kubernetesRandom(5, random),
    Deployment: `${kubernetesRandom(9, random)}-${kubernetesRandom(5, random)}`,
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

/** Characters that Kubernetes makes random parts of names of: none of them makes a word. */
const nameCharacters = [..."bcdfghjklmnpqrstvwxz2456789"];

function kubernetesRandom(length: number, random: Random): string {
  return Array.from({ length }, () => random.pick(nameCharacters)).join("");
}
