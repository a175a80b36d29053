import { expect, test as base, type Page, type Response } from "@playwright/test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { dependenciesOf, versionOf, versionProblems } from "../../../Extension/build/amdVersions";
import known from "../../../Extension/build/portalModules.json";
import { bundleProblems } from "../../../Extension/build/bundleProblems";
import { readManifest } from "../../../Extension/build/extensionManifest";
import { portalConfig } from "../../../Extension/build/portal.config";
import { fileName, moduleNames } from "../../../Extension/build/moduleNames";
import { portalOutput, root } from "../../../Extension/build/outputs";
import { createCertificate } from "../../../Extension/LocalPortal/Sideload/certificate";
import { endpointOf } from "../../../Extension/LocalPortal/Sideload/portalAddress";
import { startSideloadServer } from "../../../Extension/LocalPortal/Sideload/sideloadServer";
import { bundleForPortal } from "../../../Extension/build/runPortalBuild";
import { runBuild } from "../../../Extension/build/runBuild";
import type { PortalFrame } from "../../Support/PortalLoader/portalFrame";
import { axeViolations } from "../axe";
import { wordsOf } from "../dashboardPage";
import { brokenHeaders, sidewaysScrollers } from "../geometry";
import { startPortalLoader, type PortalLoader } from "../../Support/PortalLoader/startPortalLoader";

/** The modules of `npm run build:portal`, loaded by RequireJS against what is known of the portal, and nothing else. */
const manifest = readManifest(root);
const { name: extension } = manifest;

interface Fixtures {
  readonly language: "en" | "qps-ploc";
  readonly direction: "ltr" | "rtl";
  /** Further AMD modules by name. */
  readonly modules: Readonly<Record<string, string>>;
  /** Put into the page. */
  readonly html: string;
  readonly loader: PortalLoader;
  /** A page that has got the extension's environment from the endpoint, and its version. */
  readonly sideloaded: { readonly loader: PortalLoader; readonly version: string; readonly url: string };
}

interface WorkerFixtures {
  /** For what asks nothing of ARM: a world and a server for each would take longer than it does. */
  readonly moduleLoader: PortalLoader;
}

const test = base.extend<Fixtures, WorkerFixtures>({
  moduleLoader: [
    // Playwright wants to read from the first parameter what a fixture needs, and needs it to be an object.
    async ({ browser: _ }, use) => {
      const loader = await startPortalLoader({ language: "en" });
      await use(loader);
      await loader.close();
    },
    { scope: "worker" },
  ],
  language: ["en", { option: true }],
  direction: ["ltr", { option: true }],
  modules: [{}, { option: true }],
  html: ["", { option: true }],
  loader: async ({ language, modules, html, page }, use) => {
    const loader = await startPortalLoader({ language, modules, html });
    await page.goto(loader.origin);
    await use(loader);
    await loader.close();
  },
  sideloaded: async ({ language, direction, page }, use) => {
    const certificate = await createCertificate(new Date());
    const authorities = ["portal.azure.com"];
    const server = await startSideloadServer({ port: 0, folder: portalOutput, certificate, authorities });
    const url = endpointOf(server.port);
    const loader = await startPortalLoader({ language, direction, endpoint: { url, certificate } });
    await page.goto(loader.origin);
    const version = await page.evaluate(
      ([endpoint, asked]) => portalFrame.start(endpoint, asked),
      // As the portal writes it: the language of texts, and that of dates and numbers.
      [url, `${language}.en-us`] as const,
    );
    await use({ loader, version, url });
    await Promise.all([loader.close(), server.close()]);
  },
});

declare const portalFrame: PortalFrame;
declare const requirejs: { config(options: object): void };

const problemsIn = (page: Page) => page.evaluate(() => portalFrame.problems);

/** Loads a module; whether that went well. */
const load = (page: Page, name: string) =>
  page.evaluate(
    (module) =>
      portalFrame.load(module).then(
        () => true,
        () => false,
      ),
    name,
  );

async function show(
  page: Page,
  { emulator }: PortalLoader,
  view: (typeof manifest.views)[number],
): Promise<void> {
  const { name, dataFetcher } = view;
  const fetcher = dataFetcher === undefined ? undefined : `${extension}/${fileName(dataFetcher)}`;
  await page.evaluate(([module, prefetcher, id]) => portalFrame.show(module, prefetcher, { id }), [
    `${extension}/${name}`,
    fetcher,
    emulator.clusterId,
  ] as const);
}

test("each module loads by itself and needs nothing that the portal is not known to have", async ({
  page,
  moduleLoader,
}) => {
  for (const module of moduleNames(manifest)) {
    await test.step(module, async () => {
      await page.goto(moduleLoader.origin);
      expect(await load(page, `${extension}/${module}`)).toBe(true);
      expect(await problemsIn(page)).toEqual([]);
      expect(await page.evaluate(() => portalFrame.reactDoms.length)).toBe(1);
      expect(moduleLoader.emulator.requests).toEqual([]);
    });
  }
});

for (const view of manifest.views) {
  test(`${view.name} is drawn, with the portal's React and Fluent`, async ({ page, loader }) => {
    const errors: string[] = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    const hadHeading = await page.evaluateHandle(watchHeading);
    await show(page, loader, view);
    await expect.poll(() => page.evaluate(() => portalFrame.told)).toContain("viewReady");
    await expect(page.locator("#root button").first()).toBeVisible();
    const always = await hadHeading.jsonValue();
    expect(always.length).toBeGreaterThan(0);
    expect(always).not.toContain(false);
    expect(await problemsIn(page)).toEqual([]);
    expect(errors).toEqual([]);
    expect(await page.evaluate(() => portalFrame.reactDoms.length)).toBe(1);
    expect(await page.evaluate(() => portalFrame.fluents)).toEqual([
      known.platform["@fluentui/react"].version,
    ]);
  });
}

/** Whether the page had its landmark and a heading in it, each time when it changed. */
function watchHeading(): boolean[] {
  const had: boolean[] = [];
  new MutationObserver(() => had.push(document.querySelector("main h1") !== null)).observe(
    document.querySelector("#root") ?? document.body,
    { childList: true, subtree: true },
  );
  return had;
}

const dashboard = manifest.views.find(({ dataFetcher }) => dataFetcher !== undefined);
if (!dashboard) {
  throw new Error("No view has a data fetcher.");
}

for (const [what, file] of [
  ["code that", "DetailViews.js"],
  ["code whose texts", "en/LaterStrings.js"],
] as const) {
  test(`${what} can't be loaded is told, and loads when it's tried again`, async ({ page, loader }) => {
    const address = `**/modules/${file}`;
    await page.route(address, (route) => route.abort());
    await show(page, loader, dashboard);
    await page.getByRole("row").nth(1).click();
    const panel = page.getByRole("dialog").or(page.getByRole("complementary"));
    await expect(panel.getByText("We couldn't load this part of the page.")).toBeVisible();
    await page.unroute(address);
    await panel.getByRole("button", { name: "Try again" }).click();
    await expect(panel.getByRole("heading", { name: "Alert description" })).toBeVisible();
    expect(await problemsIn(page)).toEqual([]);
  });
}

test.describe("loaded from the endpoint of npm run sideload, as the portal asks for it", () => {
  // The certificate is this machine's own; sideload.test.ts proves that it is good for those who trust it.
  test.use({ ignoreHTTPSErrors: true });

  test("the view goes on with what its data fetcher began, in one batch, and writes through a client that is loaded then", async ({
    page,
    sideloaded: { loader, version },
  }) => {
    const bundles: Response[] = [];
    page.on("response", (response) => {
      if (response.url().startsWith("https://localhost:")) {
        bundles.push(response);
      }
    });
    await show(page, loader, dashboard);
    await expect(page.getByText("42 alerts")).toBeVisible();
    // All that the first paint needs; then the rights in the node resource group, whose name is in the cluster's answer.
    await expect
      .poll(() => loader.emulator.requests.map(({ path: asked, batch }) => [asked, batch]))
      .toEqual([
        ["/batch", 9],
        ["/batch", 1],
      ]);
    // The view, its data fetcher, their texts, and clients that they need at once.
    const atFirst = bundles.length;
    expect(atFirst).toBeGreaterThan(2);
    await page.getByRole("row").nth(1).getByRole("checkbox").click();
    await page.getByRole("menuitem", { name: "Change status" }).click();
    await page.getByRole("menuitem", { name: /^Dismiss/ }).click();
    await expect.poll(() => page.evaluate(() => portalFrame.told.join("\n"))).toMatch(/Updated 1 of 1/);
    expect(bundles.length).toBeGreaterThan(atFirst);
    for (const bundle of bundles) {
      expect(new URL(bundle.url()).pathname).toMatch(
        /^\/akssecuritydashboard\/Content\/Dynamic\/[\w-]{12}\.js$/,
      );
      expect(bundle.status()).toBe(200);
      expect(bundle.headers()).toMatchObject({
        "access-control-allow-origin": "*",
        "cache-control": "public, max-age=31536000, immutable",
      });
    }
    expect(version).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    expect(await page.evaluate(() => "environment" in window && window.environment)).toMatchObject({
      reflowReadyDefault: true,
    });
    expect(await problemsIn(page)).toEqual([]);
  });

  test("modules are loaded by the paths of a development server too, one file for each", async ({
    page,
    sideloaded: { version, url },
  }) => {
    const modules = moduleNames(manifest);
    const place = `${url}/Content/${version}`;
    const texts = ["Strings", "LaterStrings"].map((name) => [name, `en/${name}`] as const);
    const files = [...modules.map((name) => [name, name] as const), ...texts];
    const paths = Object.fromEntries(
      files.map(([name, file]) => [`${extension}/${name}`, `${place}/${file}`]),
    );
    await page.evaluate((all) => requirejs.config({ paths: all }), paths);
    const loaded: Response[] = [];
    page.on("response", (response) => void loaded.push(response));
    for (const module of modules) {
      expect(await load(page, `${extension}/${module}`)).toBe(true);
    }
    expect(loaded.map((response) => response.url()).sort()).toEqual(
      Object.values(paths)
        .map((address) => `${address}.js`)
        .sort(),
    );
    for (const response of loaded) {
      expect(response.status()).toBe(200);
      expect(response.headers()).toMatchObject({
        "access-control-allow-origin": "*",
        "cache-control": "no-cache",
      });
    }
    expect(await problemsIn(page)).toEqual([]);
  });

  test.describe("in the pseudo-language, from right to left", () => {
    test.use({ language: "qps-ploc", direction: "rtl" });
    test("every text of the view is that of the language, and nothing is cut off or breaks a rule", async ({
      page,
      sideloaded: { loader },
    }) => {
      await show(page, loader, dashboard);
      await expect(page.getByText(/^\[\d+ .+ 42 \[álérts!+\]!+\]$/)).toBeVisible();
      // Tabs and commands are measured in the window first, and shown then.
      await expect(async () => {
        const shown = await wordsOf(page.getByRole("tab").or(page.getByRole("menuitem")));
        const texts = shown.filter((text) => text !== "");
        expect(texts.length).toBeGreaterThan(6);
        expect(texts.filter((text) => !text.startsWith("["))).toEqual([]);
      }).toPass({ timeout: 60_000 });
      for (const width of [1366, 1024, 320]) {
        await page.setViewportSize({ width, height: 768 });
        await expect.poll(() => brokenHeaders(page), { message: `${width}` }).toEqual([]);
        await expect.poll(() => sidewaysScrollers(page)).toEqual([]);
      }
      await page.setViewportSize({ width: 1366, height: 768 });
      await page.getByRole("rowheader").first().click();
      const panel = page.getByRole("complementary");
      await expect(panel.locator("footer").getByRole("button").first()).toBeVisible();
      expect(await panel.boundingBox()).toMatchObject({ x: 0 });
      expect(await axeViolations(page)).toEqual([]);
    });
  });
});

test.describe("what the portal is not known to have", () => {
  const module = (dependencies: readonly string[], body: string, name = "Wrong") => ({
    [name]: `define(${JSON.stringify(name)}, ${JSON.stringify(dependencies)}, function (it) { ${body} });`,
  });
  const sdk = (name: string) => `@microsoft/azureportal-reactview/${name}`;

  test.describe("a module", () => {
    test.use({ modules: module([sdk("Telemetry")], "return it;") });
    test("cannot be loaded", async ({ page, loader }) => {
      expect(await load(page, "Wrong"), loader.origin).toBe(false);
      expect(await problemsIn(page)).toEqual([expect.stringContaining(sdk("Telemetry"))]);
    });
  });

  test.describe("an export", () => {
    test.use({ modules: module([sdk("Az")], "return it.publishPendingNotification({});") });
    test("cannot be used", async ({ page, loader }) => {
      expect(await load(page, "Wrong"), loader.origin).toBe(false);
      expect((await problemsIn(page))[0]).toBe(
        `${sdk("Az")} is not known to export publishPendingNotification`,
      );
    });
  });

  test.describe("libraries without a version in their names", () => {
    const names = ["react", "react-dom", "@fluentui/react"];
    const body = "return Array.prototype.map.call(arguments, function (one) { return one.version; }).join();";
    const modules = module(names, body);
    test.use({ modules });
    test("are React 16 and Fluent 7", async ({ page, loader }) => {
      const [versions] = await page.evaluate(() => portalFrame.load("Wrong"));
      expect(versions, loader.origin).toBe("16.14.0,16.14.0,7.204.1");
      expect(await problemsIn(page)).toEqual(
        names.map((name) => expect.stringContaining(`${name} is version `)),
      );
      expect(bundleProblems("Wrong.js", modules.Wrong ?? "")).toHaveLength(3);
    });
  });

  test("a view that asks for libraries without versions isn't drawn, and its bundle is refused", async ({
    page,
  }) => {
    const text = readFileSync(path.join(portalOutput, "modules", `${dashboard.name}.js`), "utf8");
    const bare = text.replace(/^define\([^\]]+\]/, (start) =>
      start
        .replace(`${extension}/${dashboard.name}`, "Tests/Bare")
        .replace('"react17"', '"react"')
        .replace('"react-dom17"', '"react-dom"')
        .replace("portalalias!@fluentui8/", "@fluentui/"),
    );
    const loader = await startPortalLoader({ language: "en", modules: { "Tests/Bare": bare } });
    await page.goto(loader.origin);
    expect(await load(page, "Tests/Bare")).toBe(false);
    expect((await problemsIn(page)).join("\n")).toMatch(/react is version 16/);
    expect(bundleProblems("Bare.js", bare)).toEqual(
      expect.arrayContaining([
        "Bare.js asks for react, which is React 16 in the portal, not 17",
        "Bare.js asks for @fluentui/react, which is Fluent UI 7 in the portal, not 8",
      ]),
    );
    await loader.close();
  });

  test("a second React DOM is noticed on the page, and in the bundle", async ({ page }) => {
    const folder = mkdtempSync(path.join(tmpdir(), "portal-build-"));
    const copy = path.join(root, "node_modules/react-dom/cjs/react-dom.production.min.js");
    await runBuild(portalConfig({ extension: "Tests", entries: { Copy: copy }, output: folder }));
    const text = readFileSync(path.join(folder, "Copy.js"), "utf8");
    rmSync(folder, { recursive: true });
    const loader = await startPortalLoader({ language: "en", modules: { "Tests/Copy": text } });
    await page.goto(loader.origin);
    expect(await load(page, "Tests/Copy")).toBe(true);
    expect(await page.evaluate(() => portalFrame.reactDoms.length)).toBe(2);
    expect(bundleProblems("Copy.js", text)).toContain("Copy.js has a copy of React DOM");
    await loader.close();
  });

  for (const [what, body] of [
    ["eval", 'return eval("1");'],
    ["new Function", 'return new Function("return 1")();'],
  ] as const) {
    test.describe(what, () => {
      const modules = module(["react17"], body);
      test.use({ modules });
      test("is stopped by the page's policy, and noticed in the bundle", async ({ page, loader }) => {
        expect(await load(page, "Wrong"), loader.origin).toBe(false);
        expect((await problemsIn(page)).join()).toMatch(
          /policy forbids eval|unsafe-eval|Content Security Policy/i,
        );
        expect(bundleProblems("Wrong.js", modules.Wrong ?? "")).toHaveLength(1);
      });
    });
  }

  test.describe("a link that sanitizeLink has not given", () => {
    const href = "https://learn.microsoft.com/azure";
    const body = `var a = document.createElement("a"); a.href = "${href}"; document.body.append(a); return {};`;
    test.use({ modules: module(["react17"], body) });
    test("is noted, as the portal's runtime logs it", async ({ page, loader }) => {
      expect(await load(page, "Wrong"), loader.origin).toBe(true);
      await expect.poll(() => problemsIn(page)).toEqual([`sanitizeLink has not given the link ${href}`]);
    });
  });

  test.describe("an inline script", () => {
    test.use({ html: "<script>window.hasRun = true;</script>" });
    test("is stopped by the page's policy", async ({ page, loader }) => {
      expect(await page.evaluate(() => "hasRun" in window), loader.origin).toBe(false);
    });
  });

  test.describe("a script that a module writes into the page", () => {
    const body =
      'var s = document.createElement("script"); s.textContent = "window.hasRun = true"; document.body.append(s);';
    test.use({ modules: module(["react17"], `${body} return {};`) });
    test("is stopped and noted", async ({ page, loader }) => {
      expect(await load(page, "Wrong"), loader.origin).toBe(true);
      await expect.poll(() => problemsIn(page)).toEqual([expect.stringContaining("forbids inline")]);
      expect(await page.evaluate(() => "hasRun" in window)).toBe(false);
    });
  });
});

test("the view's own bundles have nothing of that", () => {
  for (const module of moduleNames(manifest)) {
    const text = readFileSync(path.join(portalOutput, "modules", `${module}.js`), "utf8");
    expect(bundleProblems(module, text)).toEqual([]);
    expect(text.startsWith(`define("${extension}/${module}",`)).toBe(true);
    const libraries = dependenciesOf(text).filter((name) => versionOf(name));
    expect(versionProblems(libraries)).toEqual([]);
    if (module.endsWith(".ReactView")) {
      expect(libraries).toEqual(expect.arrayContaining(["react17", "portalalias!@fluentui8/react"]));
    }
  }
});

/** Sources as a view might hold them, and why the build refuses them. */
const refusals: readonly (readonly [what: string, source: string, problem: RegExp])[] = [
  [
    "an unknown module",
    'import { trace } from "@microsoft/azureportal-reactview/Telemetry"; trace();',
    /Telemetry is not known to be a module/,
  ],
  [
    "an unknown export",
    'import { hasPermission } from "@microsoft/azureportal-reactview/Az"; hasPermission();',
    /Az is not known to export hasPermission/,
  ],
  [
    "a module as a whole",
    'import * as Az from "@microsoft/azureportal-reactview/Az"; export const x = (k) => Az[k];',
    /is used as a whole/,
  ],
  [
    "the SDK's root",
    'import { Az } from "@microsoft/azureportal-reactview"; Az();',
    /reactview is not known to be a module/,
  ],
  [
    "a copy of React",
    'import React from "ROOT/node_modules/react/cjs/react.production.min.js"; export default React;',
    /has a copy of React$/m,
  ],
  [
    "a copy of React DOM",
    'import Dom from "ROOT/node_modules/react-dom/cjs/react-dom.production.min.js"; export default Dom;',
    /has a copy of React DOM/,
  ],
  [
    "a copy of Fluent",
    'export { DefaultButton } from "ROOT/node_modules/@fluentui/react/lib/index.js";',
    /has a copy of Fluent UI/,
  ],
  [
    "what only a newer Fluent has",
    'import { Lately } from "@fluentui/react"; export const x = Lately();',
    /@fluentui\/react 8\.114\.4, which the portal has, doesn't export Lately/,
  ],
  [
    "Fluent as a whole",
    'import * as Fluent from "@fluentui/react"; export const x = (k) => Fluent[k];',
    /@fluentui\/react is used as a whole/,
  ],
  [
    "Fluent by require",
    'const Fluent = require("@fluentui/react"); export const x = (k) => Fluent[k];',
    /@fluentui\/react is used as a whole/,
  ],
  [
    "Fluent by its default export",
    'import Fluent from "@fluentui/react"; export const x = Fluent;',
    /@fluentui\/react is used as a whole/,
  ],
  ["Fluent passed on", 'export * from "@fluentui/react";', /@fluentui\/react is used as a whole/],
  [
    "Fluent loaded on first use",
    'export const x = (k) => import("@fluentui/react").then((all) => all[k]);',
    /@fluentui\/react is used as a whole/,
  ],
  [
    "what only a newer Fluent has, by require",
    'export const x = require("@fluentui/react").Lately;',
    /doesn't export Lately/,
  ],
  ["eval", "export const x = (t) => (0, eval)(t) + eval(t);", /calls eval/],
  ["new Function", "export const x = (t) => new Function(t)();", /makes a function of a text/],
  [
    "a text that is not there",
    'import { Texts } from "./Lost.resjson"; export const x = Texts.a;',
    /There are no texts called Texts/,
  ],
];

for (const [what, source, problem] of refusals) {
  test(`the build refuses ${what}`, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "portal-build-"));
    writeFileSync(path.join(folder, "Lost.resjson.ts"), 'export enum Texts {\n  a = "A",\n}\n');
    const file = path.join(folder, "Wrong.ReactView.tsx");
    writeFileSync(file, source.replaceAll("ROOT", root));
    const built = bundleForPortal(
      { extension: "Wrong", entries: { "Wrong.ReactView": file }, output: path.join(folder, "out") },
      {},
    );
    await expect(built).rejects.toThrow(problem);
    rmSync(folder, { recursive: true });
  });
}
