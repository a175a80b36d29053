import type { Locator, Page } from "@playwright/test";
import type { LocalPortal } from "../../../Extension/LocalPortal/startLocalPortal";
import { detailsOf, rowsOf, wordsOf } from "../dashboardPage";
import { expect, test } from "../fixtures";

test.use({ contextOptions: { reducedMotion: "no-preference" } });

/** How many alerts of the emulated Azure were changed. */
function changedIn({ emulator }: LocalPortal): number {
  return emulator.world.alerts.filter(({ state }) => state.changes.length > 0).length;
}

/** Presses of a journey, which it prints at its end. */
function counted(page: Page) {
  let clicks = 0;
  let keys = 0;
  return {
    async click(target: Locator): Promise<void> {
      clicks += 1;
      await target.click();
    },
    async press(...names: readonly string[]): Promise<void> {
      for (const name of names) {
        keys += 1;
        await page.keyboard.press(name);
      }
    },
    tell(journey: string): { readonly clicks: number; readonly keys: number } {
      process.stdout.write(`${journey}: ${clicks} clicks, ${keys} keys\n`);
      return { clicks, keys };
    },
  };
}

test("from the open page to a resolved High alert: three clicks", async ({ page, dashboard }) => {
  const journey = counted(page);
  const first = rowsOf(dashboard).first();
  await expect(first).toContainText("High");
  await journey.click(first.getByRole("rowheader"));
  const status = detailsOf(dashboard).getByRole("button", { name: /Change status$/ });
  await journey.click(status);
  await journey.click(dashboard.getByRole("menuitem", { name: "Resolved", exact: true }));
  await expect(status).toContainText("Resolved");
  // What is told of it takes one line, under all that can be pressed.
  const told = page.getByRole("region", { name: "Notifications" });
  await expect(told).toContainText("Updated 1 of 1.");
  const [line, view] = await Promise.all([told.boundingBox(), page.locator("main iframe").boundingBox()]);
  expect(line?.height).toBeLessThan(45);
  expect(line?.y).toBeGreaterThanOrEqual((view?.y ?? 0) + (view?.height ?? 0));
  expect(journey.tell("An alert is resolved by mouse").clicks).toBeLessThanOrEqual(3);
});

test.describe("opened from the menu", () => {
  test.use({ way: "menu" });
  test("the focus moves into the page, and eight keys resolve a High alert", async ({ page, dashboard }) => {
    const journey = counted(page);
    await expect(rowsOf(dashboard).first()).toContainText("High");
    await expect(page.locator("main iframe")).toBeFocused();
    await journey.press("Tab");
    await expect(dashboard.getByRole("button", { name: "Skip to the list" })).toBeFocused();
    await journey.press("Enter");
    await expect(rowsOf(dashboard).first()).toBeFocused();
    await journey.press("Enter");
    await expect(detailsOf(dashboard).getByRole("heading", { level: 2 })).toBeFocused();
    await journey.press("Tab");
    const status = detailsOf(dashboard).getByRole("button", { name: /Change status$/ });
    await expect(status).toBeFocused();
    await journey.press("Enter");
    await expect(dashboard.getByRole("menuitem", { name: "In progress", exact: true })).toBeFocused();
    await journey.press("ArrowDown");
    await expect(dashboard.getByRole("menuitem", { name: "Resolved", exact: true })).toBeFocused();
    await journey.press("Enter");
    await expect(status).toContainText("Resolved");
    expect(journey.tell("An alert is resolved by keyboard").keys).toBeLessThanOrEqual(8);
  });
});

test.describe("by single keys, opened from the menu", () => {
  test.use({ way: "menu" });
  test("four keys resolve a High alert once five seconds have passed, and the next one is current", async ({
    page,
    dashboard,
    portal,
  }) => {
    const journey = counted(page);
    const changed = changedIn(portal);
    const titles = rowsOf(dashboard).getByRole("rowheader");
    await expect(rowsOf(dashboard).first()).toContainText("High");
    const [first = "", second = ""] = await wordsOf(titles);
    const title = detailsOf(dashboard).getByRole("heading", { level: 2 });
    const strip = dashboard.getByRole("status").filter({ hasText: /^Not sent yet: / });
    await expect(page.locator("main iframe")).toBeFocused();
    await journey.press("j");
    await expect(title).toHaveText(first);
    await expect(rowsOf(dashboard).first()).toBeFocused();
    await journey.press("s");
    await expect(dashboard.getByRole("menuitem", { name: "In progress", exact: true })).toBeFocused();
    await journey.press("ArrowDown", "Enter");
    await expect(strip).toContainText(`Set ${first} to Resolved. Leaving this page cancels it.`);
    await expect(titles.first()).toHaveText(first);
    expect(journey.tell("An alert is resolved by single keys").keys).toBeLessThanOrEqual(8);
    await expect(title).toHaveText(second);
    await expect(titles.first()).toHaveText(second);
    await expect(rowsOf(dashboard).first()).toBeFocused();
    await expect(strip).toHaveCount(0);
    expect(changedIn(portal)).toBe(changed + 1);
  });

  test("what is undone, or left behind with the page, changes nothing", async ({
    page,
    dashboard,
    portal,
  }) => {
    await expect(rowsOf(dashboard).first()).toContainText("High");
    const changed = changedIn(portal);
    await page.keyboard.press("j");
    const resolve = async () => {
      await page.keyboard.press("s");
      await expect(dashboard.getByRole("menuitem", { name: "In progress", exact: true })).toBeFocused();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
    };
    await resolve();
    await page.keyboard.press("u");
    await expect(dashboard.getByText(/: undone\. Nothing was sent\.$/)).toBeVisible();
    await page.keyboard.press("j");
    await resolve();
    await expect(dashboard.getByText(/^Not sent yet: /)).toBeVisible();
    await page.getByRole("link", { name: "Overview" }).click();
    await page.getByRole("link", { name: "Microsoft Defender for Cloud" }).click();
    // A status that is sent after five seconds would be here by the time that another one is.
    await expect(rowsOf(dashboard).first()).toContainText("High");
    await page.keyboard.press("j");
    await page.keyboard.press("s");
    await expect(dashboard.getByRole("menuitem", { name: "In progress", exact: true })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(detailsOf(dashboard).getByRole("button", { name: /^Status: In progress/ })).toBeVisible();
    expect(changedIn(portal)).toBe(changed + 1);
  });
});

test("sorting and filtering are announced, worst first as such", async ({ dashboard }) => {
  const said = dashboard.getByRole("status");
  await expect(said.filter({ hasText: "Sorted by Severity, worst first" })).toHaveCount(1);
  await dashboard.getByRole("columnheader", { name: /^Severity/ }).click();
  await expect(said.filter({ hasText: "Sorted by Severity, worst last" })).toHaveCount(1);
  await dashboard.getByRole("columnheader", { name: /^Title/ }).click();
  await expect(said.filter({ hasText: "Sorted by Title, ascending" })).toHaveCount(1);
  await dashboard.getByRole("button", { name: "High alerts" }).click();
  await expect(said.filter({ hasText: /^\d of \d+ alerts$/ })).toHaveCount(1);
});

/** Whole tasks of an engineer, from the first look to what the page says at their end. */
test("every alert is resolved, and nothing says that one is open, not even while Resource Graph lags", async ({
  dashboard,
}) => {
  const tile = dashboard.getByRole("button", { name: /alerts$/ }).first();
  await expect(tile).toHaveText(/^\d+\/\d+High alerts$/);
  await expect(dashboard.getByRole("button", { name: /^Status: Active, In progress/ })).toBeVisible();
  await dashboard.getByRole("checkbox", { name: /^Select all \d+ that match$/ }).click();
  await dashboard.getByRole("menuitem", { name: "Change status" }).click();
  await dashboard.getByRole("menuitem", { name: "Resolved", exact: true }).click();
  await dashboard.getByRole("button", { name: "Set to Resolved" }).click();
  await expect(dashboard.getByRole("heading", { name: "No open alerts" })).toBeVisible();
  await dashboard.getByRole("menuitem", { name: "Refresh" }).click();
  await expect(tile).toHaveText("0open alerts");
  await expect(dashboard.getByRole("tab", { name: "Alerts (0)" })).toBeVisible();
  await dashboard.getByRole("button", { name: "Show all alerts" }).click();
  await expect(dashboard.getByText("42 alerts", { exact: true })).toBeVisible();
});

test("fixable critical vulnerabilities of a namespace get an owner and a due date: eight clicks", async ({
  page,
  dashboard,
}) => {
  const journey = counted(page);
  await journey.click(dashboard.getByRole("button", { name: /Critical vulnerabilities$/ }));
  await journey.click(dashboard.getByRole("button", { name: /^Namespace:/ }));
  await journey.click(dashboard.getByRole("dialog").getByText(/^analytics \(\d+\)$/));
  await journey.press("Escape");
  await journey.click(dashboard.getByRole("button", { name: "Add filter" }));
  await journey.click(dashboard.getByRole("menuitem", { name: "Fixable" }));
  await journey.click(dashboard.getByRole("dialog").getByText(/^Fixed version available \(\d+\)$/));
  await journey.press("Escape");
  await journey.click(dashboard.getByRole("checkbox", { name: /^Select all \d+ that match$/ }));
  await journey.click(dashboard.getByRole("menuitem", { name: "Assign owner" }));
  const form = dashboard.getByRole("dialog");
  await expect(form.getByRole("combobox", { name: /^Owner/ })).toBeFocused();
  await page.keyboard.type("turing@contoso.com");
  const days = form.getByRole("textbox", { name: /Critical/ });
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(days).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type("9");
  await page.keyboard.press("Enter");
  await expect(form).toHaveCount(0);
  expect(journey.tell("Fixable criticals of a namespace get an owner").clicks).toBeLessThanOrEqual(8);
});

test.describe("where no plan is on", () => {
  test.use({ scenario: "plan-off" });
  test("the plan is enabled in three presses: open, save, done", async ({ page, dashboard, portal }) => {
    const journey = counted(page);
    await journey.click(dashboard.getByRole("button", { name: "Enable for this cluster" }));
    const pane = page.getByRole("dialog").frameLocator("iframe");
    await journey.click(pane.getByRole("button", { name: "Save", exact: true }));
    await journey.click(pane.getByRole("button", { name: "Done" }));
    expect(journey.tell("The plan is enabled for the cluster").clicks).toBe(3);
    await expect(dashboard.getByRole("region", { name: /Containers status/ })).toContainText("On");
    expect([...portal.emulator.world.planHistory.keys()].join()).toMatch(/managedclusters\//);
  });
});

test("a hand-over names what keeps its owner, before and after", async ({ dashboard }) => {
  await dashboard.getByRole("button", { name: /Critical vulnerabilities$/ }).click();
  await dashboard.getByRole("checkbox", { name: /^Select all \d+ that match$/ }).click();
  await dashboard.getByRole("menuitem", { name: "Assign owner" }).click();
  const form = dashboard.getByRole("dialog");
  const kept = /\d+ recommendations keep their owners \(.+@.+\)\. They're behind: .+, and \d+ more\./;
  await expect(form.getByText(kept)).toBeVisible();
  await form.getByRole("combobox", { name: /^Owner/ }).fill("turing@contoso.com");
  await form.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(form).toHaveCount(0);
  const said = dashboard.getByText(/Updated (\d+) of \1\./);
  await expect(said).toContainText(kept);
});
