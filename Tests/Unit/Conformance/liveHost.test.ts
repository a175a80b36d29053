import type { ArmAnswer, ArmCall } from "../../../Extension/LocalPortal/AzureMode/armTransport";
import { AzureProblem } from "../../../Extension/LocalPortal/AzureMode/azureProblem";
import { placeOf } from "../../../Extension/LocalPortal/AzureMode/azureFlags";
import { createGate } from "../../../Extension/LocalPortal/Gate/gate";
import { createLiveHost, createRecord } from "../../Conformance/Live/liveHost";
import { clusterId } from "../../Support/findings";

const arm = "https://management.azure.com";
const place = placeOf(clusterId);

function setup(answer: () => Promise<ArmAnswer>) {
  const sent: string[] = [];
  const record = createRecord();
  const gate = createGate({ arm, cluster: { ...place, nodeResourceGroup: "nodes" }, isReadOnly: true });
  const account = {
    send: ({ method, target }: Pick<ArmCall, "method" | "target">) => {
      sent.push(`${method} ${target}`);
      return answer();
    },
  };
  const host = createLiveHost(gate, { arm, account }, record);
  const ask = (method: string, path: string, body?: unknown) =>
    host({ method, uri: `${arm}${path}`, commandName: `Test/${method}`, headers: {}, body });
  return { ask, sent, record };
}

const good = () => Promise.resolve({ status: 200, headers: {}, content: { a: 1 } });
const query = { query: "resources", subscriptions: [place.subscriptionId] };
const graph = "/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01";
const version = "?api-version=2026-01-01";

test("a GET of the product and a query of Resource Graph leave", async () => {
  const { ask, sent, record } = setup(good);
  await ask("GET", `${clusterId}${version}`);
  await ask("POST", graph, query);
  expect(sent).toEqual([`GET ${clusterId}${version}`, `POST ${graph}`]);
  expect(record.answers).toHaveLength(2);
  expect([...record.notAsked]).toEqual([]);
});

test.each([
  ["a write", "PUT", `${clusterId}${version}`, {}],
  [
    "a removal",
    "DELETE",
    `${clusterId}/providers/Microsoft.Security/pricings/Containers${version}`,
    undefined,
  ],
  [
    "a POST that only asks, of another service",
    "POST",
    `${clusterId}/providers/Microsoft.PolicyInsights/policyStates/latest/queryResults${version}`,
    undefined,
  ],
  ["a path that looks like Resource Graph", "POST", `/subscriptions/x${graph}`, query],
  ["a query of the whole tenant", "POST", graph, { query: "resources" }],
  ["a query of another subscription", "POST", graph, { ...query, subscriptions: ["x"] }],
  ["a GET of what the product doesn't read", "GET", `/subscriptions${version}`, undefined],
  ["a HEAD", "HEAD", `${clusterId}${version}`, undefined],
])("%s doesn't leave", async (_, method, path, body) => {
  const { ask, sent, record } = setup(good);
  expect(await ask(method, path, body)).toMatchObject({ status: 403, body: { error: { code: "NotAsked" } } });
  expect(sent).toEqual([]);
  expect(record.answers).toEqual([]);
  expect([...record.notAsked]).toEqual([`Test/${method}`]);
});

test("another host is none", async () => {
  const { ask, sent } = setup(good);
  expect(await ask("GET", `.evil.example${clusterId}${version}`)).toMatchObject({ status: 403 });
  expect(sent).toEqual([]);
});

test("after the sign-in was refused nothing more leaves", async () => {
  const problem = new AzureProblem("notSignedIn", "Sign in.");
  const { ask, sent, record } = setup(() => Promise.reject(problem));
  await ask("GET", `${clusterId}${version}`);
  await ask("POST", graph, query);
  expect(sent).toHaveLength(1);
  expect(record.problem).toBe(problem);
});
