import { alertDetailsQuery, listAlertsQuery } from "../../Client/Alerts/alerts.query";
import { clusterScopeOf } from "../../Client/Core/clusterScope";
import { runQuery } from "../../Extension/ArmEmulator/Kql/runQuery";
import { graphTables } from "../../Extension/ArmEmulator/ResourceGraph/graphTables";
import { fullPlan } from "../../Extension/ArmEmulator/World/Security/Pricings/containersPlan";
import { generateWorld } from "../../Extension/ArmEmulator/World/generateWorld";
import type { Round } from "./figures";

const ofCluster = 50_000;
const ofOthers = 140_000;
const longest = 120_000;

/** Queries of the product over a table of 190,000 alerts, since the engine itself stops at 200,000 rows, as often as there are rounds; the parser has been warmed up before. */
export function measureQueries(rounds: number): Promise<readonly Round<"queries">[]> {
  const now = new Date();
  const world = generateWorld({
    seed: 1,
    now,
    clusterScan: "fails",
    clusterState: {},
    plans: { containers: fullPlan, hasCspm: true },
    clusterAlerts: ofCluster,
    otherAlerts: ofOthers,
  });
  const scope = clusterScopeOf(world.clusters[0]?.id ?? "");
  if (!scope.ok) {
    throw new Error(scope.reason);
  }
  const database = graphTables(world, { mayRead: () => () => true });
  const timeOf = (query: string) => {
    const begun = performance.now();
    runQuery(query, database, now, longest);
    return performance.now() - begun;
  };
  const round = () => ({
    alerts: timeOf(listAlertsQuery(scope.cluster)),
    details: timeOf(alertDetailsQuery(scope.cluster, world.alerts[0]?.id ?? "")),
  });
  round(); // The first query makes the rows.
  return Promise.resolve(Array.from({ length: rounds }, round));
}
