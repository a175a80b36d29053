import type { Failure } from "../../../Client/Core/failure";
import { bicepOf } from "../../../Client/DefenderPlan/planBicep";
import { changesBetween, type PlanStep } from "../../../Client/DefenderPlan/planChanges";
import { azRestOf } from "../../../Client/DefenderPlan/planCommands";
import { hasFailures, planConflictOf, saveResultOf } from "../../../Client/DefenderPlan/planResults";
import type { PricingBody } from "../../../Client/DefenderPlan/pricingBody";
import { wantedOf, withExtension, withPlan } from "../../../Client/DefenderPlan/planDraft";
import { planSettingsWith } from "../../Support/planSettings";

const on = (name: string, more: object = {}) => ({ name, isEnabled: "True", ...more });
const offOf = (name: string, more: object = {}) => ({ name, isEnabled: "False", ...more });
const failed = { operationStatus: { code: "Failed", message: "No rights." } };
const succeeded = { operationStatus: { code: "Succeeded", message: "" } };
const sent = (...extensions: readonly ReturnType<typeof on>[]): PricingBody => ({
  properties: { pricingTier: "Standard", extensions },
});

describe("the answer to a save", () => {
  test.each<[string, PricingBody, object, unknown, boolean]>([
    ["done", sent(on("A")), { extensions: [on("A", succeeded)] }, { name: "A", result: "done" }, false],
    ["without a status", sent(on("A")), { extensions: [on("A")] }, { name: "A", result: "done" }, false],
    [
      "failed although 200",
      sent(on("A")),
      { extensions: [on("A", failed)] },
      { name: "A", result: "failed", message: "No rights." },
      true,
    ],
    [
      "switching off failed",
      sent(offOf("A")),
      { extensions: [offOf("A", failed)] },
      { name: "A", result: "failed", message: "No rights." },
      true,
    ],
    ["not as asked", sent(on("A")), { extensions: [offOf("A")] }, { name: "A", result: "ignored" }, true],
    ["gone", sent(on("A")), { extensions: [] }, { name: "A", result: "ignored" }, true],
    ["off and gone", sent(offOf("A")), { extensions: [] }, { name: "A", result: "done" }, false],
    [
      "a property is not as asked",
      sent(on("A", { additionalExtensionProperties: { B: "True" } })),
      { extensions: [on("A", { additionalExtensionProperties: { B: "False" } })] },
      { name: "A", result: "ignored" },
      true,
    ],
    [
      "a property is as asked, among others",
      sent(on("A", { additionalExtensionProperties: { B: "True", D: { e: 1 } } })),
      { extensions: [on("A", { additionalExtensionProperties: { C: "1", B: "True", D: { e: 1 } } })] },
      { name: "A", result: "done" },
      false,
    ],
  ])("%s", (_, body, answer, expected, isBad) => {
    const result = saveResultOf(body, planSettingsWith(answer));
    expect(result.extensions).toEqual([expected]);
    expect([result.plan, hasFailures(result)]).toEqual([{ result: "done" }, isBad]);
  });

  test("has a result of the plan itself too", () => {
    expect(saveResultOf(sent(), planSettingsWith({ pricingTier: "Free" })).plan).toEqual({
      result: "ignored",
    });
    const result = saveResultOf(sent(), planSettingsWith(failed));
    expect([result.plan, hasFailures(result)]).toEqual([{ result: "failed", message: "No rights." }, true]);
    const off: PricingBody = { properties: { pricingTier: "Free" } };
    const settings = planSettingsWith({ pricingTier: "Free" });
    expect(saveResultOf(off, settings)).toEqual({ plan: { result: "done" }, extensions: [], settings });
  });
});

test.each<[Partial<Failure>, unknown]>([
  [{ details: [{ code: "EnforcementPolicyViolation", message: "" }], code: "Conflict" }, "enforced"],
  [{ details: [{ code: "ConcurrentOperationInProgress", message: "" }] }, "busy"],
  [
    {
      details: [
        { code: "Other", message: "" },
        { code: "ResourceLocked", message: "" },
      ],
    },
    "locked",
  ],
  [{ code: "ScopeLocked" }, "locked"],
  [{ code: "OperationNotAllowed" }, "busy"],
  [{ code: "PreconditionFailed" }, "stale"],
  [{ code: "Conflict" }, "other"],
  [{}, "other"],
  [{ kind: "forbidden", code: "ScopeLocked" }, undefined],
])("a failure with %j is the conflict %s", (failure, expected) => {
  expect(planConflictOf({ kind: "conflict", message: "No.", ...failure })).toBe(expected);
});

const cluster =
  "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/(its)/providers/Microsoft.ContainerService/managedClusters/a";

function stepFor(properties: object, scope: "cluster" | "subscription" = "cluster"): PlanStep {
  const settings = planSettingsWith(properties, scope);
  const wanted = withPlan(withExtension(wantedOf(settings), "ContainerSensor", false), true);
  const [step] = changesBetween(settings, wanted, { profile: undefined, subscription: undefined }).steps;
  if (!step) {
    throw new Error("There is nothing to do.");
  }
  return step;
}

const hostile = "'; rm -rf / #\u0085\u202e\n${x}\\";

describe("by REST", () => {
  test("a save is a PUT with the whole body", () => {
    const command = azRestOf(stepFor({ extensions: [on("ContainerSensor"), on("It's")] }), cluster);
    expect(command).toBe(
      `az rest --method=put --url='${cluster}/providers/Microsoft.Security/pricings/Containers?api-version=2024-01-01' --body='{"properties":{"pricingTier":"Standard","extensions":[{"name":"ContainerSensor","isEnabled":"False"},{"name":"It'\\''s","isEnabled":"True"}]}}'`,
    );
  });

  test("giving up is a DELETE, and what is no pricing is not said", () => {
    expect(azRestOf({ kind: "remove" }, "/subscriptions/11111111-1111-4111-8111-111111111111")).toBe(
      "az rest --method=delete --url='/subscriptions/11111111-1111-4111-8111-111111111111/providers/Microsoft.Security/pricings/Containers?api-version=2024-01-01'",
    );
    expect(azRestOf({ kind: "cluster", fix: "policyAddOn" }, cluster)).toBeUndefined();
  });

  test("hostile texts stay in their words, and an id that cannot be pasted has no command", () => {
    const step = stepFor({ extensions: [on("ContainerSensor"), on(hostile)] });
    const command = azRestOf(step, cluster) ?? "";
    expect(command).toMatch(/^[\x20-\x7e]+$/);
    const body = /--body='(.*)'$/.exec(command)?.[1]?.replaceAll("'\\''", "'") ?? "";
    expect(step).toMatchObject({ body: JSON.parse(body) as object });
    expect(azRestOf(step, "/subscriptions/\u001b[2J")).toBeUndefined();
  });
});

describe("in Bicep", () => {
  const properties = { A: "1", "b-c": ["x", 2, 1.5, true, null], D: {}, E: [] };
  const extensions = [on("ContainerSensor"), on("Other", { additionalExtensionProperties: properties })];

  test("a subscription's plan is a resource of the subscription", () => {
    expect(bicepOf(stepFor({ extensions }, "subscription"), "aks")).toBe(`targetScope = 'subscription'

resource defenderForContainers 'Microsoft.Security/pricings@2024-01-01' = {
  name: 'Containers'
  properties: {
    enforce: 'False'
    pricingTier: 'Standard'
    extensions: [
      {
        name: 'ContainerSensor'
        isEnabled: 'False'
      }
      {
        name: 'Other'
        isEnabled: 'True'
        additionalExtensionProperties: {
          A: '1'
          'b-c': [
            'x'
            2
            json('1.5')
            true
            null
          ]
          D: {}
          E: []
        }
      }
    ]
  }
}
`);
  });

  test("a cluster's plan extends the cluster, and hostile texts stay texts", () => {
    const text = bicepOf(stepFor({ extensions: [on("ContainerSensor"), on(hostile)] }), "it's") ?? "";
    expect(text).toContain("existing = {\n  name: 'it\\'s'\n}");
    expect(text).toContain("  name: 'Containers'\n  scope: cluster\n  properties: {");
    expect(text).toContain("name: '\\'; rm -rf / #\\u{85}\\u{202e}\\u{a}\\${x}\\\\'");
  });

  test("what Bicep cannot say is not said", () => {
    expect(bicepOf({ kind: "remove" }, "aks")).toBeUndefined();
    expect(bicepOf({ kind: "cluster", fix: "defenderProfile" }, "aks")).toBeUndefined();
  });
});
