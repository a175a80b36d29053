import {
  assignmentName,
  policyStanding,
  replacedBy,
  targetScope,
  type PolicyAssignment,
} from "../../../Client/Policy/policyAssignment";
import { aCluster } from "../../Support/aCluster";
import { anAssignment } from "../../Support/policies";

const cluster = aCluster();

test("targets are the cluster and what it is in", () => {
  expect(targetScope(cluster, "cluster")).toBe(cluster.id);
  expect(targetScope(cluster, "resourceGroup")).toBe(cluster.resourceGroupId);
  expect(targetScope(cluster, "subscription")).toBe(cluster.subscriptionScope);
});

test.each([
  ["/providers/Microsoft.Authorization/policyDefinitions/FEBD0533-8e55", "aks-defender-febd0533-8e55"],
  ["a.b+c/d:e", "aks-defender-d-e"],
  ["", "aks-defender-"],
  [`/${"x".repeat(100)}`, `aks-defender-${"x".repeat(51)}`],
])("the assignment of %s has a valid name, always the same", (id, name) => {
  expect(assignmentName(id)).toBe(name);
});

const gap = { kind: "notFound", message: "Gone." } as const;

test.each<[string, readonly Partial<PolicyAssignment>[], readonly (typeof gap)[], string]>([
  ["nothing", [], [], "unassigned"],
  ["one that looks", [{}], [], "audited"],
  ["one that is off", [{ effect: "disabled" }], [], "off"],
  ["one that looks and one that is off", [{ effect: "disabled" }, {}], [], "audited"],
  ["one that denies", [{}, { effect: "deny" }], [], "denied"],
  ["a trial of one that denies", [{ effect: "deny", isEnforced: false }], [], "audited"],
  ["one of which the effect is not known", [{}, { effect: undefined }], [], "unknown"],
  ["one that may not reach the cluster", [{ effect: "deny", isSelective: true }], [], "unknown"],
  ["what could not be read", [{}], [gap], "unknown"],
  ["one that denies, whatever could not be read", [{ effect: "deny" }], [gap], "denied"],
])("%s comes to its standing", (_, items, gaps, standing) => {
  expect(policyStanding({ items: items.map(anAssignment), gaps })).toBe(standing);
});

test("a new assignment replaces the one of its name at its scope, whatever the letter case", () => {
  const items = [anAssignment({ name: "other" }), anAssignment({ name: "Mine" })];
  const assignments = { items, gaps: [] };
  const scope = anAssignment().scope.id;
  expect(replacedBy(assignments, { scope: scope.toUpperCase(), name: "mine" })).toBe(items[1]);
  expect(replacedBy(assignments, { scope: cluster.resourceGroupId, name: "mine" })).toBeUndefined();
});
