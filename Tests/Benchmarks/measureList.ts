import type { Page } from "@playwright/test";
import { listAlertsQuery } from "../../Client/Alerts/alerts.query";
import { clusterScopeOf } from "../../Client/Core/clusterScope";
import { runQuery } from "../../Extension/ArmEmulator/Kql/runQuery";
import { graphTables } from "../../Extension/ArmEmulator/ResourceGraph/graphTables";
import { localPortalConfig } from "../../Extension/build/localPortal.config";
import { runBuild } from "../../Extension/build/runBuild";
import { startLocalPortal, type LocalPortal } from "../../Extension/LocalPortal/startLocalPortal";
import type { Round } from "./figures";
import { dashboardOf, devToolsOf, launchBrowser, newPage, openDashboard, workOf } from "./portalInBrowser";
import { median, quantile } from "./table";
import { untilRowsChange, watchFrames } from "./watchFrames";

const megabyte = 1_000_000;
/** Between keys and presses, in milliseconds. */
const pause = 120;
const letters = "suspicious exe";
/** Of the wheel. */
const turns = 120;
const allRead = /^[\d,]+ of 49,884 alerts/;

/** The list of the world `huge`, in a new page for each round. The emulator has made its rows before: Azure has them, too. */
export async function measureList(rounds: number): Promise<readonly Round<"list">[]> {
  await runBuild(localPortalConfig("production"));
  const portal = await startLocalPortal({ port: 0, scenario: "huge" });
  makeRows(portal.emulator);
  const browser = await launchBrowser();
  try {
    const results: Round<"list">[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { page, context } = await newPage(browser);
      const opened = await open(page, portal.url);
      const heap = await heapOf(page);
      results.push({
        ...opened,
        heap,
        ...(await search(page)),
        ...(await sort(page)),
        ...(await scroll(page)),
      });
      await context.close();
    }
    return results;
  } finally {
    await browser.close();
    await portal.close();
  }
}

/** Asks for the list once, however long it takes on a busy machine. */
function makeRows({ world, clusterId }: LocalPortal["emulator"]): void {
  const scope = clusterScopeOf(clusterId);
  if (!scope.ok) {
    throw new Error(scope.reason);
  }
  const database = graphTables(world, { mayRead: () => () => true });
  runQuery(listAlertsQuery(scope.cluster), database, new Date(), 120_000);
}

async function open(page: Page, url: string) {
  let calls = 0;
  page.on("request", (request) => {
    calls += request.url().includes("/api/batch") ? 1 : 0;
  });
  const begun = performance.now();
  const firstRows = await openDashboard(page, url);
  await dashboardOf(page).getByText(allRead).first().waitFor({ timeout: 240_000 });
  return { firstRows, allRows: performance.now() - begun, calls };
}

async function heapOf(page: Page): Promise<number> {
  const session = await devToolsOf(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / megabyte;
}

async function search(page: Page) {
  const box = dashboardOf(page).getByRole("searchbox", { name: "Search alerts" });
  await box.click();
  const watched = await watchFrames(page);
  const worked = await workOf(page);
  for (const letter of letters) {
    await page.keyboard.press(letter === " " ? "Space" : letter);
    await page.waitForTimeout(pause);
  }
  const { inputs } = await watched();
  const keyWork = (await worked()) / letters.length;
  await box.fill("");
  await page.waitForTimeout(pause);
  const found = await untilRowsChange(page, () => page.keyboard.press("z"));
  await box.fill("");
  await page.waitForTimeout(pause);
  return { key: median(inputs), slowKey: quantile(inputs, 0.95), keyWork, found };
}

async function sort(page: Page) {
  const headers = dashboardOf(page).locator("[role=columnheader][data-item-key]:not([data-item-key=select])");
  const watched = await watchFrames(page);
  const times: number[] = [];
  const worked = await workOf(page);
  for (const header of await headers.all()) {
    // Up, then down.
    for (let press = 0; press < 2; press += 1) {
      times.push(await untilRowsChange(page, () => header.click()));
      await page.waitForTimeout(pause);
    }
  }
  const sortWork = (await worked()) / times.length;
  const { frames } = await watched();
  return { sort: Math.max(...times), sortWork, sortFrame: Math.max(...frames) };
}

/** With the wheel, for about three seconds. */
async function scroll(page: Page) {
  const grid = dashboardOf(page).getByRole("grid");
  await grid.hover();
  const watched = await watchFrames(page);
  const worked = await workOf(page);
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel(0, 160);
    await page.waitForTimeout(16);
  }
  const scrollWork = (await worked()) / turns;
  const { frames, blank } = await watched();
  return {
    scrollWork,
    scroll: frames.filter((duration) => duration > 50).length,
    scrollFrame: Math.max(...frames),
    blank,
  };
}
