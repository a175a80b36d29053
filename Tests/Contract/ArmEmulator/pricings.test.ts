import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { call, refusal, start } from "./plainHttp";

/** Plans of Defender for Cloud over plain HTTP, at the scopes where they can be set. */
type Scope = "subscription" | "cluster" | "neighbor";

const containersExtensions = [
  "AgentlessDiscoveryForKubernetes",
  "AgentlessVmScanning",
  "ContainerIntegrityContribution",
  "ContainerRegistriesVulnerabilityAssessments",
  "ContainerSensor",
];
const cspmExtensions = [
  "AgentlessDiscoveryForKubernetes",
  "AgentlessVmScanning",
  "ContainerRegistriesVulnerabilityAssessments",
  "EntraPermissionsManagement",
  "SensitiveDataDiscovery",
];

function idOf({ world, clusterId }: ArmEmulator, scope: Scope): string {
  const subscription = `/subscriptions/${world.subscriptionId}`;
  // A name that begins like the main cluster's.
  const ids = { subscription, cluster: clusterId, neighbor: `${clusterId}2` };
  return ids[scope];
}

const pathOf = (emulator: ArmEmulator, scope: Scope, plan: string) =>
  `${idOf(emulator, scope)}/providers/Microsoft.Security/pricings/${plan}`;
const get = (emulator: ArmEmulator, path: string) => call(emulator, `${path}?api-version=2024-01-01`);

interface Pricing {
  readonly pricingTier: string;
  readonly enforce?: string;
  readonly inherited?: string;
  readonly inheritedFrom?: string | null;
  readonly extensions: readonly { readonly name: string; readonly isEnabled: string }[];
}

async function pricingAt(emulator: ArmEmulator, scope: Scope, plan: string): Promise<Pricing> {
  const { status, body } = await get(emulator, pathOf(emulator, scope, plan));
  expect(status).toBe(200);
  return body.properties as Pricing;
}

const namesOf = ({ extensions }: Pricing) => extensions.map(({ name }) => name).sort();

test("a plan has ARM's envelope, and texts for booleans", async () => {
  const emulator = await start();
  const path = pathOf(emulator, "subscription", "Containers");
  const { body } = await get(emulator, path);
  expect(body).toMatchObject({ id: path, name: "Containers", type: "Microsoft.Security/pricings" });
  const { freeTrialRemainingTime, extensions } = body.properties as Pricing & {
    readonly freeTrialRemainingTime: string;
  };
  expect(freeTrialRemainingTime).toMatch(/^P/);
  expect(extensions.map(({ isEnabled }) => isEnabled)).toEqual(Array(5).fill("True"));
});

test("names and ids are read in any letter case, and the plan is named as Azure does", async () => {
  const emulator = await start({ scenario: "plan-on-cluster" });
  const path = pathOf(emulator, "cluster", "CONTAINERS").toUpperCase();
  const { status, body } = await get(emulator, path);
  expect([status, body.name]).toEqual([200, "Containers"]);
  expect(body.properties).toMatchObject({ pricingTier: "Standard", inherited: "False" });
});

const cspm = (pricingTier: string, names: readonly string[]) => [pricingTier, "False", names] as const;

test.each<readonly [ScenarioName, ReturnType<typeof cspm>]>([
  ["busy", cspm("Standard", cspmExtensions)],
  ["cspm-only", cspm("Standard", cspmExtensions)],
  ["plan-on-cluster", cspm("Standard", cspmExtensions)],
  ["cspm-off", cspm("Free", [])],
  ["plan-off", cspm("Free", [])],
])("%s: Defender CSPM at the subscription", async (scenario, expected) => {
  const pricing = await pricingAt(await start({ scenario }), "subscription", "CloudPosture");
  expect([pricing.pricingTier, pricing.enforce, namesOf(pricing)]).toEqual(expected);
  expect(pricing).not.toHaveProperty("inherited");
});

/** Tier, `enforce`, `inherited`, and whether it is inherited from the subscription. */
type Setting = readonly [tier: string, enforce?: string, inherited?: string, isFromSubscription?: boolean];
const freeOfOwn: Setting = ["Free", "False", undefined, undefined];
const inherited = (tier: string): Setting => [tier, undefined, "True", true];

test.each<readonly [ScenarioName, Readonly<Record<"subscription" | "cluster" | "neighbor", Setting>>]>([
  [
    "busy",
    {
      subscription: ["Standard", "False", undefined, undefined],
      cluster: inherited("Standard"),
      neighbor: inherited("Standard"),
    },
  ],
  [
    "plan-on-subscription",
    {
      subscription: ["Standard", "True", undefined, undefined],
      cluster: inherited("Standard"),
      neighbor: inherited("Standard"),
    },
  ],
  [
    "plan-on-cluster",
    {
      subscription: freeOfOwn,
      cluster: ["Standard", undefined, "False", false],
      neighbor: inherited("Free"),
    },
  ],
  ["plan-off", { subscription: freeOfOwn, cluster: inherited("Free"), neighbor: inherited("Free") }],
  ["cspm-only", { subscription: freeOfOwn, cluster: inherited("Free"), neighbor: inherited("Free") }],
])(
  "%s: Defender for Containers at the subscription, the main cluster and a neighbor",
  async (scenario, expected) => {
    const emulator = await start({ scenario });
    for (const scope of ["subscription", "cluster", "neighbor"] as const) {
      const pricing = await pricingAt(emulator, scope, "Containers");
      const { pricingTier, enforce, inheritedFrom } = pricing;
      const isFromSubscription =
        inheritedFrom === undefined ? undefined : inheritedFrom === idOf(emulator, "subscription");
      expect([scope, pricingTier, enforce, pricing.inherited, isFromSubscription]).toEqual([
        scope,
        ...expected[scope],
      ]);
      expect(namesOf(pricing)).toEqual(pricingTier === "Standard" ? containersExtensions : []);
    }
  },
);

test("plan-partial: one configuration is off, another was enabled without success", async () => {
  const emulator = await start({ scenario: "plan-partial" });
  for (const scope of ["subscription", "cluster"] as const) {
    const { extensions } = await pricingAt(emulator, scope, "Containers");
    const off = extensions.filter(({ isEnabled }) => isEnabled === "False");
    expect(off.map(({ name }) => name)).toEqual(["ContainerRegistriesVulnerabilityAssessments"]);
    const failed = { code: "Failed", message: "The role assignment could not be created." };
    expect(extensions).toContainEqual(
      expect.objectContaining({ isEnabled: "True", operationStatus: failed }),
    );
  }
});

test("plans that there are not are a 404, at every scope", async () => {
  const emulator = await start();
  for (const scope of ["subscription", "cluster"] as const) {
    for (const plan of ["Dns", "toString", "__proto__"]) {
      const answer = await get(emulator, pathOf(emulator, scope, plan));
      expect([plan, refusal(answer)]).toEqual([plan, { status: 404, code: "ResourceNotFound", hasId: true }]);
    }
  }
});

test.each(["subscription", "cluster"] as const)(
  "an unknown api-version is refused at the %s",
  async (scope) => {
    const emulator = await start();
    // Plans of single resources came with 2024-01-01.
    for (const version of ["2017-08-01-preview", ...(scope === "cluster" ? ["2022-03-01"] : [])]) {
      const answer = await call(emulator, `${pathOf(emulator, scope, "Containers")}?api-version=${version}`);
      expect(refusal(answer)).toMatchObject({ status: 400, code: "NoRegisteredProviderFound" });
    }
  },
);

test.each<readonly [ScenarioName]>([["no-access"], ["cluster-only"]])(
  "%s: forbidden at the subscription and at the cluster, naming action and scope",
  async (scenario) => {
    const emulator = await start({ scenario });
    for (const scope of ["subscription", "cluster"] as const) {
      for (const plan of ["Containers", "CloudPosture", "Dns"]) {
        const answer = await get(emulator, pathOf(emulator, scope, plan));
        expect(refusal(answer)).toEqual({ status: 403, code: "AuthorizationFailed", hasId: true });
        expect(answer.body.error?.message).toContain("'Microsoft.Security/pricings/read'");
        expect(answer.body.error?.message).toContain(`'${idOf(emulator, scope)}'`);
      }
    }
  },
);
