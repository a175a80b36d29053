import { DefaultButton, MessageBar, MessageBarType, ProgressIndicator } from "@fluentui/react";
import { useQueryClient } from "@tanstack/react-query";
import type { NodePool } from "../../../Client/NodePools/nodePool";
import { FailureFacts } from "../../Kit/Screens/FailureReport";
import { NodePoolTexts as Text } from "./NodePools.resjson";
import { failedIn } from "../../Kit/Operations/operation";
import { useOperation } from "../../Kit/Operations/useOperations";
import { upgradePool, upgradeText } from "./upgradeState";
import { nodePoolsKey } from "./useNodePools";

/** How the upgrade of a pool stands that was started here; nothing when none was. */
export function UpgradeReport({ pool }: { readonly pool: NodePool }) {
  const run = useOperation(upgradePool).runOf(pool.id.toLowerCase());
  const queries = useQueryClient();
  if (!run) {
    return null;
  }
  if (run.status !== "ended") {
    const percent = run.progress?.percent;
    return (
      <ProgressIndicator
        label={upgradeText(run)}
        {...(percent === undefined ? {} : { percentComplete: percent / 100 })}
      />
    );
  }
  const failure = failedIn(run)?.failure;
  return failure ? (
    <MessageBar messageBarType={MessageBarType.error} isMultiline>
      {upgradeText(run)}
      <FailureFacts failure={failure} />
      <DefaultButton
        text={Text.lookAgain}
        onClick={() => void queries.invalidateQueries({ queryKey: nodePoolsKey })}
      />
    </MessageBar>
  ) : (
    <MessageBar messageBarType={MessageBarType.success}>{upgradeText(run)}</MessageBar>
  );
}
