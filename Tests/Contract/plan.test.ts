import { failureOfCall, withServices } from "../Support/withServices";

test.each([
  ["busy", { isOn: true, scope: "subscription", missing: [] }],
  ["plan-off", { isOn: false, missing: [] }],
  [
    "plan-partial",
    {
      isOn: true,
      missing: [
        { name: "AgentlessDiscoveryForKubernetes", failure: "The role assignment could not be created." },
        { name: "ContainerRegistriesVulnerabilityAssessments", failure: undefined },
      ],
    },
  ],
] as const)("%s", async (scenario, expected) => {
  await withServices(scenario, async ({ plan }) => {
    expect(await plan.get()).toMatchObject(expected);
  });
});

test("no-access: refused, naming the action", async () => {
  await withServices("no-access", async ({ plan }) => {
    expect(await failureOfCall(plan.get())).toMatchObject({
      kind: "forbidden",
      missingAction: "Microsoft.Security/pricings/read",
    });
  });
});
