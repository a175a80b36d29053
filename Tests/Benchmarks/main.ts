/**
 * `npm run bench`: one table of every figure of speed, each from several rounds, beside what it was when the goals were set. Nothing is
 * asserted, since machines differ: compare figures of one machine, and look at the load that is printed first.
 */
import { cpus, loadavg } from "node:os";
import { CommandLineError, type CommandLine } from "../../Extension/CommandLine/commandLine";
import { runTool } from "../../Extension/CommandLine/runServer";
import { toolSpecs } from "../Support/toolSpecs";
import { figures, parts, type Figure, type Part } from "./figures";
import { measureFixPlan } from "./measureFixPlan";
import { measureList } from "./measureList";
import { measureOpening } from "./measureOpening";
import { measureQueries } from "./measureQueries";
import { measureStart } from "./measureStart";
import { measureWeights } from "./measureWeights";
import { tableOf } from "./table";

/** Each measures so many rounds, and prepares once what they have in common. */
const measures: {
  readonly [P in Part]: (rounds: number) => Promise<readonly Readonly<Record<string, number>>[]>;
} = {
  weights: async () => [await measureWeights()],
  start: measureStart,
  opening: measureOpening,
  list: measureList,
  queries: measureQueries,
  fixPlan: measureFixPlan,
};

async function bench({ texts }: CommandLine): Promise<number> {
  const rounds = roundsIn(texts.rounds);
  const wanted = partsIn(texts.only);
  console.log(
    `${cpus().length} cores, load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(", ")}; rounds: ${rounds}`,
  );
  const measured: (readonly [Figure, readonly number[]])[] = [];
  for (const part of wanted) {
    const results = await measures[part](rounds);
    for (const [key, figure] of Object.entries(figures[part])) {
      measured.push([figure, results.map((result) => result[key] ?? Number.NaN)]);
    }
  }
  console.log(tableOf(measured));
  return 0;
}

function roundsIn(text = "5"): number {
  const rounds = Number(text);
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > 100) {
    throw new CommandLineError("--rounds takes a whole number from 1 to 100.");
  }
  return rounds;
}

function partsIn(text: string | undefined): readonly Part[] {
  const named = text?.split(",") ?? [];
  const unknown = named.find((name) => !parts.some((part) => part === name));
  if (unknown !== undefined) {
    throw new CommandLineError(`There is no part '${unknown}'. Parts: ${parts.join(", ")}.`);
  }
  return named.length === 0 ? parts : parts.filter((part) => named.includes(part));
}

void runTool(toolSpecs.bench, bench);
