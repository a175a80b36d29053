import { exclusionTagsOf, exclusionTagsText } from "../../../Client/DefenderPlan/exclusionTags";
import { changesBetween, removalOf } from "../../../Client/DefenderPlan/planChanges";
import { configurationsOf, planExtensionNames } from "../../../Client/DefenderPlan/planConfigurations";
import { editingAt } from "../../../Client/DefenderPlan/planEditing";
import { trialOf, type PlanSettings } from "../../../Client/DefenderPlan/planSettings";
import { pricingBodyOf } from "../../../Client/DefenderPlan/pricingBody";
import {
  wantedOf,
  withExtension,
  withFix,
  withPlan,
  withProperty,
} from "../../../Client/DefenderPlan/planDraft";
import { planSettingsWith } from "../../Support/planSettings";

const off = { pricingTier: "Free", extensions: [] };
const sensor = (properties: object, more: object = {}) => ({
  extensions: [
    { name: "ContainerSensor", isEnabled: "True", additionalExtensionProperties: properties, ...more },
  ],
});
/** The change of those that settings with the sensor alone don't list. */
const unlisted = (change: object) =>
  planExtensionNames
    .filter((name) => name !== "ContainerSensor")
    .map((name) => ({ kind: "configuration", name, ...change }));
const unread = { profile: undefined, subscription: undefined };

test.each([
  ["P29DT23H30M", { days: 30, hours: 0 }],
  ["P29DT22H", { days: 29, hours: 22 }],
  ["PT0S", { days: 0, hours: 0 }],
  ["PT1S", { days: 0, hours: 1 }],
  ["PT0.5S", { days: 0, hours: 1 }],
  ["PT90M", { days: 0, hours: 2 }],
  ["P1Y2M1W1DT1H", { days: 433, hours: 1 }],
  ["p30d", { days: 30, hours: 0 }],
  ["P", undefined],
  ["PT", undefined],
  ["P1DT", undefined],
  ["30 days", undefined],
  ["-P1D", undefined],
  [`P${"9".repeat(400)}D`, undefined],
  [undefined, undefined],
])("a trial of %s", (text, expected) => {
  expect(trialOf(text)).toEqual(expected);
});

test.each([
  [undefined, []],
  ["[]", []],
  [
    '[{"Key":"a","Value":"b"},{"Key":"c"}]',
    [
      { key: "a", value: "b" },
      { key: "c", value: "" },
    ],
  ],
  ["[{'Key':'a','Value':'b'}]", undefined],
  ['[{"Key":"a","Value":"b","Since":1}]', undefined],
  ['[{"Key":"a","Value":1}]', undefined],
  ['{"Key":"a"}', undefined],
  ["[null]", undefined],
])("exclusion tags %s", (text, expected) => {
  expect(exclusionTagsOf(text)).toEqual(expected);
});

test("exclusion tags are read as they were written", () => {
  const tags = [{ key: 'it\'s "x"', value: "\n" }];
  expect(exclusionTagsOf(exclusionTagsText(tags))).toEqual(tags);
  expect(exclusionTagsText([{ key: "a", value: "b" }])).toBe('[{"Key":"a","Value":"b"}]');
});

describe("what is saved", () => {
  const unknown = {
    name: "RuntimeQuarantine",
    isEnabled: "true",
    additionalExtensionProperties: { Limits: { pods: 3, since: null }, Labels: ["a"] },
    rollout: { ring: 2 },
  };
  const settings = planSettingsWith(
    {
      subPlan: "Some",
      enforce: "True",
      inherited: "False",
      resourcesCoverageStatus: "FullyCovered",
      operationStatus: { code: "Succeeded" },
      deprecated: false,
      replacedBy: [],
      futureProperty: { a: [1] },
      extensions: [
        { ...unknown, operationStatus: { code: "Succeeded", message: "" } },
        ...sensor({ A: "1" }).extensions,
      ],
    },
    "subscription",
  );

  test("is everything that was read and may be written, in its order, and nothing that was not listed", () => {
    const body = pricingBodyOf(settings, withExtension(wantedOf(settings), "ContainerSensor", false));
    expect(JSON.stringify(body)).toBe(
      JSON.stringify({
        properties: {
          enforce: "True",
          subPlan: "Some",
          futureProperty: { a: [1] },
          pricingTier: "Standard",
          extensions: [
            unknown,
            { name: "ContainerSensor", isEnabled: "False", additionalExtensionProperties: { A: "1" } },
          ],
        },
      }),
    );
  });

  test("has a configuration that was not listed only if it is wanted", () => {
    const wanted = withExtension(wantedOf(settings), "AgentlessVmScanning", true);
    expect(pricingBodyOf(settings, wanted).properties.extensions?.slice(2)).toEqual([
      { name: "AgentlessVmScanning", isEnabled: "True" },
    ]);
  });

  test("an unknown extension can be switched, and keeps the rest", () => {
    const wanted = withExtension(wantedOf(settings), "RuntimeQuarantine", false);
    expect(pricingBodyOf(settings, wanted).properties.extensions?.[0]).toEqual({
      ...unknown,
      isEnabled: "False",
    });
  });

  test("properties are set beside those that are there", () => {
    const wanted = withProperty(wantedOf(settings), "ContainerSensor", "__proto__", "x");
    const [, extension] = pricingBodyOf(settings, wanted).properties.extensions ?? [];
    expect(JSON.stringify(extension?.additionalExtensionProperties)).toBe('{"A":"1","__proto__":"x"}');
  });

  test("never has enforce for a cluster", () => {
    const cluster = planSettingsWith({ enforce: "False" });
    expect(pricingBodyOf(cluster, wantedOf(cluster)).properties).not.toHaveProperty("enforce");
  });
});

describe("reviews", () => {
  test("name properties, before and after", () => {
    const settings = planSettingsWith(sensor({ AntiMalwareEnabled: "False" }));
    const draft = withProperty(wantedOf(settings), "ContainerSensor", "AntiMalwareEnabled", "True");
    const wanted = withProperty(draft, "ContainerSensor", "SecurityGatingEnabled", "False");
    const common = { kind: "property", name: "ContainerSensor" };
    expect(changesBetween(settings, wanted, unread)).toMatchObject({
      cost: "mayChange",
      changes: [
        { ...common, property: "AntiMalwareEnabled", before: "False", after: "True" },
        { ...common, property: "SecurityGatingEnabled", before: undefined, after: "False" },
      ],
    });
    const same = withProperty(wantedOf(settings), "ContainerSensor", "AntiMalwareEnabled", "False");
    expect(changesBetween(settings, same, unread).steps).toEqual([]);
  });

  test("of giving up the cluster's own setting say what is in force then", () => {
    const own = planSettingsWith(sensor({ AntiMalwareEnabled: "True", Limits: { a: 1 } }));
    const above = planSettingsWith(sensor({ AntiMalwareEnabled: "False" }), "subscription");
    const common = { kind: "property", name: "ContainerSensor" };
    expect(removalOf(own, above)).toEqual({
      scope: "cluster",
      cost: "mayChange",
      steps: [{ kind: "remove" }],
      leftOut: [],
      changes: [
        { ...common, property: "AntiMalwareEnabled", before: "True", after: "False" },
        { ...common, property: "Limits", before: '{"a":1}', after: undefined },
      ],
    });
    expect(removalOf(own, planSettingsWith(off, "subscription"))).toMatchObject({
      cost: "ends",
      changes: [
        { kind: "plan", before: true, after: false },
        { kind: "configuration", name: "ContainerSensor", before: true, after: false },
        ...unlisted({ before: undefined, after: false }),
      ],
    });
    expect(removalOf(planSettingsWith(off), above)).toMatchObject({
      cost: "starts",
      changes: [
        { kind: "plan", before: false, after: true },
        { kind: "configuration", name: "ContainerSensor", before: false, after: true },
        ...unlisted({ before: false, after: undefined }),
      ],
    });
  });

  test("do not make up what could not be read", () => {
    expect(removalOf(planSettingsWith(), undefined)).toMatchObject({
      cost: "unknown",
      changes: [{ kind: "plan", before: true, after: undefined }],
      steps: [{ kind: "remove" }],
    });
  });

  test("put the cluster's own steps last, and leave out what it has", () => {
    const settings = planSettingsWith({ ...off, inherited: "True" });
    const wanted = withFix(
      withFix(withPlan(wantedOf(settings), true), "defenderProfile", true),
      "policyAddOn",
      true,
    );
    const stepsWith = (profile: object | undefined) =>
      changesBetween(settings, wanted, { ...unread, profile: profile as never }).steps.map((step) =>
        step.kind === "cluster" ? step.fix : step.kind,
      );
    expect(stepsWith(undefined)).toEqual(["save", "policyAddOn", "defenderProfile"]);
    expect(stepsWith({ hasSensor: true, hasPolicyAddOn: false })).toEqual(["save", "policyAddOn"]);
    expect(stepsWith({ hasSensor: true, hasPolicyAddOn: true })).toEqual(["save"]);
    const none = withFix(withFix(wanted, "policyAddOn", false), "defenderProfile", false);
    expect(none.fixes).toEqual([]);
  });
});

describe("editing the cluster", () => {
  const nothing = { clusterRights: undefined, subscriptionRights: undefined };
  const edit = (cluster?: PlanSettings, subscription?: PlanSettings) =>
    editingAt("cluster", { ...nothing, cluster, subscription });
  const allowed = { isAllowed: true };

  test("is for the service to decide where nothing could be read", () => {
    expect(edit()).toEqual({ save: allowed, remove: allowed, changeCluster: allowed });
  });

  test("is told from the cluster where the subscription could not be read", () => {
    const inherited = planSettingsWith({ inherited: "True" });
    expect(edit(inherited).save).toEqual({ isAllowed: false, reason: "subscriptionOn" });
    expect(edit(planSettingsWith()).save).toEqual(allowed);
  });

  test("is forbidden where the subscription enforces, also that it is off", () => {
    const above = planSettingsWith({ ...off, enforce: "True" }, "subscription");
    const below = planSettingsWith({ ...off, inherited: "True" });
    expect(edit(below, above).save).toEqual({ isAllowed: false, reason: "enforced" });
  });

  test("a setting of its own under a plan of the subscription can be given up, nothing else", () => {
    const { save, remove } = edit(planSettingsWith(off), planSettingsWith({}, "subscription"));
    expect([save, remove]).toEqual([{ isAllowed: false, reason: "subscriptionOn" }, allowed]);
  });
});

describe("configurations", () => {
  const byName = (settings: PlanSettings, profile?: { hasSensor: boolean; hasPolicyAddOn: boolean }) =>
    new Map(configurationsOf(settings, profile).map((one) => [one.name, one]));

  test("have their properties, the known ones first, whether set or not", () => {
    const extensions = [
      ...sensor({ Mode: { a: [1] }, AntiMalwareEnabled: "True", Empty: "" }).extensions,
      {
        name: "AgentlessVmScanning",
        isEnabled: "True",
        additionalExtensionProperties: { ExclusionTags: "[]" },
      },
      { name: "Other", isEnabled: "True", additionalExtensionProperties: { Count: 3 } },
    ];
    const found = byName(planSettingsWith({ extensions }));
    expect(found.get("ContainerSensor")?.properties).toEqual([
      { name: "SecurityGatingEnabled", kind: "switch", value: undefined },
      { name: "AntiMalwareEnabled", kind: "switch", value: "True" },
      { name: "Mode", kind: "unknown", value: '{"a":[1]}' },
    ]);
    expect(found.get("AgentlessVmScanning")?.properties).toEqual([
      { name: "ExclusionTags", kind: "tags", value: "[]" },
    ]);
    expect(found.get("Other")).toMatchObject({
      isKnown: false,
      isOn: true,
      properties: [{ name: "Count", kind: "unknown", value: "3" }],
    });
    expect([...found.keys()].at(-1)).toBe("Other");
    expect(found.get("AgentlessDiscoveryForKubernetes")).toMatchObject({
      isOn: undefined,
      from: "notListed",
    });
  });

  test("say what failed, and what the cluster lacks", () => {
    const failed = { operationStatus: { code: "Failed", message: "No rights." } };
    const settings = planSettingsWith(sensor({}, failed));
    const found = byName(settings, { hasSensor: false, hasPolicyAddOn: false });
    expect(found.get("ContainerSensor")).toMatchObject({
      operation: { hasFailed: true, message: "No rights." },
      isMissingOnCluster: true,
      blind: ["alerts"],
    });
    expect(byName(settings).get("ContainerSensor")?.isMissingOnCluster).toBe(false);
    expect(byName(settings).get("AzurePolicy")).toMatchObject({ isOn: undefined, where: "cluster" });
    const isOff = planSettingsWith(off);
    expect(byName(isOff, { hasSensor: false, hasPolicyAddOn: true }).get("ContainerSensor")).toMatchObject({
      isOn: false,
      isMissingOnCluster: false,
    });
  });
});
