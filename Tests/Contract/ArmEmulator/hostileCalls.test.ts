import { createAccessLog } from "../../../Extension/ArmEmulator/Server/accessLog";
import { startArmEmulator, type ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { batchPath, call, graph, json, version } from "./plainHttp";

/** Calls that want to stop the emulator, or to write into the terminal of those who started it. */
let emulator: ArmEmulator;
const unknown: string[] = [];
beforeAll(async () => {
  const now = () => new Date(started + asked * 1_000);
  emulator = await startArmEmulator({ scenario: "healthy", now, onUnknown: (line) => unknown.push(line) });
});
afterAll(() => emulator.close());

/** A second goes by at each query, however fast it is: there is a quota. */
const started = Date.now();
let asked = 0;
const ask = (query: string) => {
  asked += 1;
  return call(emulator, graph, json("POST", { query }));
};
const said = async (query: string) => {
  const { status, body } = await ask(query);
  return { status, text: JSON.stringify(body.error) };
};
const isStillThere = async () => expect((await ask("resources | count")).status).toBe(200);

const side = "resources | extend k = 1 | project k, id";
const tripled = "resources | extend k = 1, m = pack_array(1, 2, 3) | mv-expand m | project k, id";
const crossed = `${tripled} | join kind=inner (${side}) on k | join kind=inner (${side}) on k | join kind=inner (${side}) on k`;
const doubled = Array.from({ length: 40 }, () => "extend x = strcat(x, x)").join(" | ");
const nested = Array.from({ length: 40 }, () => "extend x = pack_array(x, x)").join(" | ");
const aText = `'${"a".repeat(40)}!'`;

test.each([
  ["rows of joins", crossed, /more than 200000 rows/],
  [
    "characters",
    `resources | take 1 | extend x = 'ab' | ${doubled} | project x`,
    /more than 1048576 characters/,
  ],
  [
    "values of lists",
    `resources | take 1 | extend x = pack_array(1) | ${nested} | project x`,
    /more than 1000000 values/,
  ],
  [
    "values of lists as text",
    `resources | take 1 | extend x = pack_array(1) | ${nested} | project y = strlen(tostring(x))`,
    /more than 1000000 values/,
  ],
  ["time of matches regex", `resources | take 1 | where ${aText} matches regex '(a+)+$'`, /takes too long/],
  ["time of extract", `resources | take 1 | project x = extract('(a|a)*$', 0, ${aText})`, /takes too long/],
  [
    "time of replace_regex",
    `resources | take 1 | project x = replace_regex(${aText}, '(a*)*b', 'x')`,
    /takes too long/,
  ],
  ["time of trim", `resources | take 1 | project x = trim_end('(a+)+', ${aText})`, /takes too long/],
  ["a query's text", `resources | where name == '${"a".repeat(100_001)}'`, /may have 100000 characters/],
  ["brackets", `resources | where ${"(".repeat(30_000)}true${")".repeat(30_000)}`, /500 brackets/],
])("too much of %s is refused in words, and the emulator goes on", async (_, query, says) => {
  const { status, text } = await said(query);
  expect(status).toBe(400);
  expect(text).toMatch(says);
  await isStillThere();
});

test("a wrong regular expression and an inherited name are refused as queries", async () => {
  expect(await said("resources | where name matches regex '('")).toMatchObject({ status: 400 });
  expect(await said("resources | summarize x = constructor(name)")).toMatchObject({ status: 400 });
  expect(await said("resources | project x = toString(name)")).toMatchObject({ status: 400 });
});

test.each([501, 6_000, 200_000])("a body of %i levels is refused", async (levels) => {
  const body = `{"tags":${"[".repeat(levels)}${"]".repeat(levels)}}`;
  const answer = await call(emulator, `${emulator.clusterId}${version}`, { method: "PUT", body });
  expect(answer).toMatchObject({ status: 400, body: { error: { code: "InvalidRequestContent" } } });
  await isStillThere();
});

test("what a caller wrote stays text in lines for the terminal and in the access log", async () => {
  const escape = "\u001b[2J\u009b31m\u202e\n";
  await call(emulator, `/providers/${encodeURIComponent(escape)}/x${version}`);
  const item = { httpMethod: `GET${escape}`, url: `/providers/x${version}` };
  await call(emulator, batchPath, json("POST", { requests: [item] }));
  expect(unknown).toHaveLength(2);
  expect(
    [...unknown, JSON.stringify(emulator.requests)].filter((line) => /[\p{Cc}\p{Cf}]/u.test(line)),
  ).toEqual([]);
  expect(unknown[1]).toContain("\\u{1b}");
});

describe("the host that a proxy names", () => {
  const list = () =>
    `/subscriptions/${emulator.world.subscriptionId}/providers/Microsoft.ContainerService/managedClusters${version}`;
  const linkWith = async (headers: Readonly<Record<string, string>>) => {
    const { body } = await call(emulator, list(), { headers });
    return new URL(String(body.nextLink)).origin;
  };

  test("is the first of a list, and none that is no host", async () => {
    const named = {
      "x-forwarded-host": "portal.example, proxy.internal",
      "x-forwarded-proto": "https, http",
    };
    expect(await linkWith(named)).toBe("https://portal.example");
    for (const host of ["", ",", "evil.example/x", "user@evil.example", "a b", "evil.example\u00e9"]) {
      expect(await linkWith({ "x-forwarded-host": host })).toBe(emulator.url);
    }
    expect(await linkWith({ "x-forwarded-host": "a:8443", "x-forwarded-proto": "javascript" })).toBe(
      "https://a:8443",
    );
  });
});

test("the access log forgets what is old", () => {
  const log = createAccessLog();
  for (let index = 0; index < 10_005; index += 1) {
    log.arrive()({ method: "GET", path: String(index), status: 200 });
  }
  expect(log.requests).toHaveLength(10_000);
  expect(log.requests[0]?.path).toBe("5");
});
