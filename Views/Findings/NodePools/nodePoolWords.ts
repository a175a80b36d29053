import type { Fact } from "../../../Client/Domain/alert";
import { fillIn } from "../../../Client/Domain/fillIn";
import {
  upgradeImpact,
  upgradeObstacle,
  type ControlPlane,
  type ImageState,
  type NodePool,
} from "../../../Client/Domain/nodePool";
import { Findings } from "../Findings.resjson";
import { NodePoolTexts as Text } from "./NodePools.resjson";

export const imageWords: Readonly<Record<ImageState, string>> = {
  latest: Text.latest,
  outdated: Text.outdated,
  unknown: Text.unknown,
};

/** What a pool has, and what it could have. */
export function versionFacts(pool: NodePool, controlPlane: ControlPlane): readonly Fact[] {
  const known = (value: string | undefined) => value ?? Findings.unknownValue;
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
    { name: Text.impactNodes, value: impact.nodes.toLocaleString() },
    { name: Text.impactSurge, value: fillIn(surge, impact.addedNodes.toLocaleString()) },
    { name: Text.impactUnavailable, value: impact.unavailableNodes.toLocaleString() },
    { name: Text.impactDrain, value: fillIn(Text.minutes, impact.drainTimeoutMinutes) },
    { name: Text.impactSoak, value: fillIn(Text.minutes, impact.soakMinutes) },
  ];
}

/** What may go wrong for what runs in the pool. */
export function impactWarnings(pool: NodePool): readonly string[] {
  const { isSingleNode, isSystemPool } = upgradeImpact(pool);
  return [
    ...(isSingleNode ? [Text.singleNode] : []),
    ...(isSystemPool ? [Text.systemPool] : []),
    Text.budgets,
  ];
}

/** What is to be agreed to before an upgrade starts. */
export function upgradeQuestion(pool: NodePool): string {
  const { nodes, addedNodes, unavailableNodes, drainTimeoutMinutes, soakMinutes } = upgradeImpact(pool);
  const numbers = fillIn(
    Text.question,
    nodes,
    addedNodes,
    unavailableNodes,
    drainTimeoutMinutes,
    soakMinutes,
  );
  return [numbers, ...impactWarnings(pool)].join(" ");
}

/** Why a pool cannot be upgraded now, in words; `undefined`: it can. */
export function obstacleText(pool: NodePool): string | undefined {
  switch (upgradeObstacle(pool)) {
    case "latest":
      return Text.obstacleLatest;
    case "busy":
      return fillIn(Text.obstacleBusy, pool.provisioningState);
    case "stopped":
      return Text.obstacleStopped;
    case "empty":
      return Text.obstacleEmpty;
    case undefined:
      return undefined;
  }
}
