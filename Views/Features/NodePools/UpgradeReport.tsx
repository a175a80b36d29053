import { DefaultButton, MessageBar, MessageBarType, ProgressIndicator } from "@fluentui/react";
import { useQueryClient } from "@tanstack/react-query";
import type { NodePool } from "../../../Client/NodePools/nodePool";
import { FailureFacts } from "../../Kit/Screens/FailureReport";
import { NodePoolTexts as Text } from "./NodePools.resjson";
import { upgradeText } from "./upgradeState";
import { nodePoolsKey } from "./useNodePools";
import { useUpgrades } from "./useUpgrades";

/** How the upgrade of a pool stands that was started here; nothing when none was. */
export function UpgradeReport({ pool }: { readonly pool: NodePool }) {
  const state = useUpgrades().states.get(pool.id.toLowerCase());
  const queries = useQueryClient();
  switch (state?.status) {
    case undefined:
      return null;
    case "running": {
      const percent = state.progress?.percent;
      return (
        <ProgressIndicator
          label={upgradeText(state)}
          {...(percent === undefined ? {} : { percentComplete: percent / 100 })}
        />
      );
    }
    case "done":
      return <MessageBar messageBarType={MessageBarType.success}>{upgradeText(state)}</MessageBar>;
    case "failed":
      return (
        <MessageBar messageBarType={MessageBarType.error} isMultiline>
          {upgradeText(state)}
          <FailureFacts failure={state.failure} />
          <DefaultButton
            text={Text.lookAgain}
            onClick={() => void queries.invalidateQueries({ queryKey: nodePoolsKey })}
          />
        </MessageBar>
      );
  }
}
