import type { SuppressionRule } from "../../../Client/Suppression/suppressionRule";
import { ruleMatches } from "../../../Client/Suppression/suppressionMatch";
import {
  suppressionRuleFromWire,
  suppressionRuleToWire,
} from "../../../Client/Suppression/suppressionFromWire";

const rule: SuppressionRule = {
  name: "known-behavior",
  alertType: "K8S.NODE_Drift",
  reason: "FalsePositive",
  comment: "Checked.",
  state: "Enabled",
  expires: new Date("2026-12-24T12:00:00Z"),
  conditions: [
    { field: "entities.ip.address", operator: "in", values: ["203.0.113.7", "203.0.113.8"] },
    { field: "entities.process.commandline", operator: "contains", values: ['it\'s "quoted" \\ 🐳'] },
  ],
};

/** What the service keeps of what was sent: JSON. */
const kept = (written: SuppressionRule): unknown => {
  const { name } = written;
  const properties: unknown = JSON.parse(JSON.stringify(suppressionRuleToWire(written)));
  return { id: `/x/${name}`, name, type: "Microsoft.Security/alertsSuppressionRules", properties };
};

test.each<[string, Partial<SuppressionRule>]>([
  ["all there is", {}],
  ["disabled", { state: "Disabled" }],
  ["never ends", { expires: undefined }],
  ["no comment", { comment: "" }],
  ["no conditions", { conditions: [] }],
  ["every type", { alertType: "*" }],
  [
    "a reason and a field that nobody here knows",
    {
      reason: "Novel",
      conditions: [{ field: "entities.k8s.pod", operator: "in", values: ["a"] }],
    },
  ],
])("what is written is what is read: %s", (_, over) => {
  const written = { ...rule, ...over };
  const properties: unknown = JSON.parse(JSON.stringify(suppressionRuleToWire(written)));
  expect(suppressionRuleFromWire(kept(written))).toEqual({
    ...written,
    changedAt: undefined,
    raw: properties,
  });
});

test("the body is what the service documents, without what is not there", () => {
  expect(suppressionRuleToWire(rule)).toEqual({
    alertType: "K8S.NODE_Drift",
    reason: "FalsePositive",
    comment: "Checked.",
    state: "Enabled",
    expirationDateUtc: new Date("2026-12-24T12:00:00Z"),
    suppressionAlertsScope: {
      allOf: [
        { field: "entities.ip.address", in: ["203.0.113.7", "203.0.113.8"] },
        { field: "entities.process.commandline", contains: 'it\'s "quoted" \\ 🐳' },
      ],
    },
  });
  const bare = { ...rule, comment: "", expires: undefined, conditions: [] };
  expect(suppressionRuleToWire(bare)).toEqual({
    alertType: "K8S.NODE_Drift",
    reason: "FalsePositive",
    state: "Enabled",
  });
});

test("expired is the service's to say: such a rule is saved as enabled", () => {
  expect(suppressionRuleToWire({ ...rule, state: "Expired" }).state).toBe("Enabled");
});

const wire = (properties: object) => ({ name: "n", properties: { alertType: "T", ...properties } });

test.each([
  ["Enabled", "Enabled"],
  ["enabled", "Enabled"],
  ["Expired", "Expired"],
  ["Disabled", "Disabled"],
  ["Novel", "Disabled"],
  [undefined, "Disabled"],
])("the state %s is read as %s", (state, read) => {
  expect(suppressionRuleFromWire(wire({ state }))?.state).toBe(read);
});

test.each([
  undefined,
  null,
  "x",
  [],
  {},
  { name: "n" },
  { properties: { alertType: "T" } },
  { name: " ", properties: { alertType: "T" } },
  { name: "n", properties: { alertType: "" } },
  { name: "n", properties: null },
])("%j is no rule", (value) => {
  expect(suppressionRuleFromWire(value)).toBeUndefined();
});

/** One more condition must never become one less: the rule would dismiss more than it does. */
test.each<[string, unknown, number]>([
  ["no scope", undefined, 0],
  ["a scope that is null", null, 0],
  ["an operator that nobody here knows", { allOf: [{ field: "entities.ip.address", startsWith: "203" }] }, 1],
  ["no operator", { allOf: [{ field: "entities.ip.address" }] }, 1],
  ["no field", { allOf: [{ in: ["a"] }] }, 1],
  [
    "an element that is no object",
    { allOf: [{ field: "entities.ip.address", in: ["203.0.113.7"] }, "x"] },
    2,
  ],
  ["a scope that is no list", { allOf: "x" }, 1],
  ["a scope that is no object", "x", 1],
])("a rule with %s", (_, suppressionAlertsScope, count) => {
  const read = suppressionRuleFromWire(wire({ suppressionAlertsScope }));
  expect(read?.conditions).toHaveLength(count);
  const alert = { alertType: "T", entities: [{ type: "ip", address: "203.0.113.7" }] };
  expect(read && ruleMatches(read, alert)).toBe(count === 0);
});
