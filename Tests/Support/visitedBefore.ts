import type { BrowserContext, Page } from "@playwright/test";
import { settingsKey } from "../../Extension/LocalPortal/Shell/createViewHost";
import { tourKey } from "../../Views/Dashboard/Tour/useTour";

/** As if the page had been visited before. What the portal keeps since then stays. */
export async function keepVisited(page: Page | BrowserContext): Promise<void> {
  await page.addInitScript(
    ([key, settings]) => {
      if (window.localStorage.getItem(key) === null) {
        window.localStorage.setItem(key, settings);
      }
    },
    [settingsKey, JSON.stringify({ [tourKey]: "seen" })] as const,
  );
}
