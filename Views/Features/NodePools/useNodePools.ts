import type { NodePool, NodePools } from "../../../Client/NodePools/nodePool";
import { useDashboard, type DashboardDependencies } from "../../Kit/Session/dashboardContext";
import type { Loadable } from "../../Kit/Model/loadable";
import { useLoadable } from "../../Kit/Session/useLoadable";

export const nodePoolsKey = ["nodePools"] as const;

/** The node pools of the cluster. */
export function useNodePools(): Loadable<NodePools> {
  const { services } = useDashboard();
  return useLoadable(nodePoolsQuery(services));
}

export function nodePoolsQuery({ nodePools }: Pick<DashboardDependencies["services"], "nodePools">) {
  return {
    queryKey: nodePoolsKey,
    queryFn: ({ signal }: { readonly signal?: AbortSignal }) => nodePools.list(signal),
  };
}

/** The pool of that name; `undefined`: there is none, or it could not be read. */
export function poolNamed({ items }: NodePools, name: string): NodePool | undefined {
  return items.find((item) => item.name.toLowerCase() === name.toLowerCase());
}
