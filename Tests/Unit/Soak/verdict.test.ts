import { readCommandLine } from "../../../Extension/CommandLine/commandLine";
import { soakMinutes } from "../../Soak/soakMinutes";
import { toolSpecs } from "../../Support/toolSpecs";
import { figureNames, figures, shown, verdictsOf, type FigureName, type Sample } from "../../Soak/verdict";

const calm: Sample = {
  browserHeap: 40,
  nodes: 3000,
  listeners: 500,
  documents: 4,
  browserRequests: 0,
  serverHeap: 90,
  serverRequests: 0,
  serverHandles: 12,
};

/** Rounds of which one figure is as told, the rest calm. */
const rounds = (count: number, figure: FigureName, value: (round: number) => number): readonly Sample[] =>
  Array.from({ length: count }, (_, round) => ({ ...calm, [figure]: value(round) }));

const growingIn = (samples: readonly Sample[]) =>
  verdictsOf(samples)
    ?.filter(({ isGrowing }) => isGrowing)
    .map(({ figure }) => figure);

test.each(figureNames)("%s: twice the bound is growth and is said, half of it is none", (figure) => {
  const { mostPerRound, name } = figures[figure];
  const at = (share: number) => rounds(40, figure, (round) => calm[figure] + share * mostPerRound * round);
  expect(growingIn(at(2))).toEqual([figure]);
  expect(growingIn(at(0.5))).toEqual([]);
  const words = verdictsOf(at(2))?.find((verdict) => verdict.figure === figure)?.words;
  expect(words).toMatch(`${name}: `);
  expect(words).toMatch(/per round, grows: at most/);
});

test("warming up, single outliers and noise are no growth; shrinking is said as such", () => {
  expect(growingIn(rounds(40, "browserHeap", (round) => (round < 10 ? 20 + 3 * round : 50)))).toEqual([]);
  expect(growingIn(rounds(40, "nodes", (round) => (round > 35 ? 9000 : 3000)))).toEqual([]);
  expect(growingIn(rounds(40, "serverHeap", (round) => 90 + (round % 3)))).toEqual([]);
  const shrinking = verdictsOf(rounds(40, "nodes", (round) => 9000 - 20 * round));
  expect(shrinking?.find(({ figure }) => figure === "nodes")?.words).toMatch(/-20\.000 per round, shrinks$/);
});

test("a figure that can't be measured is no steady one", () => {
  expect(growingIn(rounds(40, "nodes", () => NaN))).toEqual(["nodes"]);
});

test("too few rounds are no verdict", () => {
  expect(verdictsOf(rounds(6, "nodes", (round) => round * 1000))).toBeUndefined();
  expect(verdictsOf([])).toBeUndefined();
  expect(growingIn(rounds(7, "nodes", (round) => round * 1000))).toEqual(["nodes"]);
});

test("figures have their unit", () => {
  expect(shown("browserHeap", 41.26)).toBe("41.3 MB");
  expect(shown("nodes", 3000)).toBe("3000");
});

const minutesOf = (...args: readonly string[]) => soakMinutes(readCommandLine(args, toolSpecs.soak));

test.each([["0"], ["-1"], ["1.5"], ["241"], ["x"], [""]])("--minutes=%s is refused", (text) => {
  expect(() => minutesOf(`--minutes=${text}`)).toThrow(/--minutes must be a number from 1 to 240/);
});

test("minutes are read, five if none are given, and other flags are refused", () => {
  expect(minutesOf("--minutes", "15")).toBe(15);
  expect(minutesOf()).toBe(5);
  expect(() => minutesOf("--hours", "1")).toThrow(/hours/);
});
