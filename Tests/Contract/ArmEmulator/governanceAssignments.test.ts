import {
  aKey,
  anotherKey,
  assignmentCall,
  assignmentUrl,
  due,
  example,
  failingAssessment,
  graphRowsOf,
  listedIn,
} from "./assignmentCalls";
import { createClock } from "./alertCalls";
import { call, json, refusal, start } from "./plainHttp";

/** Owners of what assessments found, over HTTP. */
test("an assignment is saved, read, replaced and deleted", async () => {
  const emulator = await start();
  const { id } = failingAssessment(emulator, "no owner");
  const saved = await assignmentCall(emulator, "PUT", id, aKey, { ...example, unknown: { kept: [1] } });
  const expected = {
    id: `${id}/governanceAssignments/${aKey}`,
    name: aKey,
    type: "Microsoft.Security/assessments/governanceAssignments",
    properties: { ...example, unknown: { kept: [1] } },
  };
  expect([saved.status, saved.body]).toEqual([201, expected]);
  expect((await assignmentCall(emulator, "GET", id, aKey)).body).toEqual(expected);
  expect(await listedIn(emulator, id)).toEqual([expected]);

  const again = await assignmentCall(emulator, "PUT", id.toUpperCase(), aKey.toUpperCase(), due);
  // Whatever a PUT leaves out is gone; id and name stay as they were written first.
  expect([again.status, again.body]).toEqual([200, { ...expected, properties: due }]);
  expect(await listedIn(emulator, id.toLowerCase())).toEqual([again.body]);

  const deleted = await assignmentCall(emulator, "DELETE", id, aKey);
  expect([deleted.status, deleted.body]).toEqual([200, {}]);
  expect(refusal(await assignmentCall(emulator, "GET", id, aKey))).toEqual({
    status: 404,
    code: "ResourceNotFound",
    hasId: true,
  });
  expect(await listedIn(emulator, id)).toEqual([]);
  expect((await assignmentCall(emulator, "DELETE", id, aKey)).status).toBe(204);
  expect((await assignmentCall(emulator, "PUT", id, aKey, due)).status).toBe(201);
});

test("ARM shows a change at once, Resource Graph later", async () => {
  const clock = createClock();
  const emulator = await start({ now: clock.now });
  const { id } = failingAssessment(emulator, "no owner");
  const row = (properties: object) => ({
    id: `${id}/governanceAssignments/${aKey}`,
    name: aKey,
    properties: { assignedResourceId: id.toLowerCase(), ...properties },
  });
  await assignmentCall(emulator, "PUT", id, aKey, example);
  expect(await graphRowsOf(emulator, id)).toEqual([]);
  clock.forward(3);
  expect(await graphRowsOf(emulator, id)).toEqual([]);
  clock.forward(1);
  expect(await graphRowsOf(emulator, id)).toEqual([row(example)]);

  await assignmentCall(emulator, "PUT", id, aKey, due);
  clock.forward(2);
  await assignmentCall(emulator, "DELETE", id, aKey);
  expect(await listedIn(emulator, id)).toEqual([]);
  expect(await graphRowsOf(emulator, id)).toEqual([row(example)]);
  clock.forward(2);
  expect(await graphRowsOf(emulator, id)).toEqual([row(due)]);
  clock.forward(2);
  expect(await graphRowsOf(emulator, id)).toEqual([]);
});

test("those that are there from the beginning are in both, and can be changed", async () => {
  const clock = createClock();
  const emulator = await start({ now: clock.now });
  const { id } = failingAssessment(emulator, "an owner");
  const [row] = await graphRowsOf(emulator, id);
  const [listed] = await listedIn(emulator, id);
  expect(row?.properties).toEqual({ assignedResourceId: id.toLowerCase(), ...listed?.properties });
  expect(listed?.properties).not.toHaveProperty("assignedResourceId");
  const changed = await assignmentCall(emulator, "PUT", id, listed?.name, {
    ...due,
    owner: "new@contoso.com",
  });
  expect(changed.status).toBe(200);
  clock.forward(4);
  expect((await graphRowsOf(emulator, id)).map(({ properties }) => properties.owner)).toEqual([
    "new@contoso.com",
  ]);
});

test("an assessment has one assignment: another key is a conflict until the first is deleted", async () => {
  const emulator = await start();
  const { id } = failingAssessment(emulator, "an owner");
  const [existing] = await listedIn(emulator, id);
  const answer = await assignmentCall(emulator, "PUT", id, anotherKey, due);
  expect(refusal(answer)).toEqual({ status: 409, code: "Conflict", hasId: true });
  expect(answer.body.error?.message).toContain(`'${existing?.name}'`);
  expect(await listedIn(emulator, id)).toEqual([existing]);
  expect((await assignmentCall(emulator, "DELETE", id, existing?.name)).status).toBe(200);
  expect((await assignmentCall(emulator, "PUT", id, anotherKey, due)).status).toBe(201);
  expect((await listedIn(emulator, id)).map(({ name }) => name)).toEqual([anotherKey]);
});

describe("at the subscription", () => {
  test("the list has those of every resource under one assessment key, and at a resource its own", async () => {
    const emulator = await start();
    const { world } = emulator;
    const key = "405c9ae6-49f9-46c4-8873-a86690f27818";
    const ids = world.clusters.map(({ id }) => `${id}/providers/Microsoft.Security/assessments/${key}`);
    for (const id of ids) {
      const [existing] = await listedIn(emulator, id);
      await assignmentCall(emulator, "PUT", id, existing?.name ?? aKey, due);
    }
    const subscription = `/subscriptions/${world.subscriptionId}`;
    const listed = await listedIn(
      emulator,
      `${subscription}/providers/Microsoft.Security/assessments/${key}`,
    );
    expect(listed.map(({ id }) => id.split("/governanceAssignments/")[0]).sort()).toEqual([...ids].sort());
    expect(await listedIn(emulator, ids[1] ?? "")).toEqual(
      listed.filter(({ id }) => id.startsWith(`${ids[1]}/`)),
    );
    expect(
      await listedIn(emulator, `${subscription}/providers/Microsoft.Security/assessments/${aKey}`),
    ).toEqual([]);
  });

  test("it has every page", async () => {
    const emulator = await start();
    const { world } = emulator;
    const [assignment] = world.governanceAssignments.values();
    const assessmentId = assignment?.assessmentId ?? "";
    for (let index = 0; index < 150; index += 1) {
      const id = `${assessmentId}/governanceAssignments/${index}`;
      world.governanceAssignments.set(id.toLowerCase(), {
        id,
        name: String(index),
        assessmentId,
        versions: assignment?.versions ?? [],
      });
    }
    const first = await assignmentCall(emulator, "GET", assessmentId);
    const next = new URL(String(first.body.nextLink));
    const second = await call(emulator, `${next.pathname}${next.search}`);
    const names = [first, second].flatMap(({ body }) => body.value as readonly { readonly name: string }[]);
    expect((first.body.value as readonly unknown[]).length).toBe(100);
    expect(new Set(names.map(({ name }) => name)).size).toBe(151);
    expect(second.body.nextLink).toBeUndefined();
  });
});

test("what does not exist has no assignments, and cannot be given one", async () => {
  const emulator = await start();
  const { id } = failingAssessment(emulator, "no owner");
  const gone = `${id}0`;
  expect(await listedIn(emulator, gone)).toEqual([]);
  expect((await assignmentCall(emulator, "DELETE", gone, aKey)).status).toBe(204);
  expect(refusal(await assignmentCall(emulator, "GET", gone, aKey)).status).toBe(404);
  expect(refusal(await assignmentCall(emulator, "PUT", gone, aKey, due))).toEqual({
    status: 404,
    code: "ResourceNotFound",
    hasId: true,
  });
});

const eta = example.remediationEta;

describe("a 400 names what is wrong with", () => {
  test.each<readonly [string, unknown, string]>([
    ["no properties", null, "The body"],
    ["a list of properties", [due], "The body"],
    ["no due date", { owner: "a@b.com" }, "properties.remediationDueDate"],
    ["a due date that is none", { remediationDueDate: "tomorrow" }, "properties.remediationDueDate"],
    [
      "a due date that does not exist",
      { remediationDueDate: "2026-13-01T00:00:00Z" },
      "properties.remediationDueDate",
    ],
    ["a due date without a time", { remediationDueDate: "2026-12-01" }, "properties.remediationDueDate"],
    ["a due date that is a number", { remediationDueDate: 1796083200000 }, "properties.remediationDueDate"],
    ["an owner without @", { ...due, owner: "Ada Lovelace" }, "properties.owner"],
    ["an owner without a domain", { ...due, owner: "ada@" }, "properties.owner"],
    ["an empty owner", { ...due, owner: "" }, "properties.owner"],
    ["an owner that is null", { ...due, owner: null }, "properties.owner"],
    ["a grace period in words", { ...due, isGracePeriod: "yes" }, "properties.isGracePeriod"],
    ["an eta that is no object", { ...due, remediationEta: eta.eta }, "properties.remediationEta"],
    [
      "an eta without its date",
      { ...due, remediationEta: { justification: "x" } },
      "properties.remediationEta.eta",
    ],
    [
      "an eta that is no date",
      { ...due, remediationEta: { ...eta, eta: "soon" } },
      "properties.remediationEta.eta",
    ],
    [
      "an eta without a justification",
      { ...due, remediationEta: { eta: eta.eta } },
      "properties.remediationEta.justification",
    ],
    [
      "an empty justification",
      { ...due, remediationEta: { ...eta, justification: " " } },
      "properties.remediationEta.justification",
    ],
    [
      "a notification in words",
      { ...due, governanceEmailNotification: { disableOwnerEmailNotification: "no" } },
      "properties.governanceEmailNotification.disableOwnerEmailNotification",
    ],
    [
      "a manager's notification in words",
      { ...due, governanceEmailNotification: { disableManagerEmailNotification: 0 } },
      "properties.governanceEmailNotification.disableManagerEmailNotification",
    ],
    ["a list of data", { ...due, additionalData: [] }, "properties.additionalData"],
    [
      "a ticket number in a text",
      { ...due, additionalData: { ticketNumber: "1" } },
      "properties.additionalData.ticketNumber",
    ],
    [
      "a negative ticket number",
      { ...due, additionalData: { ticketNumber: -1 } },
      "properties.additionalData.ticketNumber",
    ],
    [
      "a broken ticket number",
      { ...due, additionalData: { ticketNumber: 1.5 } },
      "properties.additionalData.ticketNumber",
    ],
    [
      "a ticket number that is too large",
      { ...due, additionalData: { ticketNumber: 2147483648 } },
      "properties.additionalData.ticketNumber",
    ],
    [
      "a ticket link that is no text",
      { ...due, additionalData: { ticketLink: 1 } },
      "properties.additionalData.ticketLink",
    ],
    [
      "a ticket status that is no text",
      { ...due, additionalData: { ticketStatus: true } },
      "properties.additionalData.ticketStatus",
    ],
  ])("%s", async (_, properties, named) => {
    const emulator = await start();
    const { id } = failingAssessment(emulator, "no owner");
    const answer = await assignmentCall(emulator, "PUT", id, aKey, properties);
    expect(refusal(answer)).toEqual({ status: 400, code: "BadRequest", hasId: true });
    expect(answer.body.error?.message).toContain(`${named} must `);
    expect(await listedIn(emulator, id)).toEqual([]);
  });

  test.each(["a", "owner", `${aKey}0`, aKey.replaceAll("-", ""), `{${aKey}}`])(
    "the key '%s'",
    async (key) => {
      const emulator = await start();
      const { id } = failingAssessment(emulator, "no owner");
      const answer = await assignmentCall(emulator, "PUT", id, encodeURIComponent(key), due);
      expect(refusal(answer)).toEqual({ status: 400, code: "BadRequest", hasId: true });
      expect(answer.body.error?.message).toContain(`'${key}'`);
    },
  );

  test.each<readonly [string, unknown]>([
    ["the least", due],
    ["an empty part", { ...due, governanceEmailNotification: {}, additionalData: {} }],
    ["the ends of int32", { ...due, additionalData: { ticketNumber: 2147483647 } }],
    ["no ticket yet", { ...due, additionalData: { ticketNumber: 0 } }],
    ["an offset and a subdomain", { remediationDueDate: "2026-12-01T00:00:00+01:00", owner: "a.b@c.d.com" }],
  ])("and nothing is wrong with %s", async (_, properties) => {
    const emulator = await start();
    const { id } = failingAssessment(emulator, "no owner");
    const answer = await assignmentCall(emulator, "PUT", id, aKey, properties);
    expect([answer.status, answer.body.properties]).toEqual([201, properties]);
  });
});

describe("without Defender CSPM", () => {
  test("there is none, and none can be saved", async () => {
    const emulator = await start({ scenario: "cspm-off" });
    expect(emulator.world.governanceAssignments.size).toBe(0);
    const { id } = failingAssessment(emulator, "no owner");
    const answer = await assignmentCall(emulator, "PUT", id, aKey, due);
    expect(refusal(answer)).toEqual({ status: 400, code: "PricingTierNotSupported", hasId: true });
    expect(answer.body.error?.message).toContain("CloudPosture");
    expect(await listedIn(emulator, id)).toEqual([]);
    expect((await assignmentCall(emulator, "DELETE", id, aKey)).status).toBe(204);
  });
});

describe("who may only read", () => {
  test("reads assignments, and is told the action for the rest", async () => {
    const emulator = await start({ scenario: "reader" });
    const { id } = failingAssessment(emulator, "an owner");
    const [existing] = await listedIn(emulator, id);
    for (const [method, right] of [
      ["PUT", "write"],
      ["DELETE", "delete"],
    ] as const) {
      const answer = await assignmentCall(
        emulator,
        method,
        id,
        existing?.name,
        method === "PUT" ? due : undefined,
      );
      expect(refusal(answer)).toEqual({ status: 403, code: "AuthorizationFailed", hasId: true });
      expect(answer.body.error?.message).toContain(
        `'Microsoft.Security/assessments/governanceAssignments/${right}' over scope '${existing?.id}'`,
      );
    }
    expect(await listedIn(emulator, id)).toEqual([existing]);
  });

  test("and who may read the cluster alone reads none", async () => {
    const emulator = await start({ scenario: "cluster-only" });
    const { id } = failingAssessment(emulator, "an owner");
    for (const key of [undefined, aKey]) {
      const answer = await assignmentCall(emulator, "GET", id, key);
      expect(answer.body.error?.message).toContain(
        "'Microsoft.Security/assessments/governanceAssignments/read'",
      );
    }
  });
});

test("there is one api-version", async () => {
  const emulator = await start();
  const { id } = failingAssessment(emulator, "no owner");
  const url = assignmentUrl(id, aKey).replace("2022-01-01-preview", "2022-01-01");
  const answer = await call(emulator, url, json("PUT", { properties: due }));
  expect(refusal(answer)).toMatchObject({ status: 400, code: "NoRegisteredProviderFound" });
});
