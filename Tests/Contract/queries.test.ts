import { readdirSync } from "node:fs";
import path from "node:path";
import { alertDetailsQuery, alertsBetweenQuery, listAlertsQuery } from "../../Client/Alerts/alerts.query";
import { complianceDetailsQuery, listComplianceQuery } from "../../Client/Compliance/compliance.query";
import { listCoverageQuery } from "../../Client/DefenderPlan/planCoverage.query";
import type { ClusterScope } from "../../Client/Domain/clusterScope";
import { listWorkspacesQuery } from "../../Client/Fixes/fixes.query";
import { assessmentsBehindQuery, assignmentsQuery } from "../../Client/Governance/governance.query";
import {
  listMisconfigurationsQuery,
  misconfigurationDetailsQuery,
} from "../../Client/Misconfigurations/misconfigurations.query";
import { reachableAlertsQuery } from "../../Client/Suppression/suppression.query";
import {
  componentCvesQuery,
  componentDetailsQuery,
  listComponentsQuery,
} from "../../Client/Vulnerabilities/vulnerabilities.query";
import { runQuery } from "../../Extension/ArmEmulator/Kql/runQuery";
import { graphTables } from "../../Extension/ArmEmulator/ResourceGraph/graphTables";
import { scenarios } from "../../Extension/ArmEmulator/Scenarios/scenarios";
import { generateWorld } from "../../Extension/ArmEmulator/World/generateWorld";
import { aCluster } from "../Support/aCluster";

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
const database = graphTables(smallWorld, () => true);

/** Every query of the product, by file and function; `text` goes wherever a text may be passed in. */
const queries: Readonly<
  Record<string, Readonly<Record<string, (cluster: ClusterScope, text: string) => string>>>
> = {
  "Alerts/alerts.query.ts": {
    listAlertsQuery,
    alertDetailsQuery,
    alertsBetweenQuery: (cluster) => alertsBetweenQuery(cluster, new Date("2026-08-01T00:00:00Z"), now),
  },
  "Compliance/compliance.query.ts": {
    listComplianceQuery,
    complianceDetailsQuery: (_, text) => complianceDetailsQuery({ assessmentId: text, recommendation: text }),
  },
  "DefenderPlan/planCoverage.query.ts": { listCoverageQuery },
  "Fixes/fixes.query.ts": { listWorkspacesQuery },
  "Governance/governance.query.ts": {
    assessmentsBehindQuery: (cluster, text) =>
      assessmentsBehindQuery(cluster, [
        { kind: "assessment", id: text },
        { kind: "recommendation", id: text },
        { kind: "resource", id: text },
      ]),
    assignmentsQuery: (_, text) => assignmentsQuery([text]),
  },
  "Misconfigurations/misconfigurations.query.ts": {
    listMisconfigurationsQuery,
    misconfigurationDetailsQuery,
  },
  "Suppression/suppression.query.ts": { reachableAlertsQuery: (_, text) => reachableAlertsQuery(text) },
  "Vulnerabilities/vulnerabilities.query.ts": {
    listComponentsQuery,
    componentCvesQuery: (cluster, text) => componentCvesQuery(cluster, [text, "other"]),
    componentDetailsQuery: (cluster, text) => componentDetailsQuery(cluster, text, text),
  },
};

const client = path.resolve(__dirname, "../../Client");

/** The functions that the query files of the client export, by file. */
function queryFiles(): Readonly<Record<string, readonly string[]>> {
  const files = readdirSync(client, { recursive: true, encoding: "utf8" })
    .map((file) => file.split(path.sep).join("/"))
    .filter((file) => file.endsWith(".query.ts"));
  return Object.fromEntries(
    files.map((file) => {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- found by their names, all at once
      const exported = require(path.join(client, file)) as Readonly<Record<string, unknown>>;
      return [file, Object.keys(exported).filter((name) => typeof exported[name] === "function")];
    }),
  );
}

test("every query of the client is tried", () => {
  const tried = Object.entries(queries).map(([file, functions]) => [file, Object.keys(functions).sort()]);
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
  assessmentsBehindQuery: world.mainClusterId,
  reachableAlertsQuery: String(ownAlert?.properties.alertType).toUpperCase(),
  assignmentsQuery: [...smallWorld.governanceAssignments.values()][0]?.assessmentId ?? "",
};
/** Whatever could end a literal, in one text: parsing a query takes long. */
const hostile = `' or true // it's "quoted" back\\slash \\' or true //\r\nline\u2028 {0} \\`;

/** A scope all of whose parts are a text. Deep links can carry one. */
function scopeNamed(text: string): ClusterScope {
  const resourceGroupId = `/subscriptions/${text}/resourceGroups/${text}`;
  const id = `${resourceGroupId}/providers/Microsoft.ContainerService/managedClusters/${text}`;
  const subscriptionScope = `/subscriptions/${text}`;
  return { id, subscriptionId: text, resourceGroup: text, name: text, resourceGroupId, subscriptionScope };
}

const all = Object.values(queries).flatMap((functions) => Object.entries(functions));

describe.each(all)("%s", (name, queryOf) => {
  const isList = name.startsWith("list") || name === "alertsBetweenQuery";
  /** Details of one thing have one row. */
  const isPaged = isList || !["alertDetailsQuery", "misconfigurationDetailsQuery"].includes(name);

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
    expect(runQuery(queryOf(scopeNamed(hostile), hostile), database, now).rows).toEqual([]);
    expect(isList || runQuery(queryOf(main, hostile), database, now).rows.length === 0).toBe(true);
  });

  test("has at most three joins and unions", () => {
    const found = queryOf(main, "x").match(/\b(?:join|union)\b/g) ?? [];
    expect(found.length).toBeLessThanOrEqual(3);
  });

  test("ends in an order that paging can rely on", () => {
    const orders = [...queryOf(main, "x").matchAll(/\| order by (.+)/g)].map(([, columns = ""]) => columns);
    expect(orders).toHaveLength(isPaged ? 1 : 0);
    expect(orders.filter((columns) => !/\b(?:id|resourceId) asc$/.test(columns))).toEqual([]);
  });
});

test("more joins than that are refused, so that the runs above prove something", () => {
  const four = `resources ${"| join (resources | project id) on id ".repeat(4)}`;
  expect(() => runQuery(four, database, now)).toThrow(/at most 3/);
});
