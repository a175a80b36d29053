import { allTabsCounted, openTab, planStatus, rowsOf, tabNames } from "./dashboardPage";
import { expect, openPortal, test } from "./fixtures";

test.describe("the screen tells the truth:", () => {
  test.describe("healthy", () => {
    test.use({ scenario: "healthy" });
    test("says that there are no alerts", async ({ dashboard }) => {
      await expect(dashboard.getByRole("heading", { name: "No security alerts" })).toBeVisible();
      await expect(dashboard.getByRole("tab", { name: "Alerts (0)" })).toBeVisible();
    });
  });

  test.describe("plan-off", () => {
    test.use({ scenario: "plan-off" });
    test("both ways to begin stand in place of the dashboard, and that one may take them", async ({
      dashboard,
      portal,
    }) => {
      const page = dashboard.getByRole("region", { name: "Nothing protects this cluster yet" });
      await expect(page.getByRole("article")).toHaveCount(2);
      await expect(page.getByRole("article").first()).toContainText("Microsoft Defender for Containers");
      await expect(page.getByRole("article").last()).toContainText("Defender CSPM");
      await expect(page.getByText("You may switch them on.", { exact: true })).toBeVisible();
      await expect(page.getByRole("link", { name: /Open the plans of the subscription/ })).toHaveAttribute(
        "href",
        /^https:\/\/portal\.azure\.com\//,
      );
      await expect(dashboard.getByRole("tab")).toHaveCount(0);
      await expect(dashboard.getByText(/No security alerts|No vulnerabilities/)).toHaveCount(0);
      expect(portal.emulator.requests.map(({ batch }) => batch)).toEqual([9]);
    });
  });

  test.describe("plan-on-cluster", () => {
    test.use({ scenario: "plan-on-cluster" });
    test("says that the plan is on for this cluster alone", async ({ dashboard }) => {
      await expect(planStatus(dashboard)).toContainText("On(for this cluster)");
    });
  });

  test.describe("plan-on-subscription", () => {
    test.use({ scenario: "plan-on-subscription" });
    test("says that the plan is on for the subscription", async ({ dashboard }) => {
      await expect(planStatus(dashboard)).toContainText("On(for subscription)");
    });
  });

  test.describe("sensor-missing", () => {
    test.use({ scenario: "sensor-missing" });
    test("names what the cluster itself lacks, and on the tabs that suffer from it", async ({
      dashboard,
    }) => {
      const sensor = "Defender sensor (not installed in this cluster)";
      const policy = "Azure Policy (not installed in this cluster)";
      await expect(planStatus(dashboard)).toContainText("Partial");
      await expect(planStatus(dashboard)).toContainText(`${sensor}; ${policy}`);
      const banner = dashboard.getByRole("tabpanel").getByText(/may be missing, because this is off/);
      await expect(banner).toHaveText(`Some alerts may be missing, because this is off: ${sensor}`);
      await openTab(dashboard, "Misconfigurations");
      await expect(banner).toHaveText(
        `Some misconfigurations may be missing, because this is off: ${policy}`,
      );
      await openTab(dashboard, "Vulnerabilities");
      await expect(rowsOf(dashboard).first()).toBeVisible();
      await expect(banner).toHaveCount(0);
    });
  });

  test.describe("cspm-off", () => {
    test.use({ scenario: "cspm-off" });
    test("ranks by severity, leaves the owners out and says what CSPM would add", async ({ dashboard }) => {
      for (const name of tabNames.slice(1)) {
        await openTab(dashboard, name);
        await expect(rowsOf(dashboard).first()).toBeVisible();
        const headers = dashboard.getByRole("columnheader");
        await expect(headers.nth(1)).toHaveText(/^Severity/);
        await expect(headers.filter({ hasText: /^(Risk level|Owner name|Status)/ })).toHaveCount(0);
        await expect(dashboard.getByText(/^Ranked by severity\. Defender CSPM would add/)).toBeVisible();
        await expect(dashboard.getByText(/risk level:/i)).toHaveCount(0);
      }
    });
  });

  test.describe("with CSPM", () => {
    test("ranks by risk, with owners and where they stand", async ({ dashboard }) => {
      for (const name of tabNames.slice(1)) {
        await openTab(dashboard, name);
        const headers = dashboard.getByRole("columnheader");
        await expect(headers.nth(1)).toHaveText(/^Risk level/);
        await expect(headers.filter({ hasText: /^(Owner name|Status)/ })).toHaveCount(2);
        await expect(dashboard.getByText(/Defender CSPM would add/)).toHaveCount(0);
      }
    });
  });

  test.describe("cspm-only", () => {
    test.use({ scenario: "cspm-only" });
    test("alerts are not covered, which is not the same as none; the others are listed", async ({
      dashboard,
    }) => {
      await expect(
        dashboard.getByRole("heading", { name: "Nothing looks for alerts in this cluster" }),
      ).toBeVisible();
      await expect(dashboard.getByText(/Microsoft Defender for Containers is off/)).toBeVisible();
      await expect(dashboard.getByText("No security alerts")).toHaveCount(0);
      await expect(planStatus(dashboard)).toContainText("Off");
      for (const name of tabNames.slice(1)) {
        await openTab(dashboard, name);
        await expect(rowsOf(dashboard).first()).toBeVisible();
      }
    });
  });

  test.describe("never-scanned", () => {
    test.use({ scenario: "never-scanned" });
    test("nothing scanned is not called clean", async ({ dashboard }) => {
      for (const name of ["Vulnerabilities", "Misconfigurations"] as const) {
        await openTab(dashboard, name);
        await expect(dashboard.getByRole("heading", { name: "Not scanned yet" })).toBeVisible();
        await expect(dashboard.getByText(/take up to 24 hours/)).toBeVisible();
      }
      await openTab(dashboard, "Compliance");
      await expect(
        dashboard.getByRole("heading", { name: "No standard assesses this cluster yet" }),
      ).toBeVisible();
      await expect(
        dashboard.getByText(/No (vulnerabilities|misconfigurations|compliance issues)$/),
      ).toHaveCount(0);
    });
  });

  test.describe("cluster-deleted", () => {
    test.use({ scenario: "cluster-deleted" });
    test("says that the cluster is gone, and shows nothing of what may still be listed", async ({
      dashboard,
      portal,
    }) => {
      await expect(dashboard.getByRole("heading", { name: "This cluster does not exist" })).toBeVisible();
      await expect(dashboard.getByText(portal.emulator.clusterId)).toBeVisible();
      await expect(dashboard.getByText("ResourceNotFound")).toBeVisible();
      await expect(dashboard.getByRole("tab")).toHaveCount(0);
      await expect(dashboard.getByRole("grid")).toHaveCount(0);
    });
  });

  test.describe("plan-partial", () => {
    test.use({ scenario: "plan-partial" });
    test("names the configurations that are missing", async ({ dashboard }) => {
      const status = planStatus(dashboard);
      await expect(status).toContainText("Partial");
      await expect(status).toContainText(/Kubernetes API access \(failed: .+\); Registry access/);
    });
  });

  test.describe("no-access", () => {
    test.use({ scenario: "no-access" });
    test("names the missing action and the request", async ({ dashboard }) => {
      const alert = dashboard.getByRole("alert");
      await expect(alert).toContainText("Microsoft.Security/locations/alerts/read");
      await expect(alert).toContainText("AccessDenied");
      await expect(alert).toContainText(/[0-9a-f]{8}-[0-9a-f]{4}/);
      await expect(dashboard.getByRole("tab", { name: "Alerts (—)" })).toBeVisible();
    });

    test("every tab names the action that is missing; nobody is told to switch something on", async ({
      dashboard,
    }) => {
      await allTabsCounted(dashboard);
      const actions = {
        Alerts: "Microsoft.Security/locations/alerts/read",
        Vulnerabilities: "Microsoft.Security/assessments/read",
        Misconfigurations: "Microsoft.Security/assessments/read",
        Compliance:
          "Microsoft.Security/regulatoryComplianceStandards/regulatoryComplianceControls/regulatoryComplianceAssessments/read",
      };
      for (const name of tabNames) {
        await openTab(dashboard, name);
        await expect(dashboard.getByRole("alert")).toContainText(` ${actions[name]} `);
      }
      await expect(planStatus(dashboard)).toContainText(
        "—The status could not be read: Microsoft.Security/pricings/read",
      );
      await expect(dashboard.getByText("Nothing protects this cluster yet")).toHaveCount(0);
    });
  });

  test.describe("cluster-only", () => {
    test.use({ scenario: "cluster-only" });
    test("an empty answer without the right to read is not called clean", async ({ dashboard }) => {
      await expect(dashboard.getByRole("alert")).toContainText("Microsoft.Security/locations/alerts/read");
      await expect(dashboard.getByText("No security alerts")).toBeHidden();
    });
  });

  test.describe("second-page-fails", () => {
    test.use({ scenario: "second-page-fails" });
    test("keeps page one and says what is missing", async ({ dashboard }) => {
      await expect(dashboard.getByText(/Only the first 1,000 of 1,240 alerts could be loaded/)).toBeVisible({
        timeout: 30_000,
      });
      await expect(dashboard.getByText("1,000 of 1,240 alerts", { exact: true })).toBeVisible();
      await expect(dashboard.getByRole("button", { name: "Try again" })).toBeVisible();
      await expect(rowsOf(dashboard).first()).toBeVisible();
    });
  });

  test.describe("malformed-rows", () => {
    test.use({ scenario: "malformed-rows" });
    test("counts the rows that could not be read", async ({ dashboard }) => {
      await expect(
        dashboard.getByText(/4 rows that Defender for Cloud sent could not be read/),
      ).toBeVisible();
      await expect(dashboard.getByText("45 of 49 alerts", { exact: true })).toBeVisible();
      await dashboard.getByRole("button", { name: "Show which" }).click();
      await expect(dashboard.getByText(/Catastrophic/)).toBeVisible();
    });
  });

  test.describe("throttled", () => {
    test.use({ scenario: "throttled" });
    test("recovers by itself after Retry-After", async ({ dashboard, portal }) => {
      await expect(dashboard.getByRole("status", { name: "Loading alerts" })).toBeVisible();
      await expect(dashboard.getByText("42 alerts", { exact: true })).toBeVisible({ timeout: 20_000 });
      const sizes = portal.emulator.requests.map(({ batch = 0 }) => batch);
      await allTabsCounted(dashboard);
      await expect(dashboard.getByRole("tab", { name: /—/ })).toHaveCount(0);
      // Of the four lists two were refused once, and only they were asked again.
      expect([sizes[0], sizes.reduce((sum, size) => sum + size, 0)]).toEqual([9, 11]);
    });
  });

  test.describe("slow", () => {
    test.use({ scenario: "slow" });
    test("shows placeholders and can be left without errors", async ({ page, dashboard, portal }) => {
      await expect(dashboard.getByRole("status", { name: "Loading alerts" })).toBeVisible();
      await page.getByRole("link", { name: "Tags" }).click();
      await expect(page.getByText(/not part of this extension/)).toBeVisible();
      await expect(page.locator("iframe")).toHaveCount(0);
      // The call was let go of: the emulator has answered nothing but an abandoned batch.
      await expect.poll(() => portal.emulator.requests.length).toBe(1);
    });
  });

  test("an id of something else is named, by deep link", async ({ page, portal }) => {
    await openPortal(page, portal);
    const id = encodeURIComponent(
      "/subscriptions/1/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm",
    );
    await page.goto(
      `${new URL(portal.url).origin}/#view/AksSecurityDashboard/SecurityDashboard.ReactView/id/${id}`,
    );
    await expect(
      page.frameLocator("iframe").getByRole("heading", { name: "This resource is not an AKS cluster" }),
    ).toBeVisible();
    expect(portal.emulator.requests).toEqual([]);
  });
});
