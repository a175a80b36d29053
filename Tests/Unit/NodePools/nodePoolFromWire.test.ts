import {
  clusterProfileFromWire,
  nodePoolFromWire,
  poolProfileFromWire,
} from "../../../Client/NodePools/nodePoolFromWire";

const pool = (properties: object) => nodePoolFromWire({ id: "/p", name: "p", properties });

test.each([{}, { count: null, vmSize: null, mode: null, osSKU: null }, { count: "3" }, { count: -1 }])(
  "%j: what a pool does not say is missing, and the pool is there all the same",
  (properties) => {
    expect(pool(properties)).toEqual({
      item: {
        id: "/p",
        name: "p",
        mode: undefined,
        type: undefined,
        vmSizes: [],
        osSku: undefined,
        count: undefined,
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
  },
);

test.each<[object, object]>([
  [{ mode: "system" }, { mode: "system" }],
  [{ mode: "Gateway" }, { mode: "Gateway" }],
  [{ mode: "ManagedSystem" }, { mode: "ManagedSystem" }],
  [{ type: "VirtualMachines" }, { type: "VirtualMachines" }],
  [{ type: "SomethingNew" }, { type: "SomethingNew" }],
  [{ osSKU: "AzureContainerLinux", osType: "Linux" }, { osSku: "AzureContainerLinux" }],
  [{ osSKU: "Windows2025" }, { osSku: "Windows2025" }],
  [{ osType: "Windows" }, { osSku: "Windows" }],
  [
    { count: 0, vmSize: "Standard_B2s" },
    { count: 0, vmSizes: ["Standard_B2s"] },
  ],
  [{ orchestratorVersion: "1.33" }, { version: "1.33" }],
  [{ orchestratorVersion: "1.33", currentOrchestratorVersion: "1.33.4" }, { version: "1.33.4" }],
  [{ powerState: { code: "Stopped" } }, { isStopped: true }],
  [{ minCount: 1, maxCount: 2 }, { autoscaling: undefined }],
  [{ enableAutoScaling: true, minCount: 1, maxCount: 2 }, { autoscaling: { min: 1, max: 2 } }],
  [{ enableAutoScaling: true, minCount: 1 }, { autoscaling: undefined }],
])("%j", (properties, expected) => {
  expect(pool({ count: 1, ...properties })).toMatchObject({ item: expected });
});

const d4 = (count?: unknown) => ({ size: "Standard_D4s_v5", count });
const d8 = (count?: unknown) => ({ size: "Standard_D8s_v5", count });
const both = ["Standard_D4s_v5", "Standard_D8s_v5"];

// Pools of type VirtualMachines, as in the OpenAPI of agentPools 2026-01-01; the autoscaler's profile as in its previews.
test.each<[string, object, object]>([
  [
    "machines that are there, of two sizes",
    { virtualMachineNodesStatus: [d4(2), d8(1)], virtualMachinesProfile: { scale: { manual: [d4(5)] } } },
    { count: 3, vmSizes: both },
  ],
  [
    "machines that were asked for, and none that is there yet",
    { virtualMachineNodesStatus: null, virtualMachinesProfile: { scale: { manual: [d4(2), d8(2)] } } },
    { count: 4, vmSizes: both },
  ],
  ["a status that lacks a number", { virtualMachineNodesStatus: [d4(2), d8(null)] }, { count: undefined }],
  [
    "an empty status and no profile",
    { virtualMachineNodesStatus: [], virtualMachinesProfile: null },
    { count: undefined, vmSizes: [] },
  ],
  ["no machines left", { virtualMachineNodesStatus: [d4(0)] }, { count: 0, vmSizes: ["Standard_D4s_v5"] }],
  [
    "an autoscaler with one profile",
    {
      virtualMachineNodesStatus: [d4(2)],
      virtualMachinesProfile: { scale: { autoscale: { size: "Standard_D4s_v5", minCount: 1, maxCount: 5 } } },
    },
    { count: 2, autoscaling: { min: 1, max: 5 } },
  ],
  [
    "an autoscaler with several",
    {
      virtualMachinesProfile: {
        scale: {
          autoscale: [
            { sizes: both, minCount: 1, maxCount: 5 },
            { ...d8(), minCount: 0, maxCount: 2 },
          ],
        },
      },
    },
    { count: undefined, vmSizes: both, autoscaling: { min: 1, max: 7 } },
  ],
])("single machines: %s", (_, properties, expected) => {
  const wire = { type: "VirtualMachines", count: null, vmSize: null, ...properties };
  expect(pool(wire)).toMatchObject({ item: { type: "VirtualMachines", ...expected } });
});

test("a pool without a name has that of its id", () => {
  const id =
    "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/r/providers/Microsoft.ContainerService/managedClusters/c/agentPools/win1";
  expect(nodePoolFromWire({ id })).toMatchObject({ item: { name: "win1" } });
});

test.each([null, {}, { name: "p" }, { id: "/p" }, { id: "/p", properties: { count: 3 } }])(
  "%j is a gap",
  (value) => {
    expect(nodePoolFromWire(value)).toHaveProperty("rowError.kind", "unexpected");
  },
);

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
