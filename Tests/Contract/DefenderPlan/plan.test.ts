import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { failureOfCall, withServices } from "../../Support/withServices";

const complete = { isOn: true, missing: [] };

test.each<[ScenarioName, object]>([
  ["busy", { ...complete, scope: "subscription" }],
  ["plan-on-subscription", { ...complete, scope: "subscription" }],
  ["plan-on-cluster", { ...complete, scope: "cluster" }],
  ["sensor-missing", { ...complete, scope: "subscription" }],
  ["cspm-off", complete],
  ["cspm-only", { isOn: false, missing: [] }],
  ["plan-off", { isOn: false, missing: [] }],
  [
    "plan-partial",
    {
      isOn: true,
      missing: [
        {
          name: "AgentlessDiscoveryForKubernetes",
          where: "plan",
          failure: "The role assignment could not be created.",
        },
        { name: "ContainerRegistriesVulnerabilityAssessments", where: "plan", failure: undefined },
      ],
    },
  ],
])("Defender for Containers in %s", async (scenario, expected) => {
  await withServices(scenario, async ({ plan }) => {
    expect(await plan.get()).toMatchObject(expected);
  });
});

test.each<[ScenarioName, boolean]>([
  ["busy", true],
  ["cspm-only", true],
  ["plan-on-cluster", true],
  ["cspm-off", false],
  ["cspm-free-off", false],
  ["plan-off", false],
])("Defender CSPM in %s is on: %s", async (scenario, expected) => {
  await withServices(scenario, async ({ plan }, emulator) => {
    expect(await plan.hasCspm()).toBe(expected);
    // The plan of the subscription, whatever is set for the cluster.
    expect(emulator.requests.map(({ path }) => path)).not.toContain(
      `${emulator.clusterId}/providers/Microsoft.Security/pricings/CloudPosture`,
    );
  });
});

test.each<[ScenarioName, boolean]>([
  ["busy", true],
  ["cspm-only", true],
  ["cspm-off", true],
  ["plan-off", true],
  ["cspm-free-off", false],
])("foundational CSPM in %s is on: %s", async (scenario, expected) => {
  await withServices(scenario, async ({ plan }) => {
    expect(await plan.hasFoundationalCspm()).toBe(expected);
  });
});

test.each(["get", "hasCspm", "hasFoundationalCspm"] as const)(
  "no-access: %s is refused, naming the action",
  async (method) => {
    await withServices("no-access", async ({ plan }) => {
      expect(await failureOfCall(plan[method]())).toMatchObject({
        kind: "forbidden",
        missingAction: "Microsoft.Security/pricings/read",
      });
    });
  },
);
