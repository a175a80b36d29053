import type { Frame, FrameLocator, Locator } from "@playwright/test";
import { axeViolations, colorRules, showTheme } from "../axe";
import { brokenHeaders, brokenTags, headersOf, sidewaysScrollers } from "../geometry";
import { openTab, rowsOf, tabNames } from "../dashboardPage";
import { expect, portalThemes, test, viewFrame } from "../fixtures";

/** Windows, and how many rows of the grid must be wholly in sight there, on every tab. */
const windows = [
  { width: 1366, height: 768, rows: 10 },
  { width: 1920, height: 1080, rows: 20 },
  { width: 1024, height: 768, rows: 6 },
] as const;

/** Misconfigurations of the usual world are fewer than the highest window could show. */
const fewer = { Misconfigurations: 15 } as const;

test("in every window so many rows of each tab are wholly in sight, their columns can be read, and one thing scrolls", async ({
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
        await expect.poll(() => brokenHeaders(dashboard), tab).toEqual([]);
        expect(await beginningOf(dashboard.getByRole("tab").first())).toBe(
          await beginningOf(dashboard.getByRole("searchbox").locator("..")),
        );
        expect(await brokenTags(dashboard), tab).toEqual([]);
        expect(await sidewaysScrollers(dashboard), tab).toEqual(width > 1100 ? [] : expect.any(Array));
      }
    });
  }
  await test.step("320×768: every column has its place on a line of its row, and nothing scrolls sideways", async () => {
    for (const tab of tabNames) {
      // Where the tabs don't fit, the tiles lead to them.
      await dashboard.getByRole("button", { name: tileNames[tab] }).click();
      await page.setViewportSize({ width: 1366, height: 768 });
      const names = await headersOf(dashboard).allInnerTexts();
      await page.setViewportSize({ width: 320, height: 768 });
      await expect.poll(() => sidewaysScrollers(dashboard), tab).toEqual([]);
      expect(await headersOf(dashboard).allInnerTexts()).toEqual(names);
      expect(await brokenHeaders(dashboard), tab).toEqual([]);
      expect(await brokenTags(dashboard), tab).toEqual([]);
    }
  });
});

test("what is asked of every page by the system of its user: calm, strong contrast, buttons that differ", async ({
  page,
  dashboard,
}) => {
  await openTab(dashboard, "Misconfigurations");
  const first = rowsOf(dashboard).first();
  const place = await first.boundingBox();
  await first.getByRole("checkbox").click();
  await expect(dashboard.getByText("1 selected")).toBeVisible();
  // The next press must not meet another row.
  expect(await first.boundingBox()).toEqual(place);
  await dashboard.getByRole("menuitem", { name: "Assign owner" }).click();
  const form = dashboard.getByRole("dialog", { name: /^Assign owner/ });
  await expect(form.getByRole("button", { name: "Cancel" })).toBeVisible();
  const frame = viewFrame(page);
  await test.step("nothing moves for those who asked for that", async () => {
    expect(await movingParts(frame)).toEqual([]);
    await page.emulateMedia({ reducedMotion: "no-preference" });
    expect(await movingParts(frame)).not.toEqual([]);
    await page.emulateMedia({ reducedMotion: "reduce" });
  });
  for (const [index, theme] of portalThemes.entries()) {
    await test.step(theme, async () => {
      if (index > 0) {
        await showTheme(page, [frame], theme);
      }
      const fill = (name: string) =>
        form
          .getByRole("button", { name, exact: true })
          .evaluate((button) => getComputedStyle(button).backgroundColor);
      expect(await fill("Assign")).not.toBe(await fill("Cancel"));
      // The rows are behind the form, and drawn as ever.
      const fills = await levelFills(frame);
      expect(fills.size).toBeGreaterThan(2);
      expect(new Set(fills.values()).size).toBe(fills.size);
      expect(await offLine(frame)).toEqual([]);
    });
  }
  await test.step("in the system's own colors", async () => {
    await showTheme(page, [frame], "light");
    await page.emulateMedia({ forcedColors: "active" });
    expect(await axeViolations(frame, colorRules)).toEqual([]);
    const fills = await levelFills(frame);
    expect(new Set(fills.values()).size).toBe(fills.size);
    await page.emulateMedia({ forcedColors: "none" });
  });
});

/** Where it begins from the left, in pixels. */
const beginningOf = (part: Locator) => part.evaluate((element) => element.getBoundingClientRect().left);

const tileNames = {
  Alerts: / alerts$/,
  Vulnerabilities: / vulnerabilities$/,
  Misconfigurations: / misconfigurations$/,
  Compliance: / compliance issues$/,
} as const;

/** Parts of the page that would take longer than a blink to move or fade, in words. */
function movingParts(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const seconds = (durations: string) => Math.max(...durations.split(",").map(parseFloat));
    return [...document.querySelectorAll("*")]
      .filter((element) => {
        const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
        return (
          (animationName !== "none" && seconds(animationDuration) > 0.001) || seconds(transitionDuration) > 0
        );
      })
      .map((element) => element.outerHTML.slice(0, 100));
  });
}

/** Rows whose checkbox, strip, and level don't stand on one line, by their texts. */
function offLine(frame: Frame): Promise<string[]> {
  return frame.evaluate(() =>
    [...document.querySelectorAll("[role=grid] [role=row]:has(input)")]
      .filter((row) => {
        const parts = row.querySelectorAll(
          "input, [data-automation-key=level] span, [data-automation-key=level] [aria-hidden]",
        );
        const middles = [...parts].map((part) => {
          const { top, bottom } = part.getBoundingClientRect();
          return (top + bottom) / 2;
        });
        return Math.max(...middles) - Math.min(...middles) > 1.5;
      })
      .map(({ textContent }) => textContent ?? ""),
  );
}

/** How the strips of the rows are filled, by level. */
async function levelFills(frame: Frame): Promise<ReadonlyMap<string, string>> {
  return new Map(
    await frame.evaluate(() =>
      [...document.querySelectorAll("[role=grid] [data-automation-key=level]")].map((cell) => {
        const strip = cell.querySelector("[aria-hidden]") ?? cell;
        const { backgroundColor, backgroundImage } = getComputedStyle(strip);
        return [cell.textContent ?? "", `${backgroundColor} ${backgroundImage}`] as const;
      }),
    ),
  );
}

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
