import type { Page } from "@playwright/test";
import { axeViolations } from "../axe";
import { expect, portalThemes, test, viewFrame } from "../fixtures";
import { allTabsCounted, openTab, tabNames, tabTo } from "../dashboardPage";

test.use({ visit: "first" });

for (const theme of portalThemes) {
  test.describe(theme, () => {
    test.use({ theme });

    test("the tour can be read", async ({ page, dashboard }) => {
      await expect(dashboard.getByRole("dialog", { name: "Start with the worst" })).toBeVisible();
      await allTabsCounted(dashboard);
      expect(await axeViolations(viewFrame(page))).toEqual([]);
    });
  });
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
