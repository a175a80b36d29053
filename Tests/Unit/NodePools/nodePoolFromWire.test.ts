import {
  clusterProfileFromWire,
  nodePoolFromWire,
  poolProfileFromWire,
} from "../../../Client/NodePools/nodePoolFromWire";

const pool = (properties: object) => nodePoolFromWire({ id: "/p", name: "p", properties });

test("a pool that says nothing but its size", () => {
  expect(pool({ count: 0 })).toEqual({
    item: {
      id: "/p",
      name: "p",
      mode: "User",
      vmSize: "",
      osSku: "",
      count: 0,
      autoscaling: undefined,
      zones: [],
      version: undefined,
      image: undefined,
      provisioningState: "",
      isStopped: false,
      upgradeSettings: {
        maxSurge: undefined,
        maxUnavailable: undefined,
        drainTimeoutMinutes: undefined,
        soakMinutes: undefined,
      },
    },
  });
});

test.each<[object, object]>([
  [{ mode: "system" }, { mode: "System" }],
  [{ osType: "Windows" }, { osSku: "Windows" }],
  [{ orchestratorVersion: "1.33" }, { version: "1.33" }],
  [{ orchestratorVersion: "1.33", currentOrchestratorVersion: "1.33.4" }, { version: "1.33.4" }],
  [{ powerState: { code: "Stopped" } }, { isStopped: true }],
  [{ minCount: 1, maxCount: 2 }, { autoscaling: undefined }],
  [{ enableAutoScaling: true, minCount: 1, maxCount: 2 }, { autoscaling: { min: 1, max: 2 } }],
  [{ enableAutoScaling: true, minCount: 1 }, { autoscaling: undefined }],
])("%j", (properties, expected) => {
  expect(pool({ count: 1, ...properties })).toMatchObject({ item: expected });
});

test.each([
  null,
  {},
  { id: "/p", name: "p" },
  { id: "/p", name: "p", properties: { count: "3" } },
  { id: "/p", properties: { count: 3 } },
])("%j is a gap", (value) => {
  expect(nodePoolFromWire(value)).toHaveProperty("gap.kind", "unexpected");
});

test("the newest version is by number, without previews, and never older than the present one", () => {
  const upgrades = [
    { kubernetesVersion: "1.9.12" },
    { kubernetesVersion: "1.10.2" },
    { kubernetesVersion: "1.11.0", isPreview: true },
    null,
  ];
  const versions = { kubernetesVersion: "1.10.0", upgrades };
  expect(poolProfileFromWire({ properties: { ...versions, latestNodeImageVersion: "i" } })).toEqual({
    image: "i",
    current: "1.10.0",
    version: "1.10.2",
  });
  expect(clusterProfileFromWire({ properties: { controlPlaneProfile: versions } })).toEqual({
    current: "1.10.0",
    version: "1.10.2",
  });
  const alone = { kubernetesVersion: "1.10.3", upgrades: null };
  expect(poolProfileFromWire({ properties: alone })?.version).toBe("1.10.3");
  expect(poolProfileFromWire({ properties: {} })).toEqual({
    image: undefined,
    current: undefined,
    version: undefined,
  });
  expect(poolProfileFromWire({})).toBeUndefined();
  expect(clusterProfileFromWire({ properties: {} })).toBeUndefined();
});
