import { axeInThemes } from "../axe";
import { allTabsCounted, planStatus } from "../dashboardPage";
import { expect, test } from "../fixtures";

test("a fault is set from the scenario's menu, the page says it, and everything is back when it's cleared", async ({
  page,
  portal,
  dashboard,
}) => {
  await allTabsCounted(dashboard);
  const tab = dashboard.getByRole("tab", { name: /^Alerts/ });
  const counted = await tab.innerText();
  expect(counted).toMatch(/\d/);
  const plan = await planStatus(dashboard).innerText();
  const calls = portal.emulator.requests.length;
  await page.getByRole("button", { name: "Scenario: busy" }).press("Enter");
  const faults = page.getByRole("dialog", { name: "Faults" });
  // The first fault of the list, by the keyboard.
  await faults.getByRole("combobox", { name: "Alerts" }).press("ArrowDown");
  await expect(faults.getByRole("combobox", { name: "Alerts" })).toContainText("Permission denied (403)");
  await expect(faults.getByText("Faults set: 1")).toBeVisible();
  expect(await axeInThemes(page, [page])).toEqual([]);
  await faults.getByRole("button", { name: "Close" }).click();
  // Setting a fault asks Azure for nothing.
  expect(portal.emulator.requests).toHaveLength(calls);

  await dashboard.getByRole("menuitem", { name: "Refresh" }).click();
  await expect(tab).toHaveText("Alerts (—)");
  await expect(dashboard.getByText(/^We couldn't refresh the list\. It was last read at/)).toBeVisible();
  await allTabsCounted(dashboard);
  expect(await planStatus(dashboard).innerText()).toBe(plan);

  await page.getByRole("button", { name: "Scenario: busy | Faults: 1" }).press("Enter");
  await faults.getByRole("button", { name: "Clear all faults" }).click();
  await expect(faults.getByText("No faults are set.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Scenario: busy", exact: true })).toBeFocused();
  await dashboard.getByRole("tabpanel").getByRole("button", { name: "Try again" }).click();
  await expect(tab).toHaveText(counted);
  await expect(dashboard.getByText(/^We couldn't refresh/)).toBeHidden();
});
