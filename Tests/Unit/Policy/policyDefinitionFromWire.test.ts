import { policyDefinitionFromWire } from "../../../Client/Policy/policyDefinitionFromWire";

const id = "/providers/Microsoft.Authorization/policyDefinitions/p";
const read = (parameters: unknown, more: object = {}) =>
  policyDefinitionFromWire({ id, name: "p", properties: { parameters, ...more } });

test("a definition that says nothing of itself", () => {
  expect(read({})).toEqual({
    id,
    displayName: "p",
    description: "",
    version: undefined,
    isAboutContainers: false,
    kinds: [],
    effects: new Map(),
    defaultEffect: undefined,
    excludedNamespaces: undefined,
    parameters: [],
  });
  expect(read(undefined)?.parameters).toEqual([]);
  expect(read({}, { metadata: { version: "1.0.0" }, mode: "microsoft.kubernetes.DATA" })).toMatchObject({
    version: "1.0.0",
    isAboutContainers: true,
  });
});

test("effects keep the spelling of the definition, the one with a capital where there are two", () => {
  const effectsOf = (...allowedValues: readonly unknown[]) => read({ effect: { allowedValues } })?.effects;
  expect(effectsOf("audit", "Audit", "deny", "Deny")).toEqual(
    new Map([
      ["audit", "Audit"],
      ["deny", "Deny"],
    ]),
  );
  expect(effectsOf("deny", "AuditIfNotExists", null)).toEqual(new Map([["deny", "deny"]]));
});

test.each([
  ["String", "text"],
  ["string", "text"],
  ["dateTime", "text"],
  [undefined, "text"],
  ["Integer", "number"],
  ["Float", "number"],
  ["Boolean", "boolean"],
  ["array", "list"],
  ["object", "object"],
])("the type %s is written as a %s", (type, kind) => {
  expect(read({ x: { type } })?.parameters[0]).toMatchObject({ name: "x", displayName: "x", kind });
});

test.each([
  ["", ""],
  [0, 0],
  [false, false],
  [[], []],
  [{}, {}],
  [null, undefined],
  [undefined, undefined],
])("the default %j is %j", (defaultValue, expected) => {
  expect(read({ x: { defaultValue } })?.parameters[0]?.defaultValue).toEqual(expected);
});

test.each([null, {}, { id }, { id, properties: { parameters: [] } }, { properties: { parameters: {} } }])(
  "%j is no definition",
  (body) => {
    expect(policyDefinitionFromWire(body)).toBeUndefined();
  },
);
