import { createRandom } from "./random";
import { recommendations } from "./recommendations";
import type { Cluster, Pod, Workload, World } from "./world";

/** What the Azure Policy add-on says of one pod and one policy. */
export interface ComponentState {
  readonly policyId: string;
  readonly namespace: string;
  readonly pod: Pod;
  readonly isCompliant: boolean;
}

/** Namespaces that the built-in policies leave out. */
const excludedNamespaces = new Set(["kube-system", "gatekeeper-system", "azure-arc"]);

/** Every pod under every policy about containers; some fail exactly where the recommendation of the policy is unhealthy. */
export function componentStates(world: World, cluster: Cluster): readonly ComponentState[] {
  const workloads = cluster.workloads.filter(({ namespace }) => !excludedNamespaces.has(namespace));
  return recommendations
    .filter(({ level }) => level === "container")
    .flatMap(({ key, policyId }) => {
      const failing = isUnhealthy(world, cluster, key) ? failingWorkloads(policyId, workloads) : [];
      return workloads.flatMap((workload) =>
        workload.pods.map((pod) => ({
          policyId,
          namespace: workload.namespace,
          pod,
          isCompliant: !failing.includes(workload),
        })),
      );
    });
}

function isUnhealthy({ assessments }: World, cluster: Cluster, key: string): boolean {
  const id = `${cluster.id}/providers/Microsoft.Security/assessments/${key}`;
  const status = assessments.find((assessment) => assessment.id === id)?.properties.status;
  return (status as { readonly code?: unknown } | undefined)?.code === "Unhealthy"; // As the world generates them.
}

/** From one to five of them, always the same for the same policy. */
function failingWorkloads(policyId: string, workloads: readonly Workload[]): readonly Workload[] {
  const random = createRandom(Number.parseInt(policyId.slice(0, 8), 16));
  return random.shuffled(workloads).slice(0, 1 + random.whole(5));
}
