import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import { createHostHttpClient } from "../../../Client/Azure/Pipeline/hostHttpClient";
import {
  imageState,
  upgradeImpact,
  upgradeNodeImageAction,
  upgradeObstacle,
  type NodePool,
} from "../../../Client/NodePools/nodePool";
import type { OperationProgress } from "../../../Client/Core/operationState";
import { createArmNodePoolService } from "../../../Client/NodePools/armNodePoolService";
import type { Services } from "../../../Client/services";
import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import {
  latestNodeImage,
  outdatedNodeImage,
} from "../../../Extension/ArmEmulator/World/ContainerService/nodeVersions";
import { aCluster } from "../../Support/aCluster";
import { aNodePool } from "../../Support/nodePools";
import { createFakeClock } from "../../Support/fakeClock";
import { scriptedHost, type ScriptedAnswer } from "../../Support/scriptedHost";
import { failureOfCall, withOneClock, withServices } from "../../Support/withServices";

async function poolNamed(services: Services, name: string): Promise<NodePool> {
  const { items } = await services.nodePools.list();
  const pool = items.find((item) => item.name === name);
  if (!pool) {
    throw new Error(`There is no pool ${name}.`);
  }
  return pool;
}

test("busy: the pools, what there is to upgrade to, and what that does to them", async () => {
  await withServices("busy", async ({ nodePools }, { clusterId }) => {
    const { items, gaps, controlPlane } = await nodePools.list();
    expect(gaps).toEqual([]);
    expect(controlPlane).toEqual({ version: "1.33.4", latestVersion: "1.34.1", failure: undefined });
    expect(items).toEqual([
      {
        id: `${clusterId}/agentPools/system`,
        name: "system",
        mode: "System",
        type: "VirtualMachineScaleSets",
        vmSizes: ["Standard_D4ds_v5"],
        osSku: "Ubuntu",
        count: 3,
        autoscaling: undefined,
        zones: ["1", "2", "3"],
        version: "1.33.4",
        image: outdatedNodeImage,
        latestImage: latestNodeImage,
        latestVersion: "1.33.4",
        latestFailure: undefined,
        provisioningState: "Succeeded",
        isStopped: false,
        upgradeSettings: {
          maxSurge: "10%",
          maxUnavailable: undefined,
          drainTimeoutMinutes: 30,
          soakMinutes: 0,
        },
      },
      expect.objectContaining({ name: "apps", mode: "User", count: 4, autoscaling: { min: 3, max: 10 } }),
    ]);
    expect(items.map(imageState)).toEqual(["outdated", "outdated"]);
    expect(items.map((pool) => upgradeImpact(pool).addedNodes)).toEqual([1, 2]);
  });
});

test("single-machines: a pool without a number of its own is counted by its machines, and is upgraded", async () => {
  await withOneClock({ scenario: "single-machines" }, async ({ services }) => {
    const { gaps } = await services.nodePools.list();
    const pool = await poolNamed(services, "apps");
    expect(gaps).toEqual([]);
    expect(pool).toMatchObject({
      type: "VirtualMachines",
      count: 4,
      vmSizes: ["Standard_D8ds_v5", "Standard_D4ds_v5"],
      autoscaling: undefined,
    });
    await services.nodePools.upgradeImage(pool);
    expect(imageState(await poolNamed(services, "apps"))).toBe("latest");
  });
});

test("cluster-stopped: its pools are stopped, and AKS refuses to upgrade them", async () => {
  await withServices("cluster-stopped", async (services) => {
    const pool = await poolNamed(services, "apps");
    expect(upgradeObstacle(pool, { kind: "ready" })).toBe("stopped");
    expect((await services.nodePools.list()).condition).toEqual({ kind: "stopped" });
    expect(await failureOfCall(services.nodePools.upgradeImage(pool))).toMatchObject({
      code: "OperationNotAllowed",
      message: expect.stringContaining("stopped") as string,
    });
  });
});

test("healthy: nodes without vulnerabilities have the newest image", async () => {
  await withServices("healthy", async ({ nodePools }) => {
    expect((await nodePools.list()).items.map(imageState)).toEqual(["latest", "latest"]);
  });
});

test("the calls have names, and as many as pools and three", async () => {
  await withOneClock({}, async ({ services, calls }) => {
    await services.nodePools.list();
    expect(calls.map(({ commandName, apiVersion }) => [commandName, apiVersion]).sort()).toEqual([
      ["Dashboard/GetClusterOfPools", "2026-01-01"],
      ["Dashboard/GetPoolUpgradeProfile", "2026-01-01"],
      ["Dashboard/GetPoolUpgradeProfile", "2026-01-01"],
      ["Dashboard/GetUpgradeProfile", "2026-01-01"],
      ["Dashboard/ListNodePools", "2026-01-01"],
    ]);
  });
});

test.each<[ScenarioName, string]>([
  ["no-access", "Microsoft.ContainerService/managedClusters/agentPools/read"],
  ["cluster-only", "Microsoft.ContainerService/managedClusters/agentPools/read"],
])("%s: the pools may not be read", async (scenario, missingAction) => {
  await withServices(scenario, async ({ nodePools }) => {
    expect(await failureOfCall(nodePools.list())).toMatchObject({ kind: "forbidden", missingAction });
  });
});

test("cluster-deleted: not found", async () => {
  await withServices("cluster-deleted", async ({ nodePools }) => {
    expect(await failureOfCall(nodePools.list())).toMatchObject({ kind: "notFound" });
  });
});

/** The service alone, against a host that says what it is told to. */
function scripted(...answers: readonly ScriptedAnswer[]) {
  const cluster = aCluster();
  const host = scriptedHost(...answers);
  const clock = createFakeClock();
  const azure = createAzure({
    httpClient: createHostHttpClient(host.send),
    subscriptionId: cluster.subscriptionId,
    clock,
    random: () => 0,
  });
  return { service: createArmNodePoolService(azure, cluster), requests: host.requests, clock };
}

const row = (name: string, properties: object) => ({
  id: `${aCluster().id}/agentPools/${name}`,
  name,
  properties,
});
const forbidden = (action: string): ScriptedAnswer => ({
  status: 403,
  body: {
    error: {
      code: "AuthorizationFailed",
      message: `The client does not have authorization to perform action '${action}' over scope.`,
    },
  },
});

test("who may not read upgrade profiles sees the pools, and what is missing", async () => {
  const action = "Microsoft.ContainerService/managedClusters/agentPools/upgradeProfiles/read";
  const { service } = scripted(
    { body: { value: [row("a", { count: 1 }), { name: "b" }] } },
    forbidden("Microsoft.ContainerService/managedClusters/upgradeProfiles/read"),
    forbidden("Microsoft.ContainerService/managedClusters/read"),
    forbidden(action),
  );
  const { items, gaps, controlPlane, condition } = await service.list();
  expect(items).toMatchObject([
    { name: "a", latestImage: undefined, latestFailure: { kind: "forbidden", missingAction: action } },
  ]);
  expect(items.map(imageState)).toEqual(["unknown"]);
  expect(gaps.map(({ message }) => message)).toEqual(["Node pool b couldn't be read: id = undefined."]);
  expect(controlPlane).toMatchObject({ version: undefined, failure: { kind: "forbidden" } });
  expect(condition).toEqual({ kind: "unknown" });
});

test("a profile that is none is a failure, not the newest image", async () => {
  const { service } = scripted(
    { body: { value: [row("a", { count: 1 })] } },
    {},
    {},
    { body: { properties: null } },
  );
  const { items, controlPlane } = await service.list();
  expect(items[0]?.latestFailure?.kind).toBe("unexpected");
  expect(controlPlane.failure?.kind).toBe("unexpected");
});

describe("an upgrade of the image", () => {
  test("is followed to its end; the nodes are found healthy only at the next scan", async () => {
    await withOneClock({}, async ({ services, emulator, clock, calls }) => {
      const pool = await poolNamed(services, "apps");
      const [main] = emulator.world.clusters;
      const scaleSet = main?.pools.find(({ name }) => name === "apps")?.scaleSetId.toLowerCase();
      const vulnerable = async () =>
        (await services.vulnerabilities.listPage(undefined)).items.filter(
          ({ id }) => id.toLowerCase() === scaleSet,
        ).length;
      expect(await vulnerable()).toBe(1);
      calls.splice(0);
      const seen: OperationProgress[] = [];
      await services.nodePools.upgradeImage(pool, { onProgress: (progress) => seen.push(progress) });
      expect(seen.map(({ status }) => status)).toEqual([
        "Accepted",
        ...Array.from({ length: seen.length - 2 }, () => "InProgress"),
        "Succeeded",
      ]);
      expect(seen[0]?.elapsedSeconds).toBe(0);
      expect(seen.at(-1)?.elapsedSeconds).toBe(20);
      expect(calls[0]).toEqual({
        method: "POST",
        path: `${pool.id}/upgradeNodeImageVersion`,
        apiVersion: "2026-04-01",
        commandName: "Dashboard/UpgradeNodeImage",
      });
      expect(new Set(calls.slice(1).map(({ commandName }) => commandName))).toEqual(
        new Set(["Dashboard/WatchNodeImageUpgrade"]),
      );
      expect(imageState(await poolNamed(services, "apps"))).toBe("latest");
      expect(imageState(await poolNamed(services, "system"))).toBe("outdated");
      expect(await vulnerable()).toBe(1);
      await clock.sleep(60_000, undefined);
      expect(await vulnerable()).toBe(0);
      const { total, evaluated } = await services.vulnerabilities.listPage(undefined);
      expect([total, evaluated]).toEqual([63, expect.any(Number)]);
    });
  });

  test("is a conflict while another one is under way", async () => {
    await withOneClock({}, async ({ services: { nodePools }, emulator }) => {
      const { items } = await nodePools.list();
      const [system] = items;
      const controller = new AbortController();
      const first = nodePools.upgradeImage(system ?? fail(), {
        signal: controller.signal,
        onProgress: () => controller.abort(),
      });
      await expect(first).rejects.toMatchObject({ name: "AbortError" });
      const onProgress = jest.fn();
      expect(await failureOfCall(nodePools.upgradeImage(system ?? fail(), { onProgress }))).toMatchObject({
        kind: "conflict",
        code: "OperationNotAllowed",
        message: expect.stringContaining("'system'") as string,
        requestId: expect.any(String) as string,
      });
      expect(onProgress).not.toHaveBeenCalled();
      // No one watches the first one any more; it goes on.
      expect(emulator.world.clusters[0]?.pools[0]?.state.provisioningState).toBe("UpgradingNodeImageVersion");
    });
  });

  test("undrainable-pod: fails in the end, in the words of AKS, and can be tried again", async () => {
    await withOneClock({ scenario: "undrainable-pod" }, async ({ services, emulator }) => {
      const pool = await poolNamed(services, "apps");
      const statuses: string[] = [];
      const upgrade = services.nodePools.upgradeImage(pool, {
        onProgress: ({ status }) => statuses.push(status),
      });
      expect(await failureOfCall(upgrade)).toMatchObject({
        kind: "unexpected",
        code: "UpgradeFailed",
        message: expect.stringMatching(/^Drain of aks-apps-.* disruption budget\.$/) as string,
        requestId: expect.any(String) as string,
      });
      expect(statuses.at(-1)).toBe("Failed");
      expect(await poolNamed(services, "apps")).toMatchObject({
        provisioningState: "Failed",
        image: outdatedNodeImage,
      });
      const state = emulator.world.clusters[0]?.pools[1]?.state;
      Object.assign(state ?? {}, { undrainablePod: null });
      await services.nodePools.upgradeImage(pool);
      expect(imageState(await poolNamed(services, "apps"))).toBe("latest");
    });
  });

  test("reader: refused, naming the action", async () => {
    await withServices("reader", async (services) => {
      const pool = await poolNamed(services, "apps");
      expect(await failureOfCall(services.nodePools.upgradeImage(pool))).toMatchObject({
        kind: "forbidden",
        missingAction: upgradeNodeImageAction,
      });
    });
  });

  test("of a pool that is gone is not found", async () => {
    await withServices("busy", async (services) => {
      const pool = { ...(await poolNamed(services, "apps")), name: "gone" };
      expect(await failureOfCall(services.nodePools.upgradeImage(pool))).toMatchObject({ kind: "notFound" });
    });
  });
});

describe("whatever AKS answers to an upgrade", () => {
  const link =
    "https://management.azure.com/subscriptions/11111111-1111-4111-8111-111111111111/providers/X/locations/w/operations/7?api-version=1";
  const accepted: ScriptedAnswer = { status: 202, headers: { "azure-asyncoperation": link } };
  const pool = aNodePool({ id: `${aCluster().id}/agentPools/a`, name: "a" });
  const state = (status: string, more: object = {}, headers = {}): ScriptedAnswer => ({
    headers,
    body: { name: "7", status, ...more },
  });

  test("it waits as long as AKS asks, else five seconds, and tells how far it is", async () => {
    const { service, clock } = scripted(
      accepted,
      state("Upgrading", { percentComplete: 40 }, { "retry-after": "30" }),
      state("Upgrading"),
      state("Succeeded"),
    );
    const seen: OperationProgress[] = [];
    await service.upgradeImage(pool, { onProgress: (progress) => seen.push(progress) });
    expect(clock.sleeps).toEqual([30_000, 5_000]);
    expect(seen).toEqual([
      { status: "Accepted", elapsedSeconds: 0, percent: undefined },
      { status: "Upgrading", elapsedSeconds: 0, percent: 40 },
      { status: "Upgrading", elapsedSeconds: 30, percent: undefined },
      { status: "Succeeded", elapsedSeconds: 35, percent: undefined },
    ]);
  });

  test("a throttled look is repeated when AKS says, and one that stays throttled is a failure", async () => {
    const busy: ScriptedAnswer = {
      status: 429,
      headers: { "retry-after": "5" },
      body: { error: { code: "Throttled", message: "Slow down." } },
    };
    const once = scripted(accepted, busy, state("Succeeded"));
    await once.service.upgradeImage(pool);
    expect(once.clock.sleeps).toEqual([5000]);
    const always = scripted(accepted, busy, busy, busy, busy);
    expect(await failureOfCall(always.service.upgradeImage(pool))).toMatchObject({
      kind: "throttled",
      code: "Throttled",
      retryAfterSeconds: 5,
    });
  });

  test("the upgrade itself is repeated only where it was certainly not begun", async () => {
    const throttled = scripted(
      { status: 429, headers: { "retry-after": "5" } },
      accepted,
      state("Succeeded"),
    );
    await throttled.service.upgradeImage(pool);
    expect(throttled.requests.map(({ method }) => method)).toEqual(["POST", "POST", "GET"]);
    const broken = scripted({ status: 503, body: { error: { code: "X", message: "No." } } });
    expect(await failureOfCall(broken.service.upgradeImage(pool))).toMatchObject({
      kind: "unexpected",
      code: "X",
    });
    expect(broken.requests).toHaveLength(1);
    const offline = scripted("offline");
    expect(await failureOfCall(offline.service.upgradeImage(pool))).toMatchObject({ kind: "offline" });
  });

  test.each<[string, readonly ScriptedAnswer[], object]>([
    [
      "no link",
      [{ status: 202 }],
      { kind: "unexpected", message: expect.stringContaining("progress") as string },
    ],
    [
      "a link to another host",
      [{ status: 202, headers: { "azure-asyncoperation": "https://evil.example/x" } }],
      { message: expect.stringContaining("https://evil.example") as string },
    ],
    ["no status", [accepted, { body: { state: "?" } }], { kind: "unexpected" }],
    [
      "an end without reason",
      [accepted, state("Canceled", {}, { "x-ms-request-id": "7" })],
      { code: "Canceled", requestId: "7" },
    ],
    [
      "a reason",
      [accepted, state("Failed", { error: { code: "QuotaExceeded", message: "No more cores." } })],
      { code: "QuotaExceeded", message: "No more cores." },
    ],
    [
      "a forgotten operation",
      [accepted, { status: 404, body: { error: { code: "N", message: "?" } } }],
      { kind: "notFound" },
    ],
  ])("%s is a failure", async (_, answers, expected) => {
    expect(await failureOfCall(scripted(...answers).service.upgradeImage(pool))).toMatchObject(expected);
  });

  // AKS publishes this 200 without a body; hosts hand that on in different ways.
  test.each([{}, undefined, null, ""])(
    "a 200 without link, with the body %p, means that there was nothing to do",
    async (body) => {
      const onProgress = jest.fn();
      await scripted({ status: 200, body }).service.upgradeImage(pool, { onProgress });
      expect(onProgress).not.toHaveBeenCalled();
    },
  );

  test("a page of a proxy is no upgrade", async () => {
    const { service } = scripted({ status: 200, body: "<html>Sign in</html>" });
    expect(await failureOfCall(service.upgradeImage(pool))).toMatchObject({ kind: "unexpected" });
  });
});

function fail(): never {
  throw new Error("There is no such pool.");
}
