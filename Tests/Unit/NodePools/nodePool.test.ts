import {
  failedState,
  upgradeImpact,
  upgradeObstacle,
  type NodePool,
} from "../../../Client/NodePools/nodePool";
import type { ClusterCondition } from "../../../Client/Core/clusterCondition";
import { aNodePool } from "../../Support/nodePools";

describe("what an upgrade does", () => {
  const settings = (over: Partial<NodePool["upgradeSettings"]>, count: number | undefined) =>
    upgradeImpact(aNodePool({ count, upgradeSettings: { ...aNodePool().upgradeSettings, ...over } }));

  test.each<[string | undefined, number, number]>([
    ["33%", 9, 3],
    ["33%", 4, 2],
    ["33%", 10, 4],
    ["1%", 3, 1],
    ["100%", 7, 7],
    ["200%", 3, 3],
    ["5", 10, 5],
    ["5", 3, 3],
    ["0", 3, 0],
    [" 10 % ", 20, 2],
    [undefined, 3, 1],
    [undefined, 10, 1],
    [undefined, 11, 2],
    ["many", 11, 2],
    ["-1", 11, 2],
    ["10%", 0, 0],
  ])("surge %s of %d nodes adds %d", (maxSurge, count, added) => {
    expect(settings({ maxSurge }, count).addedNodes).toBe(added);
  });

  test.each<[string | undefined, unknown]>([
    ["33%", "33%"],
    [" 050 % ", "50%"],
    ["5", 5],
    [undefined, "10%"],
    ["many", "10%"],
  ])("surge %s of nodes that AKS does not count adds %s", (maxSurge, added) => {
    expect(settings({ maxSurge }, undefined)).toMatchObject({
      nodes: undefined,
      addedNodes: added,
      unavailableNodes: 0,
      isSingleNode: false,
    });
  });

  test("says what AKS decides by itself", () => {
    expect(settings({}, 4)).toEqual({
      nodes: 4,
      addedNodes: 1,
      unavailableNodes: 0,
      isSurgeDefault: true,
      drainTimeoutMinutes: 30,
      soakMinutes: 0,
      isSingleNode: false,
      isSystemPool: false,
      disruptionBudgets: "unknown",
    });
  });

  test("and what was set", () => {
    const set = { maxSurge: "0", maxUnavailable: "5%", drainTimeoutMinutes: 45, soakMinutes: 5 };
    expect(settings(set, 21)).toMatchObject({
      addedNodes: 0,
      unavailableNodes: 2,
      isSurgeDefault: false,
      drainTimeoutMinutes: 45,
      soakMinutes: 5,
    });
    expect(upgradeImpact(aNodePool({ count: 1, mode: "System" }))).toMatchObject({
      isSingleNode: true,
      isSystemPool: true,
    });
  });
});

test.each<[Partial<NodePool>, string | undefined]>([
  [{}, undefined],
  [{ latestImage: undefined }, undefined],
  [{ provisioningState: "Failed" }, undefined],
  [{ provisioningState: "" }, undefined],
  [{ provisioningState: "UpgradingNodeImageVersion" }, "busy"],
  [{ provisioningState: "Scaling", isStopped: true }, "stopped"],
  [{ count: 0 }, "empty"],
  [{ image: aNodePool().latestImage }, "latest"],
  [{ image: "AKSUbuntu-2204gen2containerd-202612.01.0" }, "newer"],
  [{ count: undefined }, undefined],
  [{ type: "VirtualMachines", count: undefined }, undefined],
  [{ type: "SomethingNew" }, undefined],
  [{ type: undefined, mode: undefined }, undefined],
  // learn.microsoft.com (node-image-upgrade) and azure-cli: not for availability sets.
  [{ type: "AvailabilitySet" }, "type"],
  [{ provisioningState: "Cancelled" }, undefined],
  [{ provisioningState: "Aborted" }, undefined],
  [{ provisioningState: "Reimaging" }, "busy"],
])("what keeps %j from an upgrade: %s", (over, obstacle) => {
  expect(upgradeObstacle(aNodePool(over), { kind: "ready" })).toBe(obstacle);
});

const due = {};
const newest = { image: aNodePool().latestImage };

// AKS refuses what is asked of a stopped cluster (start-stop-cluster), and a second operation with 409 OperationNotAllowed.
test.each<[ClusterCondition, Partial<NodePool>, string | undefined]>([
  [{ kind: "stopped" }, due, "clusterStopped"],
  [{ kind: "stopped" }, { isStopped: true }, "clusterStopped"],
  [{ kind: "stopped" }, newest, "clusterStopped"],
  [{ kind: "deleting" }, due, "clusterDeleting"],
  [{ kind: "busy", state: "Updating" }, due, "clusterBusy"],
  [{ kind: "busy", state: "Upgrading" }, { provisioningState: "Upgrading" }, "busy"],
  [{ kind: "busy", state: "Updating" }, { isStopped: true }, "stopped"],
  [{ kind: "failed", state: "Failed" }, due, undefined],
  [{ kind: "failed", state: "Failed" }, newest, "latest"],
  [{ kind: "unknown" }, due, undefined],
])("in a cluster that is %j, a pool that is %j: %s", (cluster, over, obstacle) => {
  expect(upgradeObstacle(aNodePool(over), cluster)).toBe(obstacle);
});

test.each<[ClusterCondition, string, string | undefined]>([
  [{ kind: "ready" }, "Succeeded", undefined],
  [{ kind: "ready" }, "", undefined],
  [{ kind: "ready" }, "Scaling", undefined],
  [{ kind: "ready" }, "Failed", "Failed"],
  [{ kind: "ready" }, "Canceled", "Canceled"],
  [{ kind: "ready" }, "Aborted", "Aborted"],
  [{ kind: "failed", state: "Failed" }, "Succeeded", "Failed"],
  [{ kind: "failed", state: "Cancelled" }, "", "Cancelled"],
  [{ kind: "failed", state: "Cancelled" }, "Failed", "Failed"],
  [{ kind: "unknown" }, "Succeeded", undefined],
])(
  "a cluster that is %j and a pool in the state %j: the last change ended with %s",
  (cluster, state, ended) => {
    expect(failedState(aNodePool({ provisioningState: state }), cluster)).toBe(ended);
  },
);
