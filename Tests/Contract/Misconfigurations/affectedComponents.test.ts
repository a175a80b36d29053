import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import { createHostHttpClient } from "../../../Client/Azure/Pipeline/hostHttpClient";
import { clusterScopeOf } from "../../../Client/Core/clusterScope";
import { createServices } from "../../../Client/services";
import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { createFakeClock } from "../../Support/fakeClock";
import { scriptedHost, type ScriptedAnswer } from "../../Support/scriptedHost";
import { failureOfCall, withServices } from "../../Support/withServices";
import { call, refusal, start } from "../ArmEmulator/plainHttp";

const privileged = "95edb821-ddaf-4404-9732-666045e056b4";
const limits = "e345eecc-fa47-480f-9e88-67dcc122b164";
const action = "Microsoft.PolicyInsights/componentPolicyStates/queryResults/action";
const queryPath = "/providers/Microsoft.PolicyInsights/componentPolicyStates/latest/queryResults";

/** Namespace and name of every pod of the main cluster. */
function running({ world, clusterId }: ArmEmulator): ReadonlySet<string> {
  const cluster = world.clusters.find(({ id }) => id === clusterId);
  const workloads = cluster?.workloads ?? [];
  return new Set(
    workloads.flatMap(({ namespace, pods }) => pods.map(({ name }) => [namespace, name].join())),
  );
}

/** Gives every workload of the main cluster this many pods. */
function scale({ world, clusterId }: ArmEmulator, count: number): void {
  const cluster = world.clusters.find(({ id }) => id === clusterId);
  const workloads = cluster?.workloads.map((workload) => ({
    ...workload,
    pods: Array.from({ length: count }, (_, index) => ({
      ...workload.pods[0],
      name: `${workload.name}-${index}`,
    })),
  }));
  Object.assign(cluster ?? {}, { workloads });
}

/** The service on a host that answers as scripted. */
function scripted(...answers: readonly ScriptedAnswer[]) {
  const scope = clusterScopeOf(
    "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/r/providers/Microsoft.ContainerService/managedClusters/c",
  );
  if (!scope.ok) {
    throw new Error(scope.reason);
  }
  const host = scriptedHost(...answers);
  const httpClient = createHostHttpClient(host.send);
  const azure = createAzure({ httpClient, subscriptionId: "1", clock: createFakeClock(), random: () => 0 });
  return { host, service: createServices(azure, scope.cluster).misconfigurations };
}

test("busy: pods that run in the cluster, none of them the system's", async () => {
  await withServices("busy", async ({ misconfigurations }, emulator) => {
    const { items, gaps, complete } = await misconfigurations.affectedComponents(privileged);
    expect(items.length).toBeGreaterThan(0);
    expect({ gaps, complete }).toEqual({ gaps: [], complete: true });
    const exists = running(emulator);
    for (const { namespace, kind, name } of items) {
      expect(kind).toBe("Pod");
      expect(namespace).not.toBe("kube-system");
      expect(exists).toContain([namespace, name].join());
    }
  });
});

test.each([
  ["1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d", "Ingress"],
  ["233a2a17-77ca-4fb1-9b6b-69223d272a44", "Service"],
])("policy %s is about objects of kind %s", async (policyId, kind) => {
  await withServices("busy", async ({ misconfigurations }) => {
    const { items, gaps } = await misconfigurations.affectedComponents(policyId);
    expect(gaps).toEqual([]);
    expect(new Set(items.map((item) => item.kind))).toEqual(new Set(items.length > 0 ? [kind] : []));
  });
});

test("another policy affects others, the same policy always the same", async () => {
  await withServices("busy", async ({ misconfigurations }) => {
    const first = await misconfigurations.affectedComponents(privileged);
    expect(await misconfigurations.affectedComponents(privileged.toUpperCase())).toEqual(first);
    expect((await misconfigurations.affectedComponents(limits)).items).not.toEqual(first.items);
  });
});

test.each(["unknown", "it's ' or complianceState eq 'Compliant"])(
  "the policy %s affects nothing",
  async (id) => {
    await withServices("busy", async ({ misconfigurations }) => {
      expect(await misconfigurations.affectedComponents(id)).toEqual({ items: [], gaps: [], complete: true });
    });
  },
);

test("healthy: none", async () => {
  await withServices("healthy", async ({ misconfigurations }) => {
    expect((await misconfigurations.affectedComponents(privileged)).items).toEqual([]);
  });
});

test("no-access: refused, with the action that is missing", async () => {
  await withServices("no-access", async ({ misconfigurations }) => {
    expect(await failureOfCall(misconfigurations.affectedComponents(privileged))).toMatchObject({
      kind: "forbidden",
      missingAction: action,
    });
  });
});

test("further pages are read, up to 1,000 rows", async () => {
  await withServices("busy", async ({ misconfigurations }, emulator) => {
    scale(emulator, 150);
    const all = await misconfigurations.affectedComponents(privileged);
    expect(all.items.length % 150).toBe(0);
    // One more: the row of the cluster as a whole, which is no component.
    expect(emulator.requests).toHaveLength(Math.ceil((all.items.length + 1) / 100));
    expect(all.complete).toBe(true);
    scale(emulator, Math.ceil(1050 / (all.items.length / 150)));
    const some = await misconfigurations.affectedComponents(privileged);
    expect(some.items).toHaveLength(999);
    expect(some.complete).toBe(false);
  });
});

describe("on a host that answers as scripted", () => {
  const page = { body: { value: [{ componentId: "shop/a", componentType: "pod" }] } };

  test("it is repeated like any read", async () => {
    const { host, service } = scripted({ status: 503 }, "offline", page);
    expect((await service.affectedComponents(privileged)).items).toHaveLength(1);
    expect(host.requests.map(({ method }) => method)).toEqual(["POST", "POST", "POST"]);
  });

  test("a link that repeats itself is a failure", async () => {
    const link = {
      "@odata.nextLink": `https://management.azure.com/subscriptions/1${queryPath}?api-version=2024-10-01&page=2`,
    };
    const again = { body: { ...page.body, ...link } };
    const { service } = scripted(again, again);
    const failure = await failureOfCall(service.affectedComponents(privileged));
    expect(failure.message).toContain("repeated a link");
  });

  test("an answer without a list is a failure, a record without a name a gap", async () => {
    const { service } = scripted({ body: {} }, { body: { value: [{}, null] } });
    expect((await failureOfCall(service.affectedComponents(privileged))).kind).toBe("unexpected");
    const { items, gaps } = await service.affectedComponents(privileged);
    expect([items.length, gaps.length]).toEqual([0, 2]);
  });
});

describe("the emulator", () => {
  const query = async (options: string, cluster?: string) => {
    const emulator = await start();
    const path = `${cluster ?? emulator.clusterId}${queryPath}?api-version=2024-10-01&${options}`;
    return call(emulator, path, { method: "POST" });
  };

  test.each([
    "$filter=resourceType eq 'x'",
    "$filter=complianceState ne 'Compliant'",
    "$filter=complianceState eq 'Compliant' or complianceState eq 'x'",
    "$filter=and",
    "$top=few",
  ])("refuses %s", async (options) => {
    expect(refusal(await query(options))).toMatchObject({ status: 400, hasId: true });
  });

  test("returns as many as asked for", async () => {
    const { body } = await query("$top=3");
    expect(body).toMatchObject({ "@odata.count": 3, "@odata.nextLink": null });
  });

  test("does not know every cluster", async () => {
    const type = "providers/Microsoft.ContainerService/managedClusters";
    const groups = "/subscriptions/3f1c6b2e-7d84-4a59-9e20-5b8c0d9a1e47/resourceGroups";
    for (const [group, code] of [
      ["contoso-prod", "ResourceNotFound"],
      ["none", "ResourceGroupNotFound"],
    ] as const) {
      const { status, body } = await query("", `${groups}/${group}/${type}/none`);
      expect([status, body.error?.code]).toEqual([404, code]);
    }
  });
});
