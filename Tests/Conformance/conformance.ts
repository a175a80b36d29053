import { unsentCalls } from "./callNames";
import { checkQueries, type QueryReport } from "./checkQueries";
import { checkTraffic, type TrafficReport } from "./checkTraffic";
import { drives } from "./drives";
import { openPublished } from "./published";
import { shapeProblems, shapes } from "./publishedShapes";
import { worldOf } from "../Unit/ArmEmulator/worlds";
import { replayExamples, type ReplayReport } from "./replay";
import { recordDrive, type Drive, type Exchange } from "./traffic";

export interface ConformanceReport {
  readonly traffic: TrafficReport;
  readonly replay: ReplayReport;
  readonly queries: QueryReport;
  /** How many shapes of published rows were looked for in the world, and what it lacks of them. */
  readonly shapes: { readonly tried: number; readonly problems: readonly string[] };
  /** Names of calls in the client that were never sent. */
  readonly unsent: readonly string[];
}

/**
 * Compares what the product sends and what the emulator answers with what Microsoft publishes: `folder` has `specification` in
 * it, and perhaps `examples` and `kql`. Throws when it has not.
 */
export async function runConformance(
  folder: string,
  chosen: readonly Drive[] = drives,
): Promise<ConformanceReport> {
  const published = openPublished(folder);
  const exchanges: Exchange[] = [];
  for (const drive of chosen) {
    exchanges.push(...(await recordDrive(drive)));
  }
  return {
    traffic: await checkTraffic(published, exchanges),
    replay: await replayExamples(published),
    queries: checkQueries(folder, exchanges),
    shapes: { tried: shapes.length, problems: shapeProblems(worldOf(1), folder) },
    unsent: unsentCalls(exchanges),
  };
}

/** Everything that is wrong, in words. */
export function problemsOf({
  traffic,
  replay,
  queries,
  shapes: ofRows,
  unsent,
}: ConformanceReport): readonly string[] {
  return [
    ...[...traffic.problems].map(([problem, times]) => `${problem} (${times} times)`),
    ...replay.problems,
    ...queries.problems,
    ...ofRows.problems,
    ...unsent.map((name) => `${name}: no drive makes the client send it`),
  ];
}
