import { readFileSync } from "node:fs";
import { detailsOf, openTab, rowsOf } from "../dashboardPage";
import { expect, test } from "../fixtures";

test("the fix of a misconfiguration is saved as code, in the language that is chosen; a container has updates and a patch", async ({
  page,
  dashboard,
  portal,
}) => {
  await openTab(dashboard, "Misconfigurations");
  await dashboard.getByRole("searchbox").fill("API server should be configured");
  await rowsOf(dashboard).first().getByRole("rowheader").click();
  const panel = detailsOf(dashboard);
  await panel.getByRole("button", { name: "Remediation as code" }).click();
  await panel.getByRole("tab", { name: "Terraform" }).click();
  await expect(panel.getByText("azapi_update_resource")).toBeVisible();
  const saving = page.waitForEvent("download");
  await panel.getByRole("button", { name: /^Download/ }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/\.tf$/);
  const text = readFileSync(await download.path(), "utf8");
  expect(text).toContain('resource "azapi_update_resource"');
  expect(text.toLowerCase()).toContain(portal.emulator.clusterId.toLowerCase());

  await test.step("a vulnerable container has a list of updates and a patch of its image", async () => {
    await panel.getByRole("button", { name: "Close details" }).click();
    await expect(panel).toHaveCount(0);
    await openTab(dashboard, "Vulnerabilities");
    await rowsOf(dashboard).first().getByRole("rowheader").click();
    await panel.getByRole("button", { name: "Remediation as code" }).click();
    const tabs = panel.getByRole("tab");
    await expect(tabs.first()).toBeVisible();
    expect(await tabs.count()).toBeGreaterThan(1);
  });
});
