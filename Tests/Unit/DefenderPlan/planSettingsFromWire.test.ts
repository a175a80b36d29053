import { coverageFromRows } from "../../../Client/DefenderPlan/coverageFromRows";
import { planSettingsFromWire } from "../../../Client/DefenderPlan/planSettingsFromWire";

const read = (properties: object, scope: "cluster" | "subscription" = "cluster") =>
  planSettingsFromWire({ properties: { pricingTier: "Standard", ...properties } }, scope);

test("a subscription's plan, with all that it says", () => {
  const properties = {
    pricingTier: "Standard",
    subPlan: "Some",
    freeTrialRemainingTime: "P3DT4H",
    enablementTime: "2023-03-01T12:42:42.1921106Z",
    enforce: "true",
    resourcesCoverageStatus: "partiallyCovered",
    operationStatus: { code: "Failed", message: "No." },
    extensions: [{ name: "A", isEnabled: "TRUE", operationStatus: { code: "succeeded" } }],
  };
  expect(read(properties, "subscription")).toEqual({
    scope: "subscription",
    isOn: true,
    isInherited: false,
    inheritedFrom: undefined,
    isEnforced: true,
    trial: { days: 3, hours: 4 },
    enabledSince: new Date("2023-03-01T12:42:42.192Z"),
    coverage: "PartiallyCovered",
    operation: { hasFailed: true, message: "No." },
    extensions: [
      {
        name: "A",
        isEnabled: true,
        operation: { hasFailed: false, message: "" },
        raw: properties.extensions[0],
      },
    ],
    raw: properties,
  });
});

test.each<[string, object, object]>([
  [
    "inherited",
    { inherited: "True", inheritedFrom: "/subscriptions/11111111-1111-4111-8111-111111111111" },
    { isInherited: true, inheritedFrom: "/subscriptions/11111111-1111-4111-8111-111111111111" },
  ],
  ["its own", { inherited: "False", inheritedFrom: null }, { isInherited: false, inheritedFrom: undefined }],
  [
    "off",
    { pricingTier: "free", enablementTime: "2023-03-01T12:42:42Z" },
    { isOn: false, enabledSince: undefined },
  ],
  ["without extensions", { extensions: null }, { extensions: [] }],
  ["an operation that goes on", { operationStatus: { code: "Running" } }, { operation: undefined }],
  [
    "an operation that was canceled",
    { operationStatus: { code: "Cancelled" } },
    { operation: { hasFailed: true, message: "Cancelled" } },
  ],
  [
    "an end that is not known",
    { operationStatus: { code: "TimedOut", message: "Too late." } },
    { operation: { hasFailed: true, message: "Too late." } },
  ],
  ["enforce of a cluster says nothing", { enforce: "True" }, { isEnforced: false }],
])("a cluster's plan: %s", (_, properties, expected) => {
  expect(read(properties)).toMatchObject(expected);
});

test.each<[string, object]>([
  ["no tier", { pricingTier: undefined }],
  ["an unknown tier", { pricingTier: "Premium" }],
  ["extensions that are no list", { extensions: "none" }],
  ["an extension that is none", { extensions: [null] }],
  ["an extension without a name", { extensions: [{ isEnabled: "True" }] }],
  ["an extension twice", { extensions: [{ name: "A" }, { name: "A" }] }],
])("cannot be read, for saved again something would be lost: %s", (_, properties) => {
  expect(read(properties)).toBeUndefined();
});

const clusters = { id: "microsoft.containerservice/managedclusters", found: 4 };

test.each<[string, object[], unknown]>([
  [
    "both",
    [clusters, { id: "Microsoft.ContainerRegistry/registries", found: 2 }],
    { clusters: 4, registries: 2 },
  ],
  ["no registry", [clusters], { clusters: 4, registries: 0 }],
  ["nothing", [], { clusters: 0, registries: 0 }],
  ["a count that is none", [{ ...clusters, found: "4" }], undefined],
  ["less than none", [{ ...clusters, found: -1 }], undefined],
])("coverage: %s", (_, rows, expected) => {
  expect(coverageFromRows(rows as never)).toEqual(expected);
});
