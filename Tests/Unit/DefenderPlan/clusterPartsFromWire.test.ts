import { clusterPartsFromWire } from "../../../Client/DefenderPlan/clusterPartsFromWire";
import { workspaceAccessFromWire } from "../../../Client/DefenderPlan/workspaceAccessFromWire";
import { sensorWorkspace } from "../../Support/coverage";

const withDefender = (defender: object, rest: object = {}) =>
  clusterPartsFromWire({ properties: { securityProfile: { defender }, ...rest } });

test("a cluster with everything", () => {
  const body = {
    tags: { MS_Defender_Container_Exclude_Sensors: "True", team: "shop" },
    systemData: { createdAt: "2026-01-02T03:04:05Z" },
    properties: {
      provisioningState: "Succeeded",
      kubernetesVersion: "1.33",
      currentKubernetesVersion: "1.33.4",
      agentPoolProfiles: [
        { name: "system", osType: "Linux", count: 3 },
        { name: "win", osType: "Windows", count: null },
      ],
      addonProfiles: { azurePolicy: { enabled: true } },
      securityProfile: {
        defender: {
          logAnalyticsWorkspaceResourceId: sensorWorkspace,
          securityMonitoring: { enabled: true },
          securityGating: { enabled: false },
        },
      },
    },
  };
  expect(clusterPartsFromWire(body)).toEqual({
    hasSensor: true,
    isSensorExcluded: true,
    pools: [
      { name: "system", osType: "Linux", nodes: 3 },
      { name: "win", osType: "Windows", nodes: undefined },
    ],
    workspaceId: sensorWorkspace,
    isGated: false,
    hasPolicyAddOn: true,
    version: "1.33.4",
    condition: { kind: "ready" },
    createdAt: new Date("2026-01-02T03:04:05Z"),
  });
});

test.each([null, "cluster", [], {}, { properties: [] }])("%j is no cluster", (body) => {
  expect(clusterPartsFromWire(body)).toBeUndefined();
});

test("what isn't told is not told", () => {
  expect(clusterPartsFromWire({ properties: {} })).toMatchObject({
    hasSensor: false,
    isSensorExcluded: false,
    pools: undefined,
    workspaceId: undefined,
    isGated: undefined,
    version: undefined,
  });
});

test.each([
  ["no list", {}],
  ["an empty list", { agentPoolProfiles: [] }],
  ["one that is no pool", { agentPoolProfiles: [{ name: "a", osType: "Linux" }, null] }],
  ["one without a name", { agentPoolProfiles: [{ name: "a" }, { osType: "Linux" }] }],
])("pools, %s: which there are isn't known", (_, rest) => {
  expect(withDefender({}, rest)?.pools).toBeUndefined();
});

test.each([
  ["a vault", sensorWorkspace.replace("OperationalInsights/workspaces", "KeyVault/vaults")],
  ["no id", "prod-logs"],
  ["a number", 7],
])("a workspace that is %s is none", (_, logAnalyticsWorkspaceResourceId) => {
  expect(withDefender({ logAnalyticsWorkspaceResourceId })?.workspaceId).toBeUndefined();
});

test.each([
  ["as documented", { features: { disableLocalAuth: true } }, true, false],
  ["null", { features: { disableLocalAuth: null } }, false, false],
  ["nothing", {}, false, false],
  ["private", { publicNetworkAccessForIngestion: "Disabled" }, false, true],
])("a workspace, %s", (_, properties, refusesKeys, isPrivate) => {
  expect(workspaceAccessFromWire({ properties })).toEqual({ refusesKeys, isPrivate, state: undefined });
});

test.each([null, [], {}, { properties: "x" }])("%j is no workspace", (body) => {
  expect(workspaceAccessFromWire(body)).toBeUndefined();
});
