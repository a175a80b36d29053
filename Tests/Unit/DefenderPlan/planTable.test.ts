import type { ClusterProfile } from "../../../Client/Core/defenderPlan";
import { changesBetween, type PlanReview } from "../../../Client/DefenderPlan/planChanges";
import { configurationsOf } from "../../../Client/DefenderPlan/planConfigurations";
import { editingAt } from "../../../Client/DefenderPlan/planEditing";
import type { PlanScope } from "../../../Client/Core/defenderPlan";
import type { PlanSettings } from "../../../Client/DefenderPlan/planSettings";
import type { Permission } from "../../../Client/Core/rbac";
import {
  wantedOf,
  withExtension,
  withFix,
  withPlan,
  type PlanDraft,
} from "../../../Client/DefenderPlan/planDraft";
import { planSettingsWith } from "../../Support/planSettings";

/**
 * Every combination of the four configurations, of where the plan is on, and of what the engineer may do. What is expected is
 * said here once more, in the words of the table, and not taken from the code.
 */
const plans = ["subscription on", "cluster on", "off"] as const;
const rights = ["both", "cluster only", "none"] as const;
type Plan = (typeof plans)[number];
type Rights = (typeof rights)[number];

interface Combination {
  readonly sensor: boolean;
  readonly api: boolean;
  readonly registry: boolean;
  readonly policy: boolean;
}

const bits = [false, true] as const;
const combinations: readonly Combination[] = bits.flatMap((sensor) =>
  bits.flatMap((api) =>
    bits.flatMap((registry) => bits.map((policy) => ({ sensor, api, registry, policy }))),
  ),
);

const cases = plans.flatMap((plan) =>
  rights.flatMap((right) =>
    combinations.map((combination) => ({
      name: `${plan}, may write ${right}, ${nameOf(combination)}`,
      plan,
      right,
      combination,
    })),
  ),
);

function nameOf(combination: Combination): string {
  const on = Object.entries(combination).flatMap(([name, isOn]) => (isOn ? [name] : []));
  return on.join("+") || "nothing";
}

const text = (isOn: boolean) => (isOn ? "True" : "False");

function extensionsOf({ sensor, api, registry }: Combination) {
  return [
    { name: "ContainerSensor", isEnabled: text(sensor) },
    { name: "AgentlessDiscoveryForKubernetes", isEnabled: text(api) },
    { name: "ContainerRegistriesVulnerabilityAssessments", isEnabled: text(registry) },
    { name: "AgentlessVmScanning", isEnabled: "True" },
    { name: "ContainerIntegrityContribution", isEnabled: "False" },
  ];
}

const subscriptionId = "/subscriptions/11111111-1111-4111-8111-111111111111";
const off = { pricingTier: "Free", extensions: [] };

function settingsOf(plan: Plan, combination: Combination): Readonly<Record<PlanScope, PlanSettings>> {
  const on = { extensions: extensionsOf(combination) };
  const inherited = { inherited: "True", inheritedFrom: subscriptionId };
  switch (plan) {
    case "subscription on":
      return {
        subscription: planSettingsWith(on, "subscription"),
        cluster: planSettingsWith({ ...on, ...inherited }),
      };
    case "cluster on":
      return { subscription: planSettingsWith(off, "subscription"), cluster: planSettingsWith(on) };
    case "off":
      return {
        subscription: planSettingsWith(off, "subscription"),
        cluster: planSettingsWith({ ...off, ...inherited }),
      };
  }
}

const all: readonly Permission[] = [{ actions: ["*"], notActions: [] }];
const read: readonly Permission[] = [{ actions: ["*/read"], notActions: [] }];

function permissionsOf(right: Rights) {
  return {
    clusterRights: right === "none" ? read : all,
    subscriptionRights: right === "both" ? all : read,
  };
}

const profileOf = ({ policy }: Combination): ClusterProfile => ({
  hasSensor: true,
  hasPolicyAddOn: policy,
});
const noRight = (missingAction: string) => ({ isAllowed: false, reason: "noRight", missingAction });
const write = "Microsoft.Security/pricings/write";
const remove = "Microsoft.Security/pricings/delete";
const change = "Microsoft.ContainerService/managedClusters/write";
const allowed = { isAllowed: true };

describe.each(cases)("$name", ({ plan, right, combination }) => {
  const { subscription, cluster } = settingsOf(plan, combination);
  const profile = profileOf(combination);
  const situation = { cluster, subscription, ...permissionsOf(right) };
  const isOn = plan !== "off";

  test("what may be edited", () => {
    const ofCluster = editingAt("cluster", situation);
    expect(ofCluster.save).toEqual(
      plan === "subscription on"
        ? { isAllowed: false, reason: "subscriptionOn" }
        : right === "none"
          ? noRight(write)
          : allowed,
    );
    expect(ofCluster.remove).toEqual(
      plan !== "cluster on"
        ? { isAllowed: false, reason: "nothingOwn" }
        : right === "none"
          ? noRight(remove)
          : allowed,
    );
    const ofSubscription = editingAt("subscription", situation);
    expect(ofSubscription.save).toEqual(right === "both" ? allowed : noRight(write));
    expect(ofSubscription.remove).toEqual({ isAllowed: false, reason: "nothingOwn" });
    for (const { changeCluster } of [ofCluster, ofSubscription]) {
      expect(changeCluster).toEqual(right === "none" ? noRight(change) : allowed);
    }
  });

  test("effective values, and where they come from", () => {
    const values = configurationsOf(cluster, profile).map(({ name, isOn: value, from }) => [
      name,
      value,
      from,
    ]);
    const source = { "subscription on": "subscription", "cluster on": "cluster", off: "planOff" }[plan];
    expect(values).toEqual([
      ["ContainerSensor", isOn && combination.sensor, source],
      ["AgentlessDiscoveryForKubernetes", isOn && combination.api, source],
      ["ContainerRegistriesVulnerabilityAssessments", isOn && combination.registry, source],
      ["AzurePolicy", combination.policy, "cluster"],
      ["AgentlessVmScanning", isOn, source],
      ["ContainerIntegrityContribution", false, source],
    ]);
  });

  test("nothing wanted, nothing to do", () => {
    for (const settings of [cluster, subscription]) {
      const review = changesBetween(settings, wantedOf(settings), { profile, subscription });
      expect(review).toMatchObject({ changes: [], steps: [], cost: "same" });
    }
  });

  test("to every other combination", () => {
    for (const target of combinations) {
      for (const settings of [cluster, subscription]) {
        const wanted = wish(wantedOf(settings), target);
        checkReview(
          settings,
          combination,
          target,
          changesBetween(settings, wanted, { profile, subscription }),
        );
      }
    }
  });

  test("off", () => {
    for (const settings of [cluster, subscription]) {
      const wanted = withPlan(wantedOf(settings), false);
      const { changes, steps, cost } = changesBetween(settings, wanted, { profile, subscription });
      const givesUp = settings === cluster && plan === "cluster on";
      const saves = settings.isOn && !givesUp;
      const step = {
        kind: "save",
        scope: settings.scope,
        body: {
          properties: { ...(settings === subscription ? { enforce: "False" } : {}), pricingTier: "Free" },
        },
      };
      expect(steps).toEqual(givesUp ? [{ kind: "remove" }] : saves ? [step] : []);
      expect(cost).toBe(settings.isOn ? "ends" : "same");
      expect(changes.filter(({ kind }) => kind === "plan")).toEqual(
        settings.isOn ? [{ kind: "plan", before: true, after: false }] : [],
      );
    }
  });
});

/** The draft that has the plan on with these configurations. */
function wish(draft: PlanDraft, { sensor, api, registry, policy }: Combination): PlanDraft {
  const switched = [
    ["ContainerSensor", sensor],
    ["AgentlessDiscoveryForKubernetes", api],
    ["ContainerRegistriesVulnerabilityAssessments", registry],
  ] as const;
  const wanted = switched.reduce(
    (sum, [name, isOn]) => withExtension(sum, name, isOn),
    withPlan(draft, true),
  );
  return withFix(wanted, "policyAddOn", policy);
}

function checkReview(
  settings: PlanSettings,
  current: Combination,
  target: Combination,
  { scope, changes, steps }: PlanReview,
): void {
  const { isOn } = settings;
  const parts = [
    ["ContainerSensor", current.sensor, target.sensor],
    ["AgentlessDiscoveryForKubernetes", current.api, target.api],
    ["ContainerRegistriesVulnerabilityAssessments", current.registry, target.registry],
    // With the plan everything goes on that is not refused.
    ["AgentlessVmScanning", true, true],
    ["ContainerIntegrityContribution", false, !isOn],
  ] as const;
  const switched = parts
    .map(([name, was, after]) => ({ kind: "configuration", name, before: isOn && was, after }))
    .filter(({ before, after }) => before !== after);
  const plan = isOn ? [] : [{ kind: "plan", before: false, after: true }];
  const addOn = target.policy && !current.policy ? [{ kind: "cluster", fix: "policyAddOn" }] : [];
  expect(scope).toBe(settings.scope);
  expect(changes).toEqual([...plan, ...switched, ...addOn]);
  const body = {
    properties: {
      ...(settings.scope === "subscription" ? { enforce: "False" } : {}),
      pricingTier: "Standard",
      extensions: parts.map(([name, , after]) => ({ name, isEnabled: text(after) })),
    },
  };
  const save = plan.length + switched.length > 0 ? [{ kind: "save", scope, body }] : [];
  expect(steps).toEqual([...save, ...addOn]);
}
