import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { LoopbackServer } from "../../../Extension/LocalPortal/Gate/loopback";
import { createCertificate } from "../../../Extension/LocalPortal/Sideload/certificate";
import type { EnvironmentDocument } from "../../../Extension/LocalPortal/Sideload/environmentDocument";
import { startSideloadServer } from "../../../Extension/LocalPortal/Sideload/sideloadServer";
import { portalFiles } from "../../../Extension/build/portalFiles";
import { askHttps } from "../../Support/askHttps";
import { bundlesByModule, textsBundle, textsIn } from "../../Support/environmentReaders";

/** The endpoint asked as the portal asks, over HTTPS; portalBuild.spec.ts does with the answers what the portal does. */
const route = "/akssecuritydashboard";
const bundlesOfTexts = new Map(
  portalFiles(
    { name: "AksSecurityDashboard", stringSource: "", displayName: "", views: [], menuItems: [] },
    { Tabs: { alerts: "Alerts", quoted: 'Say "yes"\n' } },
  ),
);
const english = bundlesOfTexts.get("modules/en/Strings.js") ?? "";
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
  "modules/qps-ploc/Strings.js": bundlesOfTexts.get("modules/qps-ploc/Strings.js") ?? "",
  "locales/Tabs.resjson": "{}",
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
  expect(document.requireConfig.bundles).toEqual({ "*ClientResources": ["AksSecurityDashboard/Strings"] });
  const { paths } = document.requireConfig;
  expect(Object.keys(paths).sort()).toEqual(["*ClientResources", "AksSecurityDashboard/A.ReactView"]);
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

test("what is ours in the document says the same as what public readers look for, and is named as ours", async () => {
  const { document } = await documentOf();
  const { extras, bundles, requireConfig, "*ClientResources": texts } = document;
  expect(extras).toEqual(["requireConfig.paths"]);
  const pathsOf = (module: string) =>
    requireConfig.paths[module] ??
    Object.entries(requireConfig.bundles).flatMap(([bundle, modules]) =>
      modules.includes(module) ? (requireConfig.paths[bundle] ?? []) : [],
    );
  const named = Object.entries(bundles).map(([address, modules]) => [address, Object.keys(modules)] as const);
  expect(named.map(([, modules]) => modules)).toEqual([
    ["AksSecurityDashboard/A.ReactView"],
    ["AksSecurityDashboard/Strings"],
  ]);
  for (const [address, modules] of named) {
    expect(modules.map(pathsOf)).toEqual([[address, `https:${address}`]]);
  }
  expect(texts).toEqual(pathsOf("AksSecurityDashboard/Strings"));
});

test("a reader that looks for modules in the text finds the address of a bundle", async () => {
  const { text } = await askIt(query());
  const found = bundlesByModule(text, "AksSecurityDashboard/A");
  expect([...found.keys()]).toEqual(["AksSecurityDashboard/A.ReactView"]);
  const address = `https://${found.get("AksSecurityDashboard/A.ReactView")}`;
  expect((await askIt(placeOf(address))).text).toBe(files["modules/A.ReactView.js"]);
  expect(bundlesByModule(text, "AksSecurityDashboard/B").size).toBe(0);
});

test("a reader that looks for client resources in the text finds the texts of the language", async () => {
  for (const [l, alerts] of [
    ["en", "Alerts"],
    ["qps-ploc", "[Ålérts!!]"],
  ] as const) {
    const { text } = await askIt(query({ l }));
    // The module's own name comes first, as in documents of real extensions.
    expect(/"\*ClientResources":\[([^\]]*)\]/.exec(text)?.[1]).toBe('"AksSecurityDashboard/Strings"');
    const { text: code } = await askIt(`${route}/Content/Dynamic/${textsBundle(text)}.js`);
    expect(textsIn(code).get("alerts")).toBe(alerts);
  }
  const { text: code } = await askIt(
    `${route}/Content/Dynamic/${textsBundle((await askIt(query())).text)}.js`,
  );
  expect(textsIn(code).get("quoted")).toBe('Say "yes"\n');
});

test("the document and files by version are asked for again, since they can change under it", async () => {
  const { document, headers } = await documentOf();
  expect(headers["cache-control"]).toBe("no-cache");
  const { headers: same } = await documentOf({ pageVersion: document.pageVersion });
  expect(same["cache-control"]).toBe("no-cache");
  for (const file of [
    "A.ReactView.js",
    "A.ReactView.js.map",
    "locales/Tabs.resjson",
    "extension.config.json",
  ]) {
    const place = `${route}/Content/${document.pageVersion}/${file}`;
    const before = await askIt(place);
    expect([before.status, before.headers["cache-control"]]).toEqual([200, "no-cache"]);
  }
  const map = path.join(built, "modules/A.ReactView.js.map");
  const place = `${route}/Content/${document.pageVersion}/A.ReactView.js.map`;
  const { etag } = (await askIt(place)).headers;
  writeFileSync(map, '{"version":3,"names":["later"]}');
  const after = await askIt(place);
  expect(after.text).toContain("later");
  expect(after.headers.etag).not.toBe(etag);
  writeFileSync(map, files["modules/A.ReactView.js.map"] ?? "");
});

test("a new environment is a new version", async () => {
  const before = (await documentOf()).document.pageVersion;
  const file = path.join(built, "extension.config.json");
  writeFileSync(file, JSON.stringify({ environment: { "*": { trustedDomains: [] } } }));
  expect((await documentOf()).document.pageVersion).not.toBe(before);
  writeFileSync(file, files["extension.config.json"] ?? "");
});

test("texts are those of the language; a language of the portal without texts gets English", async () => {
  const texts = async (l: string) => {
    const { document, headers } = await documentOf({ l });
    const [, place] = document["*ClientResources"];
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
    expect(headers["cache-control"]).toBe("no-cache");
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
