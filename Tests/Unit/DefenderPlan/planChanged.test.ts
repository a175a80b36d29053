import { changedMeanwhile, isAsSent } from "../../../Client/DefenderPlan/planChanged";
import { wantedOf, withExtension } from "../../../Client/DefenderPlan/planDraft";
import { pricingBodyOf } from "../../../Client/DefenderPlan/pricingBody";
import { planSettingsWith } from "../../Support/planSettings";

const sensor = (isEnabled: string, rest: object = {}) => ({
  extensions: [{ name: "ContainerSensor", isEnabled, ...rest }],
});
const properties = (value: string) => ({ additionalExtensionProperties: { AntiMalwareEnabled: value } });

test.each<[string, object, object, readonly unknown[]]>([
  ["nothing", sensor("True"), sensor("True"), []],
  [
    "what only the service writes",
    { ...sensor("True"), freeTrialRemainingTime: "PT2H" },
    {
      ...sensor("True", { operationStatus: { code: "Failed", message: "" } }),
      freeTrialRemainingTime: "PT1H",
    },
    [],
  ],
  [
    "a configuration",
    sensor("True"),
    sensor("False"),
    [{ kind: "configuration", name: "ContainerSensor", before: true, after: false }],
  ],
  [
    "a property of a configuration",
    sensor("True", properties("True")),
    sensor("True", properties("False")),
    [
      {
        kind: "property",
        name: "ContainerSensor",
        property: "AntiMalwareEnabled",
        before: "True",
        after: "False",
      },
    ],
  ],
  [
    "a property of a configuration that is off",
    sensor("False", properties("True")),
    sensor("False", properties("False")),
    [
      {
        kind: "other",
        path: "ContainerSensor.additionalExtensionProperties.AntiMalwareEnabled",
        before: "True",
        after: "False",
      },
    ],
  ],
  [
    "a property that nobody here knows",
    { ...sensor("True"), resources: [1] },
    { ...sensor("True"), resources: [1, 2] },
    [{ kind: "other", path: "resources", before: "[1]", after: "[1,2]" }],
  ],
  [
    "whose settings they are",
    { ...sensor("True"), inherited: "True" },
    { ...sensor("True"), inherited: "False" },
    [{ kind: "origin", before: true, after: false }],
  ],
])("what changed meanwhile: %s", (_, before, after, expected) => {
  expect(changedMeanwhile(planSettingsWith(before), planSettingsWith(after))).toEqual(expected);
});

test("what is there already as a save would send it is recognized, those who sent it", () => {
  const before = planSettingsWith(sensor("False"));
  const body = pricingBodyOf(before, withExtension(wantedOf(before), "ContainerSensor", true));
  expect(isAsSent(planSettingsWith(sensor("True")), body)).toBe(true);
  expect(isAsSent(before, body)).toBe(false);
});
