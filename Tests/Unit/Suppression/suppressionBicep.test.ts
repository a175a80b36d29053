import { bicepOfRule } from "../../../Client/Suppression/suppressionBicep";
import { suppressionRuleFromWire } from "../../../Client/Suppression/suppressionFromWire";
import { parseBicep } from "../../Support/bicepParser";
import { aRule } from "../../Support/suppression";

const hostile = "it's ${x} \\ 'quoted'\nnext\u202e";

test("a rule is one resource of the subscription", () => {
  const rule = aRule("noise-1", {
    comment: "Ticket 7",
    expires: new Date("2026-12-31T22:59:59Z"),
    conditions: [
      { field: "entities.ip.address", operator: "in", values: ["203.0.113.7"] },
      { field: "entities.process.commandline", operator: "contains", values: ["/bin/sh"] },
    ],
  });
  expect(bicepOfRule(rule)).toBe(`targetScope = 'subscription'

resource suppressionRule 'Microsoft.Security/alertsSuppressionRules@2019-01-01-preview' = {
  name: 'noise-1'
  properties: {
    alertType: 'K8S_Test'
    reason: 'Noise'
    state: 'Enabled'
    comment: 'Ticket 7'
    expirationDateUtc: '2026-12-31T22:59:59.000Z'
    suppressionAlertsScope: {
      allOf: [
        {
          field: 'entities.ip.address'
          in: [
            '203.0.113.7'
          ]
        }
        {
          field: 'entities.process.commandline'
          contains: '/bin/sh'
        }
      ]
    }
  }
}
`);
});

test.each([
  ["that never ends and has no conditions", {}],
  ["of which every text is hostile", { comment: hostile, alertType: hostile, reason: hostile }],
  [
    "with hostile values",
    { conditions: [{ field: "entities.file.name", operator: "in" as const, values: [hostile, "b"] }] },
  ],
])("a rule %s is read back as it is", (_, over) => {
  const { raw: _raw, ...rule } = aRule("rule", over);
  const text = bicepOfRule(rule);
  // The reader of these tests knows resources of a resource group.
  const { resources } = parseBicep(text.replace("targetScope = 'subscription'\n\n", ""));
  const { body } = resources.suppressionRule ?? {};
  const { raw: _read, ...read } = suppressionRuleFromWire(body) ?? aRule("unreadable");
  expect(read).toEqual(rule);
});
