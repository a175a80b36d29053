import type { Published, PublishedExample } from "./published";
import type { Replay } from "./replaying";
import { replaysOfCluster } from "./replayCluster";
import { replaysOfGraph } from "./replayGraph";
import { replaysOfSecurity } from "./replaySecurity";

export interface ReplayReport {
  /** Answers that went through, by the example's folder. */
  readonly replayed: ReadonlyMap<string, number>;
  /** Examples of operations that the product does not use, with the reason. */
  readonly unused: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

/** Examples of what the product has no use for. */
const unused: readonly { readonly examples: RegExp; readonly reason: string }[] = [
  { examples: /\/SimulateAlerts_/, reason: "the product makes no sample alerts" },
  { examples: /\/AssessmentsMetadata\//, reason: "metadata comes with each assessment from Resource Graph" },
  { examples: /\/DeleteAssessment_/, reason: "the product deletes no assessments" },
  { examples: /\/(?:GraphQuery\w+|OperationsList)\.json$/, reason: "the product keeps no queries in Azure" },
];

const replays: readonly Replay[] = [...replaysOfSecurity, ...replaysOfGraph, ...replaysOfCluster];

/** Runs every published example through the product. One that no one has thought of is a problem as well. */
export async function replayExamples({ examples }: Published): Promise<ReplayReport> {
  const replayed = new Map<string, number>();
  const left = new Map<string, string>();
  const problems: string[] = [];
  for (const example of examples) {
    const reason = unused.find((one) => one.examples.test(example.name))?.reason;
    const fitting = replays.filter((replay) => replay.examples.test(example.name));
    if (reason !== undefined) {
      left.set(example.name, reason);
    } else if (fitting.length === 0) {
      problems.push(`${example.name}: nothing replays it`);
    }
    for (const replay of reason === undefined ? fitting : []) {
      const failed = await runReplay(replay, example);
      problems.push(...failed);
      const folder = example.name.slice(0, example.name.lastIndexOf("/"));
      replayed.set(
        folder,
        (replayed.get(folder) ?? 0) + Object.keys(example.responses).length - failed.length,
      );
    }
  }
  return { replayed, unused: left, problems };
}

async function runReplay({ run }: Replay, example: PublishedExample): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const [status, response] of Object.entries(example.responses)) {
    try {
      await run(example, { ...response, status: Number(status) });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      problems.push(`${example.name} ${status}: ${message}`);
    }
  }
  return problems;
}
