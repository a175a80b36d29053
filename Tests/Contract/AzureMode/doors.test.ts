import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  watch,
  writeFileSync,
} from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import { runAzureMode } from "../../../Extension/LocalPortal/AzureMode/runAzureMode";
import {
  startAzurePortal,
  type AzurePortal,
} from "../../../Extension/LocalPortal/AzureMode/startAzurePortal";
import { keyMinutes } from "../../../Extension/LocalPortal/Gate/pageAccess";
import { startLocalPortal } from "../../../Extension/LocalPortal/startLocalPortal";
import { enter, openPage } from "../../Support/portalPage";
import { setEnvironment, startRemoteAzure, type RemoteAzure } from "../../Support/remoteAzure";

/** What another user of the machine, and a page that was taken over, could do to the local portal in Azure mode, over HTTP. */
let azure: RemoteAzure;
beforeAll(async () => {
  azure = await startRemoteAzure();
});
afterAll(() => azure.close());

interface Setup {
  readonly portal: AzurePortal;
  readonly told: string[];
  readonly clock: { now: number };
}

async function withPortal(use: (setup: Setup) => Promise<void>): Promise<void> {
  const told: string[] = [];
  const clock = { now: 1_000 };
  const { access, place } = azure;
  const portal = await startAzurePortal({
    port: 0,
    access,
    place,
    isReadOnly: false,
    tell: (line) => told.push(line),
    now: () => clock.now,
  });
  try {
    await use({ portal, told, clock });
  } finally {
    await portal.close();
  }
}

const statusOf = async (url: string, cookie = "") => (await fetch(url, { headers: { cookie } })).status;

describe("opening the browser", () => {
  const programs = process.platform === "darwin" ? ["open"] : ["xdg-open"];

  test("shows other users a file that only its owner can read; its key works once", async () => {
    // Stands for the opener and for the browser: both show their arguments to everybody.
    const folder = mkdtempSync(path.join(tmpdir(), "opener-"));
    for (const program of programs) {
      writeFileSync(
        path.join(folder, program),
        `#!/bin/sh\nprintf '%s' "$*" > ${folder}/draft && mv ${folder}/draft ${folder}/arguments\n`,
      );
      chmodSync(path.join(folder, program), 0o755);
    }
    const restore = setEnvironment({ PATH: `${folder}:${process.env.PATH ?? ""}` });
    const seen = watch(folder);
    const { access, place } = azure;
    const running = await runAzureMode({
      flags: { place, cloud: access.cloud, tenantId: undefined, isReadOnly: false },
      port: 0,
      opens: true,
      terminal: { input: new PassThrough(), output: new PassThrough() },
      tell: () => undefined,
      access,
    });
    while (!existsSync(path.join(folder, "arguments"))) {
      await once(seen, "change");
    }
    seen.close();
    restore();
    const file = readFileSync(path.join(folder, "arguments"), "utf8");
    expect(file).not.toMatch(/http|key/);
    expect(running.line).not.toContain("key=");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
    const url = /url=([^"]+)"/.exec(readFileSync(file, "utf8"))?.[1]?.replace("&#38;", "&") ?? "";
    const page = await openPage(url);
    expect(page.setting("user-object-id")).toBe(azure.emulator.world.engineer.objectId);
    expect(await statusOf(url)).toBe(403);
    await running.close();
    expect(existsSync(file)).toBe(false);
    rmSync(folder, { recursive: true });
  });
});

describe("the page and its calls", () => {
  test("are for the browser that exchanged the key: HttpOnly, SameSite=Strict, below the page's own path", async () => {
    await withPortal(async ({ portal }) => {
      const url = portal.newUrl("terminal");
      const { entrance, path: page, cookie } = await enter(url);
      const [setCookie = ""] = entrance.headers.getSetCookie();
      expect(setCookie).toMatch(/; HttpOnly/);
      expect(setCookie).toMatch(/; SameSite=Strict/);
      expect(setCookie).toContain(`; Path=${page};`);
      expect(setCookie).not.toMatch(/Expires|Max-Age|Domain/);
      expect(page.length).toBeGreaterThan(40);
      // Nothing of the key stays: neither in the page's address nor in the page, whose secret is another one.
      const key = new URL(url).searchParams.get("key") ?? "";
      const html = await (await fetch(`${portal.origin}${page}`, { headers: { cookie } })).text();
      for (const text of [page, cookie, html]) {
        expect(text).not.toContain(key);
      }
      expect(html).not.toContain(cookie.split("=")[1]);
      // Reloading works, and not without the cookie.
      expect(await statusOf(`${portal.origin}${page}`, cookie)).toBe(200);
      expect(await statusOf(`${portal.origin}${page}`)).toBe(403);
      expect(await statusOf(`${portal.origin}${page}`, `${cookie}x`)).toBe(403);
      expect(await statusOf(`${portal.origin}/`, cookie)).toBe(403);
    });
  });

  test.each(["/", "/?key=", "/?key=x", "/?key[]=x", "/?key=x&key=y"])("%s opens nothing", async (address) => {
    await withPortal(async ({ portal }) => {
      portal.newUrl("terminal");
      const response = await fetch(`${portal.origin}${address}`);
      expect(response.status).toBe(403);
      expect(response.headers.getSetCookie()).toEqual([]);
      expect(await response.text()).toMatch(/The terminal .* shows an address that works once/);
    });
  });

  test("another user who knows the secret and forges the origin sends nothing without the cookie", async () => {
    await withPortal(async ({ portal }) => {
      const { path: page, cookie } = await enter(portal.newUrl("terminal"));
      const html = await (await fetch(`${portal.origin}${page}`, { headers: { cookie } })).text();
      const secret = /name="secret" content="([^"]*)"/.exec(html)?.[1] ?? "";
      const post = (headers: Readonly<Record<string, string>>, at = page) =>
        fetch(`${portal.origin}${at}api/batch`, {
          method: "POST",
          headers: { "content-type": "application/json", ...headers },
          body: JSON.stringify({ requests: [] }),
        });
      const good = { origin: portal.origin, "x-portal-secret": secret, cookie };
      expect((await post(good)).status).toBe(200);
      expect((await post({ ...good, cookie: "" })).status).toBe(403);
      expect((await post({ ...good, "x-portal-secret": "" })).status).toBe(403);
      expect((await post({ ...good, "x-portal-secret": cookie.split("=")[1] ?? "" })).status).toBe(403);
      expect((await post({ ...good, origin: "http://127.0.0.1:1" })).status).toBe(403);
      expect((await post(good, "/")).status).toBe(404);
    });
  });

  test("a key runs out; the terminal then shows one new address at a time, which works", async () => {
    await withPortal(async ({ portal, told, clock }) => {
      const old = portal.newUrl("terminal");
      clock.now += keyMinutes * 60_000 - 1;
      expect(await statusOf(`${portal.origin}/`)).toBe(403);
      expect(told).toEqual([]);
      clock.now += 1;
      expect(await statusOf(old)).toBe(403);
      expect(await statusOf(old)).toBe(403);
      expect(told).toHaveLength(1);
      const [url = ""] = /http:\S+/.exec(told[0] ?? "") ?? [];
      expect((await openPage(url)).setting("problem")).toBeUndefined();
    });
  });

  test("a preview of the address does not use it up", async () => {
    await withPortal(async ({ portal }) => {
      const url = portal.newUrl("terminal");
      expect((await fetch(url, { method: "HEAD" })).status).toBe(403);
      expect((await openPage(url)).setting("problem")).toBeUndefined();
    });
  });
});

describe("a page that was taken over", () => {
  const version = "?api-version=2024-01-01";
  test("sends nothing for other resources, with other bodies, or about other subscriptions", async () => {
    await withPortal(async ({ portal, told }) => {
      const { clusterId, world } = azure.emulator;
      const other = world.clusters.find(({ id }) => id !== clusterId)?.id ?? "";
      const page = await openPage(portal.newUrl("terminal"));
      const subscription = `/subscriptions/${world.subscriptionId}`;
      const [, live] = await page.batch(
        { url: `${clusterId}${version}` },
        { url: `${clusterId}?api-version=2026-01-01` },
      );
      const cluster = live?.content as { readonly properties: object };
      const takenOver = {
        ...cluster,
        properties: {
          ...cluster.properties,
          disableLocalAccounts: false,
          oidcIssuerProfile: { enabled: true },
        },
      };
      const graph = "/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01";
      azure.emulator.clearRequests();
      const answers = await page.batch(
        { httpMethod: "PUT", url: `${other}${version}`, content: cluster },
        { httpMethod: "PUT", url: `${clusterId}?api-version=2026-01-01`, content: takenOver },
        {
          httpMethod: "PUT",
          url: `${subscription}/resourceGroups/production${version}`,
          content: { location: "x" },
        },
        {
          httpMethod: "PUT",
          url: `${subscription}/providers/Microsoft.Security/pricings/Dns${version}`,
          content: { properties: { pricingTier: "Free" } },
        },
        {
          httpMethod: "DELETE",
          url: `${subscription}/providers/Microsoft.Security/pricings/Containers${version}`,
        },
        { httpMethod: "POST", url: graph, content: { query: "resources" } },
        {
          httpMethod: "POST",
          url: graph,
          content: { query: "resources", subscriptions: ["00000000-0000-0000-0000-000000000000"] },
        },
        {
          httpMethod: "DELETE",
          url: `${clusterId}/providers/Microsoft.Security/pricings/Containers${version}&x=`,
        },
      );
      expect(answers.map(({ httpStatusCode }) => httpStatusCode)).toEqual(answers.map(() => 403));
      expect(told).toHaveLength(answers.length);
      // What a change of the cluster is compared with is read, and nothing else is sent.
      expect(azure.emulator.requests.map(({ method }) => method)).toEqual(["GET"]);
    });
  });

  test("changes alerts of the cluster's nodes, which lie in their own group", async () => {
    await withPortal(async ({ portal }) => {
      const { world, clusterId } = azure.emulator;
      const { nodeResourceGroup = "" } = world.clusters.find(({ id }) => id === clusterId) ?? {};
      const page = await openPage(portal.newUrl("terminal"));
      const alert =
        "providers/Microsoft.Security/locations/westeurope/alerts/unknown/dismiss?api-version=2022-01-01";
      const groups = `/subscriptions/${world.subscriptionId}/resourceGroups`;
      const [nodes, others] = await page.batch(
        { httpMethod: "POST", url: `${groups}/${nodeResourceGroup}/${alert}` },
        { httpMethod: "POST", url: `${groups}/other/${alert}` },
      );
      // Sent, and not found by ARM.
      expect(nodes).toMatchObject({ httpStatusCode: 404 });
      expect(others).toMatchObject({ httpStatusCode: 403, content: { error: { code: "OtherResource" } } });
    });
  });

  test("loses only the item that is bad, whatever is bad about it", async () => {
    await withPortal(async ({ portal }) => {
      const { clusterId } = azure.emulator;
      const page = await openPage(portal.newUrl("terminal"));
      const url = `${clusterId}?api-version=2026-01-01`;
      const answers = await page.batch(
        { url },
        { url, requestHeaderDictionary: { "x-ms-effective-locale": ["zażółć"] } },
        { url, requestHeaderDetails: { commandName: "a\r\nb" } },
        { url: "https://evil.example/" },
        { url },
      );
      expect(answers.map(({ httpStatusCode }) => httpStatusCode)).toEqual([200, 400, 400, 403, 200]);
    });
  });
});

describe("both modes", () => {
  test("answer with headers that keep other pages out, and without stacks and folders", async () => {
    const portal = await startLocalPortal({ port: 0, scenario: "healthy" });
    const { origin } = new URL(portal.url);
    const page = await openPage(portal.url);
    const frameOrigin = page.setting("frame-origin") ?? "";
    for (const url of [portal.url, frameOrigin, `${origin}/assets/none.js`, `${origin}/assets/%ff`]) {
      const { headers } = await fetch(url);
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
    }
    expect((await fetch(portal.url)).headers.get("cross-origin-opener-policy")).toBe("same-origin");
    for (const address of ["/assets/%ff", "/assets/none.js", "/%ff", "/assets/..%2f..%2fpackage.json"]) {
      const text = await rawText(origin, address);
      expect(text).not.toMatch(/node_modules|\bat .*:\d+:\d+|\/work\/|Error:/);
    }
    await portal.close();
  });
});

/** Without the clean-up that `fetch` gives an address. */
async function rawText(origin: string, address: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  const sent = httpRequest({ hostname, port, path: address });
  sent.end();
  const [response] = (await once(sent, "response")) as [NodeJS.ReadableStream];
  let text = "";
  for await (const part of response) {
    text += String(part);
  }
  return text;
}
