import {
  chromium,
  type Browser,
  type BrowserContext,
  type CDPSession,
  type Frame,
  type FrameLocator,
  type Page,
} from "@playwright/test";
import { findChromium } from "../Support/findChromium";
import { keepVisited } from "../Support/visitedBefore";

/** A browser with precise numbers about its memory. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--enable-precise-memory-info"],
  });
}

/** A page of a browser that was never here, of a usual size. */
export async function newPage(
  browser: Browser,
): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  // What tsx adds to functions that go to the page.
  await context.addInitScript("globalThis.__name = (it) => it");
  await keepVisited(context);
  return { page: await context.newPage(), context };
}

export const dashboardOf = (page: Page): FrameLocator => page.frameLocator("main iframe");

/** The rows of the grid's body that are drawn. */
export const rowsOf = (page: Page) => dashboardOf(page).locator("[data-item-index]");

/** From the address to the first rows, by the menu; in milliseconds. */
export async function openDashboard(page: Page, url: string): Promise<number> {
  const begun = performance.now();
  await page.goto(url);
  await page.getByRole("link", { name: "Microsoft Defender for Cloud" }).click();
  await rowsOf(page).first().waitFor({ timeout: 120_000 });
  return performance.now() - begun;
}

/** DevTools for the process that the view runs in, which may be that of the page. */
export function devToolsOf(page: Page): Promise<CDPSession> {
  const context = page.context();
  return context.newCDPSession(viewFrame(page)).catch(() => context.newCDPSession(page));
}

/** Measures how long the view's main thread has worked since then, in milliseconds: other programs don't count. */
export async function workOf(page: Page): Promise<() => Promise<number>> {
  const session = await devToolsOf(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN) * 1_000;
  };
  const before = await worked();
  return async () => (await worked()) - before;
}

/** The frame that the view is in. */
export function viewFrame(page: Page): Frame {
  const frame = page.frames().find((one) => one !== page.mainFrame());
  if (!frame) {
    throw new Error("The page has no view.");
  }
  return frame;
}
