import type { FrameLocator } from "@playwright/test";
import { openTab, rowsOf, tabNames } from "../dashboardPage";
import { expect, test } from "../fixtures";

/** Windows, and how many rows of the grid must be wholly in sight there, on every tab. */
const windows = [
  { width: 1366, height: 768, rows: 10 },
  { width: 1920, height: 1080, rows: 20 },
  { width: 1024, height: 768, rows: 6 },
] as const;

/** Misconfigurations of the usual world are fewer than the highest window could show. */
const fewer = { Misconfigurations: 15 } as const;

test("in every window so many rows of each tab are wholly in sight, and one thing scrolls", async ({
  page,
  dashboard,
}) => {
  for (const { width, height, rows } of windows) {
    await test.step(`${width}×${height}: ${rows} rows`, async () => {
      await page.setViewportSize({ width, height });
      for (const tab of tabNames) {
        await openTab(dashboard, tab);
        await expect(rowsOf(dashboard).first()).toBeVisible();
        const wanted = tab in fewer ? Math.min(rows, fewer.Misconfigurations) : rows;
        await expect.poll(() => rowsInSight(dashboard), tab).toBeGreaterThanOrEqual(wanted);
        await expect.poll(() => scrollersOf(dashboard), tab).toEqual(rows > wanted ? [] : ["grid"]);
      }
    });
  }
});

/** Rows whose whole box is between the grid's head and the lower edge of the grid and of the frame. */
function rowsInSight(dashboard: FrameLocator): Promise<number> {
  return dashboard
    .getByRole("tabpanel")
    .getByRole("grid")
    .first()
    .evaluate((grid) => {
      const head = grid.querySelector("[role=row]")?.getBoundingClientRect().bottom ?? 0;
      const end = Math.min(grid.getBoundingClientRect().top + grid.clientHeight, window.innerHeight);
      return [...grid.querySelectorAll("[role=rowheader]")]
        .map((cell) => (cell.closest("[role=row]") ?? cell).getBoundingClientRect())
        .filter(({ top, bottom }) => top >= head - 1 && bottom <= end + 1).length;
    });
}

/** What scrolls down in the frame, by role or name of the element. */
function scrollersOf(dashboard: FrameLocator): Promise<string[]> {
  return dashboard
    .locator("body")
    .evaluate((body) =>
      [document.documentElement, body, ...body.querySelectorAll("*")]
        .filter(
          (element) =>
            element.scrollHeight > element.clientHeight + 1 &&
            /auto|scroll/.test(getComputedStyle(element).overflowY),
        )
        .map((element) => element.getAttribute("role") ?? element.tagName),
    );
}
