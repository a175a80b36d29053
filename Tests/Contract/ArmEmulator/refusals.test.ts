import type { ScenarioName } from "../../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { createToken } from "../../../Extension/ArmEmulator/Server/accessToken";
import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { batchPath, call, graph, json, refusal, start, version } from "./plainHttp";

/** What ARM says to calls that are wrong, or not allowed. */
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

test("a token of someone else is accepted and has no rights", async () => {
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

  test("cluster-only: the cluster can be read, its neighbors and its alerts cannot", async () => {
    const emulator = await start({ scenario: "cluster-only" });
    expect((await call(emulator, `${emulator.clusterId}${version}`)).status).toBe(200);
    expect((await call(emulator, `${emulator.clusterId}2${version}`)).status).toBe(403);
    const { body } = await call(emulator, graph, json("POST", { query: "securityresources | project id" }));
    expect(body).toMatchObject({ totalRecords: 0, data: [] });
    const clusters = await call(emulator, graph, json("POST", { query: "resources | project id" }));
    expect(clusters.body.data).toEqual([{ id: emulator.clusterId }]);
  });
});
