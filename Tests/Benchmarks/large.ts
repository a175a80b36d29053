/**
 * `npm run bench`: how long the hot paths take for a large cluster. Prints medians in milliseconds; nothing is asserted, since
 * machines differ.
 */
import { alertFromRow } from "../../Client/Alerts/alertFromRow";
import { listAlertsQuery } from "../../Client/Alerts/alerts.query";
import { clusterScopeOf } from "../../Client/Core/clusterScope";
import { runQuery } from "../../Extension/ArmEmulator/Kql/runQuery";
import { graphTables } from "../../Extension/ArmEmulator/ResourceGraph/graphTables";
import { fullPlan } from "../../Extension/ArmEmulator/World/Security/Pricings/containersPlan";
import { generateWorld } from "../../Extension/ArmEmulator/World/generateWorld";
import { runTool } from "../../Extension/CommandLine/runServer";
import { toolSpecs } from "../Support/toolSpecs";
import { filterOptions } from "../../Views/Kit/Filters/filterOptions";
import { untouchedView } from "../../Views/Kit/Model/tabView";
import { visibleItems } from "../../Views/Kit/Model/visibleItems";
import { alertColumns } from "../../Views/Tabs/Alerts/alertColumns";
import { alertFilters } from "../../Views/Tabs/Alerts/alertFilters";

const rounds = 5;

function measure(name: string, action: () => unknown): void {
  action(); // Warm-up: the first run compiles.
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    action();
    return performance.now() - start;
  }).sort((left, right) => left - right);
  console.log(`${name.padEnd(56)} ${(times[Math.floor(rounds / 2)] ?? 0).toFixed(1).padStart(8)} ms`);
}

function bench(): Promise<number> {
  const now = new Date();
  const world = generateWorld({
    seed: 1,
    now,
    clusterScan: "fails",
    clusterState: {},
    plans: { containers: fullPlan, hasCspm: true },
    clusterAlerts: 50_000,
    otherAlerts: 5_000,
  });
  const scope = clusterScopeOf(world.clusters[0]?.id ?? "");
  if (!scope.ok) {
    throw new Error(scope.reason);
  }
  const database = graphTables(world, { mayRead: () => () => true });
  const query = listAlertsQuery(scope.cluster);
  const { rows } = runQuery(query, database, now);
  const alerts = rows.map(alertFromRow).flatMap((mapped) => ("item" in mapped ? [mapped.item] : []));
  const tab = {
    columns: alertColumns(now),
    filters: alertFilters(() => now),
    sort: { column: "severity", descending: false },
  };
  const [severity] = tab.filters;

  console.log(`${alerts.length} alerts of one cluster among ${world.alerts.length}; medians of ${rounds}`);
  measure("emulator: list query over all alerts", () => runQuery(query, database, now));
  measure("client: rows become alerts", () => rows.map(alertFromRow));
  measure("view: sort by severity", () => visibleItems(tab, alerts, untouchedView));
  measure("view: sort by title", () =>
    visibleItems(tab, alerts, { ...untouchedView, sort: { column: "title", descending: true } }),
  );
  measure("view: search in all columns", () =>
    visibleItems(tab, alerts, { ...untouchedView, search: "mining 2026" }),
  );
  measure(
    "view: values of a filter, with counts",
    () => severity && filterOptions(severity, tab.filters, alerts, {}),
  );
  return Promise.resolve(0);
}

void runTool(toolSpecs.bench, bench);
