import { chmodSync, writeFileSync } from "node:fs";
import path from "node:path";
import { startAzureOfCli, withAzureCli, type AzureOfCli } from "./azureOfCli";

interface Account {
  readonly id: string;
  readonly tenantId: string;
  readonly environmentName: string;
  readonly isDefault: boolean;
  readonly user: { readonly name: string; readonly type: string };
}

withAzureCli("az signs in", () => {
  let azure: AzureOfCli;
  beforeAll(async () => {
    azure = await startAzureOfCli();
  });
  afterAll(() => azure.close());
  afterEach(() => Object.assign(azure.behavior, { lifetimeSeconds: 86_400, refusal: undefined }));

  const token = () => azure.json<{ readonly accessToken: string }>("account", "get-access-token");
  const clusters = () => azure.json<readonly { readonly name: string }[]>("aks", "list");

  /** The account that the CLI shows, which can list clusters. */
  async function expectSignedIn(type: "servicePrincipal" | "user", name: string) {
    const { world } = azure.emulator;
    expect(await azure.json<Account>("account", "show")).toMatchObject({
      id: world.subscriptionId,
      tenantId: world.tenantId,
      environmentName: "emulator",
      user: { type, name },
    });
    expect((await clusters()).map((cluster) => cluster.name).sort()).toEqual(
      world.clusters.map((cluster) => cluster.name).sort(),
    );
  }

  test("as a service principal; the account can be listed, chosen, and asked for tokens", async () => {
    await azure.login();
    const { client, world } = azure.emulator;
    await expectSignedIn("servicePrincipal", client?.id ?? "");
    const accounts = await azure.json<readonly Account[]>("account", "list");
    expect(accounts.map(({ id, isDefault }) => [id, isDefault])).toEqual([[world.subscriptionId, true]]);
    await azure.json("account", "set", "--subscription", "Contoso");
    expect((await token()).accessToken.split(".")).toHaveLength(3);
  });

  test("a token that is about to end is replaced", async () => {
    azure.behavior.lifetimeSeconds = 60;
    await azure.login();
    const first = await token();
    expect((await token()).accessToken).not.toBe(first.accessToken);
  });

  test("a wrong secret and an ended session are told in Entra's words", async () => {
    const { client, world } = azure.emulator;
    const flags = ["--username", client?.id ?? "", "--tenant", world.tenantId];
    const wrong = await azure.az(["login", "--service-principal", ...flags, "--password", "guess"]);
    expect(wrong.code).not.toBe(0);
    expect(wrong.stderr).toContain("AADSTS7000215");
    azure.behavior.lifetimeSeconds = 60;
    await azure.login();
    azure.behavior.refusal = "AADSTS700082: The refresh token has expired due to inactivity.";
    const ended = await azure.az(["account", "get-access-token"]);
    expect(ended.code).not.toBe(0);
    expect(ended.stderr).toContain("AADSTS700082");
  });

  test("a person signs in by a device code, stays signed in, and signs out", async () => {
    const typed = new Set<string>();
    azure.behavior.lifetimeSeconds = 60;
    const ended = await azure.az(["login", "--use-device-code", "--output", "none"], (said) => {
      const [, page = "", code = ""] = /open the page (\S+) and enter the code (\w+)/.exec(said) ?? [];
      if (code !== "" && !typed.has(code)) {
        typed.add(code);
        // As the person does, in a browser that trusts the certificate.
        void azure.shell(`curl --silent --cacert localhost.crt --data code=${code} ${page}`);
      }
    });
    expect(ended).toMatchObject({ code: 0 });
    const { email } = azure.emulator.world.engineer;
    await expectSignedIn("user", email);
    const first = await token();
    expect((await token()).accessToken).not.toBe(first.accessToken);
    await azure.json("logout");
    expect((await azure.az(["account", "show"])).stderr).toContain("az login");
  });

  test("a person signs in by a browser", async () => {
    const browser = path.join(azure.folder, "browser");
    writeFileSync(
      browser,
      `#!/bin/sh\nexec curl --silent --location --cacert '${azure.folder}/localhost.crt' --output /dev/null "$1"\n`,
    );
    chmodSync(browser, 0o755);
    Object.assign(azure.env, { BROWSER: `${browser} %s &`, DISPLAY: ":0" });
    const ended = await azure.az(["login", "--output", "none"]);
    expect(ended).toMatchObject({ code: 0 });
    await expectSignedIn("user", azure.emulator.world.engineer.email);
  });
});
