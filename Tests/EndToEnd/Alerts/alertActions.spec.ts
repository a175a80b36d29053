import type { FrameLocator, Page } from "@playwright/test";
import { axeInThemes } from "../axe";
import { rowsOf, tabTo } from "../dashboardPage";
import { expect, test, viewFrame } from "../fixtures";

test.describe("many alerts at once, of which seven refuse", () => {
  test.use({ scenario: "bulk-troubles", provoked: /./ });
  test("each has its outcome, the seven stay selected and can be tried again alone", async ({
    page,
    dashboard,
    portal,
  }) => {
    await dashboard.getByRole("button", { name: "Remove filter Status" }).click();
    await dashboard.getByRole("checkbox", { name: /^Select all 210 that match$/ }).click();
    await expect(dashboard.getByText("210 selected")).toBeVisible();
    await dashboard.getByRole("menuitem", { name: "Change status" }).click();
    await dashboard.getByRole("menuitem", { name: "Resolved" }).click();
    const question = dashboard.getByRole("dialog");
    await expect(question).toContainText(/^Set \d+ alerts to Resolved\?/);
    portal.emulator.clearRequests();
    await question.getByRole("button", { name: "Set to Resolved" }).click();
    await expect(dashboard.getByText(/7 failed\./)).toBeVisible();
    await expect(dashboard.getByText("7 selected")).toBeVisible();
    await expect(page.getByText(/Updated \d+ of \d+\. 7 failed\./)).toHaveCount(1);
    await dashboard.getByText("Show details").click();
    await expect(
      dashboard
        .getByRole("listitem")
        .filter({ hasText: "AuthorizationFailed" })
        .or(dashboard.getByRole("listitem").filter({ hasText: "does not have authorization" })),
    ).toHaveCount(1);
    const open = portal.emulator.world.alerts.filter(({ state }) => state.changes.length > 0);
    expect(open.length).toBeGreaterThan(100);
    portal.emulator.clearRequests();
    await dashboard.getByRole("button", { name: "Retry (7)" }).click();
    await expect(dashboard.getByText("Set 7 alerts to Resolved: Updated 0 of 7. 7 failed.")).toBeVisible();
    await expect(dashboard.getByText("7 selected")).toBeVisible();
  });
});

test("an alert is triaged by keyboard alone, from the list to resolved, although Resource Graph lags", async ({
  page,
  dashboard,
  portal,
}) => {
  await dashboard.getByRole("button", { name: "Remove filter Status" }).click();
  await expect(rowsOf(dashboard).first()).toBeVisible();
  await tabTo(page, dashboard.locator("[role=row]:focus"));
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const panel = dashboard.getByRole("complementary", { name: "Details" });
  await expect(panel.getByRole("button", { name: /^Status: / })).toBeVisible();
  await tabTo(page, panel.locator("button[aria-label^='Status:']:focus"), 10);
  await page.keyboard.press("Enter");
  const resolved = dashboard.getByRole("menuitem", { name: "Resolved" });
  await expect(resolved).toBeVisible();
  await expect(dashboard.locator("[role=menuitem]:focus")).toHaveCount(1);
  for (
    let presses = 0;
    presses < 4 && (await dashboard.locator("[role=menuitem]:focus", { hasText: "Resolved" }).count()) === 0;
    presses += 1
  ) {
    await page.keyboard.press("ArrowDown");
  }
  await expect(resolved).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(panel.getByRole("button", { name: "Status: Resolved. Change status" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dashboard.locator("[aria-rowindex='3']")).toContainText("Resolved");
  const changed = portal.emulator.world.alerts.filter(({ state }) => state.changes.length > 0);
  expect(changed.length).toBeGreaterThanOrEqual(1);
  await dashboard.getByRole("menuitem", { name: "Refresh" }).click();
  await expect(dashboard.getByText("42 alerts", { exact: true })).toBeVisible();
  await expect(dashboard.locator("[aria-rowindex='3']")).toContainText("Resolved");
});

test("a suppression rule dismisses what its preview said", async ({ page, dashboard, portal }) => {
  const openIn = () => portal.emulator.world.alerts.filter(({ state }) => state.changes.length === 0).length;
  await rowsOf(dashboard).first().getByRole("rowheader").click();
  const panel = dashboard.getByRole("complementary", { name: "Details" });
  await panel.getByRole("button", { name: "Create suppression rule" }).click();
  const form = dashboard.getByRole("dialog", { name: "Create suppression rule" });
  await form.getByRole("textbox", { name: "Rule name" }).fill("x");
  await form.getByRole("button", { name: "Create rule" }).click();
  await expect(form.getByText("Enter a name with 2 to 50 characters.")).toBeVisible();
  await form.getByRole("textbox", { name: "Rule name" }).fill("end-to-end");
  await form.getByText(/^Only alerts about this cluster/).click();
  await expect(form.getByText(/Open alerts of the last 90 days/i)).toBeVisible();
  const preview = await form.getByText(/^Open alerts of the last 90 days/).textContent();
  const [, count = "0"] = /: (\d+)\./.exec(preview ?? "") ?? [];
  const before = openIn();
  await form.getByRole("button", { name: "Create rule" }).click();
  const question = dashboard.getByRole("dialog", { name: "Create this rule?" });
  await expect(question).toContainText("every alert of this type in the whole subscription");
  await question.getByRole("button", { name: "Create rule" }).click();
  await expect(form).toBeHidden();
  await expect(page.getByText(/Created rule end-to-end/)).toBeVisible();
  expect(before - openIn()).toBe(Number(count));
  expect(Number(count)).toBeGreaterThan(0);
});

test("an incident reads as a story, selection and forms break no rule, and the logs of an alert open", async ({
  page,
  dashboard,
}) => {
  const closeDetails = () => dashboard.getByRole("button", { name: "Close details" }).click();
  await test.step("an incident leads from alert to alert", () => readsAsStory(dashboard));
  await closeDetails();
  await test.step("axe finds nothing in selection, question and suppression form", () =>
    breaksNoRule(page, dashboard));
  await dashboard.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await closeDetails();
  await test.step("the logs of an alert open in the portal, and by link", () => opensLogs(page, dashboard));
});

async function readsAsStory(dashboard: FrameLocator): Promise<void> {
  await dashboard.getByRole("searchbox").fill("");
  await expect(rowsOf(dashboard).first()).toBeVisible();
  const panel = dashboard.getByRole("complementary", { name: "Details" });
  await rowsOf(dashboard).first().getByRole("rowheader").click();
  for (let step = 0; step < 42; step += 1) {
    await expect(panel.getByRole("button", { name: /^Related alerts \(\d+\)$/ })).toBeVisible();
    if ((await panel.getByRole("button", { name: "Related alerts (0)" }).count()) === 0) {
      break;
    }
    await panel.getByRole("button", { name: "Next" }).click();
  }
  const story = panel.getByRole("list", { name: "Timeline of related alerts" });
  await expect(story).toBeVisible();
  const chapters = await story.getByRole("listitem").count();
  expect(chapters).toBeGreaterThan(1);
  await story
    .getByRole("button", { name: /^Open / })
    .first()
    .click();
  await expect(story.getByRole("listitem").first()).toBeVisible();
}

async function breaksNoRule(page: Page, dashboard: FrameLocator): Promise<void> {
  await dashboard.getByRole("checkbox", { name: /^Select all/ }).click();
  await expect(dashboard.getByText(/^\d+ selected$/)).toBeVisible();
  const frame = viewFrame(page);
  expect(await axeInThemes(page, [frame])).toEqual([]);
  await dashboard.getByRole("menuitem", { name: "Change status" }).click();
  await dashboard.getByRole("menuitem", { name: "Dismissed" }).click();
  await expect(dashboard.getByRole("button", { name: "Set to Dismissed" })).toBeVisible();
  expect(await axeInThemes(page, [frame])).toEqual([]);
  await dashboard.getByRole("button", { name: "Cancel", exact: true }).last().click();
  await rowsOf(dashboard).first().getByRole("rowheader").click();
  await dashboard.getByRole("button", { name: "Create suppression rule" }).click();
  await expect(dashboard.getByText(/Open alerts of the last 90 days/i)).toBeVisible();
  expect(await axeInThemes(page, [frame])).toEqual([]);
}

async function opensLogs(page: Page, dashboard: FrameLocator): Promise<void> {
  await rowsOf(dashboard).nth(1).getByRole("rowheader").click();
  const panel = dashboard.getByRole("complementary", { name: "Details" });
  await panel.getByRole("button", { name: "Logs", exact: true }).click();
  await expect(panel.getByText(/^Workspace: /)).toBeVisible();
  await expect(panel.getByRole("link", { name: /Link to these logs/ }).first()).toHaveAttribute(
    "href",
    /Logs\.ReactView\/resourceId\/.+\/q\/H4sI/,
  );
  await panel
    .getByRole("button", { name: /^Open logs: / })
    .first()
    .click();
  await expect(page.getByText(/"bladeName": "Logs.ReactView"/)).toBeVisible();
}

test.describe("someone who may only read", () => {
  test.use({ scenario: "reader" });
  test("sees every command, and which action each lacks", async ({ dashboard }) => {
    await dashboard.getByRole("checkbox", { name: /^Select all/ }).click();
    const command = dashboard.getByRole("menuitem", { name: "Change status" });
    await command.click();
    // The reason stands in the choice, and its name does not hold it.
    await expect(dashboard.getByRole("menuitem", { name: "Dismissed", exact: true })).toHaveAttribute(
      "title",
      /Microsoft\.Security\/locations\/alerts\/dismiss\/action/,
    );
    await dashboard.getByRole("menuitem", { name: "Dismissed" }).press("Escape");
    await rowsOf(dashboard).first().getByRole("rowheader").click();
    await expect(dashboard.getByRole("button", { name: "Create suppression rule" })).toHaveAttribute(
      "title",
      /alertsSuppressionRules\/write/,
    );
  });
});
