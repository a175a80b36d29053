/**
 * `npm run pictures`: renders the README's pictures from the running product, light and dark. The same product gives the same bytes:
 * world, clocks, time zone, and language are fixed. Exit codes: 0 written, 2 wrong flags or no browser.
 */
import { chromium, type Browser } from "@playwright/test";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { localPortalConfig } from "../../Extension/build/localPortal.config";
import { runBuild } from "../../Extension/build/runBuild";
import { runTool } from "../../Extension/CommandLine/runServer";
import { resourceHash } from "../../Extension/LocalPortal/Shell/route";
import { startLocalPortal, type LocalPortal } from "../../Extension/LocalPortal/startLocalPortal";
import { findChromium } from "../Support/findChromium";
import { toolSpecs } from "../Support/toolSpecs";
import { root } from "../Support/trackedFiles";
import { keepVisited } from "../Support/visitedBefore";

const now = new Date("2026-11-24T12:00:00Z");
const size = { width: 1366, height: 768 };
/** Of WebP, from 0 to 1: text stays sharp, and a picture stays below 120 kB. */
const quality = 0.8;

async function render(): Promise<number> {
  await runBuild(localPortalConfig("production"));
  const portal = await startLocalPortal({ port: 0, scenario: "busy", now: () => now });
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
  try {
    for (const theme of ["light", "dark"]) {
      const file = path.join("Views/Dashboard", `dashboard-${theme}.webp`);
      writeFileSync(path.join(root, file), await picture(browser, portal, theme));
      console.log(file);
    }
  } finally {
    await browser.close();
    await portal.close();
  }
  return 0;
}

async function picture(browser: Browser, { url, emulator }: LocalPortal, theme: string): Promise<Buffer> {
  const context = await browser.newContext({ viewport: size, locale: "en-US", timezoneId: "UTC" });
  const page = await context.newPage();
  await page.clock.setFixedTime(now);
  await keepVisited(page);
  await page.addInitScript((name) => window.localStorage.setItem("theme", name), theme);
  await page.goto(new URL(resourceHash(emulator.clusterId, "defenderForCloud"), url).href);
  const dashboard = page.frameLocator("main iframe");
  await dashboard.getByRole("tab", { name: /^Misconfigurations \(\d+\)/ }).click();
  await dashboard.getByRole("grid").first().getByRole("row").nth(5).waitFor();
  for (const tab of ["Alerts", "Vulnerabilities", "Compliance"]) {
    await dashboard.getByRole("tab", { name: new RegExp(`^${tab} \\(\\d+\\)`) }).waitFor();
  }
  await dashboard.getByText(/^On$/).waitFor();
  await page.mouse.move(0, 0);
  const png = await page.screenshot({ animations: "disabled", caret: "hide" });
  const webp = await toWebp(context, png);
  await context.close();
  return webp;
}

/** The browser has an encoder. */
async function toWebp(context: Awaited<ReturnType<Browser["newContext"]>>, png: Buffer): Promise<Buffer> {
  const page = await context.newPage();
  const url = await page.evaluate(
    async ([source, wanted]) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.width, image.height];
      canvas.getContext("2d")?.drawImage(image, 0, 0);
      return canvas.toDataURL("image/webp", wanted);
    },
    [`data:image/png;base64,${png.toString("base64")}`, quality] as const,
  );
  return Buffer.from(url.replace(/^data:image\/webp;base64,/, ""), "base64");
}

void runTool(toolSpecs.pictures, render);
