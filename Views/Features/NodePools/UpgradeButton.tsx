import { DefaultButton } from "@fluentui/react";
import type { ClusterCondition } from "../../../Client/Core/clusterCondition";
import type { NodePool } from "../../../Client/NodePools/nodePool";
import { disabledProps } from "../../Kit/Controls/disabledProps";
import { lastKnown } from "../../Kit/Model/loadable";
import { useOperation } from "../../Kit/Operations/useOperations";
import { usePermission } from "../../Kit/Operations/rights";
import { NodePoolTexts as Text } from "./NodePools.resjson";
import { obstacleText } from "./nodePoolLabels";
import { poolNamed, useNodePools } from "./useNodePools";
import { upgradePool, upgradeRights } from "./upgradeState";

interface Upgradable {
  readonly pool: NodePool;
  readonly cluster: ClusterCondition;
}

/** Upgrades the image of the node pool of that name; it stands at the foot of its details once the pool is known. */
export function UpgradeButton({ name }: { readonly name: string }) {
  const pools = lastKnown(useNodePools());
  const pool = pools && poolNamed(pools, name);
  return pools && pool ? <KnownUpgradeButton pool={pool} cluster={pools.condition} /> : null;
}

/** Asks before it starts an upgrade. */
function KnownUpgradeButton({ pool, cluster }: Upgradable) {
  const { start } = useOperation(upgradePool);
  const whyNot = useObstacle({ pool, cluster });
  return (
    <DefaultButton
      text={Text.upgrade}
      allowDisabledFocus
      {...disabledProps(whyNot)}
      onClick={() => start(pool.id.toLowerCase(), { pool, cluster })}
    />
  );
}

/** Says why there is no upgrade to start. */
export function UpgradeObstacle(props: Upgradable) {
  const whyNot = useObstacle(props);
  return whyNot === undefined ? null : <span>{whyNot}</span>;
}

function useObstacle({ pool, cluster }: Upgradable): string | undefined {
  const { isUnderWay } = useOperation(upgradePool);
  const [missingRight] = usePermission(upgradeRights, [{ pool }]);
  // AKS does one thing at a time in a cluster.
  return (isUnderWay ? Text.running : undefined) ?? obstacleText(pool, cluster) ?? missingRight;
}
