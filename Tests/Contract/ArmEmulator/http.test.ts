import { createToken } from "../../../Extension/ArmEmulator/Server/accessToken";
import { startArmEmulator, type ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";

/** ARM's manners over plain HTTP. */
let emulator: ArmEmulator;
const unknown: string[] = [];
beforeAll(async () => {
  emulator = await startArmEmulator({ onUnknown: (line) => unknown.push(line) });
});
afterAll(() => emulator.close());

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: { readonly error?: { code: string; message: string; details?: unknown[] } } & Record<
    string,
    unknown
  >;
}

async function call(path: string, init: RequestInit = {}, token = emulator.token): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json", ...init.headers };
  const response = await fetch(`${emulator.url}${path}`, { ...init, headers });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Answer["body"],
  };
}

const post = (path: string, body: unknown) => call(path, { method: "POST", body: JSON.stringify(body) });
const graph = "/providers/Microsoft.ResourceGraph/resources?api-version=2022-10-01";
const clusterVersion = "?api-version=2025-05-01";

test("every answer carries its request ids", async () => {
  const { headers } = await call(`${emulator.clusterId}${clusterVersion}`);
  for (const name of ["x-ms-request-id", "x-ms-correlation-request-id", "x-ms-routing-request-id"]) {
    expect(headers.get(name)).toBeTruthy();
  }
});

const claims = { aud: "https://management.azure.com", oid: "1", name: "n", exp: 4_000_000_000 };
test.each([
  ["no token at all", "", "AuthenticationFailed"],
  ["no real token", "x.y.z", "InvalidAuthenticationToken"],
  [
    "another audience",
    createToken({ ...claims, aud: "https://graph.microsoft.com" }),
    "InvalidAuthenticationTokenAudience",
  ],
  ["an expired token", createToken({ ...claims, exp: 1 }), "ExpiredAuthenticationToken"],
])("%s is a 401 with a challenge", async (_, token, code) => {
  const { status, headers, body } = await call(`${emulator.clusterId}${clusterVersion}`, {}, token);
  expect([status, body.error?.code]).toEqual([401, code]);
  expect(headers.get("www-authenticate")).toContain("Bearer");
});

test("a missing and an unknown api-version are refused, the known ones named", async () => {
  expect(await call(emulator.clusterId)).toMatchObject({
    status: 400,
    body: { error: { code: "MissingApiVersionParameter" } },
  });
  const { body } = await call(`${emulator.clusterId}?api-version=1999-01-01`);
  expect(body.error).toMatchObject({
    code: "NoRegisteredProviderFound",
    message: expect.stringContaining("2025-05-01") as string,
  });
});

test("ids are compared without regard to letter case", async () => {
  const { status } = await call(`${emulator.clusterId.toUpperCase()}${clusterVersion}`);
  expect(status).toBe(200);
});

test("an operation that is not there answers loudly", async () => {
  const { status, body } = await call(`${emulator.clusterId}/secrets${clusterVersion}`);
  expect([status, body.error?.code]).toEqual([404, "InvalidResourceType"]);
  expect(unknown.at(-1)).toContain("/secrets");
  const wrongMethod = await call(`${emulator.clusterId}${clusterVersion}`, { method: "DELETE" });
  expect(wrongMethod.status).toBe(405);
});

test("a resource that is not there is a 404", async () => {
  const { status, body } = await call(`${emulator.clusterId}-gone${clusterVersion}`);
  expect([status, body.error?.code]).toEqual([404, "ResourceNotFound"]);
});

test("a body that is not JSON is a 400", async () => {
  const { status, body } = await call(graph, { method: "POST", body: "{" });
  expect([status, body.error?.code]).toEqual([400, "InvalidRequestContent"]);
});

describe("Resource Graph", () => {
  test("pages with a token that fits its query only", async () => {
    const query = "securityresources | where type has 'alerts' | project id | order by id asc";
    const first = await post(graph, { query, options: { $top: 30 } });
    expect(first.body).toMatchObject({ totalRecords: 102, count: 30, resultTruncated: "false" });
    const $skipToken = first.body.$skipToken;
    const second = await post(graph, { query, options: { $skipToken } });
    expect(second.body).toMatchObject({ count: 30 });
    expect(second.body.data).not.toEqual(first.body.data);
    const other = await post(graph, { query: `${query} | take 5`, options: { $skipToken } });
    expect(other).toMatchObject({ status: 400, body: { error: { code: "BadRequest" } } });
  });

  test("without an id there are no further pages, and the answer says that it was cut off", async () => {
    const { body } = await post(graph, { query: "securityresources | project name" });
    expect(body).toMatchObject({ count: 100, resultTruncated: "true" });
    expect(body.$skipToken).toBeUndefined();
  });

  test("counts facets, and a facet that fails fails alone", async () => {
    const query = "securityresources | project id, severity = tostring(properties.Severity)";
    const { body } = await post(graph, {
      query,
      facets: [{ expression: "severity" }, { expression: "nope" }],
    });
    expect(body.facets).toMatchObject([
      { expression: "severity", resultType: "FacetResult" },
      {
        expression: "nope",
        resultType: "FacetError",
        errors: [{ code: "NoValidColumns" }, { code: "InvalidColumnNames" }],
      },
    ]);
  });

  test("refuses a wrong query with the place of the error", async () => {
    const { status, body } = await post(graph, { query: "securityresources\n| where nope == 1" });
    expect(status).toBe(400);
    expect(body.error?.details).toMatchObject([
      { code: "InvalidQuery" },
      { code: "SemanticError", line: 2, characterPositionInLine: 8, token: "nope" },
    ]);
  });

  test.each([{}, { query: "" }, { query: "resources", options: { $top: 5000 } }])(
    "%p is a 400",
    async (body) => {
      expect((await post(graph, body)).status).toBe(400);
    },
  );

  test("another subscription is refused", async () => {
    const { status, body } = await post(graph, { query: "resources", subscriptions: ["1"] });
    expect([status, body.error?.code]).toEqual([403, "AccessDenied"]);
  });

  test("gives tables too", async () => {
    const { body } = await post(graph, {
      query: "resources | project name | take 1",
      options: { resultFormat: "table" },
    });
    expect(body.data).toMatchObject({
      columns: [{ name: "name", type: "string" }],
      rows: [["contoso-prod-aks"]],
    });
  });

  test("the 16th query within five seconds is throttled, and says for how long", async () => {
    const other = await startArmEmulator({ now: () => new Date(1_790_000_000_000) });
    const ask = () =>
      fetch(`${other.url}${graph}`, {
        method: "POST",
        headers: { authorization: `Bearer ${other.token}` },
        body: JSON.stringify({ query: "resources | count" }),
      });
    const answers: Response[] = [];
    for (let index = 0; index < 16; index += 1) {
      answers.push(await ask());
    }
    await other.close();
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 15 }, () => 200), 429]);
    expect(answers[14]?.headers.get("x-ms-user-quota-remaining")).toBe("0");
    expect(Number(answers[15]?.headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

describe("batch", () => {
  const batch = (requests: unknown) => post("/batch?api-version=2020-06-01", { requests });

  test("answers each item by itself, in order", async () => {
    const { body } = await batch([
      { httpMethod: "GET", name: "a", url: `${emulator.clusterId}${clusterVersion}` },
      {
        httpMethod: "GET",
        name: "b",
        url: `https://management.azure.com${emulator.clusterId}-gone${clusterVersion}`,
      },
    ]);
    expect(body.responses).toMatchObject([
      { name: "a", httpStatusCode: 200 },
      { name: "b", httpStatusCode: 404, content: { error: { code: "ResourceNotFound" } } },
    ]);
  });

  test("takes at most 20, and calls no other host", async () => {
    const item = { httpMethod: "GET", url: "/subscriptions?api-version=2022-12-01" };
    expect((await batch(Array.from({ length: 21 }, () => item))).status).toBe(400);
    expect((await batch([{ httpMethod: "GET", url: "https://evil.example/" }])).status).toBe(400);
    expect((await batch("no list")).status).toBe(400);
  });

  test("writes its links for ARM, where the callers believe to be", async () => {
    const url = `/subscriptions/${emulator.world.subscriptionId}/providers/Microsoft.ContainerService/managedClusters${clusterVersion}`;
    const { body } = await batch([{ httpMethod: "GET", url }]);
    const [{ content }] = body.responses as [{ content: { nextLink: string } }];
    expect(content.nextLink).toMatch(/^https:\/\/management\.azure\.com\//);
  });
});

test("closing ends calls that are still waiting", async () => {
  const slow = await startArmEmulator({ scenario: "slow" });
  const pending = fetch(`${slow.url}${graph}`, {
    method: "POST",
    headers: { authorization: `Bearer ${slow.token}` },
    body: JSON.stringify({ query: "resources" }),
  });
  const ended = pending.then(
    () => "ended",
    () => "ended",
  );
  await slow.close();
  expect(await ended).toBe("ended");
});

test("a taken port is an error with the port's number", async () => {
  const port = Number(new URL(emulator.url).port);
  await expect(startArmEmulator({ port })).rejects.toMatchObject({ code: "EADDRINUSE", port });
});
