import type { FrameLocator } from "@playwright/test";
import { expect, openPortal, test } from "./fixtures";

/** Rows of the grid without its header. */
const rows = (frame: FrameLocator) =>
  frame
    .getByRole("grid")
    .getByRole("row")
    .filter({ has: frame.getByRole("rowheader") });

test("from the menu of the cluster to the details of an alert", async ({ dashboard }) => {
  await expect(dashboard.getByRole("tab", { name: "Alerts (42)" })).toBeVisible();
  await expect(dashboard.getByText("42 alerts", { exact: true })).toBeVisible();
  await expect(rows(dashboard).first()).toContainText("High");

  await rows(dashboard).first().click();
  const panel = dashboard.getByRole("complementary", { name: "Details" });
  for (const section of [
    "Alert description",
    "Mitigate the threat",
    "General information",
    "MITRE ATT&CK® tactics and techniques",
    "Related entities",
    "Times",
  ]) {
    await expect(panel.getByRole("button", { name: section })).toHaveAttribute("aria-expanded", "true");
  }
  await expect(panel.getByRole("list").first().getByRole("listitem").first()).toBeVisible();
  await panel.getByRole("button", { name: /^Kubernetes pod \(\d+\)$/ }).click();
  await expect(panel.getByText("Namespace", { exact: true }).first()).toBeVisible();
  const link = panel.getByRole("link", { name: /View additional details/ });
  await expect(link).toHaveAttribute("href", /^https:\/\/portal\.azure\.com\//);
});

test("opening the dashboard costs ARM one HTTP call, details one more, refresh one more", async ({
  dashboard,
  portal,
}) => {
  await expect(rows(dashboard).first()).toBeVisible();
  expect(portal.emulator.requests).toEqual([{ method: "POST", path: "/batch", status: 200, batch: 4 }]);
  await rows(dashboard).first().click();
  await expect(dashboard.getByRole("button", { name: "Related entities" })).toBeVisible();
  expect(portal.emulator.requests).toHaveLength(2);
  await dashboard.getByRole("button", { name: "Close details" }).click();
  await dashboard.getByRole("menuitem", { name: "Refresh" }).click();
  await expect.poll(() => portal.emulator.requests.length).toBe(3);
});

test("the first calls leave while the view is still being loaded", async ({ page, portal }) => {
  let sentBeforeView = 0;
  await page.route("**/assets/SecurityDashboard.ReactView.*.js", async (route) => {
    await expect.poll(() => portal.emulator.requests.length).toBe(1);
    sentBeforeView = portal.emulator.requests.length;
    await route.continue();
  });
  await openPortal(page, portal);
  await page.getByRole("link", { name: "Microsoft Defender for Cloud" }).click();
  await expect(page.frameLocator("iframe").getByText("42 alerts")).toBeVisible();
  expect(sentBeforeView).toBe(1);
  expect(portal.emulator.requests).toHaveLength(1);
});

test("only this cluster's alerts are listed", async ({ dashboard, portal }) => {
  const { world } = portal.emulator;
  expect(world.alerts.length).toBeGreaterThanOrEqual(84);
  await dashboard.getByRole("button", { name: "Add filter" }).click();
  await dashboard.getByRole("menuitem", { name: "Affected resource" }).click();
  const choices = dashboard.getByRole("dialog", { name: "Affected resource" }).getByRole("checkbox");
  await expect(choices.first()).toBeAttached();
  const pods = new Set(
    world.clusters[0]?.workloads.flatMap((workload) => workload.pods.map(({ name }) => name)),
  );
  const labels = await dashboard.getByRole("dialog").locator("label").allInnerTexts();
  const names = labels.map((label) => / ?([\w-]+) \(\d+\)$/.exec(label)?.[1] ?? label);
  expect(names.filter((name) => name !== "contoso-prod-aks" && !pods.has(name))).toEqual([]);
  expect(names.length).toBeGreaterThan(5);
});

test("search, a pill, sorting and reset work together", async ({ dashboard }) => {
  await dashboard.getByRole("button", { name: "Severity: All. Edit filter" }).click();
  await dashboard.getByText(/^High \(\d+\)$/).click();
  await dashboard.getByRole("searchbox").click();
  await expect(dashboard.getByText(/^4 of 42 alerts$/)).toBeVisible();
  await dashboard.getByRole("searchbox").fill("mining");
  await expect(rows(dashboard)).toHaveCount(2);
  await dashboard.getByRole("button", { name: "Reset" }).click();
  await dashboard.getByRole("columnheader", { name: /Title/ }).click();
  const first = await rows(dashboard).first().getByRole("rowheader").textContent();
  await dashboard.getByRole("columnheader", { name: /Title/ }).click();
  await expect(rows(dashboard).first().getByRole("rowheader")).not.toHaveText(first ?? "");
});

test("everything works by keyboard alone, and the focus comes back to the row", async ({
  page,
  dashboard,
}) => {
  await expect(rows(dashboard).first()).toBeVisible();
  const focusedRows = dashboard.locator("[role=row]:focus");
  for (let presses = 0; presses < 80 && (await focusedRows.count()) === 0; presses += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(dashboard.locator("[aria-rowindex='2']")).toBeFocused();
  await page.keyboard.press("End");
  await expect(dashboard.locator("[aria-rowindex='43']")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  const heading = dashboard.getByRole("complementary").getByRole("heading", { level: 2 });
  await expect(heading).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(dashboard.getByRole("button", { name: "Next" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(dashboard.locator("[aria-rowindex='43']")).toBeFocused();
});

test("hostile texts are shown as texts", async ({ dashboard, portal }) => {
  const { world, clusterId } = portal.emulator;
  const hostile = world.alerts.find(({ properties }) => {
    const text = JSON.stringify(properties);
    return (
      text.includes("Suspicious Command Line") &&
      text.includes("<img src=x") &&
      text.includes(`"${clusterId}"`)
    );
  });
  await dashboard.getByRole("searchbox").fill(String(hostile?.properties.alertDisplayName));
  await expect(dashboard.getByText(/^\d of 42 alerts$/)).toBeVisible();
  const panel = dashboard.getByRole("complementary");
  const command = panel.getByText("<img src=x onerror=alert(1)>").first();
  const before = portal.emulator.requests.length;
  await rows(dashboard).first().click();
  for (let opened = 1; opened <= (await rows(dashboard).count()); opened += 1) {
    await expect.poll(() => portal.emulator.requests.length).toBe(before + opened);
    await expect(panel.getByRole("button", { name: "Times" })).toBeVisible();
    if (await command.isVisible()) {
      break;
    }
    await panel.getByRole("button", { name: "Next" }).click();
  }
  await expect(command).toBeVisible();
  expect(await dashboard.locator("img[src=x]").count()).toBe(0);
});

test("misconfigurations are counted from the start, and lead to how they are mended", async ({
  dashboard,
  portal,
}) => {
  const tab = dashboard.getByRole("tab", { name: /^Misconfigurations \(\d+\)$/ });
  await tab.click();
  expect(portal.emulator.requests).toHaveLength(1);
  await expect(rows(dashboard).first()).toContainText("Critical");
  await rows(dashboard).first().click();
  const panel = dashboard.getByRole("complementary", { name: "Details" });
  await expect(panel.getByRole("button", { name: "Remediation steps" })).toBeVisible();
  await expect(panel.getByRole("listitem").first()).toBeVisible();
  await expect(panel.getByText("alert(1)")).toHaveCount(0);
  await expect(panel.getByRole("link", { name: /View additional details/ })).toHaveAttribute(
    "href",
    /^https:\/\/portal\.azure\.com\/#blade\/Microsoft_Azure_Security/,
  );
});

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
    test("no alerts are not called clean while nothing looks for them", async ({ dashboard }) => {
      await expect(
        dashboard.getByRole("heading", { name: "Nothing looks for alerts in this cluster" }),
      ).toBeVisible();
      await expect(dashboard.getByRole("region", { name: /Containers status/ })).toContainText("Off");
      await expect(dashboard.getByText("No security alerts")).toBeHidden();
    });
  });

  test.describe("plan-partial", () => {
    test.use({ scenario: "plan-partial" });
    test("names the configurations that are missing", async ({ dashboard }) => {
      const status = dashboard.getByRole("region", { name: /Containers status/ });
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
      await expect(rows(dashboard).first()).toBeVisible();
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
      // Both lists were refused once, and only they were asked again.
      expect([sizes[0], sizes.reduce((sum, size) => sum + size, 0)]).toEqual([4, 6]);
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
