import { axeViolations } from "../axe";
import { allTabsCounted, rowsOf } from "../dashboardPage";
import { expect, test, viewFrame } from "../fixtures";

test("by keyboard: the plan is opened, an action ticked, what would be left is seen, and what closes is listed in its tab", async ({
  page,
  dashboard,
}) => {
  await allTabsCounted(dashboard);
  const command = dashboard.getByRole("menuitem", { name: "Fix plan" });
  await command.focus();
  await page.keyboard.press("Enter");
  const plan = dashboard.getByRole("dialog", { name: "Fix plan" });
  const step = plan
    .getByRole("listitem")
    .filter({ has: dashboard.getByRole("checkbox", { name: /Quick fix: / }) });
  const more = plan.getByRole("button", { name: /^Show \d+ more$/ });
  await expect(plan.getByRole("checkbox").first()).toBeVisible();
  while ((await step.count()) === 0) {
    await more.press("Enter");
  }
  const numbers = plan.getByRole("region", { name: "Today and with the selected actions" });
  const misconfigurations = numbers.locator("dd").nth(2);
  const today = Number(await misconfigurations.innerText());
  await step.first().getByRole("checkbox").press("Space");
  await expect(plan.getByText(/^1 action selected: closes \d+% of the risk/)).toBeVisible();
  await expect(misconfigurations).toHaveText(`${today} → ${today - 1}`);
  await expect(plan.getByText("Projection. Nothing is changed in Azure.")).toBeInViewport();

  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const show = step.first().getByRole("button", { name: "Show in Misconfigurations" });
  await expect(show).toBeVisible();
  expect(await axeViolations(viewFrame(page))).toEqual([]);
  await show.press("Enter");
  await expect(plan).toHaveCount(0);
  await expect(dashboard.getByRole("tab", { name: /^Misconfigurations/ })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await expect(rowsOf(dashboard)).toHaveCount(1);
});
