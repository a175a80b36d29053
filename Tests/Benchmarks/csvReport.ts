/**
 * `npm run bench:csv`: a report of 50,000 findings in the browser. Prints how long it takes, and the largest heap of the page
 * that was seen meanwhile, in MB; nothing is asserted, since machines differ.
 */
import { stat } from "node:fs/promises";
import { chromium, type CDPSession, type Download, type Page } from "@playwright/test";
import { startLocalPortal } from "../../Extension/LocalPortal/startLocalPortal";
import { runBuild } from "../../Extension/build/runBuild";
import { localPortalConfig } from "../../Extension/build/localPortal.config";
import { findChromium } from "../Support/findChromium";
import { runTool } from "../../Extension/CommandLine/runServer";
import { toolSpecs } from "../Support/toolSpecs";
import { keepVisited } from "../Support/visitedBefore";

const megabyte = 1024 * 1024;
const pause = 250;

/** Megabytes of the page's JavaScript heap, garbage included. */
async function heapOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0) / megabyte;
}

/** The largest heap while something runs. */
async function peakWhile<T>(page: Page, action: () => Promise<T>): Promise<{ peak: number; value: T }> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  let peak = 0;
  const timer = setInterval(() => {
    void heapOf(session).then((heap) => {
      peak = Math.max(peak, heap);
    });
  }, pause);
  try {
    return { value: await action(), peak };
  } finally {
    clearInterval(timer);
    console.log(`largest heap seen: ${peak.toFixed(0)} MB`);
  }
}

async function main(): Promise<number> {
  await runBuild(localPortalConfig("production"));
  const portal = await startLocalPortal({ port: 0, scenario: "huge" });
  const browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox"] });
  const page = await browser.newPage();
  await keepVisited(page);
  await page.goto(portal.url);
  await page.getByRole("link", { name: "Microsoft Defender for Cloud" }).click();
  const dashboard = page.frameLocator("main iframe");
  const begun = performance.now();
  await peakWhile(page, async () => {
    await dashboard.getByText(/^[\d,]+ of 49,884 alerts/).waitFor({ timeout: 600_000 });
  });
  console.log(`all alerts on the page after ${seconds(begun)} s`);
  const asked = performance.now();
  await peakWhile(page, async () => {
    await dashboard.getByRole("menuitem", { name: "Download report" }).click();
    const [download] = await Promise.all([
      page.waitForEvent("download", { timeout: 600_000 }),
      dashboard.getByRole("button", { name: "Download", exact: true }).click(),
    ]);
    console.log(`report saved after ${seconds(asked)} s, ${await sizeOf(download)} MB`);
  });
  await browser.close();
  await portal.close();
  return 0;
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}

async function sizeOf(download: Download): Promise<string> {
  return ((await stat(await download.path())).size / megabyte).toFixed(1);
}

void runTool(toolSpecs["bench:csv"], main);
