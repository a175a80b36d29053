import type { ClusterNow } from "../../../Client/Core/defenderPlan";
import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { failureOfCall, withServices } from "../../Support/withServices";

test.each<[ScenarioName, ClusterNow]>([
  ["busy", { hasSensor: true, hasPolicyAddOn: true, condition: { kind: "ready" } }],
  ["sensor-missing", { hasSensor: false, hasPolicyAddOn: false, condition: { kind: "ready" } }],
  ["cluster-only", { hasSensor: true, hasPolicyAddOn: true, condition: { kind: "ready" } }],
  ["cluster-stopped", { hasSensor: true, hasPolicyAddOn: true, condition: { kind: "stopped" } }],
])("%s: what the cluster says of its protection", async (scenario, expected) => {
  await withServices(scenario, async ({ cluster }, { world }) => {
    const { nodeResourceGroup } = world.clusters.find(({ id }) => id === world.mainClusterId) ?? {};
    expect(await cluster.profile()).toEqual({
      ...expected,
      createdAt: expect.any(Date) as Date,
      nodeResourceGroup,
    });
  });
});

test("cluster-deleted: there is no such cluster any more", async () => {
  await withServices("cluster-deleted", async ({ cluster }) => {
    expect(await failureOfCall(cluster.profile())).toMatchObject({
      kind: "notFound",
      code: "ResourceNotFound",
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
  });
});

test("no-access: refused, naming the action", async () => {
  await withServices("no-access", async ({ cluster }) => {
    expect(await failureOfCall(cluster.profile())).toMatchObject({
      kind: "forbidden",
      missingAction: "Microsoft.ContainerService/managedClusters/read",
    });
  });
});

test("a call that is taken back ends as such", async () => {
  await withServices("busy", async ({ cluster }) => {
    const controller = new AbortController();
    const call = cluster.profile(controller.signal);
    controller.abort();
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
  });
});
