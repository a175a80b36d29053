import type { World } from "../../../Extension/ArmEmulator/World/world";
import {
  assessmentsOf,
  categoryOf,
  codeOf,
  governance,
  isAbout,
  isUnhealthy,
  jsonOf,
  read,
  resourceOf,
  rowsOf,
  softwareOf,
  typeOf,
} from "./readFindings";
import { mainOf, worldsOf } from "./worlds";

/** What must hold of finished work and of what assignments say, whatever the seed. */
const worlds = worldsOf();

const ofMain = (world: World) => assessmentsOf(world, mainOf(world));
const assignedIds = (world: World) =>
  new Set(rowsOf(world, governance).map(({ properties }) => String(properties.assignedResourceId)));
const causeOf = ({ properties }: World["assessments"][number]) => jsonOf(properties.status).cause;

test("some work is completed: healthy recommendations and packages of the main cluster that have an owner", () => {
  for (const world of worlds) {
    const assigned = assignedIds(world);
    const done = ofMain(world).filter(
      (row) => codeOf(row) === "Healthy" && assigned.has(row.id.toLowerCase()),
    );
    const packages = done.filter((row) => typeOf(row) === "K8s-container");
    const recommendations = done.filter((row) => typeOf(row) === "managedClusters");
    expect([packages.length >= 3, recommendations.length >= 3]).toEqual([true, true]);
    expect(done).toHaveLength(packages.length + recommendations.length);
    const others = world.assessments.filter(
      (row) => !isAbout(mainOf(world))(row) && codeOf(row) === "Healthy",
    );
    expect(others.filter(({ id }) => assigned.has(id.toLowerCase()))).toEqual([]);
  }
});

test("a package that is healthy or exempted belongs to a container where others are vulnerable", () => {
  for (const world of worlds) {
    const rows = world.assessments.filter(
      (row) => typeOf(row) === "K8s-container" && read(softwareOf(row), "SoftwareName") !== undefined,
    );
    const failing = rows.filter(isUnhealthy);
    const vulnerable = new Set(failing.map(resourceOf));
    const names = new Set(failing.map((row) => `${resourceOf(row)} ${String(row.properties.displayName)}`));
    const finished = rows.filter((row) => !isUnhealthy(row));
    expect(finished.filter((row) => !vulnerable.has(resourceOf(row)))).toEqual([]);
    expect(
      finished.filter((row) => names.has(`${resourceOf(row)} ${String(row.properties.displayName)}`)),
    ).toEqual([]);
  }
});

test("some recommendations and some packages of the main cluster were exempted, and no one has to fix them", () => {
  for (const world of worlds) {
    const exempted = ofMain(world).filter((row) => causeOf(row) === "Exempt");
    expect(new Set(exempted.map(codeOf))).toEqual(new Set(["NotApplicable"]));
    expect(new Set(exempted.map(categoryOf))).toEqual(new Set(["Unknown", "SoftwareUpdate"]));
    const assigned = assignedIds(world);
    expect(exempted.filter(({ id }) => assigned.has(id.toLowerCase()))).toEqual([]);
    expect(ofMain(world).some((row) => causeOf(row) === "OffByPolicy")).toBe(true);
  }
});

test("at least 120 assessments fail behind the vulnerable containers of the main cluster", () => {
  for (const world of worlds) {
    const failing = ofMain(world).filter((row) => typeOf(row) === "K8s-container" && isUnhealthy(row));
    expect(failing.length).toBeGreaterThanOrEqual(120);
  }
});

test.each(["remediationEta", "governanceEmailNotification", "additionalData"])(
  "some assignments have %s, most have not",
  (part) => {
    for (const world of worlds) {
      const rows = rowsOf(world, governance);
      const having = rows.filter(({ properties }) => part in properties);
      expect([having.length > 20, having.length < rows.length / 2]).toEqual([true, true]);
    }
  },
);

test("a new time of arrival is after the due date, and has a reason", () => {
  for (const world of worlds) {
    const rows = rowsOf(world, governance).filter(({ properties }) => "remediationEta" in properties);
    const odd = rows.filter(({ properties }) => {
      const { eta, justification } = jsonOf(properties.remediationEta);
      return !(String(eta) > String(properties.remediationDueDate)) || String(justification).length < 10;
    });
    expect(odd).toEqual([]);
  }
});
