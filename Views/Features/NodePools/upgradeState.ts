import type { Failure } from "../../../Client/Core/failure";
import { format } from "../../../Client/Core/format";
import { type OperationProgress, operationState } from "../../../Client/Core/operationState";
import type { ClusterCondition } from "../../../Client/Core/clusterCondition";
import { upgradeNodeImageAction, type NodePool } from "../../../Client/NodePools/nodePool";
import type { NeededRights } from "../../Kit/Operations/rights";
import { failedIn, type Operation, type Run } from "../../Kit/Operations/operation";
import { upgradeQuestion } from "./nodePoolLabels";
import { nodePoolsKey } from "./useNodePools";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { NodePoolTexts as Text } from "./NodePools.resjson";
import { allServices } from "../../Kit/Session/dashboardContext";

interface Upgrade {
  readonly pool: NodePool;
  readonly cluster: ClusterCondition;
}

/** Gives the nodes of a pool the newest image. After the page closes, it continues unwatched. */
export const upgradePool: Operation<Upgrade, NodePool, void, OperationProgress> = {
  items: ({ pool }) => [pool],
  title: (_, { pool }) => format(Text.title, pool.name),
  rights: upgradeRights,
  question: ({ pool, cluster }) => ({
    title: format(Text.questionTitle, pool.name),
    text: upgradeQuestion(pool, cluster),
    yes: Text.questionYes,
  }),
  begins: () => Text.starting,
  run: (pool, { services, signal, tell }) =>
    allServices(services).nodePools.upgradeImage(pool, { onProgress: tell, signal }),
  progressText,
  end(run) {
    const failure = failedIn(run)?.failure;
    const end = failure && upgradeEnd(failure, run.progress?.status);
    const isSure = end === "notStarted" || end === "failed";
    const isDone = run.outcomes.every(({ result }) => result === "done");
    return { text: upgradeText(run), end: isDone ? "success" : isSure ? "error" : "warning" };
  },
  outdated: () => [{ queryKey: nodePoolsKey }],
};

/** What it takes to upgrade the image of a pool. */
export function upgradeRights({ pool }: Pick<Upgrade, "pool">): NeededRights {
  return [[{ action: upgradeNodeImageAction, scope: pool.id }]];
}

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

/** How an upgrade stands in words, with what AKS said. */
export function upgradeText(run: Run<Upgrade, NodePool, void, OperationProgress>): string {
  const { status, progress, outcomes } = run;
  if (status !== "ended") {
    return progress ? progressText(progress) : Text.starting;
  }
  const failure = failedIn(run)?.failure;
  if (failure) {
    return `${endLabels[upgradeEnd(failure, progress?.status)]} ${failure.message}`;
  }
  return outcomes.every(({ result }) => result === "done") ? Text.done : Text.unwatched;
}

function progressText({ status, elapsedSeconds, percent }: OperationProgress): string {
  return percent === undefined
    ? format(Text.progress, status, formatNumber(elapsedSeconds))
    : format(Text.progressPercent, status, formatNumber(elapsedSeconds), Math.round(percent));
}
