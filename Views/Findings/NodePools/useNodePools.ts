import type { NodePools } from "../../../Client/NodePools/nodePool";
import { useDashboard } from "../dashboardContext";
import type { Loadable } from "../loadable";
import { useLoadable } from "../useLoadable";

export const nodePoolsKey = ["nodePools"] as const;

/** The node pools of the cluster. */
export function useNodePools(): Loadable<NodePools> {
  const { services } = useDashboard();
  return useLoadable({ queryKey: nodePoolsKey, queryFn: ({ signal }) => services.nodePools.list(signal) });
}
