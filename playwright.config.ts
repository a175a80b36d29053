import { defineConfig } from "@playwright/test";
import { findChromium } from "./Tests/Support/findChromium";

/** Found once, in the process that starts the workers; they inherit it. */
process.env.CHROMIUM_PATH = findChromium();

/**
 * Chromium heeds the last such switch only, so Playwright's own list is repeated. Each window of a whole Chromium loads the lists
 * under its address bar as pages, in a renderer of their own: that takes half a CPU second for each test, and nobody sees them.
 */
const disabledFeatures = [
  ...["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"],
  ...["AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "PaintHolding"],
  ...["HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "AimEnabled"],
  ...["ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "TcpPortRandomizationWin"],
  ...["OptimizationHints", "NetworkTimeServiceQuerying", "PreconnectToSearch"],
];

export default defineConfig({
  testDir: "Tests/EndToEnd",
  outputDir: "test-results/EndToEnd",
  globalSetup: "./Tests/Support/buildOnce.ts",
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // Of what goes wrong, not of what takes long: a machine that is four times as busy is not an error.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/EndToEnd.json" }]],
  use: {
    // What cannot be pressed for a minute never will be; without it a test waits for its own end.
    actionTimeout: 60_000,
    viewport: { width: 1366, height: 768 },
    locale: "en-US",
    timezoneId: "Europe/Amsterdam",
    // Nothing waits for what slides and fades; journeys.spec.ts and dashboard.spec.ts go through the page as it moves.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      // Nothing but the tests' own pages may reach for the network.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        `--disable-features=${disabledFeatures.join(",")}`,
      ],
    },
  },
});
