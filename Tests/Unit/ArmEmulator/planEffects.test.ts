import { successors } from "../../../Extension/ArmEmulator/World/Security/Assessments/agentlessSuccessors";
import { noPlan } from "../../../Extension/ArmEmulator/World/Security/Pricings/containersPlan";
import {
  shownAlerts,
  shownFindings,
} from "../../../Extension/ArmEmulator/World/Security/Pricings/planEffects";
import {
  changePlan,
  type PlanSetting,
} from "../../../Extension/ArmEmulator/World/Security/Pricings/planHistory";
import type { SecurityFindings, World } from "../../../Extension/ArmEmulator/World/world";
import { categoryOf, codeOf, isAbout, jsonOf, typeOf } from "./readFindings";
import { mainOf, now, worldOf } from "./worlds";

/** What a world shows after its plan was changed, as someone sees it who knows only the documentation. */
const neither = { plans: { containers: noPlan, hasCspm: false }, clusterScan: "passes" } as const;
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const names = [
  "ContainerSensor",
  "AgentlessDiscoveryForKubernetes",
  "ContainerRegistriesVulnerabilityAssessments",
  "AgentlessVmScanning",
];

/** The plan on, without some of its extensions. */
const settingWithout = (...missing: readonly string[]): PlanSetting => ({
  isOn: true,
  enforced: false,
  enabledAt: now,
  extensions: names.map((name) => ({ name, isEnabled: missing.includes(name) ? "False" : "True" })),
});

function changed(world: World, scope: string, setting: PlanSetting | undefined): World {
  changePlan(world.planHistory, scope, { at: now, setting });
  return world;
}

const subscriptionOf = ({ subscriptionId }: World) => `/subscriptions/${subscriptionId}`;
const parentOf = (id: string) => id.toLowerCase().replace(/\/[^/]+\/[^/]+$/, "");

function checkCoherent({ assessments, rows }: SecurityFindings): void {
  const ids = assessments.map(({ id }) => id.toLowerCase());
  expect(new Set(ids).size).toBe(ids.length);
  const parts = rows.filter(({ type }) => type.startsWith("microsoft.security/assessments/"));
  expect(parts.filter(({ id }) => !ids.includes(parentOf(id)))).toEqual([]);
  const ratings = rows.filter(({ type }) => type.endsWith("/regulatorycomplianceassessments"));
  expect(ratings.length).toBeGreaterThan(30);
  for (const { name, properties } of ratings) {
    const isCategory = properties.assessmentType === "assessmentCategory";
    const found = assessments.filter((row) =>
      isCategory ? categoryOf(row) === properties.description : row.name === name,
    );
    const failed = found.filter((row) => codeOf(row) === "Unhealthy").length;
    expect([name, properties.failedResources]).toEqual([name, failed]);
  }
}

test("a world whose plan no one changed shows what was generated", () => {
  for (const world of [worldOf(3), worldOf(3, neither)]) {
    expect(shownFindings(world, after(86_400))).toEqual({
      assessments: world.assessments,
      rows: world.securityRows,
    });
  }
});

test("a change shows after the delay of the world, to the second", () => {
  const world = worldOf(3, { ...neither, evaluationDelaySeconds: 90 });
  changed(world, world.mainClusterId, settingWithout());
  expect(shownFindings(world, after(89)).assessments).toBe(world.assessments);
  const shown = shownFindings(world, after(90)).assessments;
  expect(shown.length).toBeGreaterThan(world.assessments.length);
});

test.each([1, 2, 3])("whatever is switched, what is shown is coherent, in world %d", (seed) => {
  for (const plan of [{}, neither]) {
    for (const missing of [[], ...names.map((name) => [name]), names]) {
      const world = worldOf(seed, plan);
      checkCoherent(
        shownFindings(changed(world, subscriptionOf(world), settingWithout(...missing)), after(30)),
      );
    }
    const world = worldOf(seed, plan);
    const off = { ...settingWithout(), isOn: false };
    checkCoherent(shownFindings(changed(world, subscriptionOf(world), off), after(30)));
  }
});

const containerTypes = ["K8s-container", "Container", "ContainerImage"];

test.each([
  ["ContainerRegistriesVulnerabilityAssessments", containerTypes],
  ["AgentlessVmScanning", ["virtualMachineScaleSets"]],
])("without %s nothing is said of %j, and nothing else goes", (name, types) => {
  const world = worldOf(5);
  const { assessments } = shownFindings(
    changed(world, subscriptionOf(world), settingWithout(name)),
    after(30),
  );
  const others = world.assessments.filter((row) => !types.includes(typeOf(row)));
  expect(others.length).toBeLessThan(world.assessments.length);
  expect(new Set(assessments)).toEqual(new Set(others));
});

test("without API access what the add-on finds in containers goes, and the cluster's own settings stay", () => {
  const world = worldOf(5);
  const name = "AgentlessDiscoveryForKubernetes";
  const { assessments } = shownFindings(
    changed(world, subscriptionOf(world), settingWithout(name)),
    after(30),
  );
  const gone = world.assessments.filter((row) => !assessments.includes(row));
  const policies = gone.filter(({ properties }) => jsonOf(properties.metadata).policyDefinitionId !== null);
  expect(
    policies.every(({ properties }) => /add-on found/.test(String(jsonOf(properties.metadata).description))),
  ).toBe(true);
  // Each with its outdated version, and with what was found in its containers without an agent.
  expect(gone.length - policies.length).toBe(world.clusters.length * (1 + successors.length));
});

test("a cluster's own plan changes nothing of its neighbors", () => {
  const world = worldOf(5);
  const setting = settingWithout("ContainerRegistriesVulnerabilityAssessments");
  const { assessments } = shownFindings(changed(world, world.mainClusterId, setting), after(30));
  const isOfMain = isAbout(mainOf(world));
  const neighbors = world.assessments.filter((row) => !isOfMain(row));
  expect(assessments.filter((row) => !isOfMain(row))).toEqual(neighbors);
  expect(assessments.filter(isOfMain).some((row) => containerTypes.includes(typeOf(row)))).toBe(false);
});

test("alerts are shown from when they were raised", () => {
  const { alerts } = worldOf(5);
  expect(shownAlerts(alerts, now)).toHaveLength(alerts.length);
  expect(shownAlerts(alerts, undefined)).toBe(alerts);
  const [first = ""] = alerts.map(({ properties }) => String(properties.timeGeneratedUtc)).sort();
  expect(shownAlerts(alerts, new Date(Date.parse(first) - 1))).toEqual([]);
  expect(shownAlerts(alerts, new Date(first))).toHaveLength(1);
});
