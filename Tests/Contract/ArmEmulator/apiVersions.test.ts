import { operations } from "../../../Extension/ArmEmulator/operations";
import { apiVersions } from "../../../Extension/ArmEmulator/Server/apiVersions";
import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { call, json, start, type Answer } from "./plainHttp";

type Body = Readonly<Record<string, unknown>>;

const clusterAt = (emulator: ArmEmulator, version: string) => `${emulator.clusterId}?api-version=${version}`;
const propertiesOf = ({ body }: Answer) => body.properties as Body;
const poolsOf = (answer: Answer) => propertiesOf(answer).agentPoolProfiles as readonly Body[];

test("every operation takes its versions from the one table, and each is one", () => {
  const lists = Object.values(apiVersions);
  const unlisted = operations.filter((operation) => !lists.some((list) => list === operation.apiVersions));
  expect(unlisted.map(({ path }) => path)).toEqual([]);
  for (const list of lists) {
    expect(list.filter((version) => !/^20\d\d-[01]\d-[0-3]\d(-preview)?$/.test(version))).toEqual([]);
    expect([...list].sort()).toEqual(list);
    expect(new Set<string>(list).size).toBe(list.length);
  }
});

test("a cluster is answered in each of its versions, without what came later", async () => {
  const emulator = await start();
  for (const version of apiVersions.managedClusters) {
    const answer = await call(emulator, clusterAt(emulator, version));
    expect([version, answer.status]).toEqual([version, 200]);
    expect(["eTag" in answer.body, "systemData" in answer.body]).toEqual([
      version >= "2024-09-01",
      version >= "2022-02-01",
    ]);
    const { securityProfile } = propertiesOf(answer);
    expect(securityProfile === undefined).toBe(version < "2021-07-01");
    expect("defender" in ((securityProfile ?? {}) as Body)).toBe(version >= "2022-06-01");
    expect(poolsOf(answer).every((pool) => "osSKU" in pool)).toBe(version >= "2021-03-01");
    expect(poolsOf(answer).some((pool) => "osSKU" in pool)).toBe(version >= "2021-03-01");
  }
});

test("another version is refused, naming those that there are", async () => {
  const emulator = await start();
  const { status, body } = await call(emulator, clusterAt(emulator, "2019-01-01"));
  expect([status, body.error?.code]).toEqual([400, "NoRegisteredProviderFound"]);
  for (const version of apiVersions.managedClusters) {
    expect(body.error?.message).toContain(version);
  }
});

let clock = Date.parse("2026-11-30T12:00:00Z");
const startTimed = () => start({ now: () => new Date(clock) });

/** Writes a cluster, and lets the time pass that it takes. */
async function write(emulator: ArmEmulator, version: string, body: Body): Promise<Answer> {
  const answer = await call(emulator, clusterAt(emulator, version), json("PUT", body));
  expect(answer.status).toBe(200);
  clock += 60_000;
  return answer;
}

test("a write in an old version leaves alone what that version has no words for", async () => {
  const emulator = await startTimed();
  const newest = await call(emulator, clusterAt(emulator, "2026-01-01"));
  const { body } = await call(emulator, clusterAt(emulator, "2021-05-01"));
  const old = { ...body, tags: { changed: "yes" } };
  const written = await write(emulator, "2021-05-01", old);
  expect(written.body).not.toHaveProperty("properties.securityProfile");
  const after = await call(emulator, clusterAt(emulator, "2026-01-01"));
  expect(after.body.tags).toEqual({ changed: "yes" });
  expect(propertiesOf(after).securityProfile).toEqual(propertiesOf(newest).securityProfile);
  expect(poolsOf(after).map(({ osSKU, upgradeSettings }) => ({ osSKU, upgradeSettings }))).toEqual(
    poolsOf(newest).map(({ osSKU, upgradeSettings }) => ({ osSKU, upgradeSettings })),
  );
});

test("a write in a version that knows a property takes it away by leaving it out", async () => {
  const emulator = await startTimed();
  const { body } = await call(emulator, clusterAt(emulator, "2026-01-01"));
  const { securityProfile: _, ...properties } = body.properties as Body;
  await write(emulator, "2026-01-01", { ...body, properties });
  expect(propertiesOf(await call(emulator, clusterAt(emulator, "2026-01-01")))).not.toHaveProperty(
    "securityProfile",
  );
});

test("a plan in an old version has what that version has, and keeps the rest when it is written", async () => {
  const emulator = await start();
  const path = `/subscriptions/${emulator.world.subscriptionId}/providers/Microsoft.Security/pricings/Containers`;
  const keysIn = async (version: string) =>
    Object.keys(propertiesOf(await call(emulator, `${path}?api-version=${version}`))).sort();
  expect(await keysIn("2018-06-01")).toEqual(["freeTrialRemainingTime", "pricingTier"]);
  expect(await keysIn("2022-03-01")).not.toContain("extensions");
  expect(await keysIn("2023-01-01")).toEqual(expect.arrayContaining(["enablementTime", "extensions"]));
  expect(await keysIn("2023-01-01")).not.toContain("enforce");
  const extensions = async () =>
    propertiesOf(await call(emulator, `${path}?api-version=2024-01-01`)).extensions as readonly Body[];
  const before = await extensions();
  const put = json("PUT", { properties: { pricingTier: "Standard" } });
  expect((await call(emulator, `${path}?api-version=2022-03-01`, put)).status).toBe(200);
  expect((await extensions()).map(({ name, isEnabled }) => ({ name, isEnabled }))).toEqual(
    before.map(({ name, isEnabled }) => ({ name, isEnabled })),
  );
});

test("an alert has what came with 2022-01-01 in no version before", async () => {
  const emulator = await start();
  const path = `/subscriptions/${emulator.world.subscriptionId}/providers/Microsoft.Security/alerts`;
  for (const version of apiVersions.alerts) {
    const { body } = await call(emulator, `${path}?api-version=${version}`);
    const [alert] = body.value as readonly { readonly properties: Body }[];
    expect([version, "version" in (alert?.properties ?? {})]).toEqual([version, version >= "2022-01-01"]);
    expect(alert?.properties).toHaveProperty("alertType");
  }
});

test("a policy assignment keeps its identity, and a replacement without one drops it", async () => {
  const emulator = await start();
  const path = `${emulator.clusterId}/providers/Microsoft.Authorization/policyAssignments/mine`;
  const properties = {
    policyDefinitionId:
      "/providers/Microsoft.Authorization/policyDefinitions/0a15ec92-a229-4763-bb14-0ea34a568f8d",
  };
  const identity = { type: "SystemAssigned" };
  const at = `${path}?api-version=2021-06-01`;
  const made = await call(emulator, at, json("PUT", { location: "westeurope", identity, properties }));
  expect(made.body).toMatchObject({
    location: "westeurope",
    identity: { type: "SystemAssigned", tenantId: emulator.world.tenantId },
  });
  const again = await call(emulator, at, json("PUT", { location: "westeurope", identity, properties }));
  expect(again.body.identity).toEqual(made.body.identity);
  expect((await call(emulator, at, json("PUT", { properties }))).body).not.toHaveProperty("identity");
  const old = await call(emulator, `${path}?api-version=2019-01-01`);
  expect(old.body).not.toHaveProperty("systemData");
  expect(propertiesOf(old)).not.toHaveProperty("enforcementMode");
});

test("a policy assignment that is written in an old version keeps what that version has no words for", async () => {
  const emulator = await start();
  const path = `${emulator.clusterId}/providers/Microsoft.Authorization/policyAssignments/mine`;
  const policyDefinitionId =
    "/providers/Microsoft.Authorization/policyDefinitions/0a15ec92-a229-4763-bb14-0ea34a568f8d";
  const later = {
    enforcementMode: "DoNotEnforce",
    nonComplianceMessages: [{ message: "Ask the platform team." }],
    resourceSelectors: [{ name: "eu", selectors: [{ kind: "resourceLocation", in: ["westeurope"] }] }],
  };
  const write = (version: string, properties: Body) =>
    call(emulator, `${path}?api-version=${version}`, json("PUT", { properties }));
  expect((await write("2025-03-01", { policyDefinitionId, ...later })).status).toBe(201);
  // What a version doesn't know, it doesn't change either.
  const renamed = { policyDefinitionId, displayName: "Renamed", enforcementMode: "Default" };
  expect((await write("2018-05-01", renamed)).status).toBe(201);
  const kept = async () => propertiesOf(await call(emulator, `${path}?api-version=2025-03-01`));
  expect(await kept()).toMatchObject({ displayName: "Renamed", ...later });
  await write("2025-03-01", { policyDefinitionId });
  expect(await kept()).not.toHaveProperty("nonComplianceMessages");
});

test("features that a newer version turned on survive a write in an older one, which doesn't show them", async () => {
  const emulator = await startTimed();
  const { body } = await call(emulator, clusterAt(emulator, "2026-01-01"));
  const features = {
    disableLocalAccounts: true,
    oidcIssuerProfile: { enabled: true },
    workloadAutoScalerProfile: { keda: { enabled: true } },
    azureMonitorProfile: { metrics: { enabled: true } },
    autoUpgradeProfile: { upgradeChannel: "stable", nodeOSUpgradeChannel: "NodeImage" },
  };
  await write(emulator, "2026-01-01", { ...body, properties: { ...(body.properties as Body), ...features } });
  const old = await call(emulator, clusterAt(emulator, "2021-02-01"));
  expect(propertiesOf(old)).toMatchObject({ autoUpgradeProfile: { upgradeChannel: "stable" } });
  expect(JSON.stringify(old.body)).not.toMatch(
    /disableLocalAccounts|oidcIssuer|workloadAutoScaler|azureMonitor|nodeOSUpgradeChannel/,
  );
  await write(emulator, "2021-02-01", old.body);
  expect(propertiesOf(await call(emulator, clusterAt(emulator, "2026-01-01")))).toMatchObject(features);
});
