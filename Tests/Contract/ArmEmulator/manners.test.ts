import { ResourceGraphClient } from "@azure/arm-resourcegraph";
import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { createToken } from "../../../Extension/ArmEmulator/Server/accessToken";
import {
  startArmEmulator,
  type ArmEmulator,
  type ArmEmulatorOptions,
} from "../../../Extension/ArmEmulator/startArmEmulator";
import { createEmulatorHttpClient, emulatorCredential } from "../../Support/emulatorHttpClient";

/** ARM's manners where calls are wrong, late, many or somebody else's. */
const started: ArmEmulator[] = [];
async function start(options: ArmEmulatorOptions = {}): Promise<ArmEmulator> {
  const emulator = await startArmEmulator(options);
  started.push(emulator);
  return emulator;
}
afterEach(() => Promise.all(started.splice(0).map((emulator) => emulator.close())));

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>> & {
    readonly error?: { readonly code: string; readonly message: string };
  };
}

async function call({ url, token }: ArmEmulator, path: string, init: RequestInit = {}): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, ...init.headers };
  const response = await fetch(`${url}${path}`, { ...init, headers });
  const text = await response.text();
  const body = text === "" ? {} : (JSON.parse(text) as Answer["body"]);
  return { status: response.status, headers: response.headers, body };
}

const json = (method: string, body: unknown, headers: Readonly<Record<string, string>> = {}) => ({
  method,
  body: JSON.stringify(body),
  headers,
});
const refusal = ({ status, headers, body }: Answer) => ({
  status,
  code: body.error?.code,
  hasId: headers.get("x-ms-request-id") !== null,
});

const graph = "/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01";
const version = "?api-version=2026-04-01";
const batchPath = "/batch?api-version=2020-06-01";

describe("whatever is wrong comes in ARM's envelope, with a request id", () => {
  test.each<readonly [string, string, RequestInit, number, string]>([
    [
      "a batch without token",
      batchPath,
      { ...json("POST", {}, { authorization: "" }) },
      401,
      "AuthenticationFailed",
    ],
    [
      "a batch without api-version",
      "/batch",
      json("POST", { requests: [] }),
      400,
      "MissingApiVersionParameter",
    ],
    ["a batch of nothing real", batchPath, json("POST", { requests: [null] }), 400, "InvalidRequestContent"],
    [
      "a batch item without address",
      batchPath,
      json("POST", { requests: [{}] }),
      400,
      "InvalidRequestContent",
    ],
    [
      "an address that is none",
      batchPath,
      json("POST", { requests: [{ url: "http://[" }] }),
      400,
      "InvalidRequestUri",
    ],
    ["a batch that is not JSON", batchPath, { method: "POST", body: "{" }, 400, "InvalidRequestContent"],
    ["a body that is not JSON", graph, { method: "POST", body: "{" }, 400, "InvalidRequestContent"],
    [
      "a body that is too large",
      graph,
      { method: "POST", body: "x".repeat(17 << 20) },
      413,
      "InvalidRequestContent",
    ],
    [
      "a wrong escape",
      `/subscriptions/%E0%A4%A/providers/Microsoft.Security/alerts${version}`,
      {},
      400,
      "InvalidRequestUri",
    ],
    [
      "an unknown namespace",
      `/subscriptions/1/providers/Microsoft.Nope/things${version}`,
      {},
      404,
      "InvalidResourceNamespace",
    ],
    [
      "an unknown type",
      `/subscriptions/1/providers/Microsoft.Security/nope${version}`,
      {},
      404,
      "InvalidResourceType",
    ],
    ["an unknown path", `/nowhere${version}`, {}, 404, "ResourceNotFound"],
    ["an unknown path without api-version", "/nowhere", {}, 400, "MissingApiVersionParameter"],
  ])("%s", async (_, path, init, status, code) => {
    const emulator = await start();
    expect(refusal(await call(emulator, path, init))).toEqual({ status, code, hasId: true });
  });
});

test("a token of somebody else is accepted and has no rights", async () => {
  const emulator = await start();
  const token = createToken({
    aud: "https://management.azure.com",
    oid: "1",
    name: "eve",
    exp: 4_000_000_000,
  });
  const { status, body } = await call({ ...emulator, token }, `${emulator.clusterId}${version}`);
  expect([status, body.error?.code]).toEqual([403, "AuthorizationFailed"]);
  expect(body.error?.message).toContain("'eve' with object id '1'");
  expect(body.error?.message).toContain("Microsoft.ContainerService/managedClusters/read");
});

test("unknown resource groups and forged page tokens are refused", async () => {
  const emulator = await start();
  const subscription = `/subscriptions/${emulator.world.subscriptionId}`;
  for (const list of [
    "Microsoft.Security/alerts?api-version=2022-01-01",
    `Microsoft.ContainerService/managedClusters${version}`,
  ]) {
    const gone = await call(emulator, `${subscription}/resourceGroups/gone/providers/${list}`);
    expect(refusal(gone)).toMatchObject({ status: 404, code: "ResourceGroupNotFound" });
    const forged = await call(emulator, `${subscription}/providers/${list}&$skiptoken=xyz`);
    expect(refusal(forged)).toMatchObject({ status: 400, code: "InvalidSkipToken" });
  }
});

describe("permissions", () => {
  const permissions = "/providers/Microsoft.Authorization/permissions?api-version=2022-04-01";
  const actionsAt = async (emulator: ArmEmulator, scope: string) => {
    const { body } = await call(emulator, `${scope}${permissions}`);
    return (body.value as readonly { readonly actions: readonly string[] }[]).flatMap(
      ({ actions }) => actions,
    );
  };

  test.each<readonly [ScenarioName, readonly string[], readonly string[], readonly string[]]>([
    ["busy", ["*"], ["*"], ["*"]],
    ["cluster-only", ["Microsoft.ContainerService/managedClusters/read"], [], []],
    ["no-access", [], [], []],
  ])("%s: at the cluster, its resource group, its subscription", async (scenario, ...expected) => {
    const emulator = await start({ scenario });
    const [group = ""] = emulator.clusterId.split("/providers/");
    const [subscription = ""] = group.split("/resourceGroups/");
    const scopes = [emulator.clusterId, group, subscription];
    expect(await Promise.all(scopes.map((scope) => actionsAt(emulator, scope)))).toEqual(expected);
  });

  test("cluster-only: the cluster can be read, its neighbours and its alerts cannot", async () => {
    const emulator = await start({ scenario: "cluster-only" });
    expect((await call(emulator, `${emulator.clusterId}${version}`)).status).toBe(200);
    expect((await call(emulator, `${emulator.clusterId}2${version}`)).status).toBe(403);
    const { body } = await call(emulator, graph, json("POST", { query: "securityresources | project id" }));
    expect(body).toMatchObject({ totalRecords: 0, data: [] });
    const clusters = await call(emulator, graph, json("POST", { query: "resources | project id" }));
    expect(clusters.body.data).toEqual([{ id: emulator.clusterId }]);
  });
});

describe("a long-running write", () => {
  const patch = (emulator: ArmEmulator, headers = {}) =>
    call(emulator, `${emulator.clusterId}${version}`, json("PATCH", { tags: { owner: "ada" } }, headers));
  const clock = () => {
    let time = Date.parse("2026-11-24T12:00:00Z");
    return { now: () => new Date(time), pass: (milliseconds: number) => (time += milliseconds) };
  };
  const stateOf = async (emulator: ArmEmulator) => {
    const { body } = await call(emulator, `${emulator.clusterId}${version}`);
    return (body.properties as { readonly provisioningState: string }).provisioningState;
  };

  test("ends although nobody polls for it, and changes the eTag", async () => {
    const { now, pass } = clock();
    const emulator = await start({ now });
    const before = await call(emulator, `${emulator.clusterId}${version}`);
    expect((await patch(emulator, { "if-match": String(before.body.eTag) })).status).toBe(202);
    expect(await stateOf(emulator)).toBe("Updating");
    pass(10_000);
    expect(await stateOf(emulator)).toBe("Succeeded");
    const after = await call(emulator, `${emulator.clusterId}${version}`);
    expect(after.body).toMatchObject({ tags: { owner: "ada" } });
    expect(after.body.eTag).not.toBe(before.body.eTag);
    expect((await patch(emulator, { "if-match": String(before.body.eTag) })).status).toBe(412);
    expect((await patch(emulator, { "if-match": "*" })).status).toBe(202);
    expect((await patch(emulator)).status).toBe(409);
  });

  test("is followed by either of its links", async () => {
    const { now, pass } = clock();
    const emulator = await start({ now });
    const { headers } = await patch(emulator);
    const follow = (name: string) => call(emulator, String(headers.get(name)).replace(emulator.url, ""));
    expect((await follow("azure-asyncoperation")).body).toMatchObject({ status: "InProgress" });
    expect(await follow("location")).toMatchObject({ status: 202 });
    pass(10_000);
    expect((await follow("azure-asyncoperation")).body).toMatchObject({ status: "Succeeded" });
    expect(await follow("location")).toMatchObject({ status: 200, body: { tags: { owner: "ada" } } });
  });
});

describe("links", () => {
  const list = ({ world }: ArmEmulator) =>
    `/subscriptions/${world.subscriptionId}/providers/Microsoft.ContainerService/managedClusters${version}`;
  const forwarded = { "x-forwarded-proto": "https", "x-forwarded-host": "portal.example" };

  test("lead to the emulator, or to the host that a proxy names", async () => {
    const emulator = await start();
    const own = await call(emulator, list(emulator));
    expect(String(own.body.nextLink).startsWith(emulator.url)).toBe(true);
    const proxied = await call(emulator, list(emulator), { headers: forwarded });
    expect(String(proxied.body.nextLink)).toMatch(/^https:\/\/portal\.example\//);
  });

  test("of batch items obey the proxy too, and items may be addressed to the emulator itself", async () => {
    const emulator = await start();
    const requests = [{ url: `${emulator.url}${list(emulator)}` }];
    const { status, body } = await call(emulator, batchPath, json("POST", { requests }, forwarded));
    expect(status).toBe(200);
    const [{ content }] = body.responses as readonly [{ readonly content: { readonly nextLink: string } }];
    expect(content.nextLink).toMatch(/^https:\/\/portal\.example\//);
  });
});

describe("Resource Graph", () => {
  const ask = async (body: unknown) => call(await start(), graph, json("POST", body));
  const query = "resources | project id, type";
  const facet = (options: unknown) => ask({ query, facets: [{ expression: "type", options }] });
  const typesOf = ({ body: { facets } }: Answer) =>
    (facets as readonly { readonly data: readonly { readonly type: string }[] }[])[0]?.data.map(
      ({ type }) => type,
    );

  test("sorts, filters and cuts facets as asked", async () => {
    const ascending = typesOf(await facet({ sortBy: "type", sortOrder: "asc" }));
    expect(ascending?.length).toBeGreaterThan(2);
    expect(ascending).toEqual([...(ascending ?? [])].sort());
    expect(typesOf(await facet({ sortBy: "type", sortOrder: "desc", $top: 1 }))).toEqual(
      ascending?.slice(-1),
    );
    expect(typesOf(await facet({ filter: "type has 'managedclusters'" }))).toEqual([
      "microsoft.containerservice/managedclusters",
    ]);
  });

  test.each([
    { query, options: { resultFormat: "csv" } },
    { query, options: { $top: 1.5 } },
    { query, options: { $skip: -1 } },
    { query, options: { $skipToken: "x" } },
    { query, subscriptions: ["a"], managementGroups: ["b"] },
    { query, facets: [{ expression: "type", options: { sortOrder: "up" } }] },
  ])("%p is a 400", async (body) => {
    expect(refusal(await ask(body))).toMatchObject({ status: 400, code: "BadRequest" });
  });

  test("knows the tenant's root group and the subscription in any letter case, nothing else", async () => {
    const { world } = await start();
    const { subscriptionId, tenantId } = world;
    expect((await ask({ query, subscriptions: [subscriptionId.toUpperCase()] })).status).toBe(200);
    expect((await ask({ query, managementGroups: [tenantId] })).status).toBe(200);
    expect((await ask({ query, managementGroups: ["other"] })).status).toBe(403);
  });

  test("no-access is refused, and the rest of ARM names the action that is missing", async () => {
    const emulator = await start({ scenario: "no-access" });
    const query403 = await call(emulator, graph, json("POST", { query }));
    expect(refusal(query403)).toMatchObject({ status: 403, code: "AccessDenied" });
    const cluster = await call(emulator, `${emulator.clusterId}${version}`);
    expect(cluster.body.error?.message).toContain("'Microsoft.ContainerService/managedClusters/read'");
  });
});

test("throttled: the SDK's own retries get through, with the addresses of ARM", async () => {
  const emulator = await start({ scenario: "throttled" });
  const client = new ResourceGraphClient(emulatorCredential(emulator), {
    httpClient: createEmulatorHttpClient(emulator),
  });
  const seen: string[] = [];
  const answer = await client.resources(
    { query: "resources | count" },
    { onResponse: ({ request }) => seen.push(new URL(request.url).origin) },
  );
  expect(answer.count).toBe(1);
  expect(emulator.requests.map(({ status }) => status)).toEqual([429, 429, 200]);
  expect(seen).toEqual(["https://management.azure.com"]);
}, 20_000);

describe("the access log", () => {
  test("lists requests as they came, with the caller's name for them, and batches as one", async () => {
    const emulator = await start();
    const headers = { "x-ms-command-name": "Dashboard/ListAlerts" };
    await call(emulator, graph, json("POST", { query: "resources | count" }, headers));
    await call(emulator, batchPath, json("POST", { requests: [{ url: graph }, { url: graph }] }));
    expect(emulator.requests).toEqual([
      {
        method: "POST",
        path: "/providers/Microsoft.ResourceGraph/resources",
        status: 200,
        commandName: "Dashboard/ListAlerts",
      },
      { method: "POST", path: "/batch", status: 200, batch: 2 },
    ]);
    emulator.clearRequests();
    expect(emulator.requests).toEqual([]);
  });
});

test("closing twice is closing once", async () => {
  const emulator = await startArmEmulator();
  await emulator.close();
  await expect(emulator.close()).resolves.toBeUndefined();
});
