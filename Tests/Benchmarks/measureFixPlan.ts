import { chooseFixes } from "../../Client/FixPlan/chooseFixes";
import { fixTargets } from "../../Client/FixPlan/fixTargets";
import { fixWorld } from "../../Client/FixPlan/fixWorld";
import { leftoverOf, projectionOf } from "../../Client/FixPlan/projection";
import { aComponent, aMisconfiguration, aVulnerability } from "../Support/findings";
import type { Round } from "./figures";

const images = 500;
const containersOfEach = 90;
const cvesOfEach = 60;
const packagesOfEach = 12;
const recommendations = 5_000;

/** The plan of 50,000 findings: 500 images in 90 containers each, of 60 CVEs in 12 packages, and 5,000 recommendations. */
export function measureFixPlan(rounds: number): Promise<readonly Round<"fixPlan">[]> {
  const components = Array.from({ length: images * containersOfEach }, (_, index) => {
    const image = { reference: `r/${index % images}:1`, digest: `sha256:${index % images}` };
    return aComponent(`c${index}`, {
      place: { namespace: "n", pod: "p", controllerKind: "", controllerName: "", image },
    });
  });
  const misconfigurations = Array.from({ length: recommendations }, (_, index) =>
    aMisconfiguration(`m${index}`),
  );
  const cves = Array.from({ length: cvesOfEach }, (_, index) =>
    aVulnerability(`CVE-2026-${1000 + index}`, { packageName: `p${index % packagesOfEach}` }),
  );
  return Promise.resolve(Array.from({ length: rounds }, () => roundOf(components, misconfigurations, cves)));
}

function roundOf(
  components: Parameters<typeof fixTargets>[0],
  misconfigurations: Parameters<typeof fixWorld>[0]["misconfigurations"],
  cves: Parameters<typeof aVulnerabilityList>[0],
): Round<"fixPlan"> {
  const clock = createClock();
  const targets = clock.whole(() => fixTargets(components));
  const cvesOf = new Map(targets.map(({ key }) => [key, { cves: aVulnerabilityList(cves), isWhole: true }]));
  const world = clock.slices(
    fixWorld({ targets, cvesOf, misconfigurations, compliance: [], hasAllComponents: true }),
  );
  const steps = clock.slices(chooseFixes(world));
  clock.whole(() => leftoverOf(world));
  const { total, longest } = clock;
  const begun = usedTime();
  projectionOf(
    world,
    steps.slice(0, 10).map(({ action }) => action),
  );
  return { make: total(), slice: longest(), project: usedTime() - begun };
}

/** A list of its own, as each target has. */
function aVulnerabilityList(cves: readonly ReturnType<typeof aVulnerability>[]) {
  return cves.map((cve) => ({ ...cve }));
}

/** Milliseconds that the processor has worked for this program: on a busy machine a clock counts others' work too. */
function usedTime(): number {
  return process.cpuUsage().user / 1_000;
}

/** Adds up work, and keeps the longest part that nothing comes between. */
function createClock() {
  const parts: number[] = [];
  const timed = <T>(work: () => T): T => {
    const begun = usedTime();
    const result = work();
    parts.push(usedTime() - begun);
    return result;
  };
  return {
    whole: timed,
    slices<T>(work: Generator<undefined, T>): T {
      for (;;) {
        const step = timed(() => work.next());
        if (step.done) {
          return step.value;
        }
      }
    },
    total: () => parts.reduce((sum, part) => sum + part, 0),
    longest: () => Math.max(...parts),
  };
}
