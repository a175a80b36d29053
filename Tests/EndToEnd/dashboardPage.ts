import type { Frame, FrameLocator, Locator, Page } from "@playwright/test";
import { expect } from "./fixtures";

export const tabNames = ["Alerts", "Vulnerabilities", "Misconfigurations", "Compliance"] as const;

export type TabName = (typeof tabNames)[number];

/** Rows of the findings' grid without its header. */
export function rowsOf(dashboard: FrameLocator): Locator {
  return dashboard
    .getByRole("tabpanel")
    .getByRole("grid")
    .first()
    .getByRole("row")
    .filter({ has: dashboard.getByRole("rowheader") });
}

export async function openTab(dashboard: FrameLocator | Frame, name: TabName): Promise<void> {
  await dashboard.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
}

/** The panel beside the grid. */
export function detailsOf(dashboard: FrameLocator | Frame): Locator {
  return dashboard.getByRole("complementary", { name: "Details" });
}

/** Rows of a short table, without its header. */
export function tableRows(scope: Locator, name: string): Locator {
  return scope.getByRole("table", { name }).locator("tbody").getByRole("row");
}

/** "Microsoft Defender for Containers status". */
export function planStatus(dashboard: FrameLocator): Locator {
  return dashboard.getByRole("region", { name: /Containers status/ });
}

/** Until all four lists are there or have said why not. */
export async function allTabsCounted(dashboard: FrameLocator): Promise<void> {
  await expect(dashboard.getByRole("tab")).toHaveText(
    tabNames.map((name) => new RegExp(`^${name} \\((—|[\\d,]+)\\)$`)),
  );
}

/** Texts as they are read: icons are characters of a font of their own, which has no words (Unicode: private use). */
export async function wordsOf(elements: Locator): Promise<readonly string[]> {
  return (await elements.allInnerTexts()).map((text) => text.replace(/\p{Co}/gu, "").trim());
}

/** Pixels by which a page or frame is wider than what can be seen of it. */
export function cutOff(target: Page | Frame): Promise<number> {
  return target.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Presses Tab until the focus is where it is wanted. */
export async function tabTo(page: Page, wanted: Locator, most = 80): Promise<void> {
  for (let presses = 0; presses < most && (await wanted.count()) === 0; presses += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(wanted).toHaveCount(1);
}
