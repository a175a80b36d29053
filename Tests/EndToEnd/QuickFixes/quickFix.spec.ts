import type { FrameLocator, Locator } from "@playwright/test";
import { clusterBody } from "../../../Extension/ArmEmulator/World/ContainerService/clusterBody";
import type { LocalPortal } from "../../../Extension/LocalPortal/startLocalPortal";
import { detailsOf, openTab, rowsOf } from "../dashboardPage";
import { expect, test, type AzureClock } from "../fixtures";

const policyAddOn =
  "Azure Kubernetes Service clusters should have the Azure Policy add-on for Kubernetes installed";
const apiServer = "Kubernetes API server should be configured with restricted access";

const rowOf = (dashboard: FrameLocator, title: string): Locator =>
  rowsOf(dashboard).filter({ hasText: title }).first();

/** The authorized ranges that ARM has of the cluster; `undefined`: none. */
function rangesIn({ emulator: { world } }: LocalPortal): unknown {
  const [cluster] = world.clusters;
  const body = cluster && clusterBody(cluster);
  const properties = body?.properties as Readonly<Record<string, unknown>> | undefined; // As ARM returns it.
  const access = properties?.apiServerAccessProfile as Readonly<Record<string, unknown>> | undefined; // Likewise.
  return access?.authorizedIPRanges;
}

/** Presses the button in a row of the grid and gives the form that it opens. */
async function openFix(dashboard: FrameLocator, title: string): Promise<Locator> {
  await openTab(dashboard, "Misconfigurations");
  await rowOf(dashboard, title)
    .getByRole("button", { name: /^Quick fix/ })
    .click();
  return dashboard.getByRole("dialog");
}

/** Until ARM has begun with what was sent, which takes seconds; then these seconds pass. */
async function finishes(form: Locator, azureClock: AzureClock): Promise<void> {
  await expect(form.getByText(/: (InProgress|Updating), .*\d+ s$/)).toBeVisible();
  azureClock.pass(10);
  await expect(form.getByRole("button", { name: "Done" })).toBeVisible();
}

test.describe("without the Azure Policy add-on", () => {
  test.use({ scenario: "sensor-missing" });
  test("it is installed from the grid; the row waits for its re-evaluation, through a reload, until a check proves that it is gone", async ({
    page,
    dashboard,
    portal,
    azureClock,
  }) => {
    azureClock.stop();
    const form = await openFix(dashboard, policyAddOn);
    await expect(form.getByRole("table", { name: "Properties before and after the fix" })).toContainText(
      /addonProfiles\.azurepolicy\.enabled\s*false\s*true/,
    );
    await form.getByRole("button", { name: "Apply fix" }).click();
    await finishes(form, azureClock);
    await form.getByRole("button", { name: "Done" }).click();
    expect(portal.emulator.world.clusters[0]?.state.policyAddOn).toBe(true);
    await expect(rowOf(dashboard, policyAddOn)).toContainText(/waiting for re-evaluation/);
    await page.reload();
    await openTab(dashboard, "Misconfigurations");
    await expect(rowOf(dashboard, policyAddOn)).toContainText(/waiting for re-evaluation/);
    const waiting = rowOf(dashboard, policyAddOn);
    await waiting.getByRole("rowheader").click();
    const details = detailsOf(dashboard);
    await details.getByRole("button", { name: "Is it fixed?" }).click();
    await details.getByRole("button", { name: "Check now" }).click();
    await expect(details.getByText(/^Still there\./)).toBeVisible();
    await expect(waiting).toContainText(/waiting for re-evaluation/);
    azureClock.pass(60);
    await details.getByRole("button", { name: "Check now" }).click();
    await expect(details.getByText(/^Gone\./)).toBeVisible();
    await expect(waiting).not.toContainText(/waiting for re-evaluation/);
    await details.getByRole("button", { name: "Refresh the list" }).click();
    await expect(rowsOf(dashboard).filter({ hasText: policyAddOn })).toHaveCount(0);
  });
});

test("wrong ranges are named by line; right ones are shown before they are written", async ({
  dashboard,
  portal,
  azureClock,
}) => {
  const form = await openFix(dashboard, apiServer);
  const box = form.getByRole("textbox", { name: /^Authorized IP ranges/ });
  await box.fill("203.0.113.0/24\n300.1.1.1\n2001:db8::/32");
  await expect(form.getByText(/Line 2, 300\.1\.1\.1/)).toBeVisible();
  await expect(form.getByText(/Line 3, 2001:db8::\/32/)).toBeVisible();
  await box.fill("203.0.113.0/24");
  await expect(form.getByRole("table", { name: "Properties before and after the fix" })).toContainText(
    "203.0.113.0/24",
  );
  await form.getByRole("button", { name: "Apply fix" }).click();
  await dashboard.getByRole("button", { name: "Restrict access" }).click();
  await finishes(form, azureClock);
  expect(rangesIn(portal)).toEqual(["203.0.113.0/24"]);
});

test.describe("while another person's operation is in progress", () => {
  test.use({ scenario: "cluster-busy", provoked: /409/ });
  test("the fix offers to wait and is carried out afterwards", async ({ dashboard, azureClock }) => {
    const form = await openFix(dashboard, apiServer);
    await form.getByRole("textbox", { name: /^Authorized IP ranges/ }).fill("203.0.113.0/24");
    await form.getByRole("button", { name: "Apply fix" }).click();
    await dashboard.getByRole("button", { name: "Restrict access" }).click();
    await expect(form.getByText(/Another operation is in progress/)).toBeVisible();
    await expect(form.getByRole("textbox", { name: /^Authorized IP ranges/ })).toHaveValue("203.0.113.0/24");
    await form.getByRole("button", { name: "Wait and retry" }).click();
    azureClock.pass(60);
    const again = dashboard.getByRole("button", { name: "Restrict access" });
    const progress = form.getByText(/: (InProgress|Updating), .*\d+ s$/);
    await expect(again.or(progress)).toBeVisible();
    if (await again.isVisible()) {
      await again.click();
    }
    await finishes(form, azureClock);
  });
});

test.describe("for a reader", () => {
  test.use({ scenario: "reader" });
  test("the form names the missing permission and writes nothing", async ({ dashboard, portal }) => {
    const form = await openFix(dashboard, apiServer);
    await form.getByRole("textbox", { name: /^Authorized IP ranges/ }).fill("203.0.113.0/24");
    await expect(
      form.getByText(/You need the permission Microsoft\.ContainerService\/managedClusters\/write/),
    ).toBeVisible();
    await form.getByRole("button", { name: "Apply fix" }).click({ force: true });
    await expect(dashboard.getByRole("button", { name: "Restrict access" })).toHaveCount(0);
    expect(rangesIn(portal)).toBeUndefined();
  });
});
