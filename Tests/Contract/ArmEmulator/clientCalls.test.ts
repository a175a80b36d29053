import type { ArmEmulator } from "../../../Extension/ArmEmulator/startArmEmulator";
import { call, json, start, type Answer } from "./plainHttp";

type Row = Readonly<Record<string, unknown>>;

const rowsOf = ({ body }: Answer) => body.value as readonly Row[];
const at = (path: string, version: string) => `${path}?api-version=${version}`;

/** What clients ask for beside our page, first of all Azure CLI. */
describe("calls of other clients", () => {
  let emulator: ArmEmulator;
  beforeEach(async () => {
    emulator = await start();
  });
  const subscription = () => `/subscriptions/${emulator.world.subscriptionId}`;

  const filtered = (filter: string) =>
    call(
      emulator,
      `${at(`${subscription()}/resources`, "2021-04-01")}&$filter=${encodeURIComponent(filter)}`,
    );

  test("resources are found by their tags, which they show", async () => {
    const ids = emulator.world.clusters.map(({ id }) => id).sort();
    for (const filter of [
      "tagname eq 'environment'",
      "tagName eq 'Environment' and tagValue eq 'production'",
    ]) {
      const found = rowsOf(await filtered(filter));
      expect(found.map(({ id }) => id).sort()).toEqual(ids);
      expect(found.map(({ tags }) => tags)).toEqual(ids.map(() => ({ environment: "production" })));
    }
    expect(rowsOf(await filtered("tagname eq 'environment' and tagvalue eq 'Production'"))).toEqual([]);
    expect(rowsOf(await filtered("tagname eq 'constructor'"))).toEqual([]);
    const mixed = await filtered("tagname eq 'a' and tagvalue eq 'b' and name eq 'c'");
    expect([mixed.status, mixed.body.error?.code]).toEqual([400, "InvalidFilterInQueryString"]);
  });

  test("every resource group of the list can be opened", async () => {
    const groups = rowsOf(await call(emulator, at(`${subscription()}/resourceGroups`, "2021-04-01")));
    expect(groups.filter(({ managedBy }) => managedBy !== undefined).length).toBeGreaterThan(0);
    for (const { id } of groups) {
      expect((await call(emulator, at(String(id), "2021-04-01"))).body.id).toBe(id);
      expect((await call(emulator, at(`${String(id)}/resources`, "2021-04-01"))).status).toBe(200);
    }
  });

  test("a cluster in a group that there isn't: the group is what's missing", async () => {
    const path = emulator.clusterId.replace(/resourceGroups\/[^/]+/, "resourceGroups/nowhere");
    const { status, body } = await call(emulator, at(path, "2026-01-01"));
    expect([status, body.error?.code]).toEqual([404, "ResourceGroupNotFound"]);
  });

  const credentialsOf = (who: string) =>
    call(emulator, at(`${emulator.clusterId}/listCluster${who}Credential`, "2026-01-01"), { method: "POST" });

  test("a kubeconfig points to the cluster, and Admin's has a context of its own", async () => {
    const contexts = [];
    for (const who of ["User", "Admin"]) {
      const { kubeconfigs } = (await credentialsOf(who)).body as unknown as {
        readonly kubeconfigs: readonly { readonly name: string; readonly value: string }[];
      };
      const config = JSON.parse(Buffer.from(kubeconfigs[0]?.value ?? "", "base64").toString()) as Row;
      const { fqdn } = (await call(emulator, at(emulator.clusterId, "2026-01-01"))).body.properties as Row;
      expect(config).toMatchObject({ clusters: [{ cluster: { server: `https://${String(fqdn)}:443` } }] });
      contexts.push(config["current-context"]);
    }
    const { name } = emulator.world.clusters.find(({ id }) => id === emulator.clusterId) ?? {};
    expect(contexts).toEqual([name, `${name}-admin`]);
  });

  test("no kubeconfig without local accounts, and none for readers", async () => {
    let clock = Date.parse("2026-11-30T12:00:00Z");
    emulator = await start({ now: () => new Date(clock) });
    const { body } = await call(emulator, at(emulator.clusterId, "2026-01-01"));
    const properties = { ...(body.properties as Row), disableLocalAccounts: true };
    await call(emulator, at(emulator.clusterId, "2026-01-01"), json("PUT", { ...body, properties }));
    clock += 60_000;
    const refused = await credentialsOf("User");
    expect([refused.status, refused.body.error?.message]).toEqual([
      400,
      expect.stringContaining("disable local accounts"),
    ]);
    emulator = await start({ scenario: "reader" });
    expect((await credentialsOf("User")).status).toBe(403);
  });

  test("a refusal names the application that signed in by itself", async () => {
    emulator = await start({ scenario: "reader", signIn: { lifetimeSeconds: 3_600, refusal: undefined } });
    const { url, client, clusterId } = emulator;
    const form = {
      grant_type: "client_credentials",
      client_id: client?.id ?? "",
      client_secret: client?.secret ?? "",
    };
    const signedIn = await fetch(`${url}/adfs/oauth2/token`, {
      method: "POST",
      body: new URLSearchParams({ ...form, scope: "https://management.azure.com/.default" }),
    });
    const { access_token } = (await signedIn.json()) as { readonly access_token: string };
    const patch = json("PATCH", { tags: {} });
    const { body } = await call({ ...emulator, token: access_token }, at(clusterId, "2026-01-01"), patch);
    expect(body.error?.message).toContain(`The client '${client?.id}' with object id`);
  });
});
