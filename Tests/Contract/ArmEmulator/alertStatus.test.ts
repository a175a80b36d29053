import { alertWith, atSubscription, change, createClock, inArm, inGraph } from "./alertCalls";
import { call, refusal, start } from "./plainHttp";

/** Changes of an alert's status over HTTP. */
const verbs = [
  ["dismiss", "Dismissed", "Active"],
  ["resolve", "Resolved", "Active"],
  ["activate", "Active", "Dismissed"],
  ["inProgress", "InProgress", "Active"],
] as const;

describe.each(["resource group", "subscription"])("at the %s", (level) => {
  test.each(verbs)("%s makes an alert %s", async (verb, status, from) => {
    const clock = createClock();
    const emulator = await start({ now: clock.now });
    const alert = alertWith(emulator, from);
    clock.forward(60);
    const answer = await change(emulator, level === "subscription" ? atSubscription(alert) : alert.id, verb);
    expect([answer.status, answer.body]).toEqual([204, {}]);
    expect(await inArm(emulator, alert)).toEqual({ status, processed: clock.iso() });
  });

  test.each(verbs)("%s of an alert that is not there is a 404", async (verb) => {
    const emulator = await start();
    const alert = alertWith(emulator, "Active");
    const id = (level === "subscription" ? atSubscription(alert) : alert.id).replace(alert.name, "1_2");
    expect(refusal(await change(emulator, id, verb))).toEqual({
      status: 404,
      code: "ResourceNotFound",
      hasId: true,
    });
  });
});

test("an alert is found only in its own resource group and location", async () => {
  const emulator = await start();
  const alert = alertWith(emulator, "Active");
  const elsewhere = alert.resourceGroup === "contoso-dev" ? "contoso-prod" : "contoso-dev";
  for (const id of [
    alert.id.replace(`/${alert.resourceGroup}/`, `/${elsewhere}/`),
    alert.id.replace(`/${alert.location}/`, "/centralus/"),
    alert.id.replace(`/${alert.resourceGroup}/`, "/gone/"),
  ]) {
    expect((await change(emulator, id, "dismiss")).status).toBe(404);
  }
  expect(await inArm(emulator, alert)).toMatchObject({ status: "Active" });
});

test("letter case of a path does not count", async () => {
  const emulator = await start();
  const alert = alertWith(emulator, "Active");
  expect((await change(emulator, alert.id.toUpperCase(), "DISMISS")).status).toBe(204);
  expect(await inArm(emulator, alert)).toMatchObject({ status: "Dismissed" });
});

describe("who may only read", () => {
  test.each(verbs)("may not %s, and is told the action", async (verb, _, from) => {
    const emulator = await start({ scenario: "reader" });
    const alert = alertWith(emulator, from);
    const answer = await change(emulator, alert.id, verb);
    expect(refusal(answer)).toEqual({ status: 403, code: "AuthorizationFailed", hasId: true });
    expect(answer.body.error?.message).toContain(`'Microsoft.Security/locations/alerts/${verb}/action'`);
    const [scope] = alert.id.split("/providers/");
    expect(answer.body.error?.message).toContain(`'${scope}'`);
    expect(await inArm(emulator, alert)).toMatchObject({ status: from });
  });
});

describe("api-versions", () => {
  test.each([
    ["dismiss", "2021-11-01", 204],
    ["resolve", "2021-11-01", 204],
    ["activate", "2021-11-01", 204],
    ["inProgress", "2021-11-01", 400],
    ["inProgress", "2022-01-01", 204],
    ["dismiss", "2019-01-01", 400],
  ])("%s with %s answers %d", async (verb, version, status) => {
    const emulator = await start();
    const answer = await change(emulator, alertWith(emulator, "Active").id, verb, version);
    expect(answer.status).toBe(status);
    if (status === 400) {
      expect(answer.body.error?.code).toBe("NoRegisteredProviderFound");
    }
  });

  test("a verb that does not exist is a loud 404, and reading is not one of them", async () => {
    const emulator = await start();
    const { id } = alertWith(emulator, "Active");
    expect(refusal(await change(emulator, id, "snooze"))).toMatchObject({ code: "InvalidResourceType" });
    const read = await call(emulator, `${id}/dismiss?api-version=2022-01-01`);
    expect(refusal(read)).toMatchObject({ status: 405 });
  });
});

describe("Resource Graph lags", () => {
  test.each(["PascalCase", "camelCase"] as const)("behind ARM, in %s", async (spelling) => {
    const clock = createClock();
    const emulator = await start({ now: clock.now });
    const alert = alertWith(emulator, "Active", spelling);
    const before = await inGraph(emulator, alert);
    clock.forward(60);
    await change(emulator, alert.id, "resolve");
    const after = { status: "Resolved", processed: clock.iso() };
    expect(await inArm(emulator, alert)).toEqual(after);
    expect(await inGraph(emulator, alert)).toEqual(before);
    clock.forward(3.999);
    expect(await inGraph(emulator, alert)).toEqual(before);
    clock.forward(0.001);
    expect(await inGraph(emulator, alert)).toEqual(after);
  });

  test("by as much as is asked for, and then shows each change in its turn", async () => {
    const clock = createClock();
    const emulator = await start({ now: clock.now, graphLagSeconds: 30 });
    const alert = alertWith(emulator, "Active");
    await change(emulator, alert.id, "inProgress");
    clock.forward(10);
    await change(emulator, alert.id, "dismiss");
    clock.forward(19);
    expect(await inGraph(emulator, alert)).toMatchObject({ status: "Active" });
    clock.forward(1);
    expect(await inGraph(emulator, alert)).toMatchObject({ status: "InProgress" });
    clock.forward(10);
    expect(await inGraph(emulator, alert)).toMatchObject({ status: "Dismissed" });
  });

  test("not at all when told so", async () => {
    const clock = createClock();
    const emulator = await start({ now: clock.now, graphLagSeconds: 0 });
    const alert = alertWith(emulator, "Active");
    await change(emulator, alert.id, "dismiss");
    expect(await inGraph(emulator, alert)).toMatchObject({ status: "Dismissed" });
  });
});

test("repeating a change is harmless, and is no change", async () => {
  const clock = createClock();
  const emulator = await start({ now: clock.now });
  const alert = alertWith(emulator, "Active");
  await change(emulator, alert.id, "dismiss");
  const first = await inArm(emulator, alert);
  clock.forward(60);
  expect((await change(emulator, alert.id, "dismiss")).status).toBe(204);
  expect(await inArm(emulator, alert)).toEqual(first);
});

test("lists show the change at once, nothing else changes, and no other alert", async () => {
  const emulator = await start();
  const alert = alertWith(emulator, "Active");
  const [scope = ""] = alert.id.split("/locations/");
  const list = async () => {
    const { body } = await call(emulator, `${scope}/alerts?api-version=2022-01-01`);
    return body.value as readonly { readonly id: string; readonly properties: Record<string, unknown> }[];
  };
  const before = await list();
  await change(emulator, alert.id, "dismiss");
  const after = await list();
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  for (const [index, { id, properties }] of after.entries()) {
    const was = before[index]?.properties;
    const { processingEndTimeUtc } = properties;
    expect(properties).toEqual(id === alert.id ? { ...was, status: "Dismissed", processingEndTimeUtc } : was);
  }
});

test("what was generated stays as it was: a change is kept apart from it", async () => {
  const emulator = await start();
  const alert = alertWith(emulator, "Active");
  await change(emulator, alert.id, "dismiss");
  expect(alert.properties.status).toBe("Active");
  expect(alert.state.changes.map(({ status }) => status)).toEqual(["Dismissed"]);
});
