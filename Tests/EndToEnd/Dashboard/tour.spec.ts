import type { FrameLocator, Page } from "@playwright/test";
import { axeInThemes } from "../axe";
import { expect, test, viewFrame } from "../fixtures";
import { allTabsCounted, openTab, tabNames, tabTo } from "../dashboardPage";

test.use({ visit: "first" });

test("the tour can be read in every theme, and hides no tab at any width", async ({ page, dashboard }) => {
  await expect(dashboard.getByRole("dialog", { name: "Start with the worst" })).toBeVisible();
  await allTabsCounted(dashboard);
  expect(await axeInThemes(page, [viewFrame(page)])).toEqual([]);
  for (const [width, name] of [
    [1024, "From a finding to its fix"],
    [1366, "What is checked"],
  ] as const) {
    await tabsAreFree(dashboard);
    await page.setViewportSize({ width, height: 768 });
    await dashboard.getByRole("button", { name: "Next" }).click();
    await expect(dashboard.getByRole("dialog", { name })).toBeVisible();
  }
  await tabsAreFree(dashboard);
});

/** A click on the middle of a tab reaches it. */
async function tabsAreFree(dashboard: FrameLocator): Promise<void> {
  for (const tab of await dashboard.getByRole("tab").all()) {
    await tab.click({ trial: true });
  }
}

/** Until the portal has kept that there is no tour any more: a page that is left at once may not have told it. */
const tourKept = (page: Page) =>
  expect.poll(() => page.evaluate(() => Object.values(window.localStorage).join())).toContain('"tour"');

test("by keyboard to its end, and it doesn't come back", async ({ page, dashboard }) => {
  for (const name of ["Start with the worst", "From a finding to its fix", "What is checked"]) {
    await expect(dashboard.getByRole("dialog", { name })).toBeVisible();
    await tabTo(page, dashboard.locator("button:focus", { hasText: /^(Next|Done)$/ }));
    await page.keyboard.press("Enter");
  }
  await expect(dashboard.getByRole("dialog")).toHaveCount(0);
  await tourKept(page);
  await page.reload();
  await allTabsCounted(dashboard);
  await expect(dashboard.getByRole("dialog")).toHaveCount(0);
});

test("skipped for good, with the page used meanwhile", async ({ page, dashboard }) => {
  const bubble = dashboard.getByRole("dialog", { name: "Start with the worst" });
  await expect(bubble).toBeVisible();
  await allTabsCounted(dashboard);
  for (const tab of tabNames) {
    await openTab(dashboard, tab);
    await expect(dashboard.getByRole("tab", { name: new RegExp(`^${tab}`) })).toHaveAttribute(
      "aria-selected",
      "true",
    );
  }
  await bubble.getByRole("button", { name: "Skip tour" }).click();
  await tourKept(page);
  await page.reload();
  await allTabsCounted(dashboard);
  await expect(dashboard.getByRole("dialog")).toHaveCount(0);
});
