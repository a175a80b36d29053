import {
  latestNodeImage,
  outdatedNodeImage,
} from "../../../Extension/ArmEmulator/World/ContainerService/nodeVersions";
import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { createClock } from "./alertCalls";
import { call, graph, json, refusal, start, version } from "./plainHttp";

/** Node pools over HTTP. */
const get = (emulator: ArmEmulator, path: string) => call(emulator, `${emulator.clusterId}${path}${version}`);
const upgrade = (emulator: ArmEmulator, pool: string) =>
  call(emulator, `${emulator.clusterId}/agentPools/${pool}/upgradeNodeImageVersion${version}`, {
    method: "POST",
  });
const propertiesOf = async (emulator: ArmEmulator, path: string) =>
  (await get(emulator, path)).body.properties as Readonly<Record<string, unknown>>;

test("a pool reads the same by itself, in the list and in its cluster", async () => {
  const emulator = await start();
  const one = await get(emulator, "/agentPools/APPS");
  expect(one.body).toEqual({
    id: `${emulator.clusterId}/agentPools/apps`,
    name: "apps",
    type: "Microsoft.ContainerService/managedClusters/agentPools",
    properties: {
      mode: "User",
      vmSize: "Standard_D8ds_v5",
      count: 4,
      osType: "Linux",
      osSKU: "Ubuntu",
      type: "VirtualMachineScaleSets",
      availabilityZones: ["1", "2", "3"],
      enableAutoScaling: true,
      minCount: 3,
      maxCount: 10,
      orchestratorVersion: "1.33.4",
      currentOrchestratorVersion: "1.33.4",
      nodeImageVersion: outdatedNodeImage,
      upgradeSettings: { maxSurge: "33%", drainTimeoutInMinutes: 45, nodeSoakDurationInMinutes: 5 },
      provisioningState: "Succeeded",
      powerState: { code: "Running" },
    },
  });
  expect((await get(emulator, "/agentPools")).body.value).toContainEqual(one.body);
  const { agentPoolProfiles } = await propertiesOf(emulator, "");
  expect(agentPoolProfiles).toContainEqual({ name: "apps", ...(one.body.properties as object) });
});

test("upgrade profiles name the newest image and the versions of the control plane", async () => {
  const emulator = await start();
  expect(await propertiesOf(emulator, "/agentPools/apps/upgradeProfiles/default")).toEqual({
    kubernetesVersion: "1.33.4",
    osType: "Linux",
    latestNodeImageVersion: latestNodeImage,
  });
  expect(await propertiesOf(emulator, "/upgradeProfiles/default")).toMatchObject({
    controlPlaneProfile: {
      kubernetesVersion: "1.33.4",
      upgrades: [{ kubernetesVersion: "1.34.1" }, { kubernetesVersion: "1.34.2", isPreview: true }],
    },
    agentPoolProfiles: [{ name: "system" }, { name: "apps" }],
  });
});

test("what is not there is not found", async () => {
  const emulator = await start();
  for (const path of ["/agentPools/gone", "/agentPools/gone/upgradeProfiles/default"]) {
    expect(refusal(await get(emulator, path))).toEqual({ status: 404, code: "NotFound", hasId: true });
  }
  expect(refusal(await upgrade(emulator, "gone"))).toMatchObject({ status: 404 });
});

test.each([
  ["/agentPools/apps", "agentPools/read"],
  ["/agentPools/apps/upgradeProfiles/default", "agentPools/upgradeProfiles/read"],
  ["/upgradeProfiles/default", "upgradeProfiles/read"],
])("%s needs a right of its own", async (path, right) => {
  const emulator = await start({ scenario: "cluster-only" });
  const { status, body } = await get(emulator, path);
  expect(status).toBe(403);
  expect(body.error?.message).toContain(`'Microsoft.ContainerService/managedClusters/${right}'`);
});

describe("an upgrade of the image", () => {
  test("takes its time, keeps others away, and ends although no one asks", async () => {
    const clock = createClock();
    const emulator = await start({ now: clock.now });
    const { status, headers, body } = await upgrade(emulator, "apps");
    expect(status).toBe(202);
    expect(body.properties).toMatchObject({ provisioningState: "UpgradingNodeImageVersion" });
    const follow = (name: string) => call(emulator, String(headers.get(name)).replace(emulator.url, ""));
    expect((await follow("azure-asyncoperation")).body).toMatchObject({ status: "InProgress" });
    expect((await follow("location")).status).toBe(202);
    expect(refusal(await upgrade(emulator, "apps"))).toEqual({
      status: 409,
      code: "OperationNotAllowed",
      hasId: true,
    });
    const tags = json("PATCH", { tags: {} });
    expect((await call(emulator, `${emulator.clusterId}${version}`, tags)).status).toBe(409);
    clock.forward(19);
    expect((await follow("azure-asyncoperation")).body).toMatchObject({ status: "InProgress" });
    clock.forward(1);
    expect(await propertiesOf(emulator, "/agentPools/apps")).toMatchObject({
      nodeImageVersion: latestNodeImage,
      provisioningState: "Succeeded",
    });
    expect(await propertiesOf(emulator, "")).toMatchObject({ provisioningState: "Succeeded" });
    expect(await propertiesOf(emulator, "/agentPools/system")).toMatchObject({
      nodeImageVersion: outdatedNodeImage,
    });
    expect((await follow("azure-asyncoperation")).body).toMatchObject({ status: "Succeeded" });
    expect(await follow("location")).toMatchObject({ status: 200, body: { name: "apps" } });
    expect((await upgrade(emulator, "system")).status).toBe(202);
  });

  test("of one pool doesn't keep another one from its own; the cluster is busy until both have ended", async () => {
    const clock = createClock();
    const emulator = await start({ now: clock.now });
    expect((await upgrade(emulator, "system")).status).toBe(202);
    clock.forward(10);
    expect((await upgrade(emulator, "apps")).status).toBe(202);
    clock.forward(10);
    expect(await propertiesOf(emulator, "/agentPools/system")).toMatchObject({
      provisioningState: "Succeeded",
    });
    expect(await propertiesOf(emulator, "")).toMatchObject({ provisioningState: "Updating" });
    clock.forward(10);
    expect(await propertiesOf(emulator, "/agentPools/apps")).toMatchObject({
      nodeImageVersion: latestNodeImage,
    });
    expect(await propertiesOf(emulator, "")).toMatchObject({ provisioningState: "Succeeded" });
  });

  test("waits for other writes of the cluster", async () => {
    const clock = createClock();
    const emulator = await start({ now: clock.now });
    await call(emulator, `${emulator.clusterId}${version}`, json("PATCH", { tags: {} }));
    expect(refusal(await upgrade(emulator, "apps"))).toMatchObject({
      status: 409,
      code: "OperationNotAllowed",
    });
    clock.forward(10);
    expect((await upgrade(emulator, "apps")).status).toBe(202);
  });

  test("fails where a pod cannot be moved, and leaves the image as it was", async () => {
    const clock = createClock();
    const emulator = await start({ now: clock.now, scenario: "undrainable-pod" });
    const { headers } = await upgrade(emulator, "apps");
    const follow = (name: string) => call(emulator, String(headers.get(name)).replace(emulator.url, ""));
    clock.forward(20);
    const pod = emulator.world.clusters[0]?.pools[1]?.state.undrainablePod ?? "";
    expect(
      emulator.world.clusters[0]?.workloads.flatMap(({ pods }) => pods).map(({ name }) => name),
    ).toContain(pod);
    expect((await follow("azure-asyncoperation")).body).toMatchObject({
      status: "Failed",
      error: { code: "UpgradeFailed", message: expect.stringContaining(pod) as string },
    });
    expect(refusal(await follow("location"))).toMatchObject({ status: 409, code: "UpgradeFailed" });
    expect(await propertiesOf(emulator, "/agentPools/apps")).toMatchObject({
      nodeImageVersion: outdatedNodeImage,
      provisioningState: "Failed",
    });
  });

  test("makes the findings of that pool healthy at the next scan, and no others", async () => {
    const clock = createClock();
    const emulator = await start({ now: clock.now });
    const unhealthy = async () => {
      const query = `securityresources
| where type == 'microsoft.security/assessments' and id contains '/virtualMachineScaleSets/'
| extend pool = extract('virtualMachineScaleSets/([^/]+)/', 1, id)
| where properties.status.code == 'Unhealthy' and isnotempty(properties.additionalData) and isnotempty(properties.risk.level)
| summarize count() by pool | order by pool asc`;
      const { body } = await call(emulator, graph, json("POST", { query }));
      return (body.data as readonly { readonly pool: string; readonly count_: number }[]).map(
        ({ pool, count_ }) => [pool, count_] as const,
      );
    };
    const before = await unhealthy();
    const apps = emulator.world.clusters[0]?.pools[1]?.scaleSetId.split("/").at(-1);
    expect(before.map(([pool]) => pool)).toContain(apps);
    await upgrade(emulator, "apps");
    clock.forward(20 + 29);
    expect(await unhealthy()).toEqual(before);
    clock.forward(1);
    expect(await unhealthy()).toEqual(before.filter(([pool]) => pool !== apps));
  });
});
