import { clusterPasses } from "../../../Extension/ArmEmulator/World/Authorization/clusterPolicies";
import { checkDiagnosticSetting } from "../../../Extension/ArmEmulator/Operations/Insights/checkDiagnosticSetting";
import { ArmError } from "../../../Extension/ArmEmulator/Server/arm";
import type { ArmContext } from "../../../Extension/ArmEmulator/Server/operation";
import { createRunningOperations } from "../../../Extension/ArmEmulator/Server/runningOperations";
import { codeOf } from "./readFindings";
import { now, worldOf, worldsOf } from "./worlds";

test("in every world, what the assessments say of a cluster's settings is what the cluster has", () => {
  const plans = [
    {},
    { clusterScan: "passes" },
    { clusterState: { workspaceId: null, sensor: false } },
  ] as const;
  for (const world of plans.flatMap((plan) => worldsOf(plan, 8))) {
    for (const cluster of world.clusters) {
      const passes = Object.entries(clusterPasses(cluster));
      expect(passes).toHaveLength(4);
      for (const [key, isPassed] of passes) {
        const id = `${cluster.id}/providers/Microsoft.Security/assessments/${key}`;
        const found = world.assessments.find((assessment) => assessment.id === id);
        expect([id, found && codeOf(found)]).toEqual([id, isPassed ? "Healthy" : "Unhealthy"]);
      }
    }
  }
});

test("who may write the setting and not use the workspace is told of the workspace", () => {
  const world = worldOf(1);
  const [cluster] = world.clusters;
  const workspaceId = world.workspaces[0]?.id ?? "";
  const actions = ["Microsoft.Insights/*"];
  const context = (roles: ArmContext["roles"]): ArmContext => ({
    world,
    roles,
    request: {
      method: "PUT",
      path: "/x",
      query: new URLSearchParams(),
      headers: {},
      body: { properties: { workspaceId, logs: [] } },
      linkOrigin: "",
      signal: new AbortController().signal,
    },
    place: {},
    now,
    running: createRunningOperations(),
  });
  const atCluster = { scope: cluster?.id ?? "", actions, notActions: [] };
  const keys = ["Microsoft.OperationalInsights/workspaces/sharedKeys/action"];
  const atWorkspace = { scope: workspaceId, actions: keys, notActions: [] };
  expect(checkDiagnosticSetting("x", context([atCluster, atWorkspace]), [])).toEqual({
    workspaceId,
    logs: [],
  });
  const error = (() => {
    try {
      return checkDiagnosticSetting("x", context([atCluster]), []);
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(error).toBeInstanceOf(ArmError);
  expect(error).toMatchObject({ status: 403, code: "LinkedAuthorizationFailed" });
});
