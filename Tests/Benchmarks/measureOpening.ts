import type { Browser } from "@playwright/test";
import { localPortalConfig } from "../../Extension/build/localPortal.config";
import { runBuild } from "../../Extension/build/runBuild";
import { startLocalPortal } from "../../Extension/LocalPortal/startLocalPortal";
import type { Round } from "./figures";
import { openDashboard, newPage, launchBrowser, viewFrame } from "./portalInBrowser";
import { scoreOf } from "./score";

/** How long the emulator takes for an answer, in milliseconds. */
const latency = 150;
/** A page is interactive once so long no task has blocked it. */
const quiet = 2_000;

/**
 * Cold loads of the view's frame, by the browser's own observers; the score is Lighthouse's formula with the portal's weights. Lighthouse
 * itself isn't used: it's many packages for pages as a whole, and the view is a frame in one.
 */
export async function measureOpening(rounds: number): Promise<readonly Round<"opening">[]> {
  await runBuild(localPortalConfig("production"));
  const portal = await startLocalPortal({ port: 0, scenario: "busy" });
  const browser = await launchBrowser();
  try {
    await load(browser, portal.url); // Warms up the emulator's parser; the browser forgets it.
    const results: Round<"opening">[] = [];
    for (let round = 0; round < rounds; round += 1) {
      results.push(await load(browser, portal.url));
    }
    return results;
  } finally {
    await browser.close();
    await portal.close();
  }
}

async function load(browser: Browser, url: string): Promise<Round<"opening">> {
  const { page, context } = await newPage(browser);
  await context.addInitScript(observe);
  await context.route("**/api/batch*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, latency));
    await route.continue();
  });
  await openDashboard(page, url);
  await page.waitForTimeout(quiet);
  const seen = await viewFrame(page).evaluate(() => window.seenOpening);
  await context.close();
  const fcp = seen.paints[0] ?? Number.NaN;
  const blocking = seen.tasks.filter(({ start }) => start >= fcp);
  const last = blocking.at(-1);
  const metrics = {
    fcp,
    lcp: seen.paints.at(-1) ?? Number.NaN,
    tti: last ? last.start + last.duration : fcp,
    tbt: blocking.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
    cls: seen.shift,
  };
  return { ...metrics, score: scoreOf(metrics) };
}

interface SeenOpening {
  /** The first paint with content, then each larger one; in milliseconds since the frame began to load. */
  readonly paints: number[];
  readonly tasks: { readonly start: number; readonly duration: number }[];
  shift: number;
}

declare global {
  interface Window {
    seenOpening: SeenOpening;
  }
}

/** Runs in the page, in every frame. */
function observe(): void {
  const seen: SeenOpening = { paints: [], tasks: [], shift: 0 };
  window.seenOpening = seen;
  const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  watch(
    "paint",
    ({ name, startTime }) => name === "first-contentful-paint" && seen.paints.unshift(startTime),
  );
  watch("largest-contentful-paint", ({ startTime }) => seen.paints.push(startTime));
  watch("longtask", ({ startTime: start, duration }) => seen.tasks.push({ start, duration }));
  watch("layout-shift", (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }; // By its type.
    seen.shift += hadRecentInput ? 0 : value;
  });
}
