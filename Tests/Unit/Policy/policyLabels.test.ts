import { policyDefinitionFromWire } from "../../../Client/Policy/policyDefinitionFromWire";
import type { ClusterNow } from "../../../Client/Core/defenderPlan";
import { denyText, kindsText, standingText } from "../../../Views/Features/Policy/policyLabels";
import { noComponentsText } from "../../../Views/Tabs/Misconfigurations/AffectedComponentsSection";

// `kinds` of published definitions (Azure/azure-policy, built-in-policies/policyDefinitions/Kubernetes).
test.each<[readonly string[], string, boolean]>([
  [["Pod"], "pods", true],
  [["Ingress"], "ingresses", false],
  [["Service"], "services", false],
  [["Pod", "Service", "ServiceAccount"], "pods, services, and service accounts", true],
  [["PodDisruptionBudget"], "objects of kind PodDisruptionBudget", false],
  [["pod"], "pods", true],
  [[], "objects", false],
])("a policy about %j speaks of %s; that pods are replaced is said: %p", (kinds, words, isAboutPods) => {
  expect(kindsText(kinds)).toBe(words);
  expect(denyText(kinds)).toContain(`new and changed ${words} that`);
  expect(denyText(kinds).includes("replace a running pod")).toBe(isAboutPods);
  expect(standingText("denied", undefined, kinds)).toContain(`refuses new ${words} that`);
  expect(standingText("audited", undefined, kinds)).toContain(`${words} that don't comply`);
  expect(standingText("denied", undefined, kinds).includes("pods")).toBe(isAboutPods);
});

const ready: ClusterNow = { hasSensor: true, hasPolicyAddOn: true, condition: { kind: "ready" } };

test.each([
  ["denied", ready, /is in force/],
  ["denied", undefined, /is in force/],
  ["denied", { ...ready, hasPolicyAddOn: false }, /nothing in it is reported or refused/],
  ["audited", { ...ready, hasPolicyAddOn: false }, /nothing in it is reported or refused/],
  ["unassigned", { ...ready, hasPolicyAddOn: false }, /isn't assigned/],
] as const)("a policy that is %s in a cluster that is %j: %s", (standing, cluster, text) => {
  expect(standingText(standing, cluster, ["Pod"])).toMatch(text);
});

test.each<[ClusterNow | undefined, RegExp]>([
  [ready, /within 24 hours/],
  [undefined, /within 24 hours/],
  [{ ...ready, hasPolicyAddOn: false }, /doesn't have the Azure Policy add-on/],
  [{ ...ready, condition: { kind: "stopped" } }, /is stopped/],
])("without affected components a cluster that is %j: %s", (cluster, text) => {
  expect(noComponentsText(cluster)).toMatch(text);
});

test.each([
  [{ then: { details: { kinds: ["Service"] } } }, ["Service"]],
  [{ then: { effect: "audit" } }, []],
  [undefined, []],
  [{ then: { details: { kinds: "Pod" } } }, []],
])("the rule %j is about %j", (policyRule, kinds) => {
  expect(policyDefinitionFromWire({ id: "/d", properties: { parameters: {}, policyRule } })?.kinds).toEqual(
    kinds,
  );
});
