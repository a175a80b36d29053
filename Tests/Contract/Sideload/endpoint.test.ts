import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { LoopbackServer } from "../../../Extension/LocalPortal/Gate/loopback";
import { createCertificate } from "../../../Extension/LocalPortal/Sideload/certificate";
import type { EnvironmentDocument } from "../../../Extension/LocalPortal/Sideload/environmentDocument";
import { startSideloadServer } from "../../../Extension/LocalPortal/Sideload/sideloadServer";
import { askHttps } from "../../Support/askHttps";

/** The endpoint asked as the portal asks, over HTTPS; portalBuild.spec.ts does with the answers what the portal does. */
const route = "/akssecuritydashboard";
const english = 'define("AksSecurityDashboard/Strings",[],function(){return {}});\n';
const files: Readonly<Record<string, string>> = {
  "require.config.json": JSON.stringify({
    paths: {
      "AksSecurityDashboard/A.ReactView": "A.ReactView",
      "AksSecurityDashboard/Strings": "{language}/Strings",
    },
  }),
  "extension.config.json": JSON.stringify({
    environment: {
      deepmergeProperties: ["features"],
      "*": { trustedDomains: ["all"], features: { a: true, b: true } },
      "portal.azure.com": { features: { b: false }, own: "public" },
      "portal.azure.us": { own: "government" },
    },
  }),
  "modules/A.ReactView.js": 'define("AksSecurityDashboard/A.ReactView", [], function () {});',
  "modules/A.ReactView.js.map": '{"version":3}',
  "modules/en/Strings.js": english,
  "modules/qps-ploc/Strings.js": english.replace("{}", '{"pseudo":1}'),
};
let built = "";
let running: LoopbackServer;
let ca = "";
const askIt = (target: string) => askHttps(target, { port: running.port, ca });

beforeAll(async () => {
  built = mkdtempSync(path.join(tmpdir(), "sideload-build-"));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(built, file)), { recursive: true });
    writeFileSync(path.join(built, file), text);
  }
  writeFileSync(path.join(path.dirname(built), `${path.basename(built)}.secret`), "secret");
  const certificate = await createCertificate(new Date());
  ca = certificate.cert;
  const authorities = ["portal.azure.com", "ms.portal.azure.com"];
  running = await startSideloadServer({ port: 0, folder: built, certificate, authorities });
});
afterAll(async () => {
  await running.close();
  rmSync(built, { recursive: true });
  rmSync(`${built}.secret`);
});

const query = (values: Readonly<Record<string, string>> = {}) =>
  `${route}/?${new URLSearchParams({ environmentjson: "true", l: "en", trustedAuthority: "portal.azure.com", ...values }).toString()}`;
const documentOf = async (values?: Readonly<Record<string, string>>) => {
  const answer = await askIt(query(values));
  expect(answer.status).toBe(200);
  return { ...answer, document: JSON.parse(answer.text) as EnvironmentDocument };
};
const placeOf = (address = "") => new URL(`${address}.js`).pathname;

test("it gives its environment, and names bundles that are there, under their hashes", async () => {
  const { document, headers } = await documentOf();
  expect(document).toMatchObject({
    pageVersion: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/) as string,
    trustedDomains: ["all"],
    features: { a: true, b: false },
    own: "public",
  });
  expect(headers).toMatchObject({
    "access-control-allow-origin": "*",
    "content-type": expect.stringMatching(/json/) as string,
  });
  const { paths } = document.requireConfig;
  expect(Object.keys(paths).sort()).toEqual([
    "*ClientResources",
    "AksSecurityDashboard/A.ReactView",
    "AksSecurityDashboard/Strings",
  ]);
  for (const [bare, full] of Object.values(paths)) {
    expect(bare).toMatch(new RegExp(`^//localhost:${running.port}${route}/Content/Dynamic/[\\w-]{12}$`));
    expect(full).toBe(`https:${bare}`);
  }
  const [, view] = paths["AksSecurityDashboard/A.ReactView"] ?? [];
  const bundle = await askIt(placeOf(view));
  expect(bundle.text).toBe(files["modules/A.ReactView.js"]);
  expect(bundle.headers).toMatchObject({
    "access-control-allow-origin": "*",
    "cache-control": "public, max-age=31536000, immutable",
    "content-type": expect.stringMatching(/^text\/javascript/) as string,
    "x-content-type-options": "nosniff",
  });
  expect([headers, bundle.headers].map((one) => one["access-control-allow-credentials"])).toEqual([
    undefined,
    undefined,
  ]);
});

test("a portal that names the version may keep the document; any other asks again", async () => {
  const { document, headers } = await documentOf();
  expect(headers["cache-control"]).toBe("no-store");
  expect((await documentOf({ pageVersion: "0.0.0.1" })).headers["cache-control"]).toBe("no-store");
  const same = await documentOf({ pageVersion: document.pageVersion });
  expect(same.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
});

test("texts are those of the language; a language of the portal without texts gets English", async () => {
  const texts = async (l: string) => {
    const { document, headers } = await documentOf({ l });
    const [, place] = document.requireConfig.paths["*ClientResources"] ?? [];
    return [headers["content-language"], (await askIt(placeOf(place))).text];
  };
  expect(await texts("en.en-us")).toEqual(["en", english]);
  expect(await texts("qps-ploc")).toEqual(["qps-ploc", files["modules/qps-ploc/Strings.js"]]);
  expect(await texts("pt-BR.pt-br")).toEqual(["en", english]);
});

test("the preview portal has the environment of its portal", async () => {
  const { document } = await documentOf({ trustedAuthority: "https://ms.portal.azure.com" });
  expect(document.own).toBe("public");
});

test.each([
  [{ l: "xx" }, /'xx' isn't a language of the portal/],
  [{ l: "../../en" }, /isn't a language of the portal/],
  [{ l: "<b>".repeat(100) }, /^'(?:<b>){20}…' isn't/],
  [{ trustedAuthority: "evil.example" }, /'evil\.example'.*Known portals: portal\.azure\.com/],
  [{ trustedAuthority: "" }, /Known portals: portal\.azure\.com/],
  [{ trustedAuthority: "portal.azure.com.evil.example" }, /Known portals: portal\.azure\.com/],
  [{ extensionName: "Microsoft_Azure_Compute" }, /AksSecurityDashboard, not 'Microsoft_Azure_Compute'/],
])("%j gets 400 and says why", async (values, says) => {
  const { status, text, headers } = await askIt(query(values));
  expect(status).toBe(400);
  expect(text).toMatch(says);
  expect(headers).toMatchObject({
    "cache-control": "no-store",
    "content-type": expect.stringMatching(/^text\/plain/) as string,
  });
});

test.each([
  ["?environmentjson=true&trustedAuthority=portal.azure.com", "l"],
  ["?environmentjson=true&l=en", "trustedAuthority"],
  ["?environmentjson=true&l=en&l=de&trustedAuthority=portal.azure.com", "l"],
  ["?environmentjson=true&l=en&trustedAuthority[a]=portal.azure.com", "trustedAuthority"],
])("%s lacks a parameter", async (search, name) => {
  expect(await askIt(`${route}/${search}`)).toMatchObject({
    status: 400,
    text: `The request must have one parameter '${name}'.`,
  });
});

test("files are there under this version, and no other", async () => {
  const { pageVersion } = (await documentOf()).document;
  const place = `${route}/Content/${pageVersion}`;
  for (const file of ["A.ReactView.js", "modules/A.ReactView.js"]) {
    const { status, text, headers } = await askIt(`${place}/${file}`);
    expect([status, text]).toEqual([200, files["modules/A.ReactView.js"]]);
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  }
  const other = await askIt(`${route}/Content/9.9.9.9/A.ReactView.js`);
  expect(other).toMatchObject({
    status: 404,
    text: `This build has version ${pageVersion}, not '9.9.9.9'.`,
  });
  expect(other.headers["cache-control"]).toBe("no-store");
});

test("a bundle's source map is there by its own name, and is not kept", async () => {
  const { status, text, headers } = await askIt(`${route}/Content/Dynamic/A.ReactView.js.map`);
  expect([status, text, headers["cache-control"]]).toEqual([200, '{"version":3}', "no-cache"]);
});

test("a new bundle is a new version, and the old one is gone", async () => {
  const before = (await documentOf()).document;
  const file = path.join(built, "modules/A.ReactView.js");
  writeFileSync(file, "define('later', [], function () {});");
  const { document } = await documentOf();
  expect(document.pageVersion).not.toBe(before.pageVersion);
  const [, old] = before.requireConfig.paths["AksSecurityDashboard/A.ReactView"] ?? [];
  expect((await askIt(placeOf(old))).status).toBe(404);
  expect((await askIt(`${route}/Content/${before.pageVersion}/A.ReactView.js`)).status).toBe(404);
  writeFileSync(file, files["modules/A.ReactView.js"] ?? "");
});

test.each([
  "Dynamic/..%2f..%2fextension.config.js",
  "Dynamic/..%2f..%2fOUTSIDE.js.map",
  "Dynamic/%2e%2e.js.map",
  "Dynamic/nothing.js.map",
  "Dynamic/%ff.js.map",
  "Dynamic/000000000000.js",
  "Dynamic/000000000000",
  "Dynamic/%00.js",
  "../extension.config.json",
  "VERSION/../../OUTSIDE",
  "VERSION/%2e%2e/OUTSIDE",
  "VERSION/..%2fOUTSIDE",
  "VERSION/..%5cOUTSIDE",
  "VERSION//etc/passwd",
  "VERSION/nothing.js",
  "VERSION",
])("Content/%s leads nowhere", async (target) => {
  const { pageVersion } = (await documentOf()).document;
  const place = target.replace("VERSION", pageVersion).replace("OUTSIDE", `${path.basename(built)}.secret`);
  const { status, text } = await askIt(`${route}/Content/${place}`);
  expect([400, 403, 404]).toContain(status);
  expect(text).not.toMatch(/secret|root:|deepmerge|node_modules/);
});

test("another build than ours says that it has no such document", async () => {
  const file = path.join(built, "require.config.json");
  writeFileSync(file, "[]");
  const { status, text } = await askIt(query());
  writeFileSync(file, files["require.config.json"] ?? "");
  expect([status, text]).toEqual([404, expect.stringMatching(/require\.config\.json/)]);
});
