import { failureOfCall, withServices } from "../../Support/withServices";
import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";

test("busy: what the cluster says of its protection, its workspace, and what Azure Policy has of it", async () => {
  await withServices("busy", async ({ coverage }, { world }) => {
    const parts = await coverage.clusterParts();
    expect(parts).toMatchObject({
      hasSensor: true,
      isSensorExcluded: false,
      pools: [
        { name: "system", osType: "Linux", nodes: 3 },
        { name: "apps", osType: "Linux", nodes: 4 },
      ],
      workspaceId: world.workspaces[0]?.id,
      isGated: undefined,
      hasPolicyAddOn: true,
      condition: { kind: "ready" },
    });
    expect(await coverage.workspaceAccess(parts.workspaceId ?? "")).toEqual({
      refusesKeys: false,
      isPrivate: false,
      state: "Succeeded",
    });
    expect(await coverage.lastPolicyReport()).toBeInstanceOf(Date);
  });
});

test("keys-refused: the workspace forbids local authentication", async () => {
  await withServices("keys-refused", async ({ coverage }) => {
    const { workspaceId = "" } = await coverage.clusterParts();
    expect(await coverage.workspaceAccess(workspaceId)).toMatchObject({ refusesKeys: true });
  });
});

test("a workspace that was deleted is not found", async () => {
  await withServices("busy", async ({ coverage }) => {
    const { workspaceId = "" } = await coverage.clusterParts();
    expect(await failureOfCall(coverage.workspaceAccess(`${workspaceId}0`))).toMatchObject({
      kind: "notFound",
      code: "ResourceNotFound",
    });
  });
});

test.each<[ScenarioName, string | null]>([
  ["no-logs", null],
  ["sensor-missing", null],
])("%s: the profile names no workspace", async (scenario) => {
  await withServices(scenario, async ({ coverage }) => {
    expect((await coverage.clusterParts()).workspaceId).toBeUndefined();
  });
});

test("cluster-only: what may not be read fails, naming the action", async () => {
  await withServices("cluster-only", async ({ coverage }) => {
    const { workspaceId = "" } = await coverage.clusterParts();
    expect(await failureOfCall(coverage.workspaceAccess(workspaceId))).toMatchObject({
      kind: "forbidden",
      missingAction: "Microsoft.OperationalInsights/workspaces/read",
    });
    expect(await failureOfCall(coverage.lastPolicyReport())).toMatchObject({ kind: "forbidden" });
  });
});
