import type { FrameLocator, Page } from "@playwright/test";
import { openTab, planStatus, rowsOf, tabNames } from "../dashboardPage";
import { axeInThemes } from "../axe";
import { expect, test } from "../fixtures";

const planName = "Microsoft Defender for Containers";

/** The pane beside the dashboard. */
function paneOf(page: Page): FrameLocator {
  return page.getByRole("dialog").frameLocator("iframe");
}

/** From the prerequisites the pane opens with the review. */
async function enable(pane: FrameLocator): Promise<void> {
  await pane.getByRole("button", { name: "Save", exact: true }).click();
}

/** While ARM installs it, which takes seconds. */
const inProgress = /Install the Azure Policy add-on: .*(InProgress|Updating)/;

/**
 * How a scope is enabled from the page in place of the dashboard, and how the pane is left then: closed by the user in the portal's
 * own way, it returns nothing to the dashboard.
 */
const ways = [
  { scope: "cluster", button: "Enable for this cluster", word: "(for this cluster)", leftBy: "user" },
  {
    scope: "subscription",
    button: "Enable for the subscription",
    word: "(for subscription)",
    leftBy: "pane",
  },
] as const;

for (const { scope, button, word, leftBy } of ways) {
  test.describe(`from the prerequisites, for the ${scope}`, () => {
    test.use({ scenario: "plan-off" });
    // In the portal, a message to a frame beside may never arrive.
    test.beforeEach(({ page }) =>
      page.addInitScript(() => void Reflect.deleteProperty(window, "BroadcastChannel")),
    );
    test("the plan is enabled, the dashboard takes the page's place, and findings follow", async ({
      page,
      dashboard,
      portal,
      azureClock,
    }) => {
      await dashboard.getByRole("button", { name: button }).click();
      const pane = paneOf(page);
      await expect(pane.getByRole("table", { name: "Changes of the settings" })).toBeVisible();
      const frames = page.locator("iframe");
      const addresses = await frames.evaluateAll((all) =>
        all.map((frame) => frame.getAttribute("src") ?? ""),
      );
      const origins = [page.url(), ...addresses].map((address) => new URL(address).origin);
      expect(new Set(origins).size).toBe(3);
      if (scope === "subscription") {
        await expect(pane.getByText("4 clusters and 2 registries", { exact: false })).toBeVisible();
      }
      await enable(pane);
      await expect(pane.getByText(/^Everything is saved/)).toBeVisible();
      await expect(page.getByText("Saved. Findings appear after the next scan.")).toBeVisible();
      await (
        leftBy === "pane"
          ? pane.getByRole("button", { name: "Done" })
          : page.getByRole("dialog").getByRole("button", { name: "Close" }).first()
      ).click();
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await expect(planStatus(dashboard)).toContainText(`On${word}`);
      const keys = [...portal.emulator.world.planHistory.keys()].filter((key) =>
        /managedclusters\//.test(key),
      );
      expect(keys).toHaveLength(scope === "cluster" ? 1 : 0);
      for (const name of tabNames) {
        await openTab(dashboard, name);
        await expect(dashboard.getByRole("heading", { name: "Not scanned yet" })).toBeVisible();
        await expect(dashboard.getByText(/Expect results by /)).toBeVisible();
      }
      await openTab(dashboard, "Alerts");
      azureClock.pass(60);
      await dashboard.getByRole("menuitem", { name: "Refresh" }).click();
      await expect(dashboard.getByRole("tab", { name: "Alerts (42)" })).toBeVisible();
      await expect(dashboard.getByRole("tab", { name: "Vulnerabilities (64)" })).toBeVisible();
      expect(await rowsOf(dashboard).count()).toBeGreaterThan(3);
    });
  });
}

test.describe("while a lock forbids it", () => {
  test.use({ scenario: "plan-locked", provoked: /409/ });
  test("the lock is named, nothing is on, and what was chosen stays", async ({ page, dashboard }) => {
    await dashboard.getByRole("button", { name: "Enable for this cluster" }).click();
    const pane = paneOf(page);
    await enable(pane);
    await expect(pane.getByText(/^A lock prevents changes/)).toBeVisible();
    await expect(pane.getByText(/Remove the lock 'do-not-change'/)).toBeVisible();
    await pane.getByRole("button", { name: "Back" }).click();
    await expect(pane.getByRole("switch", { name: planName, exact: true })).toBeChecked();
    await expect(dashboard.getByRole("region", { name: "This cluster isn't protected yet" })).toBeVisible();
  });
});

test.describe("while another change is under way", () => {
  test.use({ scenario: "plan-busy", provoked: /409/ });
  test("it is explained, and trying again succeeds", async ({ page, dashboard }) => {
    await dashboard.getByRole("button", { name: "Enable for this cluster" }).click();
    const pane = paneOf(page);
    await enable(pane);
    await expect(pane.getByText(/^Another change is in progress/)).toBeVisible();
    await pane.getByRole("button", { name: "Try again" }).click();
    await expect(pane.getByText(/^Everything is saved/)).toBeVisible();
  });
});

test.describe("where one configuration fails", () => {
  test.use({ scenario: "plan-extension-fails" });
  test("it is named here and on the dashboard, although the plan is on", async ({ page, dashboard }) => {
    await dashboard.getByRole("button", { name: "Enable for the subscription" }).click();
    const pane = paneOf(page);
    await enable(pane);
    await expect(pane.getByText(/^Kubernetes API access: failed\. Failed assigning roles/)).toBeVisible();
    await pane.getByRole("button", { name: "Back" }).click();
    await expect(pane.getByText(/^Its last operation failed: Failed assigning roles/)).toBeVisible();
    await pane.getByRole("button", { name: "Close" }).click();
    await expect(planStatus(dashboard)).toContainText("Partial");
  });
});

test.describe("for the owner of the cluster alone", () => {
  test.use({ scenario: "plan-cluster-owner" });
  test("the subscription can only be looked at, the cluster is enabled", async ({ page, dashboard }) => {
    await dashboard.getByRole("button", { name: "Enable for the subscription" }).click();
    const pane = paneOf(page);
    await expect(pane.getByText(/^You can view these settings.*pricings\/write/)).toBeVisible();
    await expect(pane.getByRole("switch", { name: planName, exact: true })).toBeDisabled();
    await pane.getByText("This cluster", { exact: true }).click();
    await pane.getByRole("switch", { name: planName, exact: true }).click();
    await pane.getByRole("button", { name: "Review changes" }).click();
    await enable(pane);
    await expect(pane.getByText(/^Everything is saved/)).toBeVisible();
  });
});

test.describe("where the cluster lacks its part", () => {
  test.use({ scenario: "sensor-missing" });
  test("the add-on is installed from the settings, and its row waits for re-evaluation", async ({
    page,
    dashboard,
    portal,
    azureClock,
  }) => {
    azureClock.stop();
    await planStatus(dashboard)
      .getByRole("button", { name: /plan configurations/ })
      .click();
    const pane = paneOf(page);
    await pane.getByText("Install the Azure Policy add-on in this cluster").click();
    await pane.getByRole("button", { name: "Review changes" }).click();
    await expect(pane.getByRole("table", { name: "Properties before and after the fix" })).toContainText(
      /addonProfiles\.azurepolicy\.enabled\s*false\s*true/,
    );
    await pane.getByRole("button", { name: "Save", exact: true }).click();
    await expect(pane.getByText(inProgress)).toBeVisible();
    azureClock.pass(10);
    await expect(pane.getByText(/^Everything is saved/)).toBeVisible();
    expect(portal.emulator.world.clusters[0]?.state.policyAddOn).toBe(true);
    await pane.getByRole("button", { name: "Done" }).click();
    await expect(pane.getByRole("region", { name: "Azure Policy" }).getByRole("switch")).toBeChecked();
    await pane.getByRole("button", { name: "Close" }).click();
    await dashboard.getByRole("tab", { name: /^Misconfigurations/ }).click();
    await expect(
      rowsOf(dashboard)
        .filter({ hasText: /Azure Policy add-?on/i })
        .first(),
    ).toContainText(/waiting for re-evaluation/);
  });

  test.describe("and the pane is left", () => {
    // In the portal, a message to a frame beside may never arrive.
    test.beforeEach(({ page }) =>
      page.addInitScript(() => void Reflect.deleteProperty(window, "BroadcastChannel")),
    );
    test("the dashboard at once follows the installation to its end, and it is shown on coming back", async ({
      page,
      dashboard,
      azureClock,
    }) => {
      azureClock.stop();
      await dashboard.getByRole("menuitem", { name: "Settings" }).click();
      const pane = paneOf(page);
      await pane.getByText("Install the Azure Policy add-on in this cluster").click();
      await pane.getByRole("button", { name: "Review changes" }).click();
      await pane.getByRole("button", { name: "Save", exact: true }).click();
      await expect(pane.getByText(inProgress)).toBeVisible();
      await page.getByRole("dialog").getByRole("button", { name: "Close" }).first().click();
      await page.getByRole("button", { name: "Leave" }).click();
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await openTab(dashboard, "Misconfigurations");
      const row = rowsOf(dashboard)
        .filter({ hasText: /Azure Policy add-?on/i })
        .first();
      await expect(row).toContainText(/Fixing…/);
      azureClock.pass(10);
      // A pane that says nothing counts as the follower for a minute.
      await expect(row).toContainText(/waiting for re-evaluation/, { timeout: 30_000 });
      await dashboard.getByRole("menuitem", { name: "Settings" }).click();
      await expect(paneOf(page).getByText(/^A save started here at/)).toBeVisible();
      await expect(paneOf(page).getByRole("switch", { name: "Azure Policy" })).toBeChecked();
    });
  });
});

test.describe("what is not saved", () => {
  test.use({ scenario: "plan-off" });
  test("is guarded: the pane asks before it is closed", async ({ page, dashboard }) => {
    await dashboard.getByRole("button", { name: "Enable for this cluster" }).click();
    const pane = paneOf(page);
    await pane.getByRole("button", { name: "Back" }).click();
    await expect(pane.getByRole("switch", { name: planName, exact: true })).toBeChecked();
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).first().click();
    await expect(page.getByText(/^Your changes aren't saved/)).toBeVisible();
    await page.getByRole("button", { name: "Stay" }).click();
    await expect(pane.getByRole("switch", { name: planName, exact: true })).toBeChecked();
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).first().click();
    await page.getByRole("button", { name: "Leave" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
});

test("the settings have a link of their own", async ({ page, portal }) => {
  const id = encodeURIComponent(portal.emulator.world.mainClusterId);
  await page.goto(
    `${new URL(portal.url).origin}/#view/AksSecurityDashboard/PlanSettings.ReactView/id/${id}/scope/subscription`,
  );
  const view = page.frameLocator("main iframe");
  await expect(view.getByRole("radio", { name: /^Whole subscription/ })).toBeChecked();
  await expect(view.getByRole("switch", { name: planName, exact: true })).toBeChecked();
  await expect(page.getByRole("heading", { name: "Defender for Containers settings" })).toBeVisible();
});

test.describe("with a plan that is there in part", () => {
  test.use({ scenario: "plan-partial" });
  test("form and review are accessible", async ({ page, dashboard }) => {
    await dashboard.getByRole("menuitem", { name: "Settings" }).click();
    const pane = paneOf(page);
    await pane.getByText("Whole subscription", { exact: true }).click();
    await expect(pane.getByRole("switch", { name: planName, exact: true })).toBeEnabled();
    const frame = await (await page.getByRole("dialog").locator("iframe").elementHandle())?.contentFrame();
    expect(frame && (await axeInThemes(page, [frame]))).toEqual([]);
    await pane.getByRole("switch", { name: "Security findings" }).click();
    await pane.getByRole("button", { name: "Review changes" }).click();
    await expect(pane.getByRole("table", { name: "Changes of the settings" })).toBeVisible();
    expect(frame && (await axeInThemes(page, [frame]))).toEqual([]);
  });
});
