import { initiativeFromWire } from "../../../Client/Policy/initiativeFromWire";
import { anyAssignmentFromWire, assignmentFor } from "../../../Client/Policy/policyAssignmentFromWire";
import { aPolicy } from "../../Support/policies";

const policy = aPolicy();
const root = "/providers/Microsoft.Management/managementGroups/contoso";
const subscription = "/subscriptions/11111111-1111-4111-8111-111111111111";
const group = `${subscription}/resourceGroups/g`;

function read(properties: object, scope = subscription) {
  const id = `${scope}/providers/Microsoft.Authorization/policyAssignments/a`;
  const mapped = anyAssignmentFromWire({ id, properties: { policyDefinitionId: policy.id, ...properties } });
  if ("rowError" in mapped) {
    throw new Error(mapped.rowError.message);
  }
  return mapped.item;
}

test.each([
  [root, { kind: "managementGroup", id: root, name: "contoso" }],
  [subscription, { kind: "subscription", id: subscription, name: "11111111-1111-4111-8111-111111111111" }],
  [group, { kind: "resourceGroup", id: group, name: "g" }],
  [`${group}/providers/A.B/c/d`, { kind: "resource", id: `${group}/providers/A.B/c/d`, name: "d" }],
])("the scope %s is read, from the id of the assignment if nowhere else", (scope, expected) => {
  expect(read({}, scope).scope).toEqual(expected);
  expect(read({ scope }, "/subscriptions/other").scope).toEqual(expected);
});

test("what is not said is as the definition has it, and enforced", () => {
  expect(assignmentFor(policy, read({}))).toEqual({
    id: `${subscription}/providers/Microsoft.Authorization/policyAssignments/a`,
    name: "a",
    displayName: "a",
    scope: { kind: "subscription", id: subscription, name: "11111111-1111-4111-8111-111111111111" },
    initiative: undefined,
    effect: "deny",
    isEnforced: true,
    isSelective: false,
    excludedNamespaces: policy.excludedNamespaces,
    raw: { policyDefinitionId: policy.id, metadata: {} },
  });
});

test.each<[string, object, object, object]>([
  [
    "ARM's own note",
    {
      createdBy: "ada",
      createdAt: "2026-11-01T00:00:00Z",
      lastModifiedBy: "grace",
      lastModifiedAt: "2026-11-02T00:00:00Z",
    },
    { updatedBy: "3", updatedOn: "2026-11-03T00:00:00Z" },
    { by: "grace", at: new Date("2026-11-02T00:00:00Z") },
  ],
  [
    "the metadata where ARM has none",
    {},
    { createdBy: "1", createdOn: "2026-11-01T00:00:00Z", updatedBy: "3", updatedOn: "2026-11-03T00:00:00Z" },
    { by: "3", at: new Date("2026-11-03T00:00:00Z") },
  ],
  ["nothing where neither says it", {}, {}, { by: undefined, at: undefined }],
])("who changed it last and when: %s; the rest is compared without it", (_, systemData, metadata, last) => {
  const read = anyAssignmentFromWire({
    id: `${subscription}/providers/Microsoft.Authorization/policyAssignments/a`,
    properties: { policyDefinitionId: policy.id, metadata: { ...metadata, category: "Kubernetes" } },
    systemData,
  });
  expect(read).toMatchObject({ item: { last } });
  expect("item" in read && read.item.raw.metadata).toEqual({ category: "Kubernetes" });
});

test.each<[string, object, object]>([
  ["an effect", { parameters: { Effect: { value: "AUDIT" } } }, { effect: "audit" }],
  [
    "one that is not about containers",
    { parameters: { effect: { value: "modify" } } },
    { effect: undefined },
  ],
  ["one that is none", { parameters: { effect: { value: 1 } } }, { effect: undefined }],
  ["one without value", { parameters: { effect: {} } }, { effect: undefined }],
  [
    "namespaces",
    { parameters: { excludedNamespaces: { value: ["a", null, "b"] } } },
    { excludedNamespaces: ["a", "b"] },
  ],
  ["no namespaces", { parameters: { excludedNamespaces: { value: [] } } }, { excludedNamespaces: [] }],
  [
    "namespaces that are none",
    { parameters: { excludedNamespaces: { value: "a" } } },
    { excludedNamespaces: undefined },
  ],
  ["a trial", { enforcementMode: "doNotEnforce" }, { isEnforced: false }],
  ["selectors", { resourceSelectors: [{}] }, { isSelective: true }],
  ["an override", { overrides: [{ kind: "policyEffect", value: "Disabled" }] }, { effect: "disabled" }],
  [
    "an override for some regions",
    { overrides: [{ value: "Disabled", selectors: [{ kind: "resourceLocation", in: ["westeurope"] }] }] },
    { effect: undefined },
  ],
])("%s", (_, properties, expected) => {
  expect(assignmentFor(policy, read(properties))).toMatchObject(expected);
});

describe("through an initiative", () => {
  const through = (parameters: object, properties: object = {}) => {
    const initiative = initiativeFromWire({
      properties: {
        displayName: "Set",
        parameters: { pEffect: { defaultValue: "Audit" }, pNames: { defaultValue: ["x"] } },
        policyDefinitions: [
          { policyDefinitionId: policy.id, policyDefinitionReferenceId: "Ref", parameters },
        ],
      },
    });
    const [member] = initiative?.members ?? [];
    if (!initiative || !member) {
      throw new Error("The initiative has no member.");
    }
    return assignmentFor(policy, read(properties), { initiative, member });
  };
  const effect = { effect: { value: "[parameters('pEffect')]" } };

  test.each<[string, object, object, object]>([
    ["the initiative's default", effect, {}, { effect: "audit", initiative: "Set" }],
    ["what was assigned", effect, { parameters: { PEFFECT: { value: "Deny" } } }, { effect: "deny" }],
    ["a parameter of another", effect, { parameters: { effect: { value: "Deny" } } }, { effect: "audit" }],
    ["a fixed value", { effect: { value: "Disabled" } }, {}, { effect: "disabled" }],
    ["the definition's default", {}, {}, { effect: "deny", excludedNamespaces: policy.excludedNamespaces }],
    ["a parameter that there is not", { effect: { value: "[parameters('no')]" } }, {}, { effect: undefined }],
    ["any other expression", { effect: { value: "[concat('De','ny')]" } }, {}, { effect: undefined }],
    [
      "namespaces",
      { excludedNamespaces: { value: "[ parameters('pNames') ]" } },
      {},
      { excludedNamespaces: ["x"] },
    ],
  ])("%s counts", (_, parameters, properties, expected) => {
    expect(through(parameters, properties)).toMatchObject(expected);
  });

  test.each<[object, string]>([
    [{ in: ["ref", "other"] }, "disabled"],
    [{ in: ["other"] }, "audit"],
    [{ notIn: ["other"] }, "disabled"],
    [{ notIn: ["REF"] }, "audit"],
  ])("an override for %j makes it %s", (selector, expected) => {
    const overrides = [
      { value: "disabled", selectors: [{ kind: "policyDefinitionReferenceId", ...selector }] },
    ];
    expect(through(effect, { overrides }).effect).toBe(expected);
  });
});

test.each<[unknown, string]>([
  [{ name: "a" }, "Policy assignment a couldn't be read: id = undefined."],
  [null, "Policy assignment ? couldn't be read: id = undefined."],
  [{ id: "/x", properties: { policyDefinitionId: " " } }, "policyDefinitionId = undefined"],
])("%j is a gap", (value, message) => {
  expect(anyAssignmentFromWire(value)).toEqual({
    rowError: { kind: "unexpected", message: expect.stringContaining(message) as string },
  });
});

test.each([null, {}, { properties: {} }, { properties: { policyDefinitions: [{}] } }])(
  "%j is no initiative",
  (body) => {
    expect(initiativeFromWire(body)).toBeUndefined();
  },
);
