import type { Fact } from "../../../Client/Core/label";
import type { ClusterCondition } from "../../../Client/Core/clusterCondition";
import { format } from "../../../Client/Core/format";
import {
  failedState,
  upgradeImpact,
  upgradeObstacle,
  type UpgradeObstacle,
  type ControlPlane,
  type NodeAmount,
  type NodePool,
} from "../../../Client/NodePools/nodePool";
import type { ImageState } from "../../../Client/Core/nodeImage";
import { formatNumber } from "../../Kit/Controls/formatNumber";
import { NodePoolTexts as Text } from "./NodePools.resjson";

export const imageLabels: Readonly<Record<ImageState, string>> = {
  latest: Text.latest,
  newer: Text.newer,
  outdated: Text.outdated,
  other: Text.other,
  unknown: Text.unknown,
};

const known = (value: string | undefined) => value ?? Text.notReported;

/** What a pool is made of, in the words of AKS. */
export function poolFacts({ mode, type, osSku, vmSizes, count, autoscaling }: NodePool): readonly Fact[] {
  const nodes = known(count === undefined ? undefined : formatNumber(count));
  return [
    { name: Text.factMode, value: known(mode) },
    { name: Text.factType, value: known(type) },
    { name: Text.factSystem, value: known(osSku) },
    { name: Text.factSizes, value: vmSizes.length === 0 ? Text.notReported : vmSizes.join(", ") },
    {
      name: Text.factNodes,
      value: autoscaling
        ? format(Text.nodesAutoscaled, nodes, formatNumber(autoscaling.min), formatNumber(autoscaling.max))
        : nodes,
    },
  ];
}

/** What a pool has, and what it could have. */
export function versionFacts(pool: NodePool, controlPlane: ControlPlane): readonly Fact[] {
  return [
    { name: Text.factImage, value: known(pool.image) },
    { name: Text.factLatestImage, value: known(pool.latestImage) },
    { name: Text.factVersion, value: known(pool.version) },
    { name: Text.factLatestVersion, value: known(pool.latestVersion) },
    { name: Text.factControlPlane, value: known(controlPlane.version) },
    { name: Text.factLatestControlPlane, value: known(controlPlane.latestVersion) },
  ];
}

/** What an upgrade does to the pool, in numbers. */
export function impactFacts(pool: NodePool): readonly Fact[] {
  const impact = upgradeImpact(pool);
  const surge = impact.isSurgeDefault ? Text.surgeDefault : Text.surgeSet;
  return [
    {
      name: Text.impactNodes,
      value: known(impact.nodes === undefined ? undefined : formatNumber(impact.nodes)),
    },
    { name: Text.impactSurge, value: format(surge, amountText(impact.addedNodes)) },
    { name: Text.impactUnavailable, value: amountText(impact.unavailableNodes) },
    { name: Text.impactDrain, value: format(Text.minutes, impact.drainTimeoutMinutes) },
    { name: Text.impactSoak, value: format(Text.minutes, impact.soakMinutes) },
  ];
}

function amountText(amount: NodeAmount): string {
  return typeof amount === "number" ? formatNumber(amount) : format(Text.shareOfNodes, amount);
}

/** What may go wrong for what runs in the pool. */
export function impactWarnings(pool: NodePool, cluster: ClusterCondition): readonly string[] {
  const { isSingleNode, isSystemPool } = upgradeImpact(pool);
  const failed = failedState(pool, cluster);
  return [
    ...(failed === undefined ? [] : [format(Text.lastFailed, failed)]),
    ...(isSingleNode ? [Text.singleNode] : []),
    ...(isSystemPool ? [Text.systemPool] : []),
    Text.budgets,
  ];
}

/** What is to be agreed to before an upgrade starts. */
export function upgradeQuestion(pool: NodePool, cluster: ClusterCondition): string {
  const { nodes, addedNodes, unavailableNodes, drainTimeoutMinutes, soakMinutes } = upgradeImpact(pool);
  const numbers = format(
    nodes === undefined ? Text.questionUncounted : Text.question,
    nodes ?? "",
    amountText(addedNodes),
    amountText(unavailableNodes),
    drainTimeoutMinutes,
    soakMinutes,
  );
  return [numbers, ...impactWarnings(pool, cluster)].join(" ");
}

/** Why a pool cannot be upgraded now, in words; `undefined`: it can. */
export function obstacleText(pool: NodePool, cluster: ClusterCondition): string | undefined {
  const obstacle = upgradeObstacle(pool, cluster);
  return obstacle && obstacleTexts[obstacle](pool, cluster);
}

const obstacleTexts: Readonly<
  Record<UpgradeObstacle, (pool: NodePool, cluster: ClusterCondition) => string>
> = {
  clusterStopped: () => Text.obstacleClusterStopped,
  clusterDeleting: () => Text.obstacleClusterDeleting,
  clusterBusy: (_, cluster) => format(Text.obstacleClusterBusy, cluster.kind === "busy" ? cluster.state : ""),
  latest: () => Text.obstacleLatest,
  newer: () => Text.obstacleNewer,
  type: ({ type }) => format(Text.obstacleType, known(type)),
  busy: ({ provisioningState }) => format(Text.obstacleBusy, provisioningState),
  stopped: () => Text.obstacleStopped,
  empty: () => Text.obstacleEmpty,
};
