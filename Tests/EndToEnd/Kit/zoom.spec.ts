import type { FrameLocator, Locator } from "@playwright/test";
import { detailsOf, openTab, rowsOf } from "../dashboardPage";
import { expect, test } from "../fixtures";

/**
 * What a browser at 200 or 400 % zoom leaves of a window, in CSS pixels. WCAG 2.2, 1.4.10 asks for 320 × 256, which is 1280 × 1024
 * at 400 %.
 */
const lowWindows = [
  { width: 320, height: 256 },
  { width: 341, height: 192 },
  { width: 480, height: 270 },
  { width: 640, height: 512 },
  { width: 683, height: 384 },
] as const;

test("in a window of usual height only the middle of the details scrolls; in a low one the whole panel, head and foot with it", async ({
  page,
  dashboard,
}) => {
  await test.step("usual height", async () => {
    await rowsOf(dashboard).first().getByRole("rowheader").click();
    const panel = detailsOf(dashboard);
    await expect(panel.locator("footer").getByRole("link").first()).toBeInViewport();
    await expect.poll(() => scrollersOf(panel)).toEqual(["DIV"]);
    await closeDetails(dashboard);
  });
  for (const size of lowWindows) {
    await test.step(`${size.width}×${size.height}`, async () => {
      await page.setViewportSize(size);
      for (const tile of [/ alerts$/, / misconfigurations$/]) {
        await dashboard.getByRole("button", { name: tile }).click();
        await rowsOf(dashboard).first().getByRole("rowheader").click();
        await scrollsAsWhole(dashboard);
        await closeDetails(dashboard);
      }
    });
  }
});

async function scrollsAsWhole(dashboard: FrameLocator): Promise<void> {
  const panel = detailsOf(dashboard);
  const links = panel.getByRole("contentinfo").or(panel.locator("footer")).getByRole("link");
  await expect(links.first()).toBeAttached();
  await expect.poll(() => scrollersOf(panel)).toEqual(["ASIDE"]);
  await links.last().scrollIntoViewIfNeeded();
  await expect(links.last()).toBeInViewport();
  await expect(panel.getByRole("heading", { level: 2 })).not.toBeInViewport();
}

async function closeDetails(dashboard: FrameLocator): Promise<void> {
  await detailsOf(dashboard).getByRole("button", { name: "Close details" }).click();
  await expect(detailsOf(dashboard)).toHaveCount(0);
}

test("at 683×384 a form and the settings scroll as a whole", async ({ page, dashboard }) => {
  await openTab(dashboard, "Misconfigurations");
  await rowsOf(dashboard).first().getByRole("checkbox").click();
  await page.setViewportSize({ width: 683, height: 384 });
  await pressCommand(dashboard, "Assign owner");
  const form = dashboard.getByRole("dialog", { name: /^Assign owner/ });
  const cancel = form.getByRole("button", { name: "Cancel" });
  await expect(cancel).toBeVisible();
  await expect.poll(() => scrollersOf(form)).toEqual(["DIV"]);
  // The portal's page is higher than the window as well.
  await page.locator("main iframe").evaluate((frame) => frame.scrollIntoView({ block: "end" }));
  await cancel.click();
  await expect(form).toHaveCount(0);

  await pressCommand(dashboard, "Settings");
  const pane = page.frameLocator(".ms-Panel iframe");
  const foot = pane.getByRole("button", { name: "Close" });
  await expect(foot).toBeVisible();
  await expect.poll(() => scrollersOf(pane.locator("body"))).toEqual(["MAIN"]);
  await foot.click();
  await expect(pane.locator("body")).toHaveCount(0);
});

/** Widths of the window, one big step after the other. */
const steps = [1920, 400, 1920, 1100, 320, 801, 800, 1920, 683] as const;

test("after each big change of the window's width every command is seen or under More commands", async ({
  page,
  dashboard,
}) => {
  const bar = dashboard.getByRole("menubar").first();
  await page.setViewportSize({ width: steps[0], height: 900 });
  await expect(rowsOf(dashboard).first()).toBeVisible();
  await expect(bar.getByRole("menuitem")).toHaveCount(8);
  const all = await bar.getByRole("menuitem").allInnerTexts();
  for (const width of steps) {
    await page.setViewportSize({ width, height: 900 });
    await expect(async () => {
      expect(await cutOffItems(bar)).toEqual([]);
    }).toPass();
  }
  // The last one is narrow.
  await bar.getByRole("menuitem", { name: "More commands" }).click();
  await expect(async () => {
    const seen = (await bar.getByRole("menuitem").allInnerTexts()).filter((text) => all.includes(text));
    const hidden = await dashboard.getByRole("menu").getByRole("menuitem").count();
    expect(hidden).toBeGreaterThan(0);
    expect(hidden + seen.length).toBe(all.length);
  }).toPass();
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 1920, height: 900 });
  await expect(bar.getByRole("menuitem")).toHaveCount(all.length);
});

/** Tag names of what scrolls down in an element, itself included: code, tables and lists that are high by themselves aside. */
function scrollersOf(scope: Locator): Promise<string[]> {
  return scope.evaluate((root) =>
    [root, ...root.querySelectorAll("*")]
      .filter(
        (element) =>
          element.clientHeight > 0 &&
          /auto|scroll/.test(getComputedStyle(element).overflowY) &&
          element.querySelector("footer, h1, button") !== null &&
          element.scrollHeight > element.clientHeight,
      )
      .map(({ tagName }) => tagName),
  );
}

/** Commands whose right edge is outside of the frame. */
function cutOffItems(bar: Locator): Promise<string[]> {
  return bar
    .getByRole("menuitem")
    .evaluateAll((items) =>
      items
        .filter((item) => item.getBoundingClientRect().right > document.documentElement.clientWidth)
        .map((item) => item.textContent ?? ""),
    );
}

/** A command of the bar, wherever it stands in a narrow frame. */
async function pressCommand(dashboard: FrameLocator, name: string): Promise<void> {
  const bar = dashboard.getByRole("menubar").first();
  await expect(async () => {
    expect(await cutOffItems(bar)).toEqual([]);
  }).toPass();
  const shown = bar.getByRole("menuitem", { name, exact: true });
  if ((await shown.count()) === 0) {
    await bar.getByRole("menuitem", { name: "More commands" }).click();
  }
  await dashboard.getByRole("menuitem", { name, exact: true }).click();
}
