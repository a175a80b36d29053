import { createRandom } from "../random";
import { recommendations } from "../Security/Assessments/recommendations";
import type { Cluster, Workload, World } from "../world";

/** What the Azure Policy add-on says of one Kubernetes object and one policy. */
export interface ComponentState {
  readonly policyId: string;
  /** Empty for the row about the cluster as a whole, which names no object. */
  readonly namespace: string;
  readonly name: string;
  /** Kind in lower case and singular; `*`: no object. */
  readonly type: string;
  readonly isCompliant: boolean;
}

/** What a policy is about, where that isn't pods. */
const exposing: ReadonlyMap<string, "ingress" | "service"> = new Map([
  ["c6d87087-9ebe-b31f-b452-0bf3bbbaccd2", "ingress"],
  ["add45209-73f6-4fa5-a5a5-74a451b07fbe", "service"],
]);

/** Namespaces that the built-in policies leave out. */
const excludedNamespaces = new Set(["kube-system", "gatekeeper-system", "azure-arc"]);

/**
 * Every object under every policy about it; some fail exactly where the recommendation of the policy is unhealthy. Azure Policy
 * adds a row `*` of the cluster as a whole.
 */
export function componentStates(world: World, cluster: Cluster): readonly ComponentState[] {
  const workloads = cluster.workloads.filter(({ namespace }) => !excludedNamespaces.has(namespace));
  return recommendations
    .filter(({ level }) => level === "container")
    .flatMap(({ key, policyId }) => {
      const failing = isUnhealthy(world, cluster, key) ? failingWorkloads(policyId, workloads) : [];
      const whole = { policyId, namespace: "", name: "*", type: "*", isCompliant: failing.length === 0 };
      const objects = workloads.flatMap((workload) =>
        objectsOf(workload, exposing.get(key)).map((object) => ({
          policyId,
          namespace: workload.namespace,
          ...object,
          isCompliant: !failing.includes(workload),
        })),
      );
      return [whole, ...objects];
    });
}

function objectsOf({ name, pods }: Workload, kind: "ingress" | "service" | undefined) {
  return kind === undefined ? pods.map((pod) => ({ name: pod.name, type: "pod" })) : [{ name, type: kind }];
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
