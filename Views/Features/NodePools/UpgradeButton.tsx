import { PrimaryButton, Stack } from "@fluentui/react";
import type { ClusterCondition } from "../../../Client/Core/clusterCondition";
import { upgradeNodeImageAction, type NodePool } from "../../../Client/NodePools/nodePool";
import { disabledProps } from "../../Kit/Controls/disabledProps";
import { useOperation } from "../../Kit/Operations/useOperations";
import { usePermissionAt } from "../../Kit/Session/usePermission";
import { NodePoolTexts as Text } from "./NodePools.resjson";
import { obstacleText } from "./nodePoolLabels";
import { upgradePool } from "./upgradeState";

/** Asks before it starts an upgrade, and says why there is none to start. */
export function UpgradeButton(props: { readonly pool: NodePool; readonly cluster: ClusterCondition }) {
  const { pool, cluster } = props;
  const { isUnderWay, start } = useOperation(upgradePool);
  const missingRight = usePermissionAt(pool.id)(upgradeNodeImageAction);
  // AKS does one thing at a time in a cluster.
  const whyNot = (isUnderWay ? Text.running : undefined) ?? obstacleText(pool, cluster) ?? missingRight;
  return (
    <Stack tokens={{ childrenGap: 4 }} horizontalAlign="start">
      <PrimaryButton
        text={Text.upgrade}
        allowDisabledFocus
        {...disabledProps(whyNot)}
        onClick={() => start(pool.id.toLowerCase(), { pool, cluster })}
      />
      {whyNot !== undefined && <span>{whyNot}</span>}
    </Stack>
  );
}
