import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import {
  runResourceGraph,
  type ResourceGraphPage,
} from "../../../Client/Azure/ResourceGraph/runResourceGraph";
import { listAlertsQuery } from "../../../Client/Alerts/alerts.query";
import { createHostHttpClient } from "../../../Client/Azure/Pipeline/hostHttpClient";
import { clusterScopeOf } from "../../../Client/Core/clusterScope";
import { isOpenAlert } from "../../../Client/Alerts/alert";
import { alertSeverities, countLevels } from "../../../Client/Core/level";
import { allowsAction } from "../../../Client/Core/rbac";
import { startArmEmulator, type ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { createGatedHost } from "../../Support/emulatorHost";
import { failureOfCall, withServices } from "../../Support/withServices";

/** What the world itself says belongs to the cluster: an independent reading of the resource identifiers. */
function expectedIds({ world, clusterId }: ArmEmulator): readonly string[] {
  const nodeGroup = `/resourcegroups/${world.clusters[0]?.nodeResourceGroup ?? ""}/`.toLowerCase();
  return world.alerts
    .filter(({ properties }) =>
      (properties.resourceIdentifiers as readonly { readonly azureResourceId?: string }[]).some(
        ({ azureResourceId }) => {
          const id = azureResourceId?.toLowerCase();
          return id === clusterId.toLowerCase() || id?.includes(nodeGroup);
        },
      ),
    )
    .map(({ id }) => id);
}

test("busy: the cluster's 42 alerts and no other's, worst first, then newest", async () => {
  await withServices("busy", async ({ alerts }, emulator) => {
    const page = await alerts.listPage(undefined);
    expect(page).toMatchObject({ total: 42, gaps: [], next: undefined });
    expect(page.items.map(({ id }) => id).sort()).toEqual([...expectedIds(emulator)].sort());
    expect(emulator.world.alerts.length).toBeGreaterThanOrEqual(84);
    const order = [...page.items].sort(
      (left, right) =>
        alertSeverities.indexOf(left.severity) - alertSeverities.indexOf(right.severity) ||
        (right.startTime?.getTime() ?? 0) - (left.startTime?.getTime() ?? 0),
    );
    expect(page.items).toEqual(order);
  });
});

test("the levels that the server counts are those of the open rows", async () => {
  await withServices("busy", async ({ alerts }) => {
    const page = await alerts.listPage(undefined);
    const open = page.items.filter(isOpenAlert);
    expect(page.levels).toEqual(countLevels(open, ({ severity }) => severity));
    expect(Object.keys(page.levels ?? {})).toHaveLength(4);
    expect(open.length).toBeLessThan(page.items.length);
    expect(page.counts.get("workState")).toEqual(
      new Map([
        ["open", open.length],
        ["closed", page.items.length - open.length],
      ]),
    );
  });
});

test("every alert of the list has readable details with entities of many kinds", async () => {
  await withServices("busy", async ({ alerts }, _emulator) => {
    const { items } = await alerts.listPage(undefined);
    const kinds = new Set<string>();
    for (const item of items.slice(0, 14)) {
      const details = await alerts.get(item.id);
      expect(details).toMatchObject({ id: item.id, title: item.title, unreadable: [] });
      expect(details.mitigationSteps.length).toBeGreaterThan(0);
      expect(details.portalLink).toContain("https://portal.azure.com/");
      expect(details.entities.filter(({ name }) => name === "")).toEqual([]);
      details.entities.forEach(({ kind }) => kinds.add(kind));
    }
    expect([...kinds].sort()).toEqual(
      [
        "account",
        "azureResource",
        "cluster",
        "container",
        "containerImage",
        "file",
        "fileHash",
        "host",
        "ip",
        "malware",
        "namespace",
        "pod",
        "process",
        "service",
        "serviceAccount",
        "workload",
      ].sort(),
    );
  });
});

test("an alert of another cluster, or one that is gone, is not found", async () => {
  await withServices("busy", async ({ alerts }, emulator) => {
    const own = new Set(expectedIds(emulator));
    const foreign = emulator.world.alerts.find(({ id }) => !own.has(id))?.id ?? "";
    expect(await failureOfCall(alerts.get(foreign))).toMatchObject({ kind: "notFound" });
    expect(await failureOfCall(alerts.get("it's gone"))).toMatchObject({ kind: "notFound" });
  });
});

test("healthy: no alerts, and the rights to say so", async () => {
  await withServices("healthy", async ({ alerts, permissions }, emulator) => {
    expect(await alerts.listPage(undefined)).toMatchObject({ total: 0, items: [], levels: {} });
    const rights = await permissions.at(resourceGroupOf(emulator));
    expect(allowsAction(rights, "Microsoft.Security/locations/alerts/read")).toBe(true);
  });
});

test("no-access: refused with code and request id; the rights are empty", async () => {
  await withServices("no-access", async ({ alerts, permissions }, emulator) => {
    expect(await failureOfCall(alerts.listPage(undefined))).toMatchObject({
      kind: "forbidden",
      code: "AccessDenied",
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    expect(await permissions.at(resourceGroupOf(emulator))).toEqual([]);
  });
});

test("cluster-only: an empty list and no right to read alerts", async () => {
  await withServices("cluster-only", async ({ alerts, permissions }, emulator) => {
    expect(await alerts.listPage(undefined)).toMatchObject({ total: 0 });
    const rights = await permissions.at(resourceGroupOf(emulator));
    expect(allowsAction(rights, "Microsoft.Security/locations/alerts/read")).toBe(false);
  });
});

test("group-only: alerts on nodes are omitted, and the rights in the nodes' own group say so", async () => {
  const { nodes } = await withServices("busy", async ({ alerts }, { world }) => {
    const group = world.clusters.find(({ id }) => id === world.mainClusterId)?.nodeResourceGroup ?? "";
    const { items } = await alerts.listPage(undefined);
    return { nodes: items.filter(({ id }) => id.toLowerCase().includes(`/${group.toLowerCase()}/`)) };
  });
  expect(nodes.length).toBeGreaterThan(0);
  await withServices("group-only", async ({ alerts, cluster, permissions }, emulator) => {
    const { nodeResourceGroup = "" } = await cluster.profile();
    const { items } = await alerts.listPage(undefined);
    const listed = items.map(({ id }) => id.toLowerCase());
    expect(listed.length).toBeGreaterThan(0);
    expect(listed.filter((id) => id.includes(`/${nodeResourceGroup.toLowerCase()}/`))).toEqual([]);
    const { subscriptionId } = emulator.world;
    const scope = `/subscriptions/${subscriptionId}/resourceGroups/${nodeResourceGroup}`;
    const action = "Microsoft.Security/locations/alerts/read";
    expect(allowsAction(await permissions.at(scope), action)).toBe(false);
    expect(allowsAction(await permissions.at(resourceGroupOf(emulator)), action)).toBe(true);
  });
});

test("throttled: waits twice as long as it is told, then succeeds", async () => {
  await withServices("throttled", async ({ alerts }, _emulator, clock) => {
    expect(await alerts.listPage(undefined)).toMatchObject({ total: 42 });
    expect(clock.sleeps).toEqual([2000, 2000]);
  });
});

test("second-page-fails: page one is whole, page two a failure with a request id", async () => {
  await withServices("second-page-fails", async ({ alerts }) => {
    const first = await alerts.listPage(undefined);
    expect(first.items).toHaveLength(1000);
    expect(first.total).toBe(1240);
    expect(await failureOfCall(alerts.listPage(first.next))).toMatchObject({
      kind: "unexpected",
      code: "InternalServerError",
      requestId: expect.any(String) as string,
    });
  });
});

test("all pages together are the whole list, each alert once", async () => {
  const emulator = await startArmEmulator();
  const scope = clusterScopeOf(emulator.clusterId);
  if (!scope.ok) {
    throw new Error(scope.reason);
  }
  const { subscriptionId } = scope.cluster;
  const httpClient = createHostHttpClient(createGatedHost(emulator));
  const { resourceGraph } = createAzure({ httpClient, subscriptionId });
  const query = {
    commandName: "Test/Pages",
    kql: listAlertsQuery(scope.cluster),
    subscriptionId,
    pageSize: 10,
  };
  const ids: unknown[] = [];
  let page: ResourceGraphPage | undefined;
  do {
    page = await runResourceGraph(resourceGraph, { ...query, cursor: page?.next });
    ids.push(...page.rows.map(({ id }) => id));
  } while (page.next);
  await emulator.close();
  expect([...ids].sort()).toEqual([...expectedIds(emulator)].sort());
  expect(emulator.requests).toHaveLength(5);
});

test("malformed-rows: what can be shown is shown, the rest is counted and named", async () => {
  await withServices("malformed-rows", async ({ alerts }) => {
    const page = await alerts.listPage(undefined);
    expect(page.total).toBe(49);
    expect(page.items).toHaveLength(45);
    expect(page.gaps).toHaveLength(4);
    expect(page.gaps.map(({ message }) => message).join("\n")).toContain("Catastrophic");
    const badEntities = page.items.find(({ title }) => title.includes("bad-entities"));
    expect(await alerts.get(badEntities?.id ?? "")).toMatchObject({
      unreadable: [expect.stringContaining("JSON")],
    });
    expect(page.items.find(({ title }) => title.includes("bad-date"))).toMatchObject({
      startTime: undefined,
    });
  });
});

test("slow: canceling returns at once", async () => {
  await withServices("slow", async ({ alerts }) => {
    const abort = new AbortController();
    const call = alerts.listPage(undefined, abort.signal);
    abort.abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
  });
});

function resourceGroupOf({ clusterId }: ArmEmulator): string {
  return clusterId.split("/providers/")[0] ?? "";
}
