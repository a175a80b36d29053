import type { Failure } from "../../../Client/Core/failure";
import { format } from "../../../Client/Core/format";
import type { OperationProgress } from "../../../Client/Core/operationProgress";
import { operationState } from "../../../Client/Core/operationState";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { NodePoolTexts as Text } from "./NodePools.resjson";

/** How an upgrade stands that was started here. `progress` is `undefined` until AKS has accepted it. */
export type UpgradeState =
  | { readonly status: "running"; readonly progress: OperationProgress | undefined }
  | { readonly status: "done" }
  | { readonly status: "failed"; readonly failure: Failure; readonly end: UpgradeEnd };

/** What is known of an upgrade that did not succeed. */
type UpgradeEnd = "notStarted" | "startUnknown" | "failed" | "endUnknown" | "unwatched";

/**
 * What a failure says of the upgrade, after what AKS said last of it; `undefined`: it had not accepted it yet. Unless AKS itself
 * called it an end, only the watching has ended.
 */
export function upgradeEnd({ kind }: Failure, lastStatus: string | undefined): UpgradeEnd {
  if (lastStatus === undefined) {
    return kind === "offline" ? "startUnknown" : "notStarted";
  }
  switch (operationState(lastStatus)) {
    case "failed":
    case "canceled":
      return "failed";
    case "unknown":
      return "endUnknown";
    case "running":
    case "succeeded":
      return "unwatched";
  }
}

const endLabels: Readonly<Record<UpgradeEnd, string>> = {
  notStarted: Text.notStarted,
  startUnknown: Text.startUnknown,
  failed: Text.upgradeFailed,
  endUnknown: Text.endUnknown,
  unwatched: Text.unwatched,
};

/** The state in words, with what AKS said. */
export function upgradeText(state: UpgradeState): string {
  switch (state.status) {
    case "running":
      return progressText(state.progress);
    case "done":
      return Text.done;
    case "failed":
      return `${endLabels[state.end]} ${state.failure.message}`;
  }
}

function progressText(progress: OperationProgress | undefined): string {
  if (!progress) {
    return Text.starting;
  }
  const { status, elapsedSeconds, percent } = progress;
  return percent === undefined
    ? format(Text.progress, status, formatNumber(elapsedSeconds))
    : format(Text.progressPercent, status, formatNumber(elapsedSeconds), Math.round(percent));
}
