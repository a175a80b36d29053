import { createAzure } from "../../../Client/Azure/Pipeline/azure";
import { createHostHttpClient, type HostSend } from "../../../Client/Azure/Pipeline/hostHttpClient";
import { clusterScopeOf } from "../../../Client/Core/clusterScope";
import { createServices, type Services } from "../../../Client/services";
import type { ArmEmulatorOptions } from "../../../Extension/ArmEmulator/startArmEmulator";
import {
  startAzurePortal,
  type AzurePortal,
} from "../../../Extension/LocalPortal/AzureMode/startAzurePortal";
import { createFakeClock } from "../../Support/fakeClock";
import { openPage, type PortalPage } from "../../Support/portalPage";
import { startRemoteAzure, type RemoteAzure } from "../../Support/remoteAzure";
import { clientSecret } from "../../Support/tokenIssuer";
import { failureOfCall } from "../../Support/withServices";

/** The local portal on a remote ARM over TLS, which takes the tokens of its issuer only. */
interface Setup {
  readonly azure: RemoteAzure;
  readonly portal: AzurePortal;
  readonly page: PortalPage;
  readonly told: readonly string[];
}

async function withPortal(
  options: ArmEmulatorOptions & { readonly isReadOnly?: boolean; readonly tokenSeconds?: number },
  use: (setup: Setup) => Promise<void>,
): Promise<void> {
  const azure = await startRemoteAzure(options);
  const { behavior } = azure.issuer;
  behavior.lifetimeSeconds = options.tokenSeconds ?? behavior.lifetimeSeconds;
  const told: string[] = [];
  const { access, place } = azure;
  const { isReadOnly = false } = options;
  const portal = await startAzurePortal({
    port: 0,
    access,
    place,
    isReadOnly,
    tell: (line) => told.push(line),
  });
  try {
    await use({ azure, portal, page: await openPage(portal.newUrl("terminal")), told });
  } finally {
    await portal.close();
    await azure.close();
  }
}

/** The product's own services, through the page. */
function servicesOf({ page, azure }: Setup, clock = createFakeClock(Date.now())): Services {
  const scope = clusterScopeOf(azure.emulator.clusterId);
  if (!scope.ok) {
    throw new Error(scope.reason);
  }
  const send: HostSend = async ({ method, uri, commandName, headers, body }) => {
    const [answer] = await page.batch({
      httpMethod: method,
      url: uri,
      requestHeaderDetails: { commandName },
      requestHeaderDictionary: Object.fromEntries(
        Object.entries(headers).map(([name, one]) => [name, [one]]),
      ),
      content: body,
    });
    if (!answer) {
      throw new Error("The batch came back empty.");
    }
    const { httpStatusCode, headers: answered, content } = answer;
    return { status: httpStatusCode, headers: answered, body: content ?? undefined };
  };
  const { subscriptionId } = scope.cluster;
  const client = createAzure({
    httpClient: createHostHttpClient(send),
    subscriptionId,
    clock,
    random: () => 0,
  });
  return createServices(client, scope.cluster);
}

const version = "?api-version=2026-01-01";

test("the token comes from the issuer, for the cluster's tenant and ARM's audience; no secret leaves the process", async () => {
  await withPortal({}, async ({ azure: { emulator, issuer }, page, portal, told }) => {
    const { clusterId, world } = emulator;
    const [cluster, refused] = await page.batch(
      { url: `https://management.azure.com${clusterId}${version}` },
      { url: "/subscriptions" },
    );
    expect(cluster).toMatchObject({ httpStatusCode: 200, content: { id: clusterId } });
    expect(refused).toMatchObject({
      httpStatusCode: 403,
      content: { error: { code: "OperationNotAllowed" } },
    });
    expect(issuer.asked).toEqual([
      {
        tenantId: world.tenantId,
        scope: expect.stringContaining("https://management.azure.com/.default") as string,
      },
    ]);
    expect(page.setting("user-object-id")).toBe(world.engineer.objectId);
    expect(page.setting("problem")).toBeUndefined();

    const everything = [...page.received, ...told, portal.origin].join("\n");
    expect(issuer.issued).toHaveLength(1);
    for (const token of issuer.issued) {
      const [, payload = "", signature = ""] = token.split(".");
      expect(everything).not.toContain(payload);
      expect(everything).not.toContain(signature);
    }
    expect(everything).not.toContain(clientSecret);
    expect(everything).not.toMatch(/bearer|authorization:/i);
  });
});

test("a token that is about to run out is replaced before the next call, and one that is not is used again", async () => {
  await withPortal({}, async ({ azure: { emulator, issuer }, page }) => {
    await page.batch({ url: `${emulator.clusterId}${version}` }, { url: `${emulator.clusterId}${version}` });
    expect(issuer.issued).toHaveLength(1);
  });
  await withPortal({ tokenSeconds: 200 }, async ({ azure: { emulator, issuer }, page }) => {
    const before = issuer.issued.length;
    const [answer] = await page.batch({ url: `${emulator.clusterId}${version}` });
    expect(answer).toMatchObject({ httpStatusCode: 200 });
    expect(issuer.issued).toHaveLength(before + 1);
  });
});

test("lists, their numbers and a long-running write pass through, with Retry-After", async () => {
  // ARM's clock is far from the machine's only while the product waits, which costs no time here.
  const clock = createFakeClock(Date.now());
  await withPortal({ now: () => new Date(clock.now()) }, async (setup) => {
    const services = servicesOf(setup, clock);
    expect((await services.alerts.listPage(undefined)).total).toBe(42);
    const { items } = await services.nodePools.list();
    const [pool] = items;
    if (!pool) {
      throw new Error("There is no pool.");
    }
    const seen: string[] = [];
    await services.nodePools.upgradeImage(pool, { onProgress: ({ status }) => seen.push(status) });
    expect([seen[0], seen.at(-1)]).toEqual(["Accepted", "Succeeded"]);
    expect(clock.sleeps.length).toBeGreaterThan(0);
    const polled = setup.azure.emulator.requests.filter(({ path }) => path.includes("/operations/"));
    expect(polled.length).toBeGreaterThan(1);
    const headers = setup.page.received.filter((text) => text.includes("azure-asyncoperation"));
    expect(headers.join()).toMatch(/"azure-asyncoperation":"https:\/\/management\.azure\.com\/subscriptions/);
    expect(headers.join()).toMatch(/"retry-after":"1"/);
  });
});

test("when the page goes away its calls to ARM are given up", async () => {
  await withPortal({ scenario: "slow" }, async ({ azure: { emulator }, page }) => {
    const gone = new AbortController();
    const query = { query: "resources | take 1", subscriptions: [emulator.world.subscriptionId] };
    const request = {
      httpMethod: "POST",
      url: "/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01",
      name: "1",
      requestHeaderDetails: { commandName: "Test/Slow" },
      content: query,
    };
    emulator.clearRequests();
    const started = Date.now();
    const post = page.post({ requests: [request] }, { signal: gone.signal });
    // The cluster's answer comes after the query has arrived: both have the same way.
    await page.batch({ url: `${emulator.clusterId}${version}` });
    gone.abort();
    await expect(post).rejects.toMatchObject({ name: "AbortError" });
    while (emulator.requests.length < 2) {
      await page.batch({ url: `${emulator.clusterId}${version}` });
    }
    const asked = () => emulator.requests.some(({ path }) => path.includes("ResourceGraph"));
    while (!asked()) {
      await page.batch({ url: `${emulator.clusterId}${version}` });
    }
    // The scenario answers such queries after eight seconds, or as soon as the caller is gone.
    expect(Date.now() - started).toBeLessThan(6_000);
  });
});

test("--read-only: lists are there, and every write is refused in plain words and never sent", async () => {
  await withPortal({ isReadOnly: true }, async (setup) => {
    const services = servicesOf(setup);
    const { items } = await services.alerts.listPage(undefined);
    const [alert] = items;
    setup.azure.emulator.clearRequests();
    const failure = await failureOfCall(services.alerts.changeStatus(alert?.id ?? "", "Dismissed"));
    expect(failure).toMatchObject({
      kind: "forbidden",
      code: "ReadOnly",
      message: expect.stringMatching(
        /^Not sent: .*--read-only\. It was POST \/subscriptions\/.*\/dismiss/,
      ) as string,
    });
    expect(setup.azure.emulator.requests).toEqual([]);
    expect(setup.told).toEqual([failure.message]);
  });
});

describe("only its own page may call", () => {
  const body = { requests: [] };
  test("with the right host, origin, secret and content type", async () => {
    await withPortal({}, async ({ page }) => {
      expect((await page.post(body)).status).toBe(200);
      const strange: readonly (readonly [string, string])[] = [
        ["origin", "https://evil.example"],
        ["origin", "null"],
        ["x-portal-secret", ""],
        ["x-portal-secret", `${page.setting("secret") ?? ""}x`],
        ["content-type", "text/plain"],
      ];
      for (const header of strange) {
        const headers = Object.fromEntries([header]);
        expect((await page.post(body, { headers })).status).toBe(403);
      }
    });
  });

  test("what is no batch is said to be none", async () => {
    await withPortal({}, async ({ page }) => {
      const response = await page.post({ requests: [{ url: 1 }] });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ error: { code: "InvalidRequestContent" } });
    });
  });
});
