import { latestNodeImage } from "./nodeVersions";
import type { Cluster } from "../world";

/** Puts the node pools of the main cluster into the state that the scenario asks for. */
export function prepareNodePools(
  { pools, workloads }: Cluster,
  plan: {
    readonly clusterScan: string;
    readonly hasUndrainablePod?: boolean;
    readonly hasSingleMachines?: boolean;
  },
): void {
  for (const pool of pools) {
    pool.state.hasSingleMachines = plan.hasSingleMachines === true && pool.mode === "User";
    // Nodes without vulnerabilities are those with the latest image.
    pool.state.nodeImageVersion =
      plan.clusterScan === "passes" ? latestNodeImage : pool.state.nodeImageVersion;
    const pod = workloads.flatMap(({ pods }) => pods).find(({ node }) => pool.nodes.includes(node));
    pool.state.undrainablePod = plan.hasUndrainablePod === true ? (pod?.name ?? null) : null;
  }
}
