import { useQueryClient } from "@tanstack/react-query";
import { format } from "../../../Client/Core/format";
import { missingRight } from "../../Kit/Operations/rights";
import { useOperation } from "../../Kit/Operations/useOperations";
import { useDashboard } from "../../Kit/Session/dashboardContext";
import { useAttempt } from "../../Kit/Session/useAttempt";
import { NodePoolTexts as Text } from "./NodePools.resjson";
import { obstacleText } from "./nodePoolLabels";
import { upgradePool, upgradeRights } from "./upgradeState";
import { nodePoolsQuery, poolNamed } from "./useNodePools";

/** Upgrades the image of the node pool of that name, as the button in its details does. The pool is read when it starts. */
export function useUpgradeNamed(name: string): ReturnType<typeof useAttempt> {
  const { services } = useDashboard();
  const queries = useQueryClient();
  const { start, isUnderWay } = useOperation(upgradePool);
  const upgrade = async (): Promise<string> => {
    if (isUnderWay) {
      return Text.running;
    }
    const pools = await queries.fetchQuery({ ...nodePoolsQuery(services), staleTime: Infinity });
    const pool = poolNamed(pools, name);
    if (!pool) {
      return format(Text.gone, name);
    }
    const whyNot =
      obstacleText(pool, pools.condition) ?? (await missingRight(upgradeRights({ pool }), queries, services));
    if (whyNot === undefined) {
      start(pool.id.toLowerCase(), { pool, cluster: pools.condition });
    }
    return whyNot ?? "";
  };
  return useAttempt(upgrade, {
    running: Text.loading,
    failed: ({ message }) => `${Text.failed} ${message}`,
  });
}
