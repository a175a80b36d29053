import { bulkTroubles } from "../../../Extension/ArmEmulator/Scenarios/bulkTroubles";
import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { atSubscription, createClock, inArm } from "./alertCalls";
import { start } from "./plainHttp";

/** Many alerts of one cluster, seven of which cannot be changed. */
const clock = createClock();
const bulk = () => start({ scenario: "bulk-troubles", now: clock.now });

/** One after the other, slowly enough for ARM's quota. The raw answer: not all of them are JSON. */
async function send(emulator: ArmEmulator, id: string, verb = "dismiss") {
  clock.forward(1);
  const response = await fetch(`${emulator.url}${id}/${verb}?api-version=2022-01-01`, {
    method: "POST",
    headers: { authorization: `Bearer ${emulator.token}` },
  });
  return {
    status: response.status,
    retryAfter: response.headers.get("retry-after"),
    text: await response.text(),
  };
}

const alertsOfMain = ({ world }: ArmEmulator) =>
  world.alerts.filter(({ properties }) =>
    JSON.stringify(properties.resourceIdentifiers)
      .toLowerCase()
      .includes(`${world.mainClusterId.toLowerCase()}"`),
  );

test("of at least 200 alerts exactly seven fail, each in another way", async () => {
  const emulator = await bulk();
  const alerts = alertsOfMain(emulator);
  expect(alerts.length).toBeGreaterThanOrEqual(200);
  const failed: string[] = [];
  const outcomes = new Set<string>();
  for (const { id } of alerts) {
    const { status, retryAfter } = await send(emulator, id);
    if (status !== 204) {
      failed.push(id);
      outcomes.add([status, ...(retryAfter === null ? [] : [retryAfter])].join(" after "));
    }
  }
  const troubled = bulkTroubles(emulator.world).map(({ alert }) => alert.id);
  expect(failed.sort()).toEqual([...troubled].sort());
  expect([...outcomes].sort()).toEqual(["200", "403", "404", "409", "429 after 120", "500", "503 after 1"]);
});

test("the seven fail again and again, with every verb, at both scopes, and keep their status", async () => {
  const emulator = await bulk();
  for (const { alert, status } of bulkTroubles(emulator.world)) {
    const was = await inArm(emulator, alert);
    for (const id of [alert.id, atSubscription(alert), alert.id]) {
      for (const verb of ["dismiss", "resolve", "activate", "inProgress"]) {
        expect([verb, (await send(emulator, id, verb)).status]).toEqual([verb, status]);
      }
    }
    expect(await inArm(emulator, alert)).toEqual(was);
  }
});

test("six of them refuse in ARM's envelope, one says something that is not JSON", async () => {
  const emulator = await bulk();
  const texts = await Promise.all(
    bulkTroubles(emulator.world).map(async ({ alert }) => (await send(emulator, alert.id)).text),
  );
  const envelopes = texts.filter((text) => text.startsWith("{"));
  expect(
    new Set(envelopes.map((text) => (JSON.parse(text) as { error: { code: string } }).error.code)),
  ).toEqual(
    new Set([
      "AuthorizationFailed",
      "ResourceNotFound",
      "Conflict",
      "TooManyRequests",
      "InternalServerError",
      "ServiceUnavailable",
    ]),
  );
  expect(texts.filter((text) => text.startsWith("<!DOCTYPE html>"))).toHaveLength(1);
});

test("they can be told before and after, in every world", async () => {
  for (const seed of [1, 2, 3]) {
    const emulator = await start({ scenario: "bulk-troubles", now: clock.now, seed });
    const ids = () => bulkTroubles(emulator.world).map(({ alert }) => alert.id);
    const before = ids();
    expect(new Set(before).size).toBe(7);
    for (const { id } of alertsOfMain(emulator).slice(0, 60)) {
      await send(emulator, id);
    }
    expect(ids()).toEqual(before);
  }
});

test("a batch carries them too", async () => {
  const emulator = await bulk();
  const requests = bulkTroubles(emulator.world).map(({ alert }, index) => ({
    httpMethod: "POST",
    name: String(index),
    url: `https://management.azure.com${alert.id}/dismiss?api-version=2022-01-01`,
  }));
  const response = await fetch(`${emulator.url}/batch?api-version=2020-06-01`, {
    method: "POST",
    headers: { authorization: `Bearer ${emulator.token}` },
    body: JSON.stringify({ requests }),
  });
  const { responses } = (await response.json()) as {
    readonly responses: readonly { readonly httpStatusCode: number; readonly content: unknown }[];
  };
  expect(responses.map(({ httpStatusCode }) => httpStatusCode)).toEqual([403, 404, 409, 429, 500, 503, 200]);
  expect(typeof responses.at(-1)?.content).toBe("string");
});
