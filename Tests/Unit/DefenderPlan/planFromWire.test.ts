import { planFromWire } from "../../../Client/DefenderPlan/planFromWire";
import { planExtensionNames } from "../../../Client/DefenderPlan/planConfigurations";

const on = (name: string, more: object = {}) => ({ name, isEnabled: "True", ...more });
/** What the plan has, all of it listed and on. */
const whole = planExtensionNames.map((name) => on(name));
const plan = (properties: object) =>
  planFromWire({ properties: { pricingTier: "Standard", extensions: whole, ...properties } });

test.each<[string, unknown, unknown]>([
  ["on, inherited", plan({ inherited: "True" }), { isOn: true, scope: "subscription", missing: [] }],
  ["on for the cluster alone", plan({ inherited: "False" }), { isOn: true, scope: "cluster", missing: [] }],
  [
    "off",
    plan({ pricingTier: "Free", extensions: [{ name: "A", isEnabled: "False" }] }),
    { isOn: false, missing: [] },
  ],
  [
    "when it was enabled",
    plan({ enablementTime: "2026-11-24T11:59:48.1921106Z" }),
    { enabledAt: new Date("2026-11-24T11:59:48.192Z") },
  ],
  ["a time that is no date", plan({ enablementTime: "0001-01-01T00:00:00Z" }), { enabledAt: undefined }],
  [
    "off again, with the time of before",
    plan({ pricingTier: "Free", enablementTime: "2026-11-24T11:59:48Z" }),
    { isOn: false, enabledAt: undefined },
  ],
  [
    "other letter case",
    plan({ pricingTier: "STANDARD", inherited: "true" }),
    { isOn: true, scope: "subscription" },
  ],
  [
    "what is switched off is missing",
    plan({ extensions: [...whole, on("A"), { name: "B", isEnabled: "False" }] }),
    { missing: [{ name: "B", failure: undefined }] },
  ],
  [
    "what failed is missing although it is switched on",
    plan({ extensions: [...whole, on("A", { operationStatus: { code: "Failed", message: "No rights." } })] }),
    { missing: [{ name: "A", failure: "No rights." }] },
  ],
  [
    "extensions that are none",
    plan({ extensions: [...whole, null, 7, { isEnabled: "False" }] }),
    { missing: [] },
  ],
  [
    "what is not listed is not reported",
    plan({ extensions: whole.slice(1) }),
    { missing: [{ name: "ContainerSensor", where: "notReported", failure: undefined }] },
  ],
])("%s", (_, read, expected) => {
  expect(read).toMatchObject(expected as object);
});

test.each([undefined, null, {}, [], { properties: null }, { properties: { pricingTier: "Gold" } }])(
  "%j does not say whether the plan is on",
  (body) => expect(planFromWire(body)).toBeUndefined(),
);
