import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { request, type RequestOptions } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { X509Certificate } from "node:crypto";
import { localCertificate, publicKeyHash, type Certificate } from "../../Extension/Sideload/certificate";
import { startSideload, type Sideload } from "../../Extension/Sideload/startSideload";

/** The portal build over real HTTPS, with a certificate made for the test. */
const now = new Date();
const folder = mkdtempSync(path.join(tmpdir(), "sideload-"));
const build = path.join(folder, "portal");
let certificate: Certificate;
let server: Sideload;

beforeAll(async () => {
  mkdirSync(path.join(build, "modules"), { recursive: true });
  writeFileSync(path.join(build, "require.config.json"), "{}");
  writeFileSync(path.join(build, "modules", "View.js"), "define([], () => 1);");
  writeFileSync(path.join(build, ".secret"), "no");
  writeFileSync(path.join(folder, "outside.txt"), "no");
  certificate = await localCertificate(path.join(folder, "cache"), now);
  server = await startSideload({ port: 0, certificate, build });
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function ask(target: string, options: RequestOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: "localhost", port: server.port, path: target, ca: certificate.cert, agent: false, ...options },
      (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (part: string) => (body += part));
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    sent.on("error", reject);
    sent.end();
  });
}

test("files of the build are served, never kept, with their types", async () => {
  const { status, headers, body } = await ask("/akssecuritydashboard/modules/View.js");
  expect([status, body]).toEqual([200, "define([], () => 1);"]);
  expect(headers).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
  expect(headers["content-type"]).toMatch(/javascript/);
  expect((await ask("/akssecuritydashboard/require.config.json")).headers["content-type"]).toMatch(/json/);
});

test("what the portal would ask for says what is here, and what it is not", async () => {
  const { status, body } = await ask("/akssecuritydashboard?l=en.en-us&trustedAuthority=portal.azure.com");
  expect(status).toBe(200);
  expect(body).toContain("/akssecuritydashboard/modules/View.js");
  expect(body).toMatch(/comes from Microsoft's\s+private toolchain/);
});

test("who does not trust the certificate gets nothing", async () => {
  await expect(ask("/akssecuritydashboard", { ca: undefined })).rejects.toMatchObject({
    code: "DEPTH_ZERO_SELF_SIGNED_CERT",
  });
});

test.each(["https://portal.azure.com", "https://portal.azure.us", "https://portal.azure.cn"])(
  "%s may read it, also after asking first",
  async (origin) => {
    const headers = {
      origin,
      "access-control-request-method": "GET",
      "access-control-request-private-network": "true",
    };
    const asked = await ask("/akssecuritydashboard/modules/View.js", { method: "OPTIONS", headers });
    expect(asked.status).toBe(204);
    expect(asked.headers).toMatchObject({
      "access-control-allow-origin": origin,
      "access-control-allow-private-network": "true",
      vary: "Origin",
    });
  },
);

test.each(["https://evil.example", "https://portal.azure.com.evil.example", "null"])(
  "%s may not",
  async (origin) => {
    const { headers } = await ask("/akssecuritydashboard/modules/View.js", { headers: { origin } });
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  },
);

test.each([
  "/akssecuritydashboard/../outside.txt",
  "/akssecuritydashboard/%2e%2e/outside.txt",
  "/akssecuritydashboard/..%2foutside.txt",
  "/akssecuritydashboard/..%5coutside.txt",
  "/akssecuritydashboard/.secret",
  "/akssecuritydashboard/modules",
  "/outside.txt",
  "/",
])("%s is not served", async (target) => {
  const { status, body } = await ask(target);
  expect([403, 404]).toContain(status);
  expect(body).not.toBe("no");
});

test("nothing is written, and no other name is answered to", async () => {
  expect((await ask("/akssecuritydashboard", { method: "POST" })).status).toBe(405);
  expect(
    (await ask("/akssecuritydashboard", { headers: { host: "evil.example" }, servername: "localhost" }))
      .status,
  ).toBe(421);
});

test("a port that is taken is named, and so is a build that is not there", async () => {
  await expect(startSideload({ port: server.port, certificate, build })).rejects.toMatchObject({
    code: "EADDRINUSE",
  });
  await expect(startSideload({ port: 0, certificate, build: folder })).rejects.toThrow(
    "There is no portal build. Run 'npm run build:portal' first.",
  );
});

describe("the certificate", () => {
  const cache = path.join(folder, "other");
  const days = (count: number) => new Date(now.getTime() + count * 86_400_000);

  test("is for localhost alone, signs no others, and its key is its owner's", async () => {
    const { cert, file } = await localCertificate(cache, now);
    const read = new X509Certificate(cert);
    expect(read.subjectAltName).toBe("DNS:localhost, IP Address:127.0.0.1");
    expect(read.ca).toBe(false);
    expect(statSync(file.replace(/pem$/, "key")).mode & 0o777).toBe(0o600);
    expect(publicKeyHash(cert)).toMatch(/^[\w+/]{43}=$/);
  });

  test("is kept until two weeks before it expires, and made anew then, or when it is none", async () => {
    const { cert, file } = await localCertificate(cache, now);
    expect((await localCertificate(cache, days(300))).cert).toBe(cert);
    const next = await localCertificate(cache, days(352));
    expect(next.cert).not.toBe(cert);
    writeFileSync(file.replace(/pem$/, "key"), certificate.key);
    const fitting = await localCertificate(cache, days(352));
    expect(fitting.cert).not.toBe(next.cert);
    writeFileSync(file, "no certificate");
    expect((await localCertificate(cache, days(352))).cert).toContain("BEGIN CERTIFICATE");
    expect(readFileSync(file, "utf8")).toContain("BEGIN CERTIFICATE");
  });
});
