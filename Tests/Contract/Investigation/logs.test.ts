import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { failureOfCall, withServices } from "../../Support/withServices";

/** The workspace that the logs of the cluster go to. */
test.each<[ScenarioName, string]>([
  ["busy", "defender"],
  ["reader", "defender"],
  ["sensor-missing", "containerInsights"],
  ["cluster-only", "defender"],
])("%s: found, named by %s", async (scenario, source) => {
  await withServices(scenario, async ({ investigation: logs }, { world }) => {
    const [workspace] = world.workspaces;
    expect(await logs.workspace()).toEqual({ id: workspace?.id, tables: "resourceSpecific", source });
  });
});

test("no-logs: everything was read, and nothing names one", async () => {
  await withServices("no-logs", async ({ investigation: logs }, emulator) => {
    expect(await logs.workspace()).toBeUndefined();
    expect(emulator.requests.map(({ status }) => status)).toEqual([200, 200]);
  });
});

test("no-access: refused, which is not the same as none", async () => {
  await withServices("no-access", async ({ investigation: logs }) => {
    expect(await failureOfCall(logs.workspace())).toMatchObject({
      kind: "forbidden",
      code: "AuthorizationFailed",
      missingAction: "Microsoft.ContainerService/managedClusters/read",
    });
  });
});

test("cluster-deleted: there is nothing that could name one", async () => {
  await withServices("cluster-deleted", async ({ investigation: logs }) => {
    expect(await failureOfCall(logs.workspace())).toMatchObject({ kind: "notFound" });
  });
});

test("no-logs, and the diagnostic settings may not be read: no one knows, so it is no answer", async () => {
  await withServices("cluster-only", async ({ investigation: logs }, { world }) => {
    const [main] = world.clusters;
    if (main) {
      main.state = { ...main.state, workspaceId: null };
    }
    expect(await failureOfCall(logs.workspace())).toMatchObject({
      kind: "forbidden",
      missingAction: "Microsoft.Insights/diagnosticSettings/read",
    });
  });
});
