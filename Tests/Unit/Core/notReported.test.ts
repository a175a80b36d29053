import { planFromWire } from "../../../Client/DefenderPlan/planFromWire";
import { planSettingsFromWire } from "../../../Client/DefenderPlan/planSettingsFromWire";
import { missingConfigurations } from "../../../Client/Core/defenderPlan";
import { changesBetween, removalOf } from "../../../Client/DefenderPlan/planChanges";
import { configurationsOf } from "../../../Client/DefenderPlan/planConfigurations";
import { pricingBodyOf } from "../../../Client/DefenderPlan/pricingBody";
import { wantedOf, withExtension, withPlan } from "../../../Client/DefenderPlan/planDraft";
import { planSettingsWith } from "../../Support/planSettings";
import { notInShortPricing, shortPricing } from "../../Support/RealRows/pricings";

const plan = planFromWire(shortPricing);
const settings = planSettingsFromWire(shortPricing, "subscription") ?? planSettingsWith();
const unread = { profile: undefined, subscription: undefined };
const namesSent = (wanted: Parameters<typeof pricingBodyOf>[1]) =>
  pricingBodyOf(settings, wanted).properties.extensions?.map(({ name, isEnabled }) => [name, isEnabled]);
const asListed = [
  ["ContainerSensor", "True"],
  ["ContainerRegistriesVulnerabilityAssessments", "False"],
];

test("the plan names what is off, and apart from it what the service doesn't report", () => {
  expect(plan?.missing.map(({ name, where }) => [name, where])).toEqual([
    ["ContainerRegistriesVulnerabilityAssessments", "plan"],
    ...notInShortPricing.map((name) => [name, "notReported"]),
  ]);
  const off = { properties: { pricingTier: "Free", extensions: [] } };
  expect(planFromWire(off)?.missing).toEqual([]);
  expect(planFromWire({ properties: { pricingTier: "Standard" } })?.missing).toHaveLength(5);
});

test("a sensor that the plan doesn't report and the cluster lacks is missing on the cluster", () => {
  const silent = planFromWire({ properties: { pricingTier: "Standard" } });
  const missing = missingConfigurations(silent, { hasSensor: false, hasPolicyAddOn: true });
  expect(missing.filter(({ name }) => name === "ContainerSensor").map(({ where }) => where)).toEqual([
    "cluster",
  ]);
});

test("the settings say neither on nor off of it", () => {
  const found = configurationsOf(settings, undefined).filter(({ from }) => from === "notListed");
  expect(found.map(({ name, isOn }) => [name, isOn])).toEqual(
    notInShortPricing.map((name) => [name, undefined]),
  );
});

test("a save leaves it out and says so, unless it was chosen", () => {
  const wanted = withExtension(wantedOf(settings), "ContainerRegistriesVulnerabilityAssessments", true);
  const review = changesBetween(settings, wanted, unread);
  expect(review.changes).toEqual([
    {
      kind: "configuration",
      name: "ContainerRegistriesVulnerabilityAssessments",
      before: false,
      after: true,
    },
  ]);
  expect(review.leftOut).toEqual(notInShortPricing);
  expect(namesSent(wantedOf(settings))).toEqual(asListed);
});

test.each([true, false])(
  "chosen to be %s, it is sent and reviewed as a change of something unknown",
  (after) => {
    const name = "AgentlessVmScanning";
    const wanted = withExtension(wantedOf(settings), name, after);
    const review = changesBetween(settings, wanted, unread);
    expect(review.changes).toEqual([{ kind: "configuration", name, before: undefined, after }]);
    expect(review.leftOut).toEqual(notInShortPricing.filter((one) => one !== name));
    expect(namesSent(wanted)).toEqual([...asListed, [name, after ? "True" : "False"]]);
  },
);

test("nothing chosen changes nothing; a plan that goes off takes it along and says so", () => {
  expect(changesBetween(settings, wantedOf(settings), unread)).toMatchObject({ changes: [], leftOut: [] });
  const review = changesBetween(settings, withPlan(wantedOf(settings), false), unread);
  expect(review.leftOut).toEqual([]);
  expect(review.changes).toContainEqual({
    kind: "configuration",
    name: "AgentlessVmScanning",
    before: undefined,
    after: false,
  });
});

test("giving up a cluster's own settings says what isn't reported of those in force after it", () => {
  const { changes } = removalOf(planSettingsWith(), settings);
  expect(changes).toContainEqual({
    kind: "configuration",
    name: "AgentlessVmScanning",
    before: true,
    after: undefined,
  });
});
