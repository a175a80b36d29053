import { expect, test as base, type Frame, type FrameLocator, type Page } from "@playwright/test";
import type { PortalTheme } from "../../Extension/PortalSdk/portalHost";
import type { ScenarioName } from "../../Extension/ArmEmulator/Scenarios/scenarioNames";
import { resourceHash } from "../../Extension/LocalPortal/Shell/route";
import { startLocalPortal, type LocalPortal } from "../../Extension/LocalPortal/startLocalPortal";
import { keepVisited } from "../Support/visitedBefore";

export { expect };

/** Each differs from the next in the color of its background. */
export const portalThemes: readonly PortalTheme[] = [
  "light",
  "dark",
  "highContrastLight",
  "highContrastDark",
];

/** The clock of the emulated Azure. */
export interface AzureClock {
  /** Lets time pass for Azure at once: what it takes its time for is then done. The browser's clock goes on as it is. */
  pass(seconds: number): void;
  /** From now on no time passes for Azure but by {@link pass}: what is in progress stays so, however slow the machine is. */
  stop(): void;
}

interface Options {
  /** World behind the page. */
  readonly scenario: ScenarioName;
  /** Of that world; `undefined`: the usual one. */
  readonly seed: number | undefined;
  readonly theme: PortalTheme;
  /** Whether the user has been here before, and so has seen the tour. */
  readonly visit: "first" | "again";
  /** How the dashboard is reached: by its address, or from the overview by the menu of the cluster, which is in the history then. */
  readonly way: "address" | "menu";
  /** Console messages that the test provokes. */
  readonly provoked: RegExp | undefined;
}

interface Fixtures {
  readonly azureClock: AzureClock & { readonly now: () => Date };
  /** The local portal on a world of the test's own, at any free port. */
  readonly portal: LocalPortal;
  /** The view's frame, on the cluster's page. */
  readonly dashboard: FrameLocator;
  /** Fails the test for console messages and for calls that leave the machine. */
  readonly quiet: undefined;
}

interface WorkerFixtures {
  /** Browser and emulator have done everything once, so that no test waits for what only the first one has to load. */
  readonly warm: undefined;
}

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  scenario: ["busy", { option: true }],
  seed: [undefined, { option: true }],
  theme: ["light", { option: true }],
  visit: ["again", { option: true }],
  way: ["address", { option: true }],
  provoked: [undefined, { option: true }],

  warm: [
    async ({ browser }, use) => {
      const portal = await startLocalPortal({ port: 0, scenario: "busy" });
      const page = await browser.newPage();
      await keepVisited(page);
      // The portal gives a view up that is not ready after 20 seconds, which the first one may need on a busy machine.
      await expect(async () => {
        await page.goto("about:blank");
        await page.goto(dashboardAddress(portal));
        await page.frameLocator("main iframe").getByRole("grid").waitFor({ timeout: 25_000 });
      }).toPass();
      await page.close();
      await portal.close();
      await use(undefined);
    },
    { scope: "worker", auto: true, timeout: 300_000 },
  ],

  // Playwright wants to read from the first parameter what a fixture needs, and needs it to be an object.
  azureClock: async ({ scenario: _ }, use) => {
    let ahead = 0;
    let stoppedAt: number | undefined;
    await use({
      now: () => new Date((stoppedAt ?? Date.now()) + ahead),
      pass: (seconds) => void (ahead += seconds * 1000),
      stop: () => void (stoppedAt ??= Date.now()),
    });
  },

  context: async ({ context, visit }, use) => {
    if (visit === "again") {
      await keepVisited(context);
    }
    await use(context);
  },

  portal: async ({ scenario, seed, azureClock: { now } }, use) => {
    const portal = await startLocalPortal({ port: 0, scenario, seed, now });
    await use(portal);
    await portal.close();
  },

  quiet: [
    async ({ page, provoked }, use, testInfo) => {
      const noise: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") {
          noise.push(`console ${message.type()}: ${message.text()}`);
        }
      });
      page.on("pageerror", (error) => noise.push(`error: ${error.message}`));
      page.on("request", (request) => {
        const { hostname, protocol } = new URL(request.url());
        if (hostname !== "127.0.0.1" && protocol !== "data:") {
          noise.push(`left the machine: ${request.url()}`);
        }
      });
      await use(undefined);
      if (testInfo.status !== testInfo.expectedStatus) {
        // Of an attachment the report prints the first 300 characters, and CI keeps nothing but what is printed.
        process.stdout.write(`${testInfo.title}: what each frame showed\n${await shownIn(page)}\n`);
      }
      const unexpected = noise.filter((line) => !provoked?.test(line));
      if (unexpected.length > 0) {
        throw new Error(`The page was not quiet:\n${unexpected.join("\n")}`);
      }
    },
    { auto: true },
  ],

  dashboard: async ({ page, portal, theme, way }, use) => {
    if (way === "menu") {
      await openPortal(page, portal, theme);
      await page.getByRole("link", { name: "Microsoft Defender for Cloud" }).click();
    } else {
      await keepTheme(page, theme);
      await page.goto(dashboardAddress(portal));
    }
    await use(page.frameLocator("main iframe"));
  },
});

/** Address and content of each frame, to see why a test failed: Playwright's own report stops at the frames' borders. */
async function shownIn(page: Page): Promise<string> {
  const frames = page.frames().map(async (frame) => {
    const content = frame.locator("body").ariaSnapshot({ timeout: 5_000 });
    return `${frame.url()}\n${await content.catch(String)}`;
  });
  return (await Promise.all(frames)).join("\n\n");
}

/** Address of the dashboard in the cluster's menu. */
export function dashboardAddress({ url, emulator }: LocalPortal): string {
  return new URL(resourceHash(emulator.clusterId, "defenderForCloud"), url).href;
}

/** Opens the overview of the cluster. */
export async function openPortal(
  page: Page,
  portal: LocalPortal,
  theme: PortalTheme = "light",
): Promise<void> {
  await keepTheme(page, theme);
  await page.goto(portal.url);
}

/** As if it had been chosen in an earlier visit. */
async function keepTheme(page: Page, theme: PortalTheme): Promise<void> {
  await page.addInitScript((name) => window.localStorage.setItem("theme", name), theme);
}

/** The frame that holds the view. */
export function viewFrame(page: Page): Frame {
  const frame = page.frames().find((candidate) => candidate !== page.mainFrame());
  if (!frame) {
    throw new Error("The page has no view frame.");
  }
  return frame;
}
