import type { Figure } from "../../Benchmarks/figures";
import { scoreOf } from "../../Benchmarks/score";
import { median, quantile, tableOf } from "../../Benchmarks/table";

test.each([
  [[3], 0.5, 3],
  [[3, 1, 2], 0.5, 2],
  [[4, 3, 2, 1], 0.5, 2],
  [[10, 2, 1], 0.95, 10],
  [Array.from({ length: 100 }, (_, at) => at + 1), 0.95, 95],
])("quantiles are values that were measured: of %j, %d is %d", (values, part, expected) => {
  expect(quantile(values, part)).toBe(expected);
});

test("there is no median of nothing", () => {
  expect(median([])).toBeNaN();
});

const sorting: Figure = { name: "sort", unit: "ms", before: 200, goal: 100 };

test("a table has the median, the range, what it was before, and whether the goal is reached", () => {
  const points: Figure = { name: "score", unit: "points", before: undefined, goal: 95, isMoreBetter: true };
  const lines = tableOf([
    [sorting, [90, 120, 100]],
    [points, [94]],
    [{ name: "calls", unit: "calls", before: 50, goal: undefined }, [50]],
  ]).split("\n");
  expect(lines.map((line) => line.split(/ {2,}/))).toEqual([
    ["figure", "median", "from", "to", "2026 baseline", "change", "goal"],
    ["sort", "100 ms", "90 ms", "120 ms", "200 ms", "x 0.50", "100 ms", "reached"],
    ["score", "94 points", "94 points", "94 points", "95 points", "missed"],
    ["calls", "50 calls", "50 calls", "50 calls", "50 calls", "x 1.00"],
  ]);
});

test("a score is 90 where every metric is good, 50 where it is half, and 100 where nothing is waited for", () => {
  const good = { fcp: 934, lcp: 1_200, tti: 2_468, tbt: 150, cls: 0.1 };
  expect(scoreOf(good)).toBeCloseTo(90, 3);
  expect(scoreOf({ fcp: 1_600, lcp: 2_400, tti: 4_500, tbt: 350, cls: 0.25 })).toBeCloseTo(50, 3);
  expect(scoreOf({ fcp: 0, lcp: 0, tti: 0, tbt: 0, cls: 0 })).toBe(100);
  expect(scoreOf({ ...good, tbt: 350 })).toBeCloseTo(90 - 0.4 * 33, 3);
});
