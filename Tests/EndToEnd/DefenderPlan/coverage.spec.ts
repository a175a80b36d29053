import { planStatus, tabTo } from "../dashboardPage";
import { expect, test } from "../fixtures";

test.use({ scenario: "keys-refused" });

test("by keyboard: what is broken says why, and what Azure doesn't tell comes with a command", async ({
  page,
  dashboard,
}) => {
  await expect(planStatus(dashboard)).toContainText("(for subscription)");
  await tabTo(page, dashboard.locator(":focus").and(dashboard.getByRole("button", { name: /^Coverage: / })));
  await page.keyboard.press("Enter");
  const panel = dashboard.getByRole("dialog", { name: "Protection coverage" });
  await expect(panel.getByRole("status").first()).toHaveText("Works: 9. Broken: 1. Unknown: 3.");
  const line = (name: string) =>
    panel.getByRole("listitem").filter({ has: dashboard.getByRole("heading", { name, exact: true }) });
  await expect(line("Sensor data path")).toContainText("The workspace forbids local authentication");
  await expect(line("Vulnerabilities")).toContainText("Defender for Cloud has checked this cluster.");
  const check = panel.getByRole("button", { name: "How to check: Sensor version and health" });
  await tabTo(page, dashboard.locator(":focus").and(check));
  await page.keyboard.press("Enter");
  await expect(line("Sensor version and health")).toContainText("kubectl get daemonsets");
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(dashboard.getByRole("button", { name: /^Coverage: / })).toBeFocused();
});
