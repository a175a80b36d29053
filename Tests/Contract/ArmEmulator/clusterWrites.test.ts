import { ContainerServiceClient } from "@azure/arm-containerservice";
import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { createEmulatorHttpClient, emulatorCredential } from "../../Support/emulatorHttpClient";
import { call, json, refusal, start } from "./plainHttp";

const version = "?api-version=2026-01-01";
type Json = Readonly<Record<string, unknown>>;
type Change = (properties: Json) => Json;

const clock = () => {
  let time = Date.parse("2026-11-24T12:00:00Z");
  return { now: () => new Date(time), pass: (seconds: number) => (time += seconds * 1000) };
};

const read = (emulator: ArmEmulator) => call(emulator, `${emulator.clusterId}${version}`);
const put = (emulator: ArmEmulator, body: unknown, headers = {}) =>
  call(emulator, `${emulator.clusterId}${version}`, json("PUT", body, headers));

/** Reads the cluster and writes it with other properties. */
async function change(emulator: ArmEmulator, to: Change, headers = {}) {
  const { body } = await read(emulator);
  return put(emulator, { ...body, properties: to(body.properties as Json) }, headers);
}

const withRanges =
  (...authorizedIPRanges: readonly unknown[]): Change =>
  (properties) => ({ ...properties, apiServerAccessProfile: { authorizedIPRanges } });

test("a write becomes the cluster when its operation ends: every property, the etag, the state", async () => {
  const { now, pass } = clock();
  const emulator = await start({ now });
  const before = (await read(emulator)).body;
  const sent = {
    ...before,
    extra: [1, { deep: null }],
    tags: { a: "1" },
    properties: { ...(before.properties as Json), future: { x: "it's" } },
  };
  const answer = await put(emulator, sent, { "if-match": String(before.eTag) });
  expect(answer.status).toBe(200);
  expect((await read(emulator)).body).toMatchObject({
    eTag: before.eTag,
    properties: { provisioningState: "Updating" },
  });
  pass(10);
  const after = (await read(emulator)).body;
  expect(after).toEqual({ ...sent, eTag: after.eTag });
  expect(after.eTag).not.toBe(before.eTag);
  const link = String(answer.headers.get("azure-asyncoperation")).replace(emulator.url, "");
  expect((await call(emulator, link)).body).toMatchObject({ status: "Succeeded", percentComplete: 100 });
});

test("what a write leaves out is gone", async () => {
  const { now, pass } = clock();
  const emulator = await start({ now });
  await change(emulator, ({ addonProfiles: _, ...properties }) => properties);
  pass(10);
  expect((await read(emulator)).body.properties).not.toHaveProperty("addonProfiles");
});

test("a stale etag is a 412, a write during another one a 409, and neither changes anything", async () => {
  const { now, pass } = clock();
  const emulator = await start({ now });
  const stale = await change(emulator, withRanges("20.0.0.0/8"), { "if-match": "stale" });
  expect(refusal(stale)).toEqual({ status: 412, code: "PreconditionFailed", hasId: true });
  expect((await change(emulator, withRanges("20.0.0.0/8"))).status).toBe(200);
  const second = await change(emulator, withRanges("30.0.0.0/8"));
  expect(refusal(second)).toEqual({ status: 409, code: "OperationNotAllowed", hasId: true });
  pass(10);
  expect((await read(emulator)).body.properties).toHaveProperty("apiServerAccessProfile", {
    authorizedIPRanges: ["20.0.0.0/8"],
  });
});

const defender =
  (defender: Json): Change =>
  (properties) => ({ ...properties, securityProfile: { defender } });
const monitored = { securityMonitoring: { enabled: true } };

test.each<[string, Change, string]>([
  ["a range that is none", withRanges("20.0.0.0/8", "1.2.3/8"), "'1.2.3/8' is not an IP range"],
  ["a prefix that is none", withRanges("1.2.3.4/33"), "'1.2.3.4/33'"],
  ["an IPv6 range", withRanges("2001:db8::/32"), "2001:db8::/32"],
  ["a number", withRanges(1), "'1'"],
  ["201 ranges", withRanges(...Array.from({ length: 201 }, (_, at) => `20.0.0.${at}`)), "201 ranges"],
  [
    "ranges of a private cluster",
    (properties) => ({
      ...properties,
      apiServerAccessProfile: { authorizedIPRanges: ["1.2.3.4"], enablePrivateCluster: true },
    }),
    "private cluster",
  ],
  ["a sensor without workspace", defender(monitored), "requires a Log Analytics workspace"],
  [
    "a workspace that is not there",
    defender({ ...monitored, logAnalyticsWorkspaceResourceId: "/subscriptions/x" }),
    "'/subscriptions/x' could not be found",
  ],
  ["no node pools", (properties) => ({ ...properties, agentPoolProfiles: [] }), "agentPoolProfiles"],
  [
    "an add-on that is neither on nor off",
    (properties) => ({ ...properties, addonProfiles: { azurepolicy: {} } }),
    "addonProfiles.azurepolicy",
  ],
  ["another dnsPrefix", (properties) => ({ ...properties, dnsPrefix: "x" }), "'properties.dnsPrefix'"],
  ["no dnsPrefix", ({ dnsPrefix: _, ...properties }) => properties, "'properties.dnsPrefix'"],
  ["another version", (properties) => ({ ...properties, kubernetesVersion: "1.99.0" }), "kubernetesVersion"],
])("%s is a 400 that names it", async (_, to, named) => {
  const emulator = await start();
  const answer = await change(emulator, to);
  expect([answer.status, answer.body.error?.message]).toEqual([400, expect.stringContaining(named)]);
  expect((await read(emulator)).body.properties).toHaveProperty("provisioningState", "Succeeded");
});

test.each([
  [undefined, "InvalidParameter"],
  [[], "InvalidParameter"],
  [{ location: "westeurope" }, "InvalidParameter"],
  [{ location: "northeurope", properties: {} }, "InvalidResourceLocation"],
])("the body %j is refused", async (body, code) => {
  expect(refusal(await put(await start(), body))).toMatchObject({ status: 400, code });
});

test("basic-load-balancer: ranges need the Standard one", async () => {
  const answer = await change(await start({ scenario: "basic-load-balancer" }), withRanges("1.2.3.4/32"));
  expect([answer.status, answer.body.error?.message]).toEqual([400, expect.stringContaining("Standard")]);
});

test("fix-fails: the operation ends as Failed with its reason, and nothing has changed but the etag", async () => {
  const { now, pass } = clock();
  const emulator = await start({ now, scenario: "fix-fails" });
  const before = (await read(emulator)).body;
  const { headers } = await change(emulator, withRanges("20.0.0.0/8"));
  pass(10);
  const link = String(headers.get("azure-asyncoperation")).replace(emulator.url, "");
  expect((await call(emulator, link)).body).toMatchObject({
    status: "Failed",
    error: { code: "ReconcileVMSSAgentPoolFailed" },
  });
  const result = await call(emulator, link.replace("/operations/", "/operationresults/"));
  expect(result.body.error?.code).toBe("ReconcileVMSSAgentPoolFailed");
  const { eTag, properties } = (await read(emulator)).body;
  expect(properties).toEqual({ ...(before.properties as Json), provisioningState: "Failed" });
  expect(eTag).not.toBe(before.eTag);
  expect((await change(emulator, withRanges("20.0.0.0/8"))).status).toBe(200);
});

test("reader, and a cluster that is not there", async () => {
  const reader = await change(await start({ scenario: "reader" }), withRanges("1.2.3.4"));
  expect(reader.body.error?.message).toContain("'Microsoft.ContainerService/managedClusters/write'");
  const emulator = await start();
  const path = `${emulator.clusterId}9${version}`;
  expect(refusal(await call(emulator, path, json("PUT", {})))).toMatchObject({ status: 404 });
});

test("Microsoft's own client writes a cluster and follows it to its end", async () => {
  const emulator = await start();
  const { subscriptionId } = emulator.world;
  const { managedClusters } = new ContainerServiceClient(emulatorCredential(emulator), subscriptionId, {
    httpClient: createEmulatorHttpClient(emulator),
  });
  const [group, name] = ["contoso-prod", "contoso-prod-aks"];
  const cluster = await managedClusters.get(group, name);
  const body = { ...cluster, apiServerAccessProfile: { authorizedIPRanges: ["20.0.0.0/8"] } };
  const options = { updateIntervalInMs: 500, ifMatch: cluster.eTag };
  const written = await managedClusters.createOrUpdate(group, name, body, options);
  expect(written.apiServerAccessProfile?.authorizedIPRanges).toEqual(["20.0.0.0/8"]);
});

test("both switches of a profile are seen where the profile is, also when something else turns them", async () => {
  const { now, pass } = clock();
  const emulator = await start({ now });
  await change(emulator, (properties) => ({
    ...properties,
    addonProfiles: { azurePolicy: { enabled: true } },
  }));
  pass(10);
  await read(emulator); // Operations end with the next request.
  Object.assign(emulator.world.clusters[0]?.state ?? {}, { sensor: false, policyAddOn: false });
  expect((await read(emulator)).body.properties).toMatchObject({
    addonProfiles: { azurePolicy: { enabled: false } },
    securityProfile: { defender: { securityMonitoring: { enabled: false } } },
  });
});
