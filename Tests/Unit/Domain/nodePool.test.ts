import { imageState, upgradeImpact, upgradeObstacle, type NodePool } from "../../../Client/Domain/nodePool";
import { aNodePool } from "../../Support/nodePools";

describe("the image of a pool", () => {
  const family = "AKSUbuntu-2204gen2containerd";

  test.each<[string | undefined, string | undefined, string]>([
    [`${family}-202611.10.0`, `${family}-202611.10.0`, "latest"],
    [`${family}-202611.10.0`, `aksubuntu-2204GEN2containerd-202611.10.0`, "latest"],
    [`${family}-202611.09.0`, `${family}-202611.10.0`, "outdated"],
    [`${family}-202611.9.0`, `${family}-202611.10.0`, "outdated"],
    [`${family}-202610.30.9`, `${family}-202611.01.0`, "outdated"],
    [`${family}-202611.10.1`, `${family}-202611.10.0`, "latest"],
    [`${family}-202612.01.0`, `${family}-202611.10.0`, "latest"],
    [`${family}-202612.01.0`, `AKSAzureLinux-V3gen2-202611.10.0`, "outdated"],
    ["AKSUbuntu:1604:2020.03.11", "AKSUbuntu:1604:2020.03.10", "outdated"],
    ["AKSUbuntu:1604:2020.03.11", "AKSUbuntu:1604:2020.03.11", "latest"],
    [undefined, `${family}-202611.10.0`, "unknown"],
    [`${family}-202611.10.0`, undefined, "unknown"],
  ])("%s, where the newest is %s: %s", (image, latestImage, expected) => {
    expect(imageState(aNodePool({ image, latestImage }))).toBe(expected);
  });
});

describe("what an upgrade does", () => {
  const settings = (over: Partial<NodePool["upgradeSettings"]>, count: number) =>
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
])("what keeps %j from an upgrade: %s", (over, obstacle) => {
  expect(upgradeObstacle(aNodePool(over))).toBe(obstacle);
});
