/**
 * `npm run soak -- --minutes N` (5): the dashboard in a browser on the emulator, used again and again. Prints what is in use each
 * minute, and in the end whether it grows. Exit code 0: nothing does; 1: something does; 2: wrong flags, or a
 * round failed.
 */
import { localPortalConfig } from "../../Extension/build/localPortal.config";
import { runBuild } from "../../Extension/build/runBuild";
import { runTool } from "../../Extension/CommandLine/runServer";
import { toolSpecs } from "../Support/toolSpecs";
import { soakMinutes } from "./soakMinutes";
import { openSoakPage } from "./soakPage";
import { soakRound } from "./soakRound";
import { startSoakServer } from "./soakServer";
import { figureNames, figures, shown, verdictsOf, type Sample } from "./verdict";

const minute = 60_000;

async function soak(minutes: number): Promise<number> {
  await runBuild(localPortalConfig("production"));
  const server = await startSoakServer();
  const soaked = await openSoakPage(server);
  const samples: Sample[] = [];
  const start = performance.now();
  const elapsed = () => performance.now() - start;
  let told = 0;
  try {
    console.log(`minute, round: ${figureNames.map((figure) => figures[figure].name).join(", ")}`);
    while (elapsed() < minutes * minute) {
      await soakRound(soaked, samples.length);
      samples.push(await soaked.measure());
      if (elapsed() >= told * minute) {
        told = Math.floor(elapsed() / minute) + 1;
        tell(elapsed(), samples);
      }
    }
    tell(elapsed(), samples);
    return sayVerdict(samples);
  } finally {
    await soaked.close();
    await server.close();
  }
}

function tell(elapsed: number, samples: readonly Sample[]): void {
  const last = samples.at(-1);
  if (last) {
    const values = figureNames.map((figure) => shown(figure, last[figure]));
    console.log(`${(elapsed / minute).toFixed(1)} min, ${samples.length}: ${values.join(", ")}`);
  }
}

function sayVerdict(samples: readonly Sample[]): number {
  const verdicts = verdictsOf(samples);
  if (!verdicts) {
    console.log(`${samples.length} rounds are too few to say whether anything grows. Take more minutes.`);
    return 0;
  }
  console.log(["", ...verdicts.map(({ words }) => words)].join("\n"));
  const growing = verdicts.filter(({ isGrowing }) => isGrowing);
  console.log(growing.length === 0 ? "\nNothing grows." : "\nSomething grows.");
  return growing.length === 0 ? 0 : 1;
}

void runTool(toolSpecs.soak, (line) => soak(soakMinutes(line)));
