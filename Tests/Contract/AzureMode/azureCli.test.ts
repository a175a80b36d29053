import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import { CommandLineError } from "../../../Extension/CommandLine/commandLine";
import { runAzureMode } from "../../../Extension/LocalPortal/AzureMode/runAzureMode";
import { setEnvironment, signInByCli, startRemoteAzure, type RemoteAzure } from "../../Support/remoteAzure";
import { azSays, createStandInAz, type StandInAz } from "../../Support/standInAz";
import { resetIssuer } from "../../Support/tokenIssuer";

/** A laptop where `az login` was run, or not: the real AzureCliCredential runs an `az` that gives the issuer's tokens. */
let azure: RemoteAzure;
let az: StandInAz;
let restore: () => void;
beforeAll(async () => {
  azure = await startRemoteAzure();
  const { ca } = azure.access.tls ?? {};
  az = createStandInAz(azure.issuer, String(ca));
});
beforeEach(() => {
  restore = signInByCli(az);
});
afterEach(() => {
  restore();
  az.says(undefined);
  resetIssuer(azure.issuer);
});
afterAll(async () => {
  az.close();
  await azure.close();
});

/** `npm start -- --cluster ID`, or `--pick` without a place: what it ends with, and what it has told by then. */
async function start(place: RemoteAzure["place"] | undefined, tenantId?: string) {
  const told: string[] = [];
  const started = runAzureMode({
    flags: { place, cloud: azure.access.cloud, tenantId, isReadOnly: true },
    port: 0,
    opens: false,
    terminal: { input: new PassThrough().end("1\n"), output: new PassThrough() },
    tell: (line) => told.push(line),
    access: azure.access,
  });
  const ended = await started.catch((error: unknown) => error);
  return { ended, told };
}

/** One line, and nothing but it, however the cluster was named. */
async function expectLine(says: RegExp): Promise<void> {
  for (const place of [azure.place, undefined]) {
    const { ended, told } = await start(place);
    expect(ended).toBeInstanceOf(CommandLineError);
    const { message } = ended as CommandLineError;
    expect(message).toMatch(says);
    expect(message).not.toContain("\n");
    expect(message.length).toBeLessThan(360);
    expect(told).toEqual([]);
  }
}

test("who has run `az login` is asked for nothing: the CLI's token is that of the cluster's tenant", async () => {
  const { ended } = await start(azure.place);
  expect(ended).toMatchObject({ line: expect.stringMatching(/^Local portal \(TestCloud\)/) as string });
  await (ended as { close(): Promise<void> }).close();
  const { tenantId } = azure.emulator.world;
  expect(az.calls().at(-1)).toBe(
    `account get-access-token --output json --resource https://management.azure.com --tenant ${tenantId}`,
  );
  expect(azure.issuer.asked.at(-1)).toEqual({ tenantId, scope: "https://management.azure.com/.default" });
});

test("signed out", async () => {
  az.says(azSays.signedOut);
  await expectLine(/^You're not signed in\. Run `az login`, then run this again\.$/);
});

test("no Azure CLI at all", async () => {
  const empty = mkdtempSync(path.join(tmpdir(), "no-az-"));
  const back = setEnvironment({ PATH: empty });
  await expectLine(
    /^You're not signed in, and the Azure CLI isn't on the PATH\..* run `az login`, then run this again\.$/,
  );
  back();
  rmSync(empty, { recursive: true });
});

test("a sign-in that has expired", async () => {
  az.says(azSays.expired);
  await expectLine(
    /^Your sign-in has expired\. Run `az login --tenant [\w-]+`, then run this again\. \(AADSTS70043\)$/,
  );
});

test("a sign-in that was not used for long: the SDK keeps it to itself, and the CLI says it", async () => {
  az.says(azSays.unused);
  await expectLine(
    /^Your sign-in has expired\. Run `az login --tenant [\w-]+`, then run this again\. \(AADSTS700082\)$/,
  );
});

test("a second factor", async () => {
  az.says(azSays.secondFactor);
  await expectLine(
    /^Azure asks for another sign-in .*`az login --tenant [\w-]+`, then run this again\. \(AADSTS50076\)$/,
  );
});

test.each([
  ["an account that is not in the cluster's tenant", azSays.otherTenant, "AADSTS50020"],
  ["a tenant that does not exist", azSays.noTenant, "AADSTS90002"],
])("%s", async (_, said, code) => {
  az.says(said);
  await expectLine(
    new RegExp(
      `^The cluster is in tenant [\\w-]+, and you're signed in to another tenant\\..*\\(${code}\\)$`,
    ),
  );
});

test("a CLI that gives a token of another tenant", async () => {
  azure.issuer.behavior.tenantId = "00000000-1111-2222-3333-444444444444";
  const { ended, told } = await start(azure.place);
  const { tenantId } = azure.emulator.world;
  expect(ended).toEqual(
    new CommandLineError(
      `The cluster is in tenant ${tenantId}, and you're signed in to 00000000-1111-2222-3333-444444444444. Run \`az login --tenant ${tenantId}\`, then run this again.`,
    ),
  );
  expect(told).toEqual([]);
});

test("a CLI that is broken is quoted with its first line", async () => {
  az.says(azSays.broken);
  await expectLine(/^Azure didn't sign you in: Traceback \(most recent call last\):$/);
});

test("only the CLI is asked, and once more for its reason, with other tools beside it: to ask them all takes half a minute", async () => {
  az.says(azSays.signedOut);
  const asked = path.join(az.folder, "others");
  const others = ["pwsh", "azd"].map((name) => path.join(az.folder, name));
  others.forEach((file) =>
    writeFileSync(file, `#!/bin/sh\necho "$0" >> ${asked}\nexit 1\n`, { mode: 0o755 }),
  );
  const before = az.calls().length;
  await start(azure.place);
  others.forEach((file) => rmSync(file));
  expect(az.calls()).toHaveLength(before + 2);
  expect(existsSync(asked)).toBe(false);
  expect(azure.issuer.asked).toEqual([]);
});

test("a service principal in the environment goes before the CLI", async () => {
  restore();
  const back = setEnvironment({ AZURE_TOKEN_CREDENTIALS: undefined, PATH: az.folder });
  const before = az.calls().length;
  const { ended } = await start(azure.place);
  back();
  await (ended as { close(): Promise<void> }).close();
  expect(azure.issuer.asked).toHaveLength(1);
  expect(az.calls()).toHaveLength(before);
});
