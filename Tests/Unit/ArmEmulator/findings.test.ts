import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { successors } from "../../../Extension/ArmEmulator/World/Security/Assessments/agentlessSuccessors";
import { fullPlan, noPlan } from "../../../Extension/ArmEmulator/World/Security/Pricings/containersPlan";
import { scenarioNames } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { scenarios } from "../../../Extension/ArmEmulator/Scenarios/scenarios";
import type { World, WorldAssessment } from "../../../Extension/ArmEmulator/World/world";
import {
  assessmentsOf,
  categoryOf,
  codeOf,
  governance,
  groupBy,
  isAbout,
  isUnhealthy,
  jsonOf,
  metadataOf,
  otherRowsOf,
  resourceOf,
  rowsOf,
  subAssessments,
  typeOf,
  type Json,
} from "./readFindings";
import { mainOf, now, worldOf, worldsOf } from "./worlds";

/** What must hold of assessments and of their owners in every world, whatever its seed. */
const worlds = worldsOf();
const withoutCspm = { plans: { containers: fullPlan, hasCspm: false } };
const cspmAlone = { plans: { containers: noPlan, hasCspm: true } };
const neither = { plans: { containers: noPlan, hasCspm: false } };

/** Recommendations about the configuration of a cluster. */
const configurationOf = (world: World, cluster = mainOf(world)) =>
  world.assessments.filter((row) => resourceOf(row) === cluster.id && categoryOf(row) === "Unknown");
const isVulnerability = (row: WorldAssessment) =>
  categoryOf(row) !== "Unknown" || typeOf(row) !== "managedClusters";
const isHealthy = (row: WorldAssessment) => codeOf(row) === "Healthy";
const unhealthyIds = (world: World) =>
  world.assessments.filter(isUnhealthy).map(({ id }) => id.toLowerCase());

test("ids are unique in any letter case, and end in what the row is named", () => {
  for (const world of worlds) {
    const rows = [...world.assessments, ...otherRowsOf(world)];
    expect(new Set(rows.map(({ id }) => id.toLowerCase())).size).toBe(rows.length);
    expect(rows.filter(({ id, name }) => !id.endsWith(`/${name}`))).toEqual([]);
  }
});

test("a row is about something that exists: a cluster, a container in it, one of its scale sets, a machine", () => {
  for (const world of worlds) {
    const scaleSets = world.clusters.flatMap(({ pools }) => pools.map(({ scaleSetId }) => scaleSetId));
    const clusters = world.clusters.flatMap(({ id }) => [id, id.toLowerCase()]);
    const known = new Set([...clusters, ...scaleSets, ...world.machines.map(({ id }) => id)]);
    const strays = world.assessments.filter((row) => {
      const [parent = ""] = resourceOf(row).split("/securityentitydata/namespace-");
      const { Id } = jsonOf(row.properties.resourceDetails);
      return !known.has(parent) || Id !== resourceOf(row).toLowerCase();
    });
    expect(strays).toEqual([]);
  }
});

test("statuses have dates in their order, not in the future; what does not apply has a cause", () => {
  for (const { assessments } of worlds) {
    const odd = assessments.filter(({ properties }) => {
      const { code, cause, firstEvaluationDate, statusChangeDate } = jsonOf(properties.status);
      const first = Date.parse(String(firstEvaluationDate));
      const changed = Date.parse(String(statusChangeDate));
      const isInOrder = first <= changed && changed <= now.getTime();
      return !isInOrder || ["OffByPolicy", "Exempt"].includes(String(cause)) !== (code === "NotApplicable");
    });
    expect(odd).toEqual([]);
  }
});

test("each cluster is rated by every recommendation once, with every kind of answer", () => {
  for (const world of worlds) {
    const keys = configurationOf(world).map(({ name }) => name);
    for (const cluster of world.clusters) {
      const rated = configurationOf(world, cluster);
      expect(rated.map(({ name }) => name)).toEqual(keys);
      expect([...new Set(rated.map(codeOf))].sort()).toEqual(["Healthy", "NotApplicable", "Unhealthy"]);
    }
    expect(new Set(keys).size).toBe(keys.length);
  }
});

test.each([
  ["sensor", "56a83a6e-c417-42ec-b567-1e6fcb3d09a9"],
  ["policyAddOn", "08e628db-e2ed-4793-bc91-d13e684401c3"],
])("the recommendation about %s says what the cluster has", (part, key) => {
  for (const isOn of [true, false]) {
    const world = worldOf(1, { clusterState: { [part]: isOn } });
    const rated = configurationOf(world).find(({ name }) => name === key);
    expect(rated && codeOf(rated)).toBe(isOn ? "Healthy" : "Unhealthy");
  }
});

/** Microsoft's table of recommendations, where it is at hand; it is not part of this repository. */
const table = path.resolve(
  __dirname,
  "../../../../shared/data/tables/container-recommendations-2025-01.json",
);

interface Published {
  readonly displayName: string;
  readonly assessmentKey: string;
  readonly policyDefinitionId: string | null;
  readonly severity: string | null;
}

if (existsSync(table)) {
  test("keys, titles, severities and policies are those that were published", () => {
    const rows = JSON.parse(readFileSync(table, "utf8")) as readonly Published[];
    const published = new Map(rows.map((row) => [row.assessmentKey, row]));
    const made = new Set(successors.map(({ key }) => key)); // Those of the successors are not published.
    for (const world of worlds) {
      const rated = configurationOf(world).filter(({ name }) => !made.has(name));
      expect(rated.length).toBeGreaterThanOrEqual(21);
      for (const row of rated) {
        const { severity, policyDefinitionId } = metadataOf(row);
        const expected = published.get(row.name);
        expect([row.properties.displayName, severity]).toEqual([expected?.displayName, expected?.severity]);
        const policy = /^\/providers\/Microsoft\.Authorization\/policyDefinitions\/([0-9a-f-]{36})$/.exec(
          String(policyDefinitionId),
        )?.[1];
        // Where the table names none, some is known all the same.
        expect(policy).toBe(expected?.policyDefinitionId ?? policy ?? "a policy");
      }
    }
  });
} else {
  test("there is no table of recommendations here to compare with", () => {
    expect(existsSync(table)).toBe(false);
  });
}

test("risks are known with Defender CSPM, and without it none is", () => {
  const riskOf = ({ properties }: WorldAssessment) => properties.risk && jsonOf(properties.risk).level;
  for (const world of [...worlds, ...worldsOf(cspmAlone, 5)]) {
    const levels = new Set(world.assessments.filter(isUnhealthy).map(riskOf));
    expect(levels).toEqual(new Set(["Critical", "High", "Low", "Medium"]));
  }
  for (const world of [...worldsOf(withoutCspm, 6), ...worldsOf(neither, 6)]) {
    expect(world.assessments.filter(isUnhealthy).length).toBeGreaterThan(0);
    expect(world.assessments.filter(({ properties }) => "risk" in properties)).toEqual([]);
  }
});

test("a risk is not just the severity by another name", () => {
  for (const { assessments } of worlds) {
    const rated = assessments.filter(isUnhealthy);
    const differing = rated.filter((row) => jsonOf(row.properties.risk).level !== metadataOf(row).severity);
    expect([differing.length > 0, differing.length < rated.length]).toEqual([true, true]);
  }
});

test("owners are people who have to fix something, or have fixed it, one for each finding", () => {
  for (const world of worlds) {
    const unhealthy = new Set(unhealthyIds(world));
    const healthy = new Set(world.assessments.filter(isHealthy).map(({ id }) => id.toLowerCase()));
    const emails = world.people.map(({ email }) => email);
    const rows = rowsOf(world, governance);
    const assigned = rows.map(({ properties }) => String(properties.assignedResourceId));
    expect(rows.map(({ id }) => id.split("/governanceAssignments/")[0]?.toLowerCase())).toEqual(assigned);
    expect(rows.filter(({ properties }) => !emails.includes(String(properties.owner)))).toEqual([]);
    const open = assigned.filter((id) => unhealthy.has(id));
    expect(assigned.filter((id) => !unhealthy.has(id) && !healthy.has(id))).toEqual([]);
    expect(new Set(assigned).size).toBe(assigned.length);
    expect([open.length > 0, open.length < unhealthy.size]).toEqual([true, true]);
  }
});

test("of the main cluster some findings are overdue, some on time, some have no owner", () => {
  for (const world of worlds) {
    const isOfMain = isAbout(mainOf(world));
    const failing = new Set(unhealthyIds(world));
    const owners = rowsOf(world, governance)
      .filter(isOfMain)
      .filter(({ properties }) => failing.has(String(properties.assignedResourceId)));
    const due = owners.map(({ properties }) => Date.parse(String(properties.remediationDueDate)));
    expect(due.filter((date) => Number.isNaN(date))).toEqual([]);
    expect([due.some((date) => date < now.getTime()), due.some((date) => date > now.getTime())]).toEqual([
      true,
      true,
    ]);
    expect(assessmentsOf(world, mainOf(world)).filter(isUnhealthy).length).toBeGreaterThan(owners.length);
  }
});

test("most components have one owner for all of their findings, some have two", () => {
  for (const world of worlds) {
    const isInside = ({ id }: { readonly id: string }) => id.includes("/securityentitydata/");
    const rows = rowsOf(world, governance).filter(isAbout(mainOf(world)));
    const owned = groupBy(rows.filter(isInside), resourceOf);
    const counts = [...owned.values()].map(
      (rows) => new Set(rows.map(({ properties }) => properties.owner)).size,
    );
    expect([counts.some((count) => count > 1), counts.some((count) => count === 1)]).toEqual([true, true]);
  }
});

test("without Defender CSPM nothing has an owner", () => {
  for (const world of [...worldsOf(withoutCspm, 6), ...worldsOf(neither, 6)]) {
    expect(rowsOf(world, governance)).toEqual([]);
    expect(unhealthyIds(world).length).toBeGreaterThan(0);
  }
});

test("a cluster that was never scanned has no rows, its neighbors have theirs", () => {
  for (const world of worldsOf({ clusterScan: "never" }, 6)) {
    const [main, ...neighbors] = world.clusters;
    const rows = [...world.assessments, ...otherRowsOf(world)];
    expect(main && rows.filter(isAbout(main))).toEqual([]);
    expect(neighbors.map((cluster) => rows.some(isAbout(cluster)))).toEqual([true, true, true]);
  }
});

test("a cluster that passes was rated and has nothing unhealthy, its neighbors have", () => {
  for (const world of worldsOf({ clusterScan: "passes" }, 6)) {
    const [main = mainOf(world), ...neighbors] = world.clusters;
    expect(assessmentsOf(world, main).filter(isVulnerability).length).toBeGreaterThan(60);
    expect(configurationOf(world).map(codeOf)).not.toHaveLength(0);
    expect(assessmentsOf(world, main).filter((row) => codeOf(row) !== "Healthy")).toEqual([]);
    expect(otherRowsOf(world).filter(isAbout(main))).toEqual([]);
    for (const neighbor of neighbors) {
      const unhealthy = assessmentsOf(world, neighbor).filter(isUnhealthy);
      expect([unhealthy.some(isVulnerability), !unhealthy.every(isVulnerability)]).toEqual([true, true]);
    }
  }
});

test("without either plan only the configuration is rated", () => {
  for (const world of worldsOf(neither, 6)) {
    expect(world.assessments.filter(isVulnerability)).toEqual([]);
    expect(rowsOf(world, subAssessments)).toEqual([]);
    expect(configurationOf(world).length).toBeGreaterThan(0);
  }
});

test.each([
  ["Defender for Containers", withoutCspm],
  ["Defender CSPM", cspmAlone],
])("%s alone finds vulnerabilities", (_, plan) => {
  for (const world of worldsOf(plan, 5)) {
    for (const cluster of world.clusters) {
      expect(assessmentsOf(world, cluster).filter(isVulnerability).some(isUnhealthy)).toBe(true);
    }
  }
});

test.each(scenarioNames)("the scenario %s makes such a world too", (name) => {
  const { plan, strayAlertRows } = scenarios[name];
  // A thousand alerts are as good here as fifty thousand, which take seconds.
  const world = worldOf(1, { ...plan, clusterAlerts: Math.min(plan.clusterAlerts, 1000) });
  const summary: Json = {
    hasAlerts: world.alerts.filter(isAboutMain(world)).length > 0,
    hasVulnerabilities: assessmentsOf(world, mainOf(world)).filter(isUnhealthy).some(isVulnerability),
    hasOwners: rowsOf(world, governance).some(isAbout(mainOf(world))),
  };
  const { containers, hasCspm } = plan.plans;
  const isQuiet =
    ["healthy", "never-scanned", "new-cluster"].includes(name) || (!containers.isOn && !hasCspm);
  expect(summary).toEqual({
    hasAlerts: !isQuiet && name !== "cspm-only",
    hasVulnerabilities: !isQuiet && name !== "cspm-free-off",
    hasOwners: !isQuiet && !["cspm-off", "cspm-free-off"].includes(name),
  });
  expect(strayAlertRows(world).length > 0).toBe(name === "malformed-rows");
});

/** Whether an alert names the main cluster. */
function isAboutMain({ mainClusterId }: World): (alert: World["alerts"][number]) => boolean {
  const quoted = JSON.stringify(mainClusterId).toLowerCase();
  return ({ properties }) => JSON.stringify(properties.resourceIdentifiers).toLowerCase().includes(quoted);
}
