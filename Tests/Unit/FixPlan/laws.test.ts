import type { FixAction, FixWorld, PlannedFinding } from "../../../Client/FixPlan/fixAction";
import { leftoverOf, projectionOf, totalRisk } from "../../../Client/FixPlan/projection";
import { recommendationLevels } from "../../../Client/Core/level";
import { cveSeverities } from "../../../Client/Vulnerabilities/vulnerability";
import { createRandom, type Random } from "../../../Extension/ArmEmulator/World/random";
import { aComplianceIssue, aComponent, aMisconfiguration, aVulnerability } from "../../Support/findings";
import { aFixWorld, namesOf, planOf } from "./aFixWorld";

const tries = 400;

const keys = [
  "k1",
  "k2",
  "56a83a6e-c417-42ec-b567-1e6fcb3d09a9",
  "5d90913f-a1c5-4429-ad54-2c6c17fb3c73",
  "SoftwareUpdate",
];

function many<T>(random: Random, most: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: random.whole(most + 1) }, (_, index) => make(index));
}

const fixes = ["fixed", "fixed", "fixed", "none", "claimed", "unknown", "notAbove"] as const;
const targets = ["package", "package", "nodeImage", "kubernetes"] as const;
const kinds = ["container", "container", "nodePool", "cluster", "other"] as const;

function aRandomCve(random: Random) {
  return aVulnerability(`CVE-2026-${1000 + random.whole(9)}`, {
    packageName: random.pick(["openssl", "zlib", "curl"]),
    severity: random.pick(cveSeverities),
    fix: random.pick(fixes),
    fixedVersion: random.pick(["1.1.0", "1.2.0", "0.9.0"]),
    updates: random.pick(targets),
    ecosystem: "semver",
    installed: ["1.0.0"],
  });
}

function aRandomComponent(random: Random, index: number) {
  const kind = random.pick(kinds);
  const isContainer = kind === "container";
  const digest = random.oneIn(3) ? undefined : random.pick(["sha256:1", "sha256:2"]);
  const component = aComponent(`c${index}`, {
    level: random.pick(recommendationLevels),
    kind,
    isManagedByAks: isContainer && random.oneIn(3),
    place: isContainer
      ? {
          namespace: "n",
          pod: "p",
          controllerKind: "",
          controllerName: "",
          image: { reference: "r", digest },
        }
      : undefined,
  });
  return [component, random.oneIn(6) ? undefined : many(random, 5, () => aRandomCve(random))] as const;
}

/** Small enough to try all choices: a handful of findings of each kind that there is. */
function aRandomWorld(random: Random): FixWorld {
  const level = () => random.pick(recommendationLevels);
  return aFixWorld({
    components: many(random, 3, (index) => aRandomComponent(random, index)),
    misconfigurations: many(random, 3, (index) =>
      aMisconfiguration(`m${index}`, { key: random.pick(keys.slice(0, 4)), level: level() }),
    ),
    compliance: many(random, 4, (index) =>
      aComplianceIssue(`i${index}`, { recommendation: random.pick(keys), level: level() }),
    ),
    isWhole: !random.oneIn(3),
    hasAllComponents: !random.oneIn(3),
  });
}

/** Tries a law on many worlds, with what else is random in it. */
function inAllWorlds(law: (world: FixWorld, random: Random) => void): void {
  for (let seed = 1; seed <= tries; seed += 1) {
    const random = createRandom(seed);
    law(aRandomWorld(random), random);
  }
}

const some = (random: Random, actions: readonly FixAction[]) => actions.filter(() => random.oneIn(2));

const gainOf = (world: FixWorld, actions: readonly FixAction[]) => projectionOf(world, actions).gain;

const allFindings = (world: FixWorld, actions: readonly FixAction[]): readonly PlannedFinding[] =>
  Object.values(projectionOf(world, actions).findings).flat();

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/** The most that any `count` of the actions close. */
function best(world: FixWorld, count: number, from = 0, chosen: readonly FixAction[] = []): number {
  const action = world.actions[from];
  return count === 0 || action === undefined
    ? gainOf(world, chosen)
    : Math.max(best(world, count, from + 1, chosen), best(world, count - 1, from + 1, [...chosen, action]));
}

/** Actions that overlap in any way. Those of a cluster mostly hold each other or have nothing in common, which makes it easy. */
function anOverlappingWorld(random: Random): FixWorld {
  const weaknesses = Array.from({ length: 8 }, () => ({
    weight: 1 + random.whole(9),
    open: undefined,
    severity: random.pick(cveSeverities),
  }));
  const subject = { of: "recommendation", key: "k", title: "t", policyId: undefined, resources: [] } as const;
  const actions = Array.from({ length: 6 }, (_, index) => ({
    id: `a${index}`,
    kind: "byHand" as const,
    subject,
    closes: [...weaknesses.keys()].filter(() => random.oneIn(3)),
  }));
  const groups = Array.from({ length: 4 }, (_, index) => ({
    needs: [...weaknesses.keys()].filter(() => random.oneIn(4)),
    findings: [{ tab: "misconfigurations" as const, item: aMisconfiguration(`m${index}`) }],
  })).filter(({ needs }) => needs.length > 0);
  return { weaknesses, actions, groups };
}

/** Fails unless the plan is good for every number of steps; returns for how many it's below the best. */
function belowBest(world: FixWorld): number {
  const gains = planOf(world).map(({ gain }) => gain);
  return world.actions.filter((_, index) => {
    const [ours, most] = [sumOf(gains.slice(0, index + 1)), best(world, index + 1)];
    expect(ours).toBeLessThanOrEqual(most);
    expect(ours).toBeGreaterThanOrEqual((1 - 1 / Math.E) * most);
    return ours < most;
  }).length;
}

test("for every number of steps the plan closes at least 63 % of the best choice of as many actions", () => {
  let tried = 0;
  inAllWorlds((world) => {
    if (world.actions.length <= 9) {
      belowBest(world);
      tried += world.actions.length;
    }
  });
  expect(tried).toBeGreaterThan(500);
});

test("so it does for actions that overlap in any way, for which it isn't always the best", () => {
  const counts = Array.from({ length: tries }, (_, seed) =>
    belowBest(anOverlappingWorld(createRandom(seed))),
  );
  expect(sumOf(counts)).toBeGreaterThan(0);
});

test("nothing counts twice: no finding, no CVE, and no risk is closed by two steps, and all steps close what all actions do", () => {
  let overlaps = 0;
  const law = (world: FixWorld) => {
    const steps = planOf(world);
    const closed = steps.flatMap(({ findings }) => findings);
    expect(new Set(closed.map(({ item }) => item)).size).toBe(closed.length);
    expect(namesOf(closed)).toEqual(namesOf(allFindings(world, world.actions)));
    const gains = steps.map(({ gain }) => gain);
    expect(sumOf(gains)).toBe(gainOf(world, world.actions));
    expect(gains).toEqual([...gains].sort((left, right) => right - left));
    expect(sumOf(gains)).toBeLessThanOrEqual(totalRisk(world));
    const { cves } = projectionOf(world, world.actions);
    for (const severity of cveSeverities) {
      expect(sumOf(steps.map((step) => step.cves[severity] ?? 0))).toBe(cves[severity] ?? 0);
    }
    const wanted = steps.flatMap(({ action }) => action.closes);
    overlaps += wanted.length - new Set(wanted).size;
  };
  inAllWorlds(law);
  for (let seed = 1; seed <= tries; seed += 1) {
    law(anOverlappingWorld(createRandom(seed)));
  }
  expect(overlaps).toBeGreaterThan(tries);
});

test("every finding is closed by doing everything, or stays open for a reason that is told", () => {
  inAllWorlds((world) => {
    const left = leftoverOf(world).findings;
    const { findings } = projectionOf(world, world.actions);
    const all = world.groups.flatMap((group) => group.findings);
    for (const tab of ["vulnerabilities", "misconfigurations", "compliance"] as const) {
      const total = all.filter((finding) => finding.tab === tab).length;
      expect(findings[tab].length + left[tab]).toBe(total);
    }
  });
});

test("doing nothing is today", () => {
  inAllWorlds((world) => {
    expect(projectionOf(world, [])).toEqual({
      findings: { vulnerabilities: [], misconfigurations: [], compliance: [] },
      cves: {},
      gain: 0,
    });
  });
});

test("what would be left doesn't depend on the order of what is done, nor on doing it twice", () => {
  inAllWorlds((world, random) => {
    const done = some(random, world.actions);
    for (const again of [random.shuffled(done), [...done, ...done]]) {
      expect(gainOf(world, again)).toBe(gainOf(world, done));
      expect(namesOf(allFindings(world, again))).toEqual(namesOf(allFindings(world, done)));
    }
  });
});

test("doing more closes no less, and no action is worth more later than before", () => {
  inAllWorlds((world, random) => {
    const more = some(random, world.actions);
    const few = some(random, more);
    expect(gainOf(world, more)).toBeGreaterThanOrEqual(gainOf(world, few));
    for (const action of world.actions) {
      const worth = (done: readonly FixAction[]) => gainOf(world, [...done, action]) - gainOf(world, done);
      expect(worth(more)).toBeLessThanOrEqual(worth(few));
    }
  });
});

test("the plan is the same in whatever order findings come", () => {
  inAllWorlds((_, random) => {
    const names = random.shuffled(["a", "b", "c", "d", "e"]);
    const levels = new Map(names.map((name) => [name, random.pick(recommendationLevels)]));
    const ids = (all: readonly string[]) =>
      planOf(
        aFixWorld({
          misconfigurations: all.map((name) => aMisconfiguration(name, { level: levels.get(name) ?? "Low" })),
          components: all.map((name) => [aComponent(name), [aVulnerability("CVE-2026-0001")]] as const),
        }),
      ).map(({ action }) => action.id);
    expect(ids([...names].sort())).toEqual(ids(names));
  });
});
