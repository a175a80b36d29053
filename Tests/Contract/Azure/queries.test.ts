import { runQuery } from "../../../Extension/ArmEmulator/Kql/runQuery";
import { graphTables } from "../../../Extension/ArmEmulator/ResourceGraph/graphTables";
import { scenarios } from "../../../Extension/ArmEmulator/Scenarios/scenarios";
import { generateWorld } from "../../../Extension/ArmEmulator/World/generateWorld";
import { aCluster } from "../../Support/aCluster";
import { hostileKql, queryFiles, resourceGraphQueries, scopeNamed } from "../../Support/resourceGraphQueries";

const now = new Date("2026-11-24T12:00:00Z");
const world = generateWorld({ ...scenarios.busy.plan, seed: 7, now });
/** Every query runs many times: few containers are enough, with all that is about the main cluster itself. */
const smallWorld = {
  ...world,
  alerts: world.alerts.slice(0, 20),
  assessments: world.assessments.filter(
    ({ id }, at) => at % 100 === 0 || id.startsWith(`${world.mainClusterId}/providers/`),
  ),
  securityRows: world.securityRows.filter(({ id }, at) => at % 100 === 0 || !id.includes("/assessments/")),
  governanceAssignments: new Map([...world.governanceAssignments].filter((_, at) => at % 100 === 0)),
};
const database = graphTables(smallWorld, { mayRead: () => () => true });

test("every query of the client is tried", () => {
  const tried = Object.entries(resourceGraphQueries).map(([file, functions]) => [
    file,
    Object.keys(functions).sort(),
  ]);
  const existing = Object.entries(queryFiles()).map(([file, names]) => [file, [...names].sort()]);
  expect(Object.fromEntries(existing)).toEqual(Object.fromEntries(tried));
});

const main = aCluster(world.mainClusterId);
const [ownAlert] = smallWorld.alerts.filter(({ properties }) =>
  JSON.stringify(properties.resourceIdentifiers).includes(`"${world.mainClusterId}"`),
);
/** A text of the world that a query finds something for, by query. */
const existing: Readonly<Record<string, string>> = {
  alertDetailsQuery: ownAlert?.id ?? "",
  // The cluster itself has vulnerabilities.
  componentProofQuery: world.mainClusterId,
  underlyingAssessmentsQuery: world.mainClusterId,
  reachableAlertsQuery: String(ownAlert?.properties.alertType).toUpperCase(),
  assignmentsQuery: [...smallWorld.governanceAssignments.values()][0]?.assessmentId ?? "",
};
const ofOneRow = [
  "alertDetailsQuery",
  "misconfigurationDetailsQuery",
  "alertProofQuery",
  "misconfigurationProofQuery",
];
const all = Object.values(resourceGraphQueries).flatMap((functions) => Object.entries(functions));

describe.each(all)("%s", (name, queryOf) => {
  /** Of all clusters that the caller sees: no value enters them. */
  const isOfAll = ["listClustersQuery", "worstPerClusterQuery"].includes(name);
  const isList = isOfAll || name.startsWith("list") || name === "alertsBetweenQuery";
  /** Details of one thing have one row. */
  const isPaged = isList || !ofOneRow.includes(name);

  test("runs, whatever the letter case of the cluster's id", () => {
    const cluster = { ...main, id: main.id.toUpperCase() };
    const text = existing[name] ?? main.id;
    const { columns, rows } = runQuery(queryOf(cluster, text), database, now);
    // Without an id Resource Graph cannot give a second page.
    expect(columns.map((column) => column.name)).toContain("id");
    expect(rows.length > 0).toBe(
      isList || name in existing || name === "componentDetailsQuery" || name === "componentCvesQuery",
    );
  });

  test("a hostile text stays a text", () => {
    const hostile = queryOf(scopeNamed(hostileKql), hostileKql);
    if (isOfAll) {
      expect(hostile).toBe(queryOf(main, "x"));
      return;
    }
    expect(runQuery(hostile, database, now).rows).toEqual([]);
    expect(isList || runQuery(queryOf(main, hostileKql), database, now).rows.length === 0).toBe(true);
  });

  test("filters both sides of a join before it joins", () => {
    const [before = "", ...rights] = queryOf(main, "x").split(/\| join kind=\w+ \(/);
    expect(rights.length === 0 || /\n\| where /.test(before)).toBe(true);
    expect(rights.filter((right) => !/^\s*\w+\s*\| where /.test(right))).toEqual([]);
  });

  test("ends in an order that paging can rely on", () => {
    const orders = [...queryOf(main, "x").matchAll(/\| order by (.+)/g)].map(([, columns = ""]) => columns);
    expect(orders).toHaveLength(isPaged ? 1 : 0);
    expect(orders.filter((columns) => !/\b(?:id|resourceId|clusterId) asc$/.test(columns))).toEqual([]);
  });
});

test("more joins than that are refused, so that the runs above prove something", () => {
  const four = `resources ${"| join (resources | project id) on id ".repeat(4)}`;
  expect(() => runQuery(four, database, now)).toThrow(/at most 3/);
});
