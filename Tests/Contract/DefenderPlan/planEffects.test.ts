import { changesBetween } from "../../../Client/DefenderPlan/planChanges";
import type { PlanScope } from "../../../Client/Core/defenderPlan";
import { wantedOf, withExtension, withPlan, type PlanDraft } from "../../../Client/DefenderPlan/planDraft";
import type { Services } from "../../../Client/services";
import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import {
  agentlessMalware,
  alertTypes,
  dnsTunnel,
} from "../../../Extension/ArmEmulator/World/Security/Alerts/alertTypes";
import { withOneClock } from "../../Support/withServices";

/** What the settings of the plan do to what is found: after the time of an evaluation, and never before. */
const scopes: readonly PlanScope[] = ["cluster", "subscription"];

/** Saves what is wanted of the settings at a scope, by the steps of the review. */
async function change(
  { planSettings }: Services,
  scope: PlanScope,
  wish: (wanted: PlanDraft) => PlanDraft,
): Promise<void> {
  const settings = await planSettings.read(scope);
  const subscription = await planSettings.read("subscription");
  const { steps } = changesBetween(settings, wish(wantedOf(settings)), { profile: undefined, subscription });
  for (const step of steps) {
    await (step.kind === "save" ? planSettings.save(step.scope, step.body) : planSettings.remove());
  }
}

const switchOn = (services: Services, scope: PlanScope) =>
  change(services, scope, (wanted) => withPlan(wanted, true));
const without = (services: Services, scope: PlanScope, name: string) =>
  change(services, scope, (wanted) => withExtension(withPlan(wanted, true), name, false));

/** How many findings each list of the dashboard has. */
async function listed(services: Services) {
  const [alerts, vulnerable, misconfigured, issues] = [
    await services.alerts.listPage(undefined),
    await services.vulnerabilities.listPage(undefined),
    await services.misconfigurations.listPage(undefined),
    await services.compliance.listPage(undefined),
  ].map(({ total }) => total);
  return { alerts, vulnerable, misconfigured, issues };
}

const evaluation = 40_000; // The delay of the world, and the lag of Resource Graph.
const nothing = { alerts: 0, vulnerable: 0, misconfigured: 0, issues: 0 };
const busy = { alerts: 42, vulnerable: 64, misconfigured: 15, issues: 39 };
/** Without Defender CSPM there are no agentless successors of the deprecated recommendations. */
const withoutCspm = { ...busy, misconfigured: 12 };

test.each(scopes)("plan-off: all four lists fill after it was enabled for the %s", async (scope) => {
  await withOneClock({ scenario: "plan-off" }, async ({ services, clock }) => {
    expect(await listed(services)).toEqual(nothing);
    const begin = clock.now();
    await switchOn(services, scope);
    await clock.sleep(20_000, undefined);
    expect(await listed(services)).toEqual(nothing);
    await clock.sleep(evaluation - 20_000, undefined);
    expect(await listed(services)).toEqual(withoutCspm);
    const { items } = await services.alerts.listPage(undefined);
    const starts = items.map(({ startTime }) => startTime?.getTime() ?? 0);
    expect(Math.min(...starts)).toBeGreaterThanOrEqual(begin);
    expect(Math.max(...starts)).toBeLessThanOrEqual(begin + 30_000);
    const [component] = (await services.vulnerabilities.listPage(undefined)).items;
    const details = component && (await services.vulnerabilities.get(component));
    expect(details?.vulnerabilities.length).toBeGreaterThan(0);
    const containers = (await services.misconfigurations.listPage(undefined)).items.filter(
      ({ policyId }) => policyId === "95edb821-ddaf-4404-9732-666045e056b4",
    );
    expect(containers).toHaveLength(1);
    const { items: pods } = await services.misconfigurations.affectedComponents(
      containers[0]?.policyId ?? "",
    );
    expect(pods.length).toBeGreaterThan(0);
  });
});

/** When anything of each list of recommendations was judged last, and whether nothing fails in it. */
async function judged({ vulnerabilities, misconfigurations, compliance }: Services) {
  const pages = [
    await vulnerabilities.listPage(undefined),
    await misconfigurations.listPage(undefined),
    await compliance.listPage(undefined),
  ];
  return pages.map(({ total, lastJudged }) => ({ total, at: lastJudged?.getTime() ?? 0 }));
}

test.each(scopes)(
  "plan-off: until the scan after enabling for the %s nothing is judged anew",
  async (scope) => {
    await withOneClock({ scenario: "plan-off" }, async ({ services, clock }) => {
      await switchOn(services, scope);
      const { enabledAt } = await services.plan.get();
      const begin = enabledAt?.getTime() ?? Number.NaN;
      for (const seconds of [0, 20]) {
        await clock.sleep(seconds * 1000, undefined);
        const lists = await judged(services);
        expect(lists.map(({ total, at }) => total === 0 && at < begin)).toEqual([true, true, true]);
      }
      await clock.sleep(evaluation - 20_000, undefined);
      const lists = await judged(services);
      expect(lists.map(({ total, at }) => total > 0 && at >= begin)).toEqual([true, true, true]);
    });
  },
);

test("plan-off: only foundational CSPM has looked, and not into the cluster", async () => {
  await withOneClock({ scenario: "plan-off" }, async ({ services }) => {
    expect((await services.vulnerabilities.listPage(undefined)).evaluated).toBe(0);
    expect(await services.misconfigurations.listPage(undefined)).toMatchObject({ total: 0, evaluated: 5 });
  });
});

test("new-cluster: it is younger than its plan", async () => {
  await withOneClock({ scenario: "new-cluster" }, async ({ services, clock }) => {
    const { createdAt } = await services.cluster.profile();
    const { enabledAt } = await services.plan.get();
    expect(clock.now() - (createdAt?.getTime() ?? 0)).toBe(60_000);
    expect(enabledAt && createdAt && enabledAt < createdAt).toBe(true);
  });
});

test("an alert that came with the plan can be resolved, and stays so", async () => {
  await withOneClock({ scenario: "plan-off" }, async ({ services, clock }) => {
    await switchOn(services, "cluster");
    await clock.sleep(evaluation, undefined);
    const [alert] = (await services.alerts.listPage(undefined)).items;
    await services.alerts.changeStatus(alert?.id ?? "", "Resolved");
    await clock.sleep(evaluation, undefined);
    const { items } = await services.alerts.listPage(undefined);
    expect(items.find(({ id }) => id === alert?.id)?.status).toBe("Resolved");
  });
});

test("cspm-only: the other lists are there already, alerts come with the plan", async () => {
  await withOneClock({ scenario: "cspm-only" }, async ({ services, clock }) => {
    expect(await listed(services)).toEqual({ ...busy, alerts: 0 });
    await switchOn(services, "cluster");
    await clock.sleep(evaluation, undefined);
    expect(await listed(services)).toEqual(busy);
  });
});

test("plan-off: what was found goes with the plan; alerts stay", async () => {
  await withOneClock({ scenario: "plan-off" }, async ({ services, clock }) => {
    await switchOn(services, "cluster");
    await clock.sleep(evaluation, undefined);
    await services.planSettings.remove();
    expect(await listed(services)).toEqual(withoutCspm);
    await clock.sleep(evaluation, undefined);
    expect(await listed(services)).toEqual({ ...nothing, alerts: 42 });
  });
});

test("a plan given up before its evaluation is over raises no more alerts", async () => {
  await withOneClock({ scenario: "plan-off" }, async ({ services, clock }) => {
    await switchOn(services, "cluster");
    await clock.sleep(10_000, undefined);
    await services.planSettings.remove();
    await clock.sleep(evaluation, undefined);
    const { total } = await services.alerts.listPage(undefined);
    expect(total).toBe(15); // Those that began within the first third of the evaluation.
  });
});

/** What is left of a busy cluster once a configuration is off. Issues are those that still rest on something. */
test.each<[string, object, (issues: number) => boolean]>([
  [
    "ContainerRegistriesVulnerabilityAssessments",
    { alerts: 42, vulnerable: 3, misconfigured: 15 },
    (issues) => issues > 25,
  ],
  [
    "AgentlessDiscoveryForKubernetes",
    { alerts: 42, vulnerable: 63, misconfigured: 2 },
    (issues) => issues < 25,
  ],
  ["AgentlessVmScanning", { alerts: 42, vulnerable: 62, misconfigured: 15 }, (issues) => issues > 25],
  ["ContainerSensor", { alerts: 42, vulnerable: 64, misconfigured: 15 }, (issues) => issues === 39],
  [
    "ContainerIntegrityContribution",
    { alerts: 42, vulnerable: 64, misconfigured: 15 },
    (issues) => issues === 39,
  ],
])("busy without %s, and with it again", async (name, expected, hasIssues) => {
  await withOneClock({}, async ({ services, clock }) => {
    await without(services, "subscription", name);
    expect(await listed(services)).toEqual(busy);
    await clock.sleep(evaluation, undefined);
    const { issues = 0, ...found } = await listed(services);
    expect(found).toEqual(expected);
    expect([issues, hasIssues(issues)]).toEqual([issues, true]);
    await change(services, "subscription", (wanted) => withExtension(wanted, name, true));
    await clock.sleep(evaluation, undefined);
    expect(await listed(services)).toEqual(busy);
  });
});

const sources = new Map(
  [...alertTypes, agentlessMalware, dnsTunnel].map(({ type, source }) => [type, source]),
);

test.each([
  ["ContainerSensor", ["auditLog", "diskScan", "dns"]],
  ["AgentlessVmScanning", ["auditLog", "dns", "sensor"]],
  ["AgentlessDiscoveryForKubernetes", ["auditLog", "diskScan", "dns", "sensor"]],
])("enabled without %s, alerts come from %s", async (name, expected) => {
  await withOneClock({ scenario: "plan-off" }, async ({ services, clock }) => {
    await without(services, "cluster", name);
    await clock.sleep(evaluation, undefined);
    const { items } = await services.alerts.listPage(undefined);
    const found = items.map(({ alertType }) => sources.get(alertType) ?? "unknown");
    expect([...new Set(found)].sort()).toEqual(expected);
  });
});

test("an extension that failed finds nothing until it is repaired", async () => {
  await withOneClock({ scenario: "plan-extension-fails" }, async ({ services, clock }) => {
    await switchOn(services, "cluster");
    await clock.sleep(evaluation, undefined);
    expect(await listed(services)).toMatchObject({ alerts: 42, vulnerable: 63, misconfigured: 2 });
    const settings = await services.planSettings.read("cluster");
    await services.planSettings.save("cluster", {
      properties: {
        pricingTier: "Standard",
        extensions: settings.extensions.map(({ name }) => ({ name, isEnabled: "True" })),
      },
    });
    await clock.sleep(evaluation, undefined);
    expect(await listed(services)).toEqual(withoutCspm);
  });
});

test("a cluster's own plan finds nothing in its neighbors, and compliance follows what is found", async () => {
  await withOneClock({ scenario: "plan-off" }, async ({ services, emulator, clock }) => {
    const before = emulator.world.alerts.length;
    await switchOn(services, "cluster");
    await clock.sleep(evaluation, undefined);
    const own = emulator.world.alerts.slice(before);
    const nodes = "MC_contoso-prod_contoso-prod-aks_westeurope"; // What is about a node lies with the nodes.
    expect(new Set(own.map(({ resourceGroup }) => resourceGroup))).toEqual(new Set(["contoso-prod", nodes]));
    const ofCluster = (await services.compliance.listPage(undefined)).total;
    await switchOn(services, "subscription");
    await clock.sleep(evaluation, undefined);
    expect((await services.compliance.listPage(undefined)).total).toBe(ofCluster);
    expect(emulator.world.alerts).toHaveLength(before + 42);
  });
});

test.each<[ScenarioName, object]>([
  ["plan-partial", busy],
  ["plan-extended", busy],
  ["plan-on-cluster", busy],
])(
  "%s shows what it began with, whatever is missing, until someone changes the plan",
  async (scenario, expected) => {
    await withOneClock({ scenario }, async ({ services, clock }) => {
      await clock.sleep(evaluation, undefined);
      expect(await listed(services)).toEqual(expected);
    });
  },
);
