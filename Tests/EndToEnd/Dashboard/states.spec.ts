import { axeInThemes } from "../axe";
import { expect, test, viewFrame } from "../fixtures";
import { numbersAgree } from "../numbers";
import { worlds } from "../worlds";

for (const { scenario, title, numbers, unranked, hasOwnScreen, says } of worlds) {
  test.describe(`the screen tells the truth: ${scenario}`, () => {
    test.use({ scenario });
    test(title, async ({ page, dashboard, portal }) => {
      await says?.({ page, dashboard, portal });
      if (hasOwnScreen) {
        // Screens that take the grid's place have the colors of text alone: the two themes that differ most are enough. What is
        // around them is the same in every world: accessibility.spec.ts.
        const themes = ["light", "highContrastDark"] as const;
        expect(await axeInThemes(page, [viewFrame(page)], themes)).toEqual([]);
      }
      if (numbers) {
        await numbersAgree(dashboard, numbers, { Alerts: unranked });
      } else {
        await expect(dashboard.getByRole("tab")).toHaveCount(0);
        await expect(dashboard.getByText(/\d+\/\d+/)).toHaveCount(0);
      }
    });
  });
}

test.describe("while everything is slow", () => {
  test.use({ scenario: "slow" });
  test("the page can be left without errors", async ({ page, dashboard, portal }) => {
    await expect(dashboard.getByRole("status", { name: "Loading alerts" })).toBeVisible();
    await page.getByRole("link", { name: "Tags" }).click();
    await expect(page.getByText(/not to this extension/)).toBeVisible();
    await expect(page.locator("iframe")).toHaveCount(0);
    // The call was let go of: the emulator has answered nothing but an abandoned batch.
    await expect.poll(() => portal.emulator.requests.length).toBe(1);
  });
});

test("an id of something else is named, by deep link", async ({ page, portal }) => {
  const id = encodeURIComponent(
    "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm",
  );
  await page.goto(
    `${new URL(portal.url).origin}/#view/AksSecurityDashboard/SecurityDashboard.ReactView/id/${id}`,
  );
  await expect(
    page.frameLocator("iframe").getByRole("heading", { name: "This resource isn't an AKS cluster" }),
  ).toBeVisible();
  expect(portal.emulator.requests).toEqual([]);
});
