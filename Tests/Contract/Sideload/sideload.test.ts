import { X509Certificate } from "node:crypto";
import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import type { RequestOptions } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { CommandLineError } from "../../../Extension/CommandLine/commandLine";
import { generate } from "selfsigned";
import {
  certificateName,
  createCertificate,
  keptCertificate,
  type KeptCertificate,
} from "../../../Extension/LocalPortal/Sideload/certificate";
import { runSideload } from "../../../Extension/LocalPortal/Sideload/runSideload";
import { startSideloadServer } from "../../../Extension/LocalPortal/Sideload/sideloadServer";
import type { LoopbackServer } from "../../../Extension/LocalPortal/Gate/loopback";
import type { Command } from "../../../Extension/LocalPortal/Sideload/trust";
import { askHttps } from "../../Support/askHttps";

/** The sideload server over real HTTPS, with the certificate that it makes. */
let folder = "";
let server: LoopbackServer;
let ca = "";

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "sideload-"));
  writeFileSync(path.join(folder, "SecurityDashboard.ReactView.js"), "define([], () => 1);");
  const certificate = await createCertificate(new Date());
  ca = certificate.cert;
  server = await startSideloadServer({ port: 0, folder, certificate, authorities: ["portal.azure.com"] });
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const ask = (target: string, options: RequestOptions = {}) =>
  askHttps(target, { port: server.port, ca, ...options });

const route = "/akssecuritydashboard";

test("the certificate is good for localhost and 127.0.0.1, for those who trust it, and is no authority", async () => {
  expect((await ask(route)).status).toBe(200);
  expect((await ask(route, { host: "127.0.0.1" })).status).toBe(200);
  await expect(ask(route, { ca: [] })).rejects.toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
  await expect(ask(route, { servername: "portal.azure.com" })).rejects.toMatchObject({
    code: "ERR_TLS_CERT_ALTNAME_INVALID",
  });
  const certificate = new X509Certificate(ca);
  expect(certificate.ca).toBe(false);
  expect(certificate.subjectAltName).toBe("DNS:localhost, IP Address:127.0.0.1");
});

test("files of the build are at the root and under the route, for every page to read, and are not kept", async () => {
  for (const prefix of ["", route]) {
    const { status, headers, text } = await ask(`${prefix}/SecurityDashboard.ReactView.js`);
    expect({ status, text }).toEqual({ status: 200, text: "define([], () => 1);" });
    expect(headers).toMatchObject({
      "access-control-allow-origin": "*",
      "cache-control": "no-cache",
      "content-type": expect.stringMatching(/^text\/javascript/) as string,
      "cross-origin-resource-policy": "cross-origin",
      "x-content-type-options": "nosniff",
    });
    expect(headers["access-control-allow-credentials"]).toBeUndefined();
  }
});

test("the portal may ask first, also as a public page that calls this machine", async () => {
  const { status, headers } = await ask(`${route}/x.js`, {
    method: "OPTIONS",
    headers: {
      origin: "https://portal.azure.com",
      "access-control-request-method": "GET",
      "access-control-request-headers": "x-ms-version",
      "access-control-request-private-network": "true",
    },
  });
  expect(status).toBe(204);
  expect(headers).toMatchObject({
    "access-control-allow-headers": "x-ms-version",
    "access-control-allow-methods": "GET, HEAD",
    "access-control-allow-private-network": "true",
  });
});

test("the start page is the build's; without one it is said what is missing", async () => {
  const query = "?l=en.en-us&trustedAuthority=portal.azure.com";
  expect((await ask(`${route}${query}`)).text).toMatch(/no index\.html.*private toolchain/);
  const page = path.join(folder, "index.html");
  writeFileSync(page, "<!doctype html><title>Made by ap build</title>");
  const { text, headers } = await ask(`${route}${query}`);
  rmSync(page);
  expect(text).toContain("Made by ap build");
  expect(headers["cache-control"]).toBe("no-store");
});

test.each(["evil.example", "portal.azure.com.evil.example", "https://portal.azure.us"])(
  "a portal that it is not for gets 400: %s",
  async (authority) => {
    const { status, text } = await ask(`${route}?trustedAuthority=${encodeURIComponent(authority)}`);
    expect(status).toBe(400);
    expect(text).toMatch(/Known portals: portal\.azure\.com\./);
  },
);

test("the portal's own authority may name its scheme", async () => {
  const query = `?trustedAuthority=${encodeURIComponent("https://portal.azure.com")}`;
  expect((await ask(`${route}${query}`)).status).toBe(200);
});

test.each([
  "/../package.json",
  "/%2e%2e/package.json",
  "/..%2fpackage.json",
  "/.git/config",
  "/nothing.js",
  "/",
])("%s is no file of the build", async (target) => {
  expect(await ask(target)).toMatchObject({
    status: expect.any(Number) as number,
    text: expect.not.stringContaining("{") as string,
  });
  expect((await ask(target)).status).toBeGreaterThanOrEqual(400);
});

test("nothing can be sent, and other names of this machine are not answered to", async () => {
  expect((await ask(route, { method: "POST" })).status).toBe(405);
  expect((await ask(route, { servername: "localhost", headers: { host: "evil.example:1339" } })).status).toBe(
    421,
  );
});

describe("the kept certificate", () => {
  const day = 24 * 60 * 60_000;
  let cache = "";
  beforeEach(() => {
    cache = path.join(mkdtempSync(path.join(tmpdir(), "cache-")), "new");
  });
  afterEach(() => rmSync(path.dirname(cache), { recursive: true }));

  test("is made once, readable for its owner only", async () => {
    const first = await keptCertificate(cache, new Date());
    const second = await keptCertificate(cache, new Date());
    expect([first.isNew, second.isNew]).toEqual([true, false]);
    expect(second.cert).toBe(first.cert);
    expect(statSync(cache).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(cache, "localhost.key")).mode & 0o777).toBe(0o600);
    expect(statSync(first.certFile).mode & 0o777).toBe(0o600);
    expect(readFileSync(first.certFile, "utf8")).not.toContain("PRIVATE");
  });

  test("is made anew a week before its end, and when its files are not what they were", async () => {
    const first = await keptCertificate(cache, new Date());
    const later = (days: number) => new Date(Date.now() + days * day);
    expect((await keptCertificate(cache, later(357))).isNew).toBe(false);
    expect((await keptCertificate(cache, later(359))).isNew).toBe(true);
    writeFileSync(first.certFile, (await createCertificate(new Date())).cert);
    expect((await keptCertificate(cache, new Date())).isNew).toBe(true);
    chmodSync(first.certFile, 0o600);
    writeFileSync(first.certFile, "rubbish");
    expect((await keptCertificate(cache, new Date())).isNew).toBe(true);
  });
});

describe("a kept certificate that someone else could have put there", () => {
  let cache = "";
  let first: KeptCertificate;
  beforeEach(async () => {
    cache = path.join(mkdtempSync(path.join(tmpdir(), "cache-")), "new");
    first = await keptCertificate(cache, new Date());
  });
  afterEach(() => rmSync(path.dirname(cache), { recursive: true }));
  const file = (name: string) => path.join(cache, name);
  const isMadeAnew = async () => {
    const next = await keptCertificate(cache, new Date());
    expect(next.isNew).toBe(true);
    expect(next.cert).not.toBe(first.cert);
    expect(new X509Certificate(next.cert).ca).toBe(false);
    expect((await keptCertificate(cache, new Date())).isNew).toBe(false);
  };

  type Extensions = NonNullable<NonNullable<Parameters<typeof generate>[1]>["extensions"]>;
  /** All that a good one has, so that each of the others is bad for one reason. */
  const withOwn = (
    cA: boolean,
    altNames: readonly (readonly [name: string, ip?: string])[],
    isForServers = true,
  ): Extensions => [
    { name: "basicConstraints", cA, critical: true },
    { name: "extKeyUsage", ...(isForServers ? { serverAuth: true } : { clientAuth: true }) },
    {
      name: "subjectAltName",
      altNames: altNames.map(([name, ip]) => (ip === undefined ? { type: 2, value: name } : { type: 7, ip })),
    },
  ];
  const own = [["localhost"], ["", "127.0.0.1"]] as const;
  const others: readonly (readonly [string, Extensions])[] = [
    ["an authority", withOwn(true, own)],
    ["for another host", withOwn(false, [["portal.azure.com"]])],
    ["for another host too", withOwn(false, [...own, ["portal.azure.com"]])],
    ["for no host", []],
    ["for something else than servers", withOwn(false, own, false)],
  ];
  test("is kept when it is as it should be", async () => {
    const made = await generate([{ name: "commonName", value: certificateName }], {
      keyType: "ec",
      algorithm: "sha256",
      extensions: withOwn(false, own),
    });
    writeFileSync(file("localhost.crt"), made.cert);
    writeFileSync(file("localhost.key"), made.private);
    expect(await keptCertificate(cache, new Date())).toMatchObject({ isNew: false, cert: made.cert });
  });

  test.each(others)("is made anew when it is %s", async (_, extensions) => {
    const name = { name: "commonName", value: certificateName };
    const made = await generate([name], { keyType: "ec", algorithm: "sha256", extensions });
    writeFileSync(file("localhost.crt"), made.cert);
    writeFileSync(file("localhost.key"), made.private);
    await isMadeAnew();
  });

  test("is made anew when others may read or write its files, and when they are links", async () => {
    chmodSync(file("localhost.key"), 0o640);
    await isMadeAnew();
    first = await keptCertificate(cache, new Date());
    chmodSync(file("localhost.crt"), 0o622);
    await isMadeAnew();
    first = await keptCertificate(cache, new Date());
    renameSync(file("localhost.crt"), file("elsewhere"));
    symlinkSync(file("elsewhere"), file("localhost.crt"));
    await isMadeAnew();
  });

  test("is not kept at all in a folder that others may write, or that is a link", async () => {
    chmodSync(cache, 0o777);
    await expect(keptCertificate(cache, new Date())).rejects.toThrow(/others can write to it or own it/);
    chmodSync(cache, 0o700);
    const link = `${cache}-link`;
    symlinkSync(cache, link);
    await expect(keptCertificate(link, new Date())).rejects.toThrow(CommandLineError);
  });
});

describe("npm run sideload", () => {
  const plan = () => ({
    portal: "https://portal.azure.com",
    authorities: ["portal.azure.com"],
    folder,
    clusterId: undefined,
  });
  const certificates = () => path.join(folder, "../", `${path.basename(folder)}-cache`);
  afterEach(() => rmSync(certificates(), { recursive: true, force: true }));

  test("says what it serves, how to trust it, and where to go; it trusts nothing by itself", async () => {
    const ran: Command[] = [];
    const run = (command: Command) => Promise.resolve(void ran.push(command));
    const running = await runSideload({
      port: 0,
      plan: plan(),
      trust: false,
      run,
      certificates: certificates(),
    });
    await running.close();
    expect(ran).toEqual([]);
    for (const says of [
      /Serving .* on https:\/\/localhost:\d+\/akssecuritydashboard/,
      /--trust/,
      /Allow/,
      /MPAC/,
      /ManifestNotReceived/,
    ]) {
      expect(running.line).toMatch(says);
    }
    expect(running.line).toContain(running.url);
    const trusting = await runSideload({
      port: 0,
      plan: plan(),
      trust: true,
      run,
      certificates: certificates(),
    });
    await trusting.close();
    expect(ran.length).toBeGreaterThan(0);
  });

  test("without a build it says how to make one", async () => {
    const missing = { ...plan(), folder: path.join(folder, "none") };
    const started = runSideload({ port: 0, plan: missing, trust: false, certificates: certificates() });
    await expect(started).rejects.toThrow(CommandLineError);
    await expect(started).rejects.toThrow(/has no portal build\. Run: npm run build:portal/);
  });
});
