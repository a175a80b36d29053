import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { call, graph, json, start } from "./plainHttp";

/** Who sees which findings in Resource Graph: rows are those that the caller may read, one by one. */
const types = [
  "microsoft.security/assessments",
  "microsoft.security/assessments/governanceassignments",
  "microsoft.security/assessments/subassessments",
  "microsoft.security/locations/alerts",
  "microsoft.security/regulatorycompliancestandards",
  "microsoft.security/regulatorycompliancestandards/regulatorycompliancecontrols",
  "microsoft.security/regulatorycompliancestandards/regulatorycompliancecontrols/regulatorycomplianceassessments",
];

async function ask(
  emulator: ArmEmulator,
  query: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { status, body } = await call(emulator, graph, json("POST", { query }));
  expect(status).toBe(200);
  return body.data as readonly Readonly<Record<string, unknown>>[];
}

test("the owner of the subscription sees every finding of the world, and no other kind", async () => {
  const emulator = await start();
  const { alerts, assessments, securityRows, governanceAssignments } = emulator.world;
  const counts = new Map([
    ["microsoft.security/assessments", assessments.length],
    ["microsoft.security/locations/alerts", alerts.length],
    ["microsoft.security/assessments/governanceassignments", governanceAssignments.size],
  ]);
  for (const { type } of securityRows) {
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  const seen = await ask(
    emulator,
    "securityresources | summarize rows = count() by type | order by type asc",
  );
  expect(seen.map(({ type, rows }) => [type, rows])).toEqual(types.map((type) => [type, counts.get(type)]));
});

describe("who may read the cluster alone", () => {
  const scenario: ScenarioName = "cluster-only";

  test.each(types)("sees no row of type %s", async (type) => {
    const emulator = await start({ scenario });
    expect(await ask(emulator, `securityresources | where type =~ '${type}' | project id`)).toEqual([]);
  });

  test("sees the cluster, and neither its neighbors nor its scale sets", async () => {
    const emulator = await start({ scenario });
    expect(await ask(emulator, "resources | project id")).toEqual([{ id: emulator.clusterId }]);
    expect(await ask(await start(), "resources | where type endswith 'scalesets' | project id")).not.toEqual(
      [],
    );
  });

  test("learns nothing by counting or by joining", async () => {
    const emulator = await start({ scenario });
    expect(await ask(emulator, "securityresources | summarize rows = count()")).toEqual([{ rows: 0 }]);
    const joined =
      "resources | extend key = tolower(id) | join kind=inner (securityresources | extend key = tolower(tostring(properties.resourceDetails.Id))) on key | project id";
    expect(await ask(emulator, joined)).toEqual([]);
    expect(await ask(await start(), joined)).not.toEqual([]);
  });
});

test("rows of a deleted cluster are still there, the cluster is not", async () => {
  const emulator = await start({ scenario: "cluster-deleted" });
  const of = (table: string) =>
    `${table} | where id startswith '${emulator.clusterId}/' or id =~ '${emulator.clusterId}' | summarize rows = count() by type`;
  expect(await ask(emulator, of("resources"))).toEqual([]);
  const found = await ask(emulator, of("securityresources"));
  expect(found.map(({ type }) => type).sort()).toEqual(types.slice(0, 3));
});
