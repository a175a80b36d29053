import { execFileSync } from "node:child_process";
import { startAzurePortal } from "../../../Extension/LocalPortal/AzureMode/startAzurePortal";
import { openPage, type Call, type PortalPage } from "../../Support/portalPage";
import { signInByCli, startRemoteAzure, type RemoteAzure } from "../../Support/remoteAzure";
import { azSays, createStandInAz, type StandInAz } from "../../Support/standInAz";
import { resetIssuer } from "../../Support/tokenIssuer";

/** Continuous access evaluation: ARM wants more of a token that has not run out. The credentials are the real ones. */
let azure: RemoteAzure;
let az: StandInAz;
beforeAll(async () => {
  azure = await startRemoteAzure();
  az = createStandInAz(azure.issuer, String(azure.access.tls?.ca));
});
let restore: () => void = () => undefined;
afterEach(() => {
  restore();
  az.remembers(false);
  az.says(undefined);
  azure.demands.context = undefined;
  azure.demands.revoked.clear();
  resetIssuer(azure.issuer);
});
afterAll(async () => {
  az.close();
  await azure.close();
});

type Opened = { readonly page: PortalPage; readonly told: readonly string[]; readonly read: Call };

/** A page that was opened while nothing was wrong. */
async function withPage(use: (opened: Opened) => Promise<void>): Promise<void> {
  const told: string[] = [];
  const { access, place, emulator } = azure;
  const portal = await startAzurePortal({
    port: 0,
    access,
    place,
    isReadOnly: false,
    tell: (line) => told.push(line),
  });
  try {
    const page = await openPage(portal.newUrl("terminal"));
    expect(told).toEqual([]);
    emulator.clearRequests();
    await use({ page, told, read: { url: `${place.clusterId}?api-version=2026-01-01` } });
  } finally {
    await portal.close();
  }
}

const contextClaims = { access_token: { acrs: { essential: true, value: "c1" } } };

test("a service principal answers a challenge by itself, once for all calls, and the page notices nothing", async () => {
  await withPage(async ({ page, told, read }) => {
    azure.demands.context = "c1";
    const answers = await page.batch(read, read, read);
    expect(answers.map(({ httpStatusCode }) => httpStatusCode)).toEqual([200, 200, 200]);
    expect(azure.issuer.issued).toHaveLength(2);
    expect(JSON.parse(azure.issuer.claims.at(-1) ?? "")).toMatchObject(contextClaims);
    expect(azure.emulator.requests.filter(({ status }) => status === 401)).toHaveLength(3);
    expect(azure.emulator.requests).toHaveLength(6);
    // The token with the claims is the one that is used from then on.
    await page.batch(read);
    expect(azure.emulator.requests).toHaveLength(7);
    expect(told).toEqual([]);
  });
});

test("what Entra doesn't grant is asked for once, and said", async () => {
  await withPage(async ({ page, told, read }) => {
    azure.demands.context = "c1";
    azure.issuer.behavior.grantsClaims = false;
    const [answer] = await page.batch(read);
    expect(answer).toMatchObject({ httpStatusCode: 401 });
    expect(azure.emulator.requests).toHaveLength(2);
    expect(azure.issuer.issued).toHaveLength(2);
    expect(told).toEqual([expect.stringMatching(/^Azure asks for another sign-in/)]);
  });
});

test("a write that is challenged is carried out once", async () => {
  await withPage(async ({ page }) => {
    azure.demands.context = "c1";
    const rule = `/subscriptions/${azure.place.subscriptionId}/providers/Microsoft.Security/alertsSuppressionRules/claims-1`;
    const content = { properties: { alertType: "K8S_X", reason: "Noise", state: "Enabled" } };
    const url = `${rule}?api-version=2019-01-01-preview`;
    expect(await page.batch({ httpMethod: "PUT", url, content })).toMatchObject([{ httpStatusCode: 200 }]);
    const puts = azure.emulator.requests.filter(({ method }) => method === "PUT");
    expect(puts.map(({ status }) => status)).toEqual([401, 200]);
  });
});

test("after az login the command is said once in the terminal and in each answer, and it helps when it is run", async () => {
  restore = signInByCli(az);
  az.remembers(true);
  await withPage(async ({ page, told, read }) => {
    azure.demands.context = "c1";
    const answers = await page.batch(...Array.from({ length: 20 }, () => read));
    const [line = ""] = told;
    expect(told).toHaveLength(1);
    const command =
      /^Azure asks for another sign-in before it goes on \(a conditional access policy\)\. Run `(az login --tenant [\w-]+ --claims-challenge "[A-Za-z0-9+/=]+")`, then try again\.$/.exec(
        line,
      )?.[1];
    expect(answers.map(({ content }) => content)).toEqual(
      answers.map(() => ({ error: { code: "notSignedIn", message: line } })),
    );
    // Nothing was sent twice: the CLI has only the token that was refused.
    expect(azure.emulator.requests).toHaveLength(20);
    execFileSync("/bin/sh", ["-c", command ?? "exit 1"], { env: { PATH: az.folder } });
    expect(await page.batch(read)).toMatchObject([{ httpStatusCode: 200 }]);
    expect(azure.issuer.claims.at(-1)).toBe(JSON.stringify(contextClaims));
    expect(told).toHaveLength(1);
  });
});

test("a challenge on start ends in one line, and the page would say the same", async () => {
  restore = signInByCli(az);
  execFileSync("/bin/sh", ["-c", "az login"], { env: { PATH: az.folder } });
  azure.demands.context = "c2";
  const { access, place } = azure;
  const start = startAzurePortal({
    port: 0,
    access,
    place,
    isReadOnly: true,
    needsSignIn: true,
    tell: () => undefined,
  });
  await expect(start).rejects.toMatchObject({
    message: expect.stringMatching(
      /^Azure asks for another sign-in .*--claims-challenge "[\w+/=]+"`, then try again\.$/,
    ) as string,
  });
});

test("a revoked session: a service principal gets a new token, although its credential remembers the old one", async () => {
  await withPage(async ({ page, told, read }) => {
    azure.issuer.issued.forEach((token) => azure.demands.revoked.add(token));
    expect(await page.batch(read)).toMatchObject([{ httpStatusCode: 200 }]);
    expect(azure.issuer.issued).toHaveLength(2);
    expect(told).toEqual([]);
  });
});

test("a token that runs out in the middle by ARM's clock is replaced by another one of az", async () => {
  restore = signInByCli(az);
  await withPage(async ({ page, told, read }) => {
    const before = az.calls().length;
    azure.issuer.issued.forEach((token) => azure.demands.revoked.add(token));
    const answers = await page.batch(read, read);
    expect(answers.map(({ httpStatusCode }) => httpStatusCode)).toEqual([200, 200]);
    expect(az.calls()).toHaveLength(before + 1);
    expect(told).toEqual([]);
  });
});

test("a sign-in that expires in the middle, by az's own word, is said in one line, and calls go on after az login", async () => {
  restore = signInByCli(az);
  await withPage(async ({ page, told, read }) => {
    azure.issuer.issued.forEach((token) => azure.demands.revoked.add(token));
    az.says(azSays.expired);
    const answers = await page.batch(read, read);
    expect(told).toEqual([
      expect.stringMatching(/^Your sign-in has expired\. Run `az login --tenant [\w-]+`/),
    ]);
    expect(answers).toMatchObject(
      answers.map(() => ({ httpStatusCode: 401, content: { error: { message: told[0] } } })),
    );
    expect(azure.emulator.requests).toHaveLength(2);
    az.says(undefined);
    expect(await page.batch(read)).toMatchObject([{ httpStatusCode: 200 }]);
  });
});
