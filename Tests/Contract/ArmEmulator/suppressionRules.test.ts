import { createClock } from "./alertCalls";
import { call, refusal, start } from "./plainHttp";
import { listed, rule, ruleCall, rulesOf, ruleVersion } from "./ruleCalls";

/** Suppression rules over HTTP: reading, saving, refusing. What they dismiss is in suppressing.test.ts. */
const conditions = [
  { field: "entities.ip.address", in: ["104.215.95.187", "52.164.206.56"] },
  { field: "entities.process.commandline", contains: "POWERSHELL.EXE" },
];

test("a rule is saved, read, changed and deleted", async () => {
  const clock = createClock();
  const emulator = await start({ now: clock.now });
  const properties = {
    ...rule,
    alertType: "IpAnomaly",
    comment: "Test VM",
    expirationDateUtc: "2027-12-01T19:50:47.000Z",
    suppressionAlertsScope: { allOf: conditions },
  };
  const saved = await ruleCall(emulator, "PUT", "dismissIpAnomalyAlerts", properties);
  const expected = {
    id: `${rulesOf(emulator)}/dismissIpAnomalyAlerts`,
    name: "dismissIpAnomalyAlerts",
    type: "Microsoft.Security/alertsSuppressionRules",
    properties: { ...properties, lastModifiedUtc: clock.iso() },
  };
  expect([saved.status, saved.body]).toEqual([200, expected]);
  expect((await ruleCall(emulator, "GET", "dismissIpAnomalyAlerts")).body).toEqual(expected);

  clock.forward(60);
  const changed = await ruleCall(emulator, "PUT", "DISMISSIPANOMALYALERTS", { ...rule, state: "Disabled" });
  // Whatever a PUT leaves out is gone; the id stays.
  expect(changed.body).toEqual({
    ...expected,
    properties: { ...rule, state: "Disabled", lastModifiedUtc: clock.iso() },
  });
  expect((await listed(emulator)).filter((name) => name === "dismissIpAnomalyAlerts")).toHaveLength(1);

  const deleted = await ruleCall(emulator, "DELETE", "dismissIpAnomalyAlerts");
  expect([deleted.status, deleted.body]).toEqual([204, {}]);
  expect(refusal(await ruleCall(emulator, "GET", "dismissIpAnomalyAlerts"))).toEqual({
    status: 404,
    code: "ResourceNotFound",
    hasId: true,
  });
  expect((await ruleCall(emulator, "DELETE", "dismissIpAnomalyAlerts")).status).toBe(204);
});

test("the list can be of one type, and has every page", async () => {
  const emulator = await start();
  const existing = await listed(emulator);
  for (let index = 0; index < 105; index += 1) {
    await ruleCall(emulator, "PUT", `rule-${index}`, { ...rule, alertType: "Many", state: "Disabled" });
  }
  await ruleCall(emulator, "PUT", "other", { ...rule, alertType: "Other", state: "Disabled" });
  expect(await listed(emulator, "&AlertType=other")).toEqual(["other"]);
  expect(await listed(emulator, "&alertType=Nothing")).toEqual([]);
  const first = await call(emulator, `${rulesOf(emulator)}?${ruleVersion}`);
  const next = new URL(String(first.body.nextLink));
  const second = await call(emulator, `${next.pathname}${next.search}`);
  const count = [first, second].flatMap(({ body }) => body.value as readonly unknown[]).length;
  expect(count).toBe(existing.length + 106);
  expect(second.body.nextLink).toBeUndefined();
});

test("a rule whose date has passed reads as expired, also in the list", async () => {
  const clock = createClock();
  const emulator = await start({ now: clock.now });
  const state = async () => (await ruleCall(emulator, "GET", "soon")).body.properties;
  await ruleCall(emulator, "PUT", "soon", { ...rule, expirationDateUtc: "2026-11-24T12:01:00Z" });
  expect(await state()).toMatchObject({ state: "Enabled" });
  clock.forward(60);
  expect(await state()).toMatchObject({ state: "Expired", expirationDateUtc: "2026-11-24T12:01:00.000Z" });
  await ruleCall(emulator, "PUT", "soon", { ...rule, expirationDateUtc: null });
  expect(await state()).not.toHaveProperty("expirationDateUtc");
  expect(await state()).toMatchObject({ state: "Enabled" });
});

const scope = (...allOf: readonly unknown[]) => ({ ...rule, suppressionAlertsScope: { allOf } });
const field = "entities.ip.address";

describe("a 400 names what is wrong with", () => {
  test.each<readonly [string, unknown, string]>([
    ["no properties", null, "properties"],
    ["no type", { ...rule, alertType: undefined }, "alertType"],
    ["an empty type", { ...rule, alertType: " " }, "alertType"],
    ["no reason", { ...rule, reason: undefined }, "reason"],
    ["an unknown reason", { ...rule, reason: "Because" }, "reason"],
    ["no state", { ...rule, state: undefined }, "state"],
    ["a state that can only be read", { ...rule, state: "Expired" }, "state"],
    ["a comment that is no text", { ...rule, comment: 1 }, "comment"],
    ["a date that is none", { ...rule, expirationDateUtc: "tomorrow" }, "expirationDateUtc"],
    [
      "a date that does not exist",
      { ...rule, expirationDateUtc: "2026-13-01T00:00:00Z" },
      "expirationDateUtc",
    ],
    ["a scope without allOf", { ...rule, suppressionAlertsScope: {} }, "allOf"],
    ["a scope of nothing", scope(), "allOf"],
    ["an element that is none", scope(null), "allOf[0].field"],
    ["a field that there is not", scope({ field: "entities.pod.name", in: ["x"] }), "entities.pod.name"],
    ["the second element", scope({ field, in: ["x"] }, { field: "ip", in: ["x"] }), "allOf[1].field"],
    ["no operator", scope({ field }), "allOf[0]"],
    ["both operators", scope({ field, in: ["x"], contains: "x" }), "allOf[0]"],
    ["an operator that there is not", scope({ field, startsWith: "x" }), "startsWith"],
    ["in without texts", scope({ field, in: [] }), "allOf[0]"],
    ["in with what is no text", scope({ field, in: ["x", 1] }), "allOf[0]"],
    ["in that is no list", scope({ field, in: "x" }), "allOf[0]"],
    ["contains without text", scope({ field, contains: "" }), "allOf[0]"],
  ])("%s", async (_, properties, named) => {
    const emulator = await start();
    const before = await listed(emulator);
    const answer = await ruleCall(emulator, "PUT", "wrong", properties);
    expect(refusal(answer)).toEqual({ status: 400, code: "BadRequest", hasId: true });
    expect(answer.body.error?.message).toContain(named);
    expect(await listed(emulator)).toEqual(before);
  });

  test.each(["a", "-ab", "_ab", "a b", "a.b", "a/b", "ä1", "a".repeat(51)])("the name '%s'", async (name) => {
    const emulator = await start();
    const answer = await ruleCall(emulator, "PUT", name, rule);
    expect(refusal(answer)).toEqual({ status: 400, code: "BadRequest", hasId: true });
    expect(answer.body.error?.message).toContain(`'${name}'`);
  });

  test.each(["ab", "1-", "A_b-9", "a".repeat(50)])("and nothing is wrong with '%s'", async (name) => {
    const emulator = await start();
    expect((await ruleCall(emulator, "PUT", name, { ...rule, state: "Disabled" })).status).toBe(200);
  });
});

describe("who may only read", () => {
  test("reads rules, and is told the action for the rest", async () => {
    const emulator = await start({ scenario: "reader" });
    const [name = ""] = await listed(emulator);
    expect((await ruleCall(emulator, "GET", name)).status).toBe(200);
    for (const [method, right] of [
      ["PUT", "write"],
      ["DELETE", "delete"],
    ] as const) {
      const answer = await ruleCall(emulator, method, name, method === "PUT" ? rule : undefined);
      expect(refusal(answer)).toEqual({ status: 403, code: "AuthorizationFailed", hasId: true });
      expect(answer.body.error?.message).toContain(
        `'Microsoft.Security/alertsSuppressionRules/${right}' over scope '/subscriptions/${emulator.world.subscriptionId}'`,
      );
    }
    expect(await listed(emulator)).toContain(name);
  });

  test("and who may read the cluster alone reads none", async () => {
    const emulator = await start({ scenario: "cluster-only" });
    const answer = await call(emulator, `${rulesOf(emulator)}?${ruleVersion}`);
    expect(answer.body.error?.message).toContain("'Microsoft.Security/alertsSuppressionRules/read'");
  });
});

test("there is one api-version", async () => {
  const emulator = await start();
  const answer = await call(emulator, `${rulesOf(emulator)}?api-version=2022-01-01`);
  expect(refusal(answer)).toMatchObject({ status: 400, code: "NoRegisteredProviderFound" });
});
