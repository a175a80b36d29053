import { offeredEffects, policyEffectNamed } from "../../../Client/Policy/policyDefinition";
import {
  draftProblems,
  firstDraft,
  newAssignment,
  textOfValue,
  type AssignmentDraft,
} from "../../../Client/Policy/policyDraft";
import { aCluster } from "../../Support/aCluster";
import { aParameter, aPolicy } from "../../Support/policies";

const cluster = aCluster();
const list = aParameter({ name: "list", kind: "list", defaultValue: ["a"] });
const size = aParameter({ name: "size", kind: "number", defaultValue: 3 });
const strict = aParameter({ name: "strict", kind: "boolean", defaultValue: false });
const selector = aParameter({ name: "selector", kind: "object", defaultValue: { a: 1 } });
const rule = aParameter({ name: "rule", defaultValue: "Any", allowedValues: ["Any", "Must"] });
const policy = aPolicy({ parameters: [aParameter(), list, size, strict, selector, rule] });

const draft = (over: Partial<AssignmentDraft> = {}): AssignmentDraft => {
  const first = firstDraft(policy);
  return { ...first, ...over, entered: { ...first.entered, regex: "^x$", ...over.entered } };
};
const parametersOf = (over: Partial<AssignmentDraft>) =>
  newAssignment(cluster, policy, draft(over)).parameters;

test("begins with looking, at this cluster, with the definition's defaults", () => {
  expect(firstDraft(policy)).toEqual({
    target: "cluster",
    effect: "audit",
    excludedNamespaces: ["kube-system", "gatekeeper-system", "azure-arc"],
    entered: { regex: "", list: "a", size: "3", strict: "false", selector: '{"a":1}', rule: "Any" },
  });
  const denyOnly = aPolicy({ effects: new Map([["deny", "deny"]]), excludedNamespaces: undefined });
  expect(firstDraft(denyOnly)).toMatchObject({
    effect: "deny",
    excludedNamespaces: ["kube-system", "gatekeeper-system", "azure-arc"],
  });
});

test("only audit and deny are offered, as far as there are", () => {
  expect(offeredEffects(policy)).toEqual(["audit", "deny"]);
  expect(offeredEffects(aPolicy({ effects: new Map([["disabled", "Disabled"]]) }))).toEqual([]);
  expect(["DENY", "audit", "Disabled", "Modify", ""].map(policyEffectNamed)).toEqual([
    "deny",
    "audit",
    "disabled",
    undefined,
    undefined,
  ]);
});

test("what has its default is no part of the assignment", () => {
  expect(newAssignment(cluster, policy, draft())).toEqual({
    scope: cluster.id,
    name: "aks-defender-febd0533-8e55-448f-b837-bd0e06f16469",
    displayName: policy.displayName,
    policyDefinitionId: policy.id,
    parameters: {
      effect: "Audit",
      excludedNamespaces: ["kube-system", "gatekeeper-system", "azure-arc"],
      regex: "^x$",
    },
  });
});

test("what was entered comes in its type, in the spelling of the definition", () => {
  const entered = {
    list: " b \n\nc\nb\n",
    size: "2.5",
    strict: "True",
    selector: '{"b": [2]}',
    rule: "Must",
  };
  const lower = { ...policy, effects: new Map([["deny", "deny"] as const]) };
  expect(newAssignment(cluster, lower, draft({ effect: "deny", entered })).parameters).toEqual({
    effect: "deny",
    excludedNamespaces: ["kube-system", "gatekeeper-system", "azure-arc"],
    regex: "^x$",
    list: ["b", "c"],
    size: 2.5,
    strict: true,
    selector: { b: [2] },
    rule: "Must",
  });
});

test("an emptied list is empty, anything else emptied has its default", () => {
  const entered = { list: " ", size: "", strict: "", selector: "", rule: "" };
  expect(draftProblems(policy, draft({ entered }))).toEqual([]);
  expect(parametersOf({ entered })).toMatchObject({ list: [] });
  expect(Object.keys(parametersOf({ entered })).sort()).toEqual([
    "effect",
    "excludedNamespaces",
    "list",
    "regex",
  ]);
  expect(parametersOf({ excludedNamespaces: [] }).excludedNamespaces).toEqual([]);
});

test("a definition that knows neither effects nor namespaces is assigned without", () => {
  const plain = aPolicy({ effects: new Map(), excludedNamespaces: undefined });
  expect(newAssignment(cluster, plain, firstDraft(plain)).parameters).toEqual({});
  expect(draftProblems(plain, firstDraft(plain))).toEqual([]);
});

test("names of parameters may be those of what all objects have", () => {
  const odd = aPolicy({
    parameters: ["__proto__", "constructor"].map((name) => aParameter({ name, defaultValue: "x" })),
  });
  const bare = { ...firstDraft(odd), entered: {} };
  expect(draftProblems(odd, bare)).toEqual([]);
  expect(Object.keys(newAssignment(cluster, odd, bare).parameters)).toEqual(["effect", "excludedNamespaces"]);
});

test.each<[string, Partial<AssignmentDraft>, object]>([
  ["missing", { entered: { regex: " " } }, { where: "parameter", name: "regex", problem: "missing" }],
  ["no number", { entered: { size: "3x" } }, { where: "parameter", name: "size", problem: "notANumber" }],
  ["endless", { entered: { size: "Infinity" } }, { where: "parameter", name: "size", problem: "notANumber" }],
  [
    "no switch",
    { entered: { strict: "yes" } },
    { where: "parameter", name: "strict", problem: "notABoolean" },
  ],
  [
    "no JSON",
    { entered: { selector: "{" } },
    { where: "parameter", name: "selector", problem: "notAnObject" },
  ],
  [
    "no object",
    { entered: { selector: "[]" } },
    { where: "parameter", name: "selector", problem: "notAnObject" },
  ],
  ["not allowed", { entered: { rule: "must" } }, { where: "parameter", name: "rule", problem: "notAllowed" }],
  [
    "no namespace",
    { excludedNamespaces: ["ok", "No_Namespace", "calico-*", "*"] },
    { where: "excludedNamespaces", problem: "notANamespace", value: "No_Namespace" },
  ],
])("%s", (_, over, expected) => {
  const problems = draftProblems(policy, draft(over));
  expect(problems[0]).toEqual(expected);
});

// Gatekeeper's own check of excludedNamespaces (pkg/wildcard): a star at the beginning, at the end or at both.
test.each([
  ["*-system", true],
  ["*system", true],
  ["kube-*", true],
  ["kube*", true],
  ["*-istio-*", true],
  ["*istio*", true],
  ["a", true],
  [`${"a".repeat(63)}*`, true],
  [`${"a".repeat(66)}*`, false],
  ["*", false],
  ["**", false],
  ["*-", false],
  ["k*-system", false],
  ["kube--*-x", false],
  ["-system", false],
  ["Kube-*", false],
  ["*_system", false],
  ["kube.*", false],
])("the excluded namespace %s may be sent: %s", (name, isGood) => {
  const problem = { where: "excludedNamespaces", problem: "notANamespace", value: name };
  expect(draftProblems(policy, draft({ excludedNamespaces: [name] }))).toEqual(isGood ? [] : [problem]);
});

test("an effect that the definition does not have", () => {
  const auditOnly = { ...policy, effects: new Map([["audit", "Audit"] as const]) };
  expect(draftProblems(auditOnly, draft({ effect: "deny" }))).toEqual([
    { where: "effect", problem: "notAllowed" },
  ]);
});

test("each entry of a list must be allowed", () => {
  const limited = aPolicy({ parameters: [{ ...list, allowedValues: ["a", "b"] }] });
  const entered = (text: string) =>
    draftProblems(limited, { ...firstDraft(limited), entered: { list: text } });
  expect(entered("b\na")).toEqual([]);
  expect(entered("b\nc")).toEqual([{ where: "parameter", name: "list", problem: "notAllowed" }]);
});

test("problems come in the order of the form", () => {
  const wrong = draft({ excludedNamespaces: ["A", "B"], entered: { rule: "x", regex: "" } });
  expect(draftProblems(policy, wrong).map(({ problem }) => problem)).toEqual([
    "notANamespace",
    "notANamespace",
    "missing",
    "notAllowed",
  ]);
});

test.each([
  [undefined, ""],
  ["", ""],
  [0, "0"],
  [false, "false"],
  [["a", "b"], "a\nb"],
  [[1, { b: 2 }], '1\n{"b":2}'],
  [{ a: [] }, '{"a":[]}'],
])("the value %j is written as %j", (value, text) => {
  expect(textOfValue(value)).toBe(text);
});
