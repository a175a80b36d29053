import { expect, test } from "../fixtures";

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

test.describe("where no plan is on", () => {
  test.use({ scenario: "plan-off" });
  test("the plan is enabled in three presses: open, save, done", async ({ page, dashboard, portal }) => {
    await dashboard.getByRole("button", { name: "Enable for this cluster" }).click();
    const pane = page.getByRole("dialog").frameLocator("iframe");
    await pane.getByRole("button", { name: "Save", exact: true }).click();
    await pane.getByRole("button", { name: "Done" }).click();
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
