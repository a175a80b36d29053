import { alertSeverities, countLevels, levelNamed, worstLevel } from "../../../Client/Core/level";
import { joinPages, type FindingsPage } from "../../../Client/Core/listing";

test("levels are recognized in any letter case and never guessed", () => {
  expect(levelNamed(alertSeverities, "hIGH")).toBe("High");
  expect(levelNamed(alertSeverities, "Catastrophic")).toBeUndefined();
  expect(levelNamed(alertSeverities, undefined)).toBeUndefined();
});

test("the worst level present is the first of the scale that has findings", () => {
  const counts = countLevels(["Low", "Medium", "Low"] as const, (level) => level);
  expect(counts).toEqual({ Low: 2, Medium: 1 });
  expect(worstLevel(alertSeverities, counts)).toBe("Medium");
  expect(worstLevel(alertSeverities, {})).toBeUndefined();
});

const page = (over: Partial<FindingsPage<string>>): FindingsPage<string> => ({
  items: [],
  resolved: [],
  gaps: [],
  total: 3,
  evaluated: 5,
  counts: new Map([["level", new Map([["High", 3]])]]),
  levels: { High: 3 },
  next: undefined,
  asOf: new Date(0),
  ...over,
});

test("pages join in order; the list is complete only when the last page has no successor", () => {
  const next = { skipToken: "t", followed: [] };
  const gap = { kind: "unexpected", message: "row" } as const;
  const first = page({ items: ["a", "b"], next });
  expect(joinPages(first, [])).toMatchObject({ items: ["a", "b"], complete: false, total: 3 });
  const second = page({
    resolved: ["z"],
    items: ["c"],
    gaps: [gap],
    levels: undefined,
    total: 0,
    evaluated: 1,
    counts: new Map(),
  });
  expect(joinPages(first, [second])).toEqual({
    items: ["a", "b", "c"],
    resolved: ["z"],
    gaps: [gap],
    total: 3,
    evaluated: 5,
    counts: first.counts,
    levels: { High: 3 },
    complete: true,
    asOf: new Date(0),
  });
});
