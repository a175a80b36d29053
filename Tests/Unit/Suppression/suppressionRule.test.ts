import {
  ruleProblems,
  suggestedName,
  suppressionFields,
  suppressionReasons,
  type RuleProblem,
  type SuppressionRule,
} from "../../../Client/Suppression/suppressionRule";
import {
  suppressionFields as acceptedFields,
  suppressionReasons as acceptedReasons,
} from "../../../Extension/ArmEmulator/World/Security/Suppression/suppressionFields";
import { createRandom } from "../../../Extension/ArmEmulator/World/random";
import { createHostile } from "../../Support/hostile";
import { controlNames, hostileNames } from "../../Support/hostileNames";

const now = new Date("2026-11-24T12:00:00Z");
const ip = { field: "entities.ip.address", operator: "in" } as const;
const rule: SuppressionRule = {
  name: "known-behavior",
  alertType: "K8S_Test",
  reason: "Noise",
  comment: "",
  state: "Enabled",
  expires: new Date("2026-12-24T12:00:00Z"),
  conditions: [{ ...ip, values: ["203.0.113.7"] }],
};
const taken = ["known", "Other-Rule"];

function problemsOf(over: Partial<SuppressionRule>, neverExpires = false): readonly RuleProblem[] {
  return ruleProblems({ ...rule, ...over }, { now, neverExpires, taken });
}

test.each<[string, readonly RuleProblem[]]>([
  ["", ["nameLength"]],
  ["a", ["nameLength"]],
  ["-", ["nameLength"]],
  ["ab", []],
  ["A1", []],
  ["0_-", []],
  ["a".repeat(50), []],
  ["a".repeat(51), ["nameLength"]],
  [" ".repeat(51), ["nameLength"]],
  ["-a", ["nameAlphabet"]],
  ["_a", ["nameAlphabet"]],
  ["a b", ["nameAlphabet"]],
  ["ab\n", ["nameAlphabet"]],
  ["a.b", ["nameAlphabet"]],
  ["a/b", ["nameAlphabet"]],
  ["naïve", ["nameAlphabet"]],
  ["a\u212a", ["nameAlphabet"]],
  ["known", ["nameTaken"]],
  ["KNOWN", ["nameTaken"]],
  ["other-rule", ["nameTaken"]],
  ["known2", []],
])("the name %j: %j", (name, problems) => {
  expect(problemsOf({ name })).toEqual(problems);
});

test.each<[string, Date | undefined, boolean, readonly RuleProblem[]]>([
  ["in the future", new Date(now.getTime() + 1), false, []],
  ["now", now, false, ["expiryPast"]],
  ["in the past", new Date(now.getTime() - 1), false, ["expiryPast"]],
  ["nowhere", undefined, false, ["expiryMissing"]],
  ["never, as was confirmed", undefined, true, []],
  ["in the past, whatever was confirmed", new Date(0), true, ["expiryPast"]],
  ["at no date", new Date(NaN), false, ["expiryMissing"]],
])("an end %s", (_, expires, neverExpires, problems) => {
  expect(problemsOf({ expires }, neverExpires)).toEqual(problems);
});

test.each<[string, readonly (readonly string[])[], readonly RuleProblem[]]>([
  ["none", [], []],
  ["one with a value", [["a"]], []],
  ["one with a value and a blank", [["", "a"]], []],
  ["one without values", [[]], ["conditionEmpty"]],
  ["one with an empty value", [[""]], ["conditionEmpty"]],
  ["one with a blank value", [[" \t"]], ["conditionEmpty"]],
  ["one of several", [["a"], [" "], ["b"]], ["conditionEmpty"]],
])("conditions: %s", (_, values, problems) => {
  expect(problemsOf({ conditions: values.map((list) => ({ ...ip, values: list })) })).toEqual(problems);
});

test("all problems at once, in the order of the form, one per part", () => {
  const all = { name: "-", expires: undefined, conditions: [{ ...ip, values: [] }] };
  expect(problemsOf(all)).toEqual(["nameLength", "expiryMissing", "conditionEmpty"]);
});

test("the fields and reasons on offer are those that the service accepts", () => {
  expect([...suppressionFields].sort()).toEqual([...acceptedFields].sort());
  expect([...suppressionReasons].sort()).toEqual([...acceptedReasons].sort());
});

describe("a suggested name", () => {
  test.each([
    ["K8S_ExposedDashboard", "suppress-K8S_ExposedDashboard"],
    ["K8S.NODE_DriftDetection", "suppress-K8S-NODE_DriftDetection"],
    ["a  //  b", "suppress-a-b"],
    ["", "suppress"],
    ["*", "suppress"],
    ["...", "suppress"],
    ["x".repeat(60), `suppress-${"x".repeat(37)}`],
    [`${"x".repeat(36)}.y`, `suppress-${"x".repeat(36)}`],
  ])("for %j is %j", (alertType, name) => {
    expect(suggestedName(alertType, [])).toBe(name);
  });

  test("has a number where it is taken, whatever the letter case", () => {
    expect(suggestedName("A", ["SUPPRESS-A"])).toBe("suppress-A-2");
    expect(suggestedName("A", ["suppress-a", "Suppress-A-2", "suppress-a-4"])).toBe("suppress-A-3");
  });

  const isFree = (name: string, names: readonly string[]) =>
    ruleProblems({ ...rule, name }, { now, neverExpires: false, taken: names }).length === 0;

  test("is valid and free even where a thousand suggestions are taken", () => {
    const first = suggestedName("x".repeat(60), []);
    const names = [first, ...Array.from({ length: 998 }, (_, index) => `${first}-${index + 2}`)];
    const name = suggestedName("x".repeat(60), names);
    expect([name, isFree(name, names)]).toEqual([name, true]);
  });

  test("is valid and free for hostile types", () => {
    const random = createRandom(4);
    const hostile = createHostile(random);
    const mutations = Array.from({ length: 300 }, () => hostile.mutated("K8S.NODE_DriftDetection"));
    const names: string[] = [];
    for (const type of [...hostileNames, ...controlNames, ...mutations]) {
      const name = suggestedName(typeof type === "string" ? type : JSON.stringify(type ?? null), names);
      expect([type, name, isFree(name, names)]).toEqual([type, name, true]);
      names.push(random.oneIn(2) ? name.toUpperCase() : name);
    }
  });
});
