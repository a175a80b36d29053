import { changesBetween } from "../../../Client/DefenderPlan/planChanges";
import { hasFailures, planConflictOf, saveResultOf } from "../../../Client/DefenderPlan/planResults";
import type { PlanScope } from "../../../Client/Core/defenderPlan";
import type { PlanSettings } from "../../../Client/DefenderPlan/planSettings";
import { pricingBodyOf } from "../../../Client/DefenderPlan/pricingBody";
import { wantedOf, withExtension, withPlan, withProperty } from "../../../Client/DefenderPlan/planDraft";
import type { Services } from "../../../Client/services";
import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { failureOfCall, withOneClock, withServices } from "../../Support/withServices";

/** The settings of the plan, through our services: reading, saving, giving up, and every way to be refused. */
const scopes: readonly PlanScope[] = ["cluster", "subscription"];
const switchedOn = (settings: PlanSettings) => pricingBodyOf(settings, withPlan(wantedOf(settings), true));

async function switchOn({ planSettings }: Services, scope: PlanScope): Promise<PlanSettings> {
  return planSettings.save(scope, switchedOn(await planSettings.read(scope)));
}

const namesOf = ({ extensions }: PlanSettings) => extensions.map(({ name }) => name);

test.each<[ScenarioName, PlanScope, object]>([
  ["busy", "subscription", { isOn: true, isEnforced: false, coverage: "FullyCovered" }],
  ["busy", "cluster", { isOn: true, isInherited: true, isEnforced: false, coverage: undefined }],
  ["plan-on-subscription", "subscription", { isOn: true, isEnforced: true }],
  ["plan-on-cluster", "subscription", { isOn: false, coverage: "PartiallyCovered", enabledSince: undefined }],
  ["plan-on-cluster", "cluster", { isOn: true, isInherited: false, inheritedFrom: undefined }],
  ["plan-off", "subscription", { isOn: false, coverage: "NotCovered", trial: { days: 30, hours: 0 } }],
  ["plan-off", "cluster", { isOn: false, isInherited: true, extensions: [] }],
])("%s: read at the %s", async (scenario, scope, expected) => {
  await withServices(scenario, async ({ planSettings }, { world }) => {
    const settings = await planSettings.read(scope);
    expect(settings).toMatchObject({ scope, ...expected });
    const above = settings.isInherited ? `/subscriptions/${world.subscriptionId}` : undefined;
    expect(settings.inheritedFrom).toBe(above);
    expect(settings.enabledSince !== undefined).toBe(settings.isOn);
  });
});

test("coverage is counted by one query", async () => {
  await withServices("busy", async ({ planSettings }, emulator) => {
    const { clusters, registries } = emulator.world;
    expect(await planSettings.coverage()).toEqual({
      clusters: clusters.length,
      registries: registries.length,
    });
    expect(emulator.requests).toHaveLength(1);
  });
});

test.each(scopes)("plan-off: enabled for the %s, with everything, in one call", async (scope) => {
  await withOneClock({ scenario: "plan-off" }, async ({ services, emulator, clock, calls }) => {
    const { planSettings } = services;
    const before = await planSettings.read(scope);
    calls.splice(0);
    const body = switchedOn(before);
    const answer = await planSettings.save(scope, body);
    const id = scope === "cluster" ? emulator.clusterId : `/subscriptions/${emulator.world.subscriptionId}`;
    expect(calls).toEqual([
      {
        method: "PUT",
        path: `${id}/providers/Microsoft.Security/pricings/Containers`,
        apiVersion: "2024-01-01",
        commandName: "Dashboard/SavePlanSettings",
      },
    ]);
    expect(hasFailures(saveResultOf(body, answer))).toBe(false);
    expect(answer).toMatchObject({ isOn: true, isInherited: false, enabledSince: new Date(clock.now()) });
    expect(namesOf(answer)).toEqual([
      "ContainerSensor",
      "AgentlessDiscoveryForKubernetes",
      "ContainerRegistriesVulnerabilityAssessments",
      "AgentlessVmScanning",
      "ContainerIntegrityContribution",
    ]);
    expect(await planSettings.read(scope)).toEqual(answer);
    const other = await planSettings.read(scope === "cluster" ? "subscription" : "cluster");
    expect(other).toMatchObject(
      scope === "cluster"
        ? { isOn: false, coverage: "PartiallyCovered" }
        : { isOn: true, isInherited: true, inheritedFrom: id },
    );
    expect(await services.plan.get()).toMatchObject({ isOn: true, scope, missing: [] });
    await clock.sleep(23 * 3_600_000, undefined);
    expect((await planSettings.read(scope)).trial).toEqual({ days: 29, hours: 1 });
  });
});

test("plan-on-cluster: given up, and given up again", async () => {
  await withOneClock({ scenario: "plan-on-cluster" }, async ({ services: { planSettings }, calls }) => {
    const own = await planSettings.read("cluster");
    const subscription = await planSettings.read("subscription");
    const review = changesBetween(own, withPlan(wantedOf(own), false), { profile: undefined, subscription });
    expect([review.steps, review.cost]).toEqual([[{ kind: "remove" }], "ends"]);
    await planSettings.remove();
    const after = await planSettings.read("cluster");
    expect(after).toMatchObject({ isOn: subscription.isOn, isInherited: true });
    await planSettings.remove();
    expect(calls.filter(({ method }) => method === "DELETE")).toHaveLength(2);
  });
});

test("disabled for the subscription, which its clusters inherit", async () => {
  await withServices("busy", async ({ planSettings }) => {
    const settings = await planSettings.read("subscription");
    const body = pricingBodyOf(settings, withPlan(wantedOf(settings), false));
    const answer = await planSettings.save("subscription", body);
    expect(hasFailures(saveResultOf(body, answer))).toBe(false);
    expect(answer).toMatchObject({ isOn: false, coverage: "NotCovered", extensions: [] });
    expect(await planSettings.read("cluster")).toMatchObject({ isOn: false, isInherited: true });
  });
});

test("plan-extended: what no one here knows survives a save, byte for byte", async () => {
  await withServices("plan-extended", async ({ planSettings }) => {
    const before = await planSettings.read("cluster");
    const wanted = withProperty(
      withExtension(wantedOf(before), "ContainerSensor", false),
      "AgentlessVmScanning",
      "ExclusionTags",
      '[{"Key":"a","Value":"b"}]',
    );
    const body = pricingBodyOf(before, wanted);
    const answer = await planSettings.save("cluster", body);
    expect(hasFailures(saveResultOf(body, answer))).toBe(false);
    const rawOf = (settings: PlanSettings, name: string) => {
      const raw = settings.extensions.find((one) => one.name === name)?.raw ?? {};
      return Object.fromEntries(Object.entries(raw).filter(([key]) => key !== "operationStatus"));
    };
    expect(JSON.stringify(rawOf(answer, "RuntimeQuarantine"))).toBe(
      '{"name":"RuntimeQuarantine","isEnabled":"True","additionalExtensionProperties":{"Mode":"Audit","Limits":{"pods":3,"since":null},"Labels":["a","b"]},"rollout":{"ring":2}}',
    );
    expect(rawOf(answer, "RuntimeQuarantine")).toEqual(rawOf(before, "RuntimeQuarantine"));
    expect(rawOf(answer, "ContainerSensor")).toEqual({
      ...rawOf(before, "ContainerSensor"),
      isEnabled: "False",
    });
    expect(rawOf(answer, "AgentlessVmScanning").additionalExtensionProperties).toEqual({
      ExclusionTags: '[{"Key":"a","Value":"b"}]',
    });
    expect(namesOf(answer)).toEqual(namesOf(before));
    expect(answer.enabledSince).toEqual(before.enabledSince);
  });
});

test("plan-extension-fails: a 200 with an extension that failed, and the same again succeeds", async () => {
  await withServices("plan-extension-fails", async ({ planSettings, plan }) => {
    const body = switchedOn(await planSettings.read("cluster"));
    const first = saveResultOf(body, await planSettings.save("cluster", body));
    expect(first.plan).toEqual({ result: "done" });
    expect(first.extensions.filter(({ result }) => result !== "done")).toEqual([
      {
        name: "AgentlessDiscoveryForKubernetes",
        result: "failed",
        message: expect.stringMatching(/^Failed assigning roles/) as string,
      },
    ]);
    expect((await plan.get()).missing.map(({ name }) => name)).toEqual(["AgentlessDiscoveryForKubernetes"]);
    expect(hasFailures(saveResultOf(body, await planSettings.save("cluster", body)))).toBe(false);
    expect((await plan.get()).missing).toEqual([]);
  });
});

describe("refused", () => {
  test("plan-on-subscription: the subscription enforces its own", async () => {
    await withServices("plan-on-subscription", async (services, emulator) => {
      const failure = await failureOfCall(switchOn(services, "cluster"));
      expect(failure).toMatchObject({ kind: "conflict", code: "Conflict" });
      expect(failure.details?.[0]?.message).toContain(emulator.clusterId);
      expect(planConflictOf(failure)).toBe("enforced");
      await services.planSettings.remove();
    });
  });

  test.each(scopes)("plan-busy: once at the %s, and never repeated by itself", async (scope) => {
    await withOneClock({ scenario: "plan-busy" }, async ({ services, calls }) => {
      expect(planConflictOf(await failureOfCall(switchOn(services, scope)))).toBe("busy");
      expect(calls.filter(({ method }) => method === "PUT")).toHaveLength(1);
      expect(await switchOn(services, scope)).toMatchObject({ isOn: true });
    });
  });

  test("plan-locked: saving and giving up, as long as the lock lasts", async () => {
    await withServices("plan-locked", async (services) => {
      for (const scope of scopes) {
        const failure = await failureOfCall(switchOn(services, scope));
        expect(planConflictOf(failure)).toBe("locked");
        expect(failure.details?.[0]?.message).toContain("do-not-change");
      }
      expect(planConflictOf(await failureOfCall(services.planSettings.remove()))).toBe("locked");
      expect(await services.planSettings.read("cluster")).toMatchObject({ isOn: false });
    });
  });

  const missing = (missingAction: string) => ({ kind: "forbidden", missingAction });

  test("plan-cluster-owner: may for the cluster, and not for the subscription", async () => {
    await withServices("plan-cluster-owner", async (services) => {
      const failure = await failureOfCall(switchOn(services, "subscription"));
      expect(failure).toMatchObject(missing("Microsoft.Security/pricings/write"));
      expect(await switchOn(services, "cluster")).toMatchObject({ isOn: true });
      await services.planSettings.remove();
      expect(await services.planSettings.read("cluster")).toMatchObject({ isOn: false });
    });
  });

  test("reader: everywhere, naming the action", async () => {
    await withServices("reader", async (services) => {
      for (const scope of scopes) {
        expect(await failureOfCall(switchOn(services, scope))).toMatchObject(
          missing("Microsoft.Security/pricings/write"),
        );
      }
      expect(await failureOfCall(services.planSettings.remove())).toMatchObject(
        missing("Microsoft.Security/pricings/delete"),
      );
    });
  });

  test("no-access: reading too", async () => {
    await withServices("no-access", async ({ planSettings }) => {
      for (const scope of scopes) {
        expect(await failureOfCall(planSettings.read(scope))).toMatchObject(
          missing("Microsoft.Security/pricings/read"),
        );
      }
      expect(await failureOfCall(planSettings.coverage())).toMatchObject({ kind: "forbidden" });
    });
  });

  test("what the service does not accept is invalid, and changes nothing", async () => {
    await withServices("busy", async ({ planSettings }) => {
      const before = await planSettings.read("subscription");
      const body = {
        properties: {
          pricingTier: "Standard",
          extensions: [{ name: "Nonsense", isEnabled: "True" }],
        },
      } as const;
      expect(await failureOfCall(planSettings.save("subscription", body))).toMatchObject({ kind: "invalid" });
      expect(await planSettings.read("subscription")).toEqual(before);
    });
  });
});
