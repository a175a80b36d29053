import { fullPlan, noPlan } from "../../../Extension/ArmEmulator/World/Security/Pricings/containersPlan";
import type { SecurityRow, World, WorldAssessment } from "../../../Extension/ArmEmulator/World/world";
import { categoryOf, codeOf, isUnhealthy, rowsOf } from "./readFindings";
import { worldsOf } from "./worlds";

/** What must hold of the compliance of a subscription in every world, whatever its seed. */
const worlds = worldsOf();
const standard = "regulatorycompliancestandards";
const control = `${standard}/regulatorycompliancecontrols`;
const rating = `${control}/regulatorycomplianceassessments`;

const under = (world: World, type: string, parent: SecurityRow) =>
  rowsOf(world, type).filter(({ id }) => id.startsWith(`${parent.id}/`));
const stateOf = ({ properties }: SecurityRow) => String(properties.state);

/** What a rating rests on: assessments of its name, or of the category in its description. */
function restsOn({ name, properties }: SecurityRow, { assessments }: World): readonly WorldAssessment[] {
  return properties.assessmentType === "assessmentCategory"
    ? assessments.filter(
        (row) => categoryOf(row).toLowerCase() === String(properties.description).toLowerCase(),
      )
    : assessments.filter((row) => row.name === name);
}

const controlsOf = (world: World) => rowsOf(world, standard).map((row) => under(world, control, row));

test("standards have controls, and these have ratings, each with an id under its parent", () => {
  for (const world of worlds) {
    expect(controlsOf(world).length).toBeGreaterThanOrEqual(5);
    const controls = controlsOf(world).flat();
    expect(controls).toHaveLength(rowsOf(world, control).length);
    expect(controlsOf(world).filter((list) => list.length === 0)).toEqual([]);
    const ratings = controls.map((row) => under(world, rating, row));
    expect(ratings.filter((list) => list.length === 0)).toEqual([]);
    expect(ratings.flat()).toHaveLength(rowsOf(world, rating).length);
    expect(controls.filter(({ properties }) => properties.description === "")).toEqual([]);
  }
});

test("standards are those of the screenshot, named with dashes", () => {
  for (const world of worlds) {
    const names = rowsOf(world, standard).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        "Azure-CSPM",
        "CIS-Azure-Kubernetes-Service-(AKS)-Benchmark-v1.5.0",
        "ISO-27001-2013",
        "Microsoft-cloud-security-benchmark",
        "NIST-SP-800-53-R5",
      ]),
    );
    expect(names.filter((name) => /\s/.test(name))).toEqual([]);
  }
});

test("every rating rests on a recommendation that exists, or on a category that occurs", () => {
  for (const world of worlds) {
    for (const row of rowsOf(world, rating)) {
      const [first] = restsOn(row, world);
      const isCategory = row.properties.assessmentType === "assessmentCategory";
      expect([row.id, first !== undefined]).toEqual([row.id, true]);
      // A category says its name in the description only.
      expect(first && (isCategory ? categoryOf(first) : first.properties.displayName)).toBe(
        row.properties.description,
      );
      expect(isCategory && row.name === row.properties.description).toBe(false);
    }
  }
});

test.each([
  ["both plans", {}],
  ["a main cluster that passes", { clusterScan: "passes" }],
  ["Defender for Containers alone", { plans: { containers: fullPlan, hasCspm: false } }],
  ["a main cluster without its sensor", { clusterState: { sensor: false, policyAddOn: false } }],
  ["no plan", { plans: { containers: noPlan, hasCspm: false } }],
] as const)("with %s, counts and states are those of the assessments of the subscription", (_, plan) => {
  for (const world of worldsOf(plan, 6)) {
    for (const row of rowsOf(world, rating)) {
      const found = restsOn(row, world);
      const failed = found.filter(isUnhealthy).length;
      const passed = found.filter((one) => codeOf(one) === "Healthy").length;
      const { failedResources, passedResources, scope } = row.properties;
      expect([row.id, failedResources, passedResources, scope]).toEqual([
        row.id,
        failed,
        passed,
        "Subscription",
      ]);
      expect(["Unsupported", failed > 0 ? "Failed" : "Passed"]).toContain(stateOf(row));
    }
  }
});

test.each([
  ["standards", standard, control],
  ["controls", control, rating],
])("%s fail when something in them fails, and pass otherwise", (_, type, part) => {
  for (const world of worlds) {
    for (const row of rowsOf(world, type).filter((one) => stateOf(one) !== "Unsupported")) {
      const states = under(world, part, row).map(stateOf);
      expect([row.id, stateOf(row)]).toEqual([row.id, states.includes("Failed") ? "Failed" : "Passed"]);
      expect(states).not.toContain("Unsupported");
    }
  }
});

test("an unsupported standard has nothing in it but what is unsupported", () => {
  for (const world of worlds) {
    const [unsupported, ...others] = rowsOf(world, standard).filter((row) => stateOf(row) === "Unsupported");
    expect(others).toEqual([]);
    const inside = unsupported
      ? [...under(world, control, unsupported), ...under(world, rating, unsupported)]
      : [];
    expect(new Set(inside.map(stateOf))).toEqual(new Set(["Unsupported"]));
  }
});

test("standards, controls and ratings each pass and fail somewhere", () => {
  for (const world of worlds) {
    for (const type of [standard, control, rating]) {
      expect(rowsOf(world, type).map(stateOf)).toEqual(expect.arrayContaining(["Passed", "Failed"]));
    }
  }
});
