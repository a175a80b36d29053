import { chromium, type CDPSession, type Page } from "@playwright/test";
import { resourceHash } from "../../Extension/LocalPortal/Shell/route";
import { findChromium } from "../Support/findChromium";
import { keepVisited } from "../Support/visitedBefore";
import { countOpenRequests } from "./openRequests";
import type { SoakServer } from "./soakServer";
import { untilReady } from "./untilReady";
import type { Sample } from "./verdict";

export interface SoakPage {
  readonly page: Page;
  /** Waits until nothing is asked any more, then counts and collects garbage. */
  measure(): Promise<Sample>;
  /** Until no request has been open for a moment; gives up in the end, and what is open then is a figure. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

const mostSecondsToRest = 90;
const quietMilliseconds = 400;

/** The dashboard in a browser of its own. */
export async function openSoakPage(server: SoakServer): Promise<SoakPage> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
  });
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: "en-US" });
  page.setDefaultTimeout(120_000);
  await keepVisited(page);
  const openRequests = countOpenRequests(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const address = new URL(resourceHash(server.clusterId, "defenderForCloud"), server.url).href;
  await untilReady(page.frameLocator("main iframe").getByRole("grid").first(), async () => {
    await page.goto("about:blank");
    await page.goto(address);
  });
  const rest = async () => {
    const end = performance.now() + mostSecondsToRest * 1000;
    let quietSince = performance.now();
    while (performance.now() - quietSince < quietMilliseconds && performance.now() < end) {
      await page.waitForTimeout(50);
      quietSince = openRequests() === 0 ? quietSince : performance.now();
    }
  };
  return {
    page,
    rest,
    async measure() {
      await rest();
      const metrics = await browserMetrics(session);
      return { ...metrics, browserRequests: openRequests(), ...(await server.measure()) };
    },
    close: () => browser.close(),
  };
}

/** Of the whole process, which the page shares with its frames: they are of the same site. */
async function browserMetrics(session: CDPSession) {
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return {
    browserHeap: value("JSHeapUsedSize") / 2 ** 20,
    nodes: value("Nodes"),
    listeners: value("JSEventListeners"),
    documents: value("Documents"),
  };
}
