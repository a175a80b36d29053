import type { FrameLocator } from "@playwright/test";
import { expect } from "./fixtures";
import { allTabsCounted, openTab, tabNames, type TabName } from "./dashboardPage";

/**
 * What a tile says: a number of findings, none of them, or why it is not known. `part`: a number, of a list that lacks a page;
 * what is missing there counts as rows that a filter may let through.
 */
export type Expected = "some" | "part" | "none" | { readonly unknown: string };

export const all = (expected: Expected): Readonly<Record<TabName, Expected>> => ({
  Alerts: expected,
  Vulnerabilities: expected,
  Misconfigurations: expected,
  Compliance: expected,
});

/** Tile, tab, rows and levels of each tab say the same number. */
export async function numbersAgree(
  dashboard: FrameLocator,
  world: Readonly<Record<TabName, Expected>>,
  withoutLevel: Partial<Record<TabName, number | undefined>> = {},
): Promise<void> {
  await allTabsCounted(dashboard);
  for (const name of tabNames) {
    await openTab(dashboard, name);
    const expected = world[name];
    const tile = tileOf(dashboard, name);
    const tab = dashboard.getByRole("tab", { name: new RegExp(`^${name}`) });
    if (expected === "some" || expected === "part") {
      const total = numberIn(/\/([\d,]+)/, (await tile.textContent()) ?? "") ?? 0;
      expect(total, `${name} of the tile`).toBeGreaterThan(0);
      await expect
        .poll(() => numbersOf(dashboard, name), { message: name })
        .toEqual({
          tile: total,
          tab: total,
          listed: expected === "some" ? total : expect.any(Number),
          ranked: name === "Compliance" ? undefined : total - (withoutLevel[name] ?? 0),
        });
      await worstAgrees(dashboard, name);
    } else {
      await expect(tab).toHaveText(`${name} (${expected === "none" ? 0 : "—"})`);
      await expect(tile).toHaveText(expected === "none" ? `0${name}` : `—${name}: ${expected.unknown}`);
      await expect(dashboard.getByRole("grid")).toHaveCount(0);
      await expect(dashboard.getByRole("tabpanel").getByRole("heading")).not.toHaveCount(0);
    }
  }
}

const tileOf = (dashboard: FrameLocator, name: TabName) =>
  dashboard
    .getByRole("region", { name: "Security findings for this cluster" })
    .getByRole("button")
    .nth(tabNames.indexOf(name));

/** Every number that is shown of the selected tab. */
async function numbersOf(dashboard: FrameLocator, name: TabName) {
  const { tile, tab, rowCount, text, summary } = await textsOf(dashboard, name);
  const unreadable = numberIn(/couldn't read ([\d,]+) rows? from Defender for Cloud/, text) ?? 0;
  const cut = /Only the first ([\d,]+) of ([\d,]+) \w+ could be loaded/.exec(text);
  const notLoaded = cut ? plain(cut[2]) - plain(cut[1]) : 0;
  return {
    tile: numberIn(/\/([\d,]+)/, tile),
    tab: numberIn(new RegExp(`^${name} \\(([\\d,]+)\\)$`), tab),
    // Without the header.
    listed: Number(rowCount) - 1 + unreadable + notLoaded,
    // The sum of the level summary, where there is one.
    ranked: summary?.match(/\d[\d,]*/g)?.reduce((sum, number) => sum + plain(number), 0),
  };
}

/** What these numbers stand in, read in one go: six looks by role, again and again, take longer than to open the page. */
function textsOf(dashboard: FrameLocator, name: TabName) {
  return dashboard.getByRole("main").evaluate((main, index) => {
    const one = (selector: string) => {
      const [element, ...others] = main.querySelectorAll<HTMLElement>(selector);
      if (others.length > 0) {
        throw new Error(`There is more than one ${selector}.`);
      }
      return element;
    };
    const tiles = one("section[aria-label='Security findings for this cluster']")?.querySelectorAll("button");
    return {
      tile: tiles?.[index]?.textContent ?? "",
      tab: one("[role=tab][aria-selected=true]")?.textContent ?? "",
      rowCount: one("[role=tabpanel] [role=grid]")?.ariaRowCount,
      text: one("[role=tabpanel]")?.innerText ?? "",
      summary: one("section:is([aria-label='By severity'], [aria-label='By risk level'])")?.innerText,
    };
  }, tabNames.indexOf(name));
}

/** The tile names the worst level and how many have it; its press lists just these. */
async function worstAgrees(dashboard: FrameLocator, name: TabName): Promise<void> {
  const tile = (await tileOf(dashboard, name).textContent()) ?? "";
  const [, count, level] = /^([\d,]+)\/[\d,]+(\w+) [a-z ]+$/.exec(tile) ?? [];
  const panel = dashboard.getByRole("tabpanel");
  await tileOf(dashboard, name).click();
  const filter = panel.getByRole("button", { name: new RegExp(`^(Severity|Risk level): ${level}\\. Edit`) });
  await expect(filter).toBeVisible();
  // What could not be loaded or read cannot be listed.
  if ((await panel.getByText(/couldn't read|could be loaded/).count()) === 0) {
    await expect(panel.getByRole("grid")).toHaveAttribute("aria-rowcount", String(plain(count) + 1));
  }
}

function numberIn(pattern: RegExp, text: string): number | undefined {
  const found = pattern.exec(text);
  return found ? plain(found[1]) : undefined;
}

const plain = (number = "") => Number(number.replaceAll(",", ""));
