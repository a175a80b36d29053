import { PassThrough } from "node:stream";
import { CommandLineError } from "../../../Extension/CommandLine/commandLine";
import type { AzureAccess } from "../../../Extension/LocalPortal/AzureMode/azureAccount";
import { createArmTransport } from "../../../Extension/LocalPortal/AzureMode/armTransport";
import { clouds } from "../../../Extension/LocalPortal/AzureMode/clouds";
import type { ClusterPlace } from "../../../Extension/LocalPortal/Gate/compileCall";
import { runAzureMode } from "../../../Extension/LocalPortal/AzureMode/runAzureMode";
import { startAzurePortal } from "../../../Extension/LocalPortal/AzureMode/startAzurePortal";
import { openPage } from "../../Support/portalPage";
import { setEnvironment, startRemoteAzure, type RemoteAzure } from "../../Support/remoteAzure";
import { resetIssuer } from "../../Support/tokenIssuer";

/** What stops Azure mode is said in the terminal and in the page, in the same words. */
let azure: RemoteAzure;
beforeAll(async () => {
  azure = await startRemoteAzure();
});
/** What a test has started; left open, it would keep the process alive when the test fails. */
const open: { close(): Promise<void> }[] = [];
function started<T extends { close(): Promise<void> }>(one: T): T {
  open.push(one);
  return one;
}
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
  resetIssuer(azure.issuer);
});
afterAll(() => azure.close());

const unescaped = (text = "") =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

async function troubleOf(access: AzureAccess, place: ClusterPlace = azure.place) {
  const told: string[] = [];
  const portal = started(
    await startAzurePortal({ port: 0, access, place, isReadOnly: false, tell: (line) => told.push(line) }),
  );
  const page = await openPage(portal.newUrl("terminal"));
  const [answer] = await page.batch({ url: `${place.clusterId}?api-version=2026-01-01` });
  return { told, problem: unescaped(page.setting("problem")), answer };
}

/** The terminal, the page and a call of the page say the same. */
async function expectTrouble(says: RegExp, status: number, access = azure.access, place = azure.place) {
  const { told, problem, answer } = await troubleOf(access, place);
  expect(told).toEqual([expect.stringMatching(says)]);
  expect(problem).toMatch(says);
  expect(answer).toMatchObject({
    httpStatusCode: status,
    content: { error: { message: expect.stringMatching(says) as string } },
  });
}

test("a token for another person's audience", async () => {
  azure.issuer.behavior.audience = "https://graph.microsoft.com";
  await expectTrouble(
    /doesn't accept the sign-in: InvalidAuthenticationTokenAudience.*graph\.microsoft\.com/s,
    401,
  );
});

test("a token of another tenant", async () => {
  azure.issuer.behavior.tenantId = "00000000-1111-2222-3333-444444444444";
  const { tenantId } = azure.emulator.world;
  await expectTrouble(
    new RegExp(`in tenant ${tenantId}.*signed in to 00000000-1111.*az login --tenant ${tenantId}`),
    401,
  );
});

test("a tenant in --tenant that is not the cluster's", async () => {
  const { tenantId } = azure.emulator.world;
  const other = "00000000-1111-2222-3333-444444444444";
  await expectTrouble(new RegExp(`in tenant ${tenantId}, and you're signed in to ${other}`), 401, {
    ...azure.access,
    tenantId: other,
  });
  expect(azure.issuer.asked[0]?.tenantId).toBe(other);
});

test("an account that is not in the cluster's tenant", async () => {
  azure.issuer.behavior.error = {
    error: "unauthorized_client",
    error_description: "AADSTS700016: Application with identifier 'x' was not found in the directory.",
  };
  await expectTrouble(/The cluster is in tenant .*AADSTS700016/, 401);
});

test("a wrong secret", async () => {
  const restore = setEnvironment({ AZURE_CLIENT_SECRET: "wrong~secret" });
  await expectTrouble(/didn't sign you in: AADSTS7000215(?!.*wrong~secret)/s, 401);
  restore();
});

test("no one is signed in", async () => {
  const restore = setEnvironment({ AZURE_TOKEN_CREDENTIALS: "AzureCliCredential", PATH: "/nonexistent" });
  await expectTrouble(/^You're not signed in, and the Azure CLI isn't on the PATH/, 401);
  restore();
});

test("a token that had run out when it was issued", async () => {
  azure.issuer.behavior.clockAheadSeconds = -7_200;
  await expectTrouble(/clock of this machine is 60 min ahead of Azure's.*considers tokens expired/, 401);
});

test("a token that is not valid yet", async () => {
  azure.issuer.behavior.clockAheadSeconds = 3_600;
  await expectTrouble(/clock of this machine is 55 min behind Azure's.*considers tokens not yet valid/, 401);
});

test("ARM's clock says that the machine's is wrong, before anyone is asked for a token", async () => {
  const now = () => new Date(Date.now() + 20 * 60_000);
  await expectTrouble(/clock of this machine is 20 min ahead of/, 401, { ...azure.access, now });
  expect(azure.issuer.asked).toEqual([]);
});

test("no network", async () => {
  const cloud = { ...azure.access.cloud, arm: "https://127.0.0.1:9" };
  await expectTrouble(/No connection to 127\.0\.0\.1:9: ECONNREFUSED/, 503, { ...azure.access, cloud });
});

test("a call that failed leaves nothing that keeps the process alive, and one that was aborted is not sent", async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const call = createArmTransport("https://127.0.0.1:9");
  const before = timers();
  await expect(call({ method: "GET", target: "/" })).rejects.toMatchObject({ kind: "noNetwork" });
  await expect(call({ method: "GET", target: "/", signal: AbortSignal.abort() })).rejects.toMatchObject({
    name: "AbortError",
  });
  expect(timers()).toBe(before);
});

test("a certificate that no one trusts", async () => {
  const { cloud } = azure.access;
  await expectTrouble(/No connection to .*SELF_SIGNED_CERT.*NODE_EXTRA_CA_CERTS/, 503, { cloud });
});

test("no such cluster", async () => {
  const clusterId = `${azure.place.clusterId}x`;
  await expectTrouble(
    /We couldn't find the cluster .*x, or you don't have permission to see it\. Azure says: ResourceNotFound/,
    401,
    azure.access,
    { ...azure.place, clusterId },
  );
});

test("no access to the cluster is a warning: findings may be readable all the same", async () => {
  const remote = started(await startRemoteAzure({ scenario: "no-access" }));
  const { told, problem, answer } = await troubleOf(remote.access, remote.place);
  expect(told).toEqual([
    expect.stringMatching(/You don't have permission to read .*AuthorizationFailed.*managedClusters\/read/),
  ]);
  expect(problem).toBe("");
  expect(answer).toMatchObject({ httpStatusCode: 403 });
});

test("a trouble that has passed is gone when the page is loaded anew", async () => {
  azure.issuer.behavior.audience = "https://graph.microsoft.com";
  const { access, place } = azure;
  const portal = started(
    await startAzurePortal({ port: 0, access, place, isReadOnly: false, tell: () => undefined }),
  );
  expect(unescaped((await openPage(portal.newUrl("terminal"))).setting("problem"))).toMatch(
    /doesn't accept the sign-in/,
  );
  resetIssuer(azure.issuer);
  expect((await openPage(portal.newUrl("terminal"))).setting("problem")).toBeUndefined();
});

describe("--pick", () => {
  const flags = { place: undefined, cloud: clouds.public, tenantId: undefined, isReadOnly: false };
  const run = async (typed: string) => {
    const input = new PassThrough();
    const output = new PassThrough();
    input.end(typed);
    azure.emulator.clearRequests();
    const terminal = { input, output };
    const starting = runAzureMode({
      flags,
      port: 0,
      opens: false,
      terminal,
      tell: () => undefined,
      access: azure.access,
    });
    const running = await starting.then(started, (error: unknown) => error as Error);
    return { running, said: String(output.read() ?? "") };
  };

  test("lists the clusters that can be seen with what was found in them, and starts for the chosen one", async () => {
    const { running, said } = await run("0\nsecond\n1\n");
    if (running instanceof Error) {
      throw running;
    }
    const names = azure.emulator.world.clusters.map(({ name }) => name).sort();
    expect(names.map((name) => said.includes(name))).toEqual(names.map(() => true));
    expect(said.match(/Number of the cluster/g)).toHaveLength(3);
    expect(running.line).toMatch(new RegExp(`managedClusters/${names[0] ?? ""}/overview$`));
    const queries = azure.emulator.requests.filter(({ path }) => path.includes("ResourceGraph"));
    expect(queries).toHaveLength(2);
  });

  test("ends in one line when nothing is chosen, or no one is signed in", async () => {
    const { running } = await run("");
    expect(running).toBeInstanceOf(CommandLineError);
    expect(running).toMatchObject({ message: "You didn't choose a cluster. To name one, use --cluster." });
    azure.issuer.behavior.error = { error: "x", error_description: "AADSTS50076: more" };
    const refused = await run("1\n");
    expect(refused.running).toBeInstanceOf(CommandLineError);
    expect(refused.running).toMatchObject({ message: expect.stringMatching(/AADSTS50076/) as string });
  });
});
