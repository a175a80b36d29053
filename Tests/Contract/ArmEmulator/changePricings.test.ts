import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { createClock } from "./alertCalls";
import { call, json, refusal, start, type Answer } from "./plainHttp";

/** Changing Defender for Containers over plain HTTP: what is answered, what is refused, what is in force then. */
const version = "api-version=2024-01-01";
const path = "/providers/Microsoft.Security/pricings";
const subscriptionOf = ({ world }: ArmEmulator) => `/subscriptions/${world.subscriptionId}`;

const get = async (emulator: ArmEmulator, scope: string) =>
  (await call(emulator, `${scope}${path}/Containers?${version}`)).body.properties as Properties;
const put = (
  emulator: ArmEmulator,
  scope: string,
  properties: unknown,
  plan = "Containers",
): Promise<Answer> => call(emulator, `${scope}${path}/${plan}?${version}`, json("PUT", { properties }));
const remove = (emulator: ArmEmulator, scope: string): Promise<Answer> =>
  call(emulator, `${scope}${path}/Containers?${version}`, { method: "DELETE" });

interface Properties {
  readonly pricingTier: string;
  readonly freeTrialRemainingTime: string;
  readonly enablementTime?: string;
  readonly inherited?: string;
  readonly resourcesCoverageStatus?: string;
  readonly extensions: readonly {
    readonly name: string;
    readonly isEnabled: string;
    readonly operationStatus?: { readonly code: string };
  }[];
}

const standard = { pricingTier: "Standard" };
const stateOf = ({ extensions }: Properties) =>
  extensions.map(({ name, isEnabled }) => `${name}=${isEnabled}`);

test("a cluster's own setting is created, changed and deleted", async () => {
  const emulator = await start({ scenario: "plan-off" });
  const { clusterId } = emulator;
  expect((await put(emulator, clusterId.toUpperCase(), standard)).status).toBe(201);
  const changed = await put(emulator, clusterId, { ...standard, subPlan: "Some" });
  expect([changed.status, changed.body]).toMatchObject([
    200,
    {
      id: `${clusterId}${path}/Containers`,
      name: "Containers",
      type: "Microsoft.Security/pricings",
      properties: { ...standard, subPlan: "Some", inherited: "False", inheritedFrom: null },
    },
  ]);
  expect(await get(emulator, subscriptionOf(emulator))).toMatchObject({
    pricingTier: "Free",
    resourcesCoverageStatus: "PartiallyCovered",
  });
  const deleted = await remove(emulator, clusterId);
  expect([deleted.status, deleted.body]).toEqual([200, {}]);
  expect((await remove(emulator, clusterId)).status).toBe(204);
  expect(await get(emulator, clusterId)).toMatchObject({ pricingTier: "Free", inherited: "True" });
});

test("a cluster keeps its own setting under a plan that is on, until it is enforced", async () => {
  const emulator = await start();
  const { clusterId } = emulator;
  const subscription = subscriptionOf(emulator);
  expect((await put(emulator, clusterId, { pricingTier: "Free" })).status).toBe(201);
  expect(await get(emulator, clusterId)).toMatchObject({ pricingTier: "Free", inherited: "False" });
  expect(await get(emulator, subscription)).toMatchObject({ resourcesCoverageStatus: "PartiallyCovered" });
  expect((await put(emulator, subscription, { ...standard, enforce: "True" })).status).toBe(200);
  expect(await get(emulator, clusterId)).toMatchObject({ ...standard, inherited: "True" });
  // A PUT without it leaves it is.
  await put(emulator, subscription, standard);
  expect(await get(emulator, subscription)).toMatchObject({ enforce: "True" });
  const answer = await put(emulator, clusterId, standard);
  expect(refusal(answer)).toEqual({ status: 409, code: "Conflict", hasId: true });
  expect(answer.body.error).toMatchObject({ details: [{ code: "EnforcementPolicyViolation" }] });
  expect((await remove(emulator, clusterId)).status).toBe(200);
});

test("the trial begins with the first plan anywhere, and enablement with the last", async () => {
  const clock = createClock();
  const emulator = await start({ scenario: "plan-off", now: clock.now });
  const { clusterId } = emulator;
  clock.forward(3600);
  expect(await get(emulator, clusterId)).toMatchObject({ freeTrialRemainingTime: "P30D" });
  await put(emulator, clusterId, standard);
  const first = clock.iso();
  clock.forward(3 * 3600 + 61);
  await put(emulator, clusterId, standard);
  expect(await get(emulator, clusterId)).toMatchObject({
    freeTrialRemainingTime: "P29DT20H58M59S",
    enablementTime: first,
  });
  await put(emulator, clusterId, { pricingTier: "Free" });
  expect(await get(emulator, clusterId)).not.toHaveProperty("enablementTime");
  await put(emulator, clusterId, standard);
  expect((await get(emulator, clusterId)).enablementTime).toBe(clock.iso());
});

test("extensions are switched as asked; those omitted stay, or go on with the plan", async () => {
  const emulator = await start({ scenario: "plan-off" });
  const { clusterId } = emulator;
  const more = { additionalExtensionProperties: { ExclusionTags: "[]" } };
  const off = {
    name: "AgentlessVmScanning",
    isEnabled: "False",
    ...more,
    operationStatus: { code: "Failed" },
  };
  const { body } = await put(emulator, clusterId, { ...standard, extensions: [off] });
  const first = body.properties as Properties;
  expect(stateOf(first)).toEqual([
    "AgentlessVmScanning=False",
    "ContainerSensor=True",
    "AgentlessDiscoveryForKubernetes=True",
    "ContainerRegistriesVulnerabilityAssessments=True",
    "ContainerIntegrityContribution=True",
  ]);
  expect(first.extensions[0]).toMatchObject({ ...more, operationStatus: { code: "Succeeded" } });
  const sensor = { name: "ContainerSensor", isEnabled: "False" };
  await put(emulator, clusterId, { ...standard, extensions: [sensor] });
  const second = stateOf(await get(emulator, clusterId));
  expect(second.filter((state) => state.endsWith("False")).sort()).toEqual([
    "AgentlessVmScanning=False",
    "ContainerSensor=False",
  ]);
});

test("the list has both plans, or those that a filter names, in any letter case", async () => {
  const emulator = await start({ scenario: "plan-on-cluster" });
  const names = async (query: string) => {
    const { status, body } = await call(emulator, `${emulator.clusterId}${path}?${version}${query}`);
    expect([status, body.nextLink]).toEqual([200, undefined]);
    return (body.value as readonly { readonly name: string }[]).map(({ name }) => name);
  };
  expect(await names("")).toEqual(["Containers", "CloudPosture"]);
  expect(await names("&$filter=name%20in%20(containers)")).toEqual(["Containers"]);
  expect(await names("&$Filter=NAME+IN(CloudPosture,%20Containers,Dns)")).toEqual([
    "Containers",
    "CloudPosture",
  ]);
  expect(await names("&$filter=name%20in%20(Dns)")).toEqual([]);
  const answer = await call(
    emulator,
    `${emulator.clusterId}${path}?${version}&$filter=name%20eq%20'Containers'`,
  );
  expect(refusal(answer)).toEqual({ status: 400, code: "BadRequest", hasId: true });
});

const extension = (value: unknown) => ({ ...standard, extensions: [value] });
const sensor = { name: "ContainerSensor", isEnabled: "True" };

describe("a 400 names what is wrong with", () => {
  test.each<[string, unknown, string]>([
    ["no properties", undefined, "properties"],
    ["no tier", {}, "pricingTier"],
    ["an unknown tier", { pricingTier: "standard" }, "pricingTier"],
    ["enforce of a resource", { ...standard, enforce: "False" }, "enforce"],
    ["extensions that are no list", { ...standard, extensions: {} }, "extensions"],
    ["an extension that is none", extension(null), "extensions[0].name"],
    ["an extension that the plan does not have", extension({ ...sensor, name: "Nonsense" }), "'Nonsense'"],
    ["an extension neither on nor off", extension({ name: "ContainerSensor" }), "isEnabled is required"],
    ["a boolean that is one", extension({ ...sensor, isEnabled: true }), "extensions[0].isEnabled"],
    ["another letter case", extension({ ...sensor, isEnabled: "true" }), "extensions[0].isEnabled"],
    ["properties that are none", extension({ ...sensor, additionalExtensionProperties: "x" }), "additional"],
    ["an extension twice", { ...standard, extensions: [sensor, sensor] }, "twice"],
  ])("%s", async (_, properties, named) => {
    const emulator = await start({ scenario: "plan-off" });
    const before = await get(emulator, emulator.clusterId);
    const answer = await put(emulator, emulator.clusterId, properties);
    expect(refusal(answer)).toEqual({ status: 400, code: "BadRequest", hasId: true });
    expect(answer.body.error?.message).toContain(named);
    expect(await get(emulator, emulator.clusterId)).toEqual(before);
  });

  test("a subscription that enforces neither yes nor no", async () => {
    const emulator = await start();
    const answer = await put(emulator, subscriptionOf(emulator), { ...standard, enforce: "yes" });
    expect(refusal(answer)).toMatchObject({ status: 400, code: "BadRequest" });
  });
});

test("what cannot be changed: another plan, a resource that there is not, a subscription's plan by deleting it", async () => {
  const emulator = await start();
  const other = `${emulator.clusterId}-gone`;
  expect(refusal(await put(emulator, emulator.clusterId, standard, "CloudPosture")).status).toBe(400);
  expect(refusal(await put(emulator, emulator.clusterId, standard, "Dns")).status).toBe(404);
  expect(refusal(await put(emulator, other, standard)).status).toBe(404);
  expect(refusal(await remove(emulator, other)).status).toBe(404);
  expect(refusal(await remove(emulator, subscriptionOf(emulator))).status).toBe(400);
});

test("rights are needed where the plan is changed, and reading is not enough", async () => {
  const emulator = await start({ scenario: "plan-cluster-owner" });
  const subscription = subscriptionOf(emulator);
  const refused = await put(emulator, subscription, standard);
  expect(refusal(refused)).toEqual({ status: 403, code: "AuthorizationFailed", hasId: true });
  expect(refused.body.error?.message).toContain("'Microsoft.Security/pricings/write'");
  const deleting = await remove(emulator, `${emulator.clusterId}2`);
  expect(deleting.body.error?.message).toContain("'Microsoft.Security/pricings/delete'");
  expect((await put(emulator, emulator.clusterId, standard)).status).toBe(201);
});
