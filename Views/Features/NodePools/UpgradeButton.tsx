import { PrimaryButton, Stack } from "@fluentui/react";
import type { ClusterCondition } from "../../../Client/Core/clusterCondition";
import { format } from "../../../Client/Core/format";
import { upgradeNodeImageAction, type NodePool } from "../../../Client/NodePools/nodePool";
import { disabledProps } from "../../Kit/Controls/disabledProps";
import { useConfirm } from "../../Kit/Controls/useConfirm";
import { usePermissionAt } from "../../Kit/Session/usePermission";
import { NodePoolTexts as Text } from "./NodePools.resjson";
import { obstacleText, upgradeQuestion } from "./nodePoolLabels";
import { useUpgrades } from "./useUpgrades";

/** Asks before it starts an upgrade, and says why there is none to start. */
export function UpgradeButton(props: { readonly pool: NodePool; readonly cluster: ClusterCondition }) {
  const { pool, cluster } = props;
  const { states, start } = useUpgrades();
  const confirm = useConfirm();
  const missingRight = usePermissionAt(pool.id)(upgradeNodeImageAction);
  // AKS does one thing at a time in a cluster.
  const isRunning = [...states.values()].some(({ status }) => status === "running");
  const whyNot = (isRunning ? Text.running : undefined) ?? obstacleText(pool, cluster) ?? missingRight;
  return (
    <Stack tokens={{ childrenGap: 4 }} horizontalAlign="start">
      <PrimaryButton
        text={Text.upgrade}
        allowDisabledFocus
        {...disabledProps(whyNot)}
        onClick={() =>
          confirm({
            title: format(Text.questionTitle, pool.name),
            text: upgradeQuestion(pool, cluster),
            yes: Text.questionYes,
            onYes: () => start(pool),
          })
        }
      />
      {whyNot !== undefined && <span>{whyNot}</span>}
    </Stack>
  );
}
