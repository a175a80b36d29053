import { ruleProblems, type SuppressionRule } from "../../../Client/Suppression/suppressionRule";
import {
  draftFor,
  ruleOf,
  type DraftExpiry,
  type RuleDraft,
} from "../../../Views/Features/Suppression/ruleDraft";
import { alertDetails, anAlert } from "../../Support/anAlert";
import { clusterId } from "../../Support/findings";

const now = new Date("2026-11-24T12:00:00Z");
const resource = "entities.azureresource.resourceid";
const thisCluster = { field: resource, operator: "in", values: [clusterId] };
const registry =
  "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g/providers/Microsoft.ContainerRegistry/registries/r";

const alert = alertDetails(anAlert({ alertType: "K8S.NODE_Drift" }), {
  rawEntities: [
    { type: "ip", address: "203.0.113.7" },
    { type: "ip", address: "203.0.113.7" },
    { type: "process", commandLine: "curl evil", imageFile: { type: "file", name: "curl" } },
    { type: "azure-resource", resourceId: clusterId.toLowerCase() },
    { type: "azure-resource", resourceId: clusterId },
    { type: "azure-resource", resourceId: registry },
    { type: "pod", name: "cart-1" },
  ],
});
const draft = draftFor(alert, clusterId, []);
const ruleFrom = (over: Partial<RuleDraft>): SuppressionRule =>
  ruleOf({ ...draft, ...over }, "K8S.NODE_Drift", now);

test("a draft is about this cluster only, ends after 30 days and has no other condition yet", () => {
  expect(draft).toMatchObject({
    name: "suppress-K8S-NODE_Drift",
    comment: "",
    onlyThisCluster: true,
    expiry: { kind: "days", days: 30 },
  });
  expect(ruleFrom({})).toEqual({
    name: "suppress-K8S-NODE_Drift",
    alertType: "K8S.NODE_Drift",
    reason: "FalsePositive",
    comment: "",
    state: "Enabled",
    expires: new Date("2026-12-24T12:00:00Z"),
    conditions: [thisCluster],
  });
  expect(ruleProblems(ruleFrom({}), { now, neverExpires: false, taken: [] })).toEqual([]);
});

test("its name is free", () => {
  expect(draftFor(alert, clusterId, ["Suppress-k8s-node_drift"]).name).toBe("suppress-K8S-NODE_Drift-2");
});

test("each value of the alert is on offer once, this cluster not at all: it has its own box", () => {
  expect(draft.conditions).toEqual(
    [
      [resource, registry],
      ["entities.process.commandline", "curl evil"],
      ["entities.file.name", "curl"],
      ["entities.ip.address", "203.0.113.7"],
    ].map(([field, value]) => ({ field, operator: "in", value, isChosen: false })),
  );
});

test("an alert that has nothing to offer still makes a rule", () => {
  const bare = draftFor(alertDetails(anAlert()), clusterId, []);
  expect(bare.conditions).toEqual([]);
  expect(ruleOf(bare, "T", now).conditions).toEqual([thisCluster]);
});

test("chosen conditions come after the cluster, as they were changed", () => {
  const conditions = draft.conditions.map((condition, index) => ({
    ...condition,
    isChosen: index % 2 === 0,
    ...(index === 2 ? { operator: "contains" as const, value: "cur" } : {}),
  }));
  const others = [
    { field: resource, operator: "in", values: [registry] },
    { field: "entities.file.name", operator: "contains", values: ["cur"] },
  ];
  expect(ruleFrom({ conditions }).conditions).toEqual([thisCluster, ...others]);
  expect(ruleFrom({ conditions, onlyThisCluster: false }).conditions).toEqual(others);
  expect(ruleFrom({ onlyThisCluster: false }).conditions).toEqual([]);
});

test("white space around the name and the comment is no part of them", () => {
  expect(ruleFrom({ name: " a b\t", comment: "\n why \n" })).toMatchObject({ name: "a b", comment: "why" });
});

test.each<[string, DraftExpiry, Date | undefined]>([
  ["one day", { kind: "days", days: 1 }, new Date("2026-11-25T12:00:00Z")],
  ["half a day", { kind: "days", days: 0.5 }, new Date("2026-11-25T00:00:00Z")],
  ["no days", { kind: "days", days: 0 }, undefined],
  ["days in the past", { kind: "days", days: -1 }, undefined],
  ["no number of days", { kind: "days", days: NaN }, undefined],
  ["more days than there will be", { kind: "days", days: 1e12 }, undefined],
  ["days without end", { kind: "days", days: Infinity }, undefined],
  ["no date", { kind: "date", date: undefined }, undefined],
  ["what is no date", { kind: "date", date: new Date(NaN) }, undefined],
  ["never", { kind: "never" }, undefined],
])("%s", (_, expiry, expires) => {
  expect(ruleFrom({ expiry }).expires).toEqual(expires);
});

test("a date counts until the end of that day where the user is, and stays as it was picked", () => {
  const date = new Date(2026, 11, 1, 8, 30);
  const expires = ruleFrom({ expiry: { kind: "date", date } }).expires;
  expect(expires).toEqual(new Date(2026, 11, 1, 23, 59, 59));
  expect(date).toEqual(new Date(2026, 11, 1, 8, 30));
});

test("today still counts", () => {
  const problems = ruleProblems(ruleFrom({ expiry: { kind: "date", date: now } }), {
    now,
    neverExpires: false,
    taken: [],
  });
  expect(problems).toEqual([]);
});
