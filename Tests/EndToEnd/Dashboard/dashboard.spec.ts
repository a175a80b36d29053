import type { FrameLocator } from "@playwright/test";
import type { LocalPortal } from "../../../Extension/LocalPortal/startLocalPortal";
import { rowsOf, tabTo, wordsOf } from "../dashboardPage";
import { axeViolations } from "../axe";
import { expect, openPortal, test, viewFrame } from "../fixtures";

test.use({ contextOptions: { reducedMotion: "no-preference" } });

/** Four lists, two plans, the cluster and what one may do in it. */
const first = { method: "POST", path: "/batch", status: 200, batch: 9 };
/** What one may do where the nodes are: only the cluster tells where that is. */
const second = { ...first, batch: 1 };

test("from the menu of the cluster to the details of an alert; opening costs ARM two HTTP calls, details two more, refresh one more", async ({
  dashboard,
  portal,
}) => {
  await test.step("calls", () => costsTwoCalls(dashboard, portal));
  await test.step("details", () => showsDetails(dashboard));
  await test.step("only this cluster's alerts are listed", () => listsOwnAlerts(dashboard, portal));
});

async function costsTwoCalls(dashboard: FrameLocator, portal: LocalPortal): Promise<void> {
  await expect(rowsOf(dashboard).first()).toBeVisible();
  await expect.poll(() => portal.emulator.requests).toEqual([first, second]);
  await rowsOf(dashboard).first().getByRole("rowheader").click();
  await expect(dashboard.getByRole("button", { name: "Related entities" })).toBeVisible();
  // What is related to an alert is asked for with what the alert says.
  await expect(dashboard.getByRole("button", { name: /^Related alerts \(\d+\)$/ })).toBeVisible();
  expect(portal.emulator.requests).toHaveLength(4);
  await dashboard.getByRole("button", { name: "Close details" }).click();
  await dashboard.getByRole("menuitem", { name: "Refresh" }).click();
  await expect.poll(() => portal.emulator.requests.length).toBe(5);
}

async function showsDetails(dashboard: FrameLocator): Promise<void> {
  await expect(dashboard.getByText(/^\d+ of 42 alerts$/)).toBeVisible();
  const [open] = /^\d+/.exec(await dashboard.getByText(/^\d+ of 42 alerts$/).innerText()) ?? [];
  await expect(dashboard.getByRole("tab", { name: `Alerts (${open})` })).toBeVisible();
  await expect(rowsOf(dashboard).first()).toContainText("High");

  // One that the sensor raised: those of a disk scan name no pod.
  await rowsOf(dashboard).filter({ hasText: "Potential reverse shell detected" }).first().click();
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
  await panel.getByRole("button", { name: "Close details" }).click();
}

async function listsOwnAlerts(dashboard: FrameLocator, portal: LocalPortal): Promise<void> {
  const { world } = portal.emulator;
  expect(world.alerts.length).toBeGreaterThanOrEqual(84);
  await dashboard.getByRole("button", { name: "Add filter" }).click();
  await dashboard.getByRole("menuitem", { name: "Affected resource" }).click();
  const choices = dashboard.getByRole("dialog", { name: "Affected resource" }).getByRole("checkbox");
  await expect(choices.first()).toBeAttached();
  const { name: cluster, workloads = [], pools = [] } = world.clusters[0] ?? {};
  const own = new Set([
    cluster,
    ...workloads.flatMap(({ pods }) => pods.map(({ name }) => name)),
    ...pools.flatMap(({ nodes, scaleSetId }) => [...nodes, scaleSetId.split("/").at(-1)]),
  ]);
  const labels = await wordsOf(dashboard.getByRole("dialog").locator("label"));
  const names = labels.map((label) => label.replace(/\s\(\d+\)$/, ""));
  expect(names.filter((name) => !own.has(name))).toEqual([]);
  expect(names.length).toBeGreaterThan(5);
}

test("the first calls leave while the view is still being loaded, and its frame has a heading then", async ({
  page,
  portal,
}) => {
  let sentBeforeView: readonly unknown[] = [];
  let foundBeforeView: readonly string[] | undefined;
  await page.route("**/assets/SecurityDashboard.ReactView.*.js", async (route) => {
    await expect.poll(() => portal.emulator.requests.length).toBe(1);
    sentBeforeView = [...portal.emulator.requests];
    await expect(viewFrame(page).getByRole("main").getByRole("heading", { level: 1 })).toHaveText("Loading…");
    foundBeforeView = await axeViolations(viewFrame(page));
    await route.continue();
  });
  await openPortal(page, portal);
  await page.getByRole("link", { name: "Microsoft Defender for Cloud" }).click();
  await expect(page.frameLocator("iframe").getByText("42 alerts")).toBeVisible();
  expect(sentBeforeView).toEqual([first]);
  expect(foundBeforeView).toEqual([]);
  await expect.poll(() => portal.emulator.requests).toEqual([first, second]);
});

test("search, a pill, sorting and reset work together; hostile texts are shown as texts", async ({
  dashboard,
  portal,
}) => {
  await test.step("search, a pill, sorting and reset", () => searchesAndSorts(dashboard));
  await test.step("hostile texts", () => showsHostileTexts(dashboard, portal));
});

async function searchesAndSorts(dashboard: FrameLocator): Promise<void> {
  await dashboard.getByRole("button", { name: "Remove filter Status" }).click();
  await dashboard.getByRole("button", { name: "Severity: All. Edit filter" }).click();
  await dashboard.getByText(/^High \(\d+\)$/).click();
  await dashboard.getByRole("searchbox").click();
  await expect(dashboard.getByText(/^3 of 42 alerts$/)).toBeVisible();
  await dashboard.getByRole("searchbox").fill("mining");
  await expect(rowsOf(dashboard)).toHaveCount(1);
  await dashboard.getByRole("button", { name: "Reset" }).click();
  const title = dashboard.getByRole("columnheader", { name: /Title/ });
  await title.click();
  await expect(title).toHaveAttribute("aria-sort", "ascending");
  const first = await rowsOf(dashboard).first().getByRole("rowheader").textContent();
  await title.click();
  await expect(title).toHaveAttribute("aria-sort", "descending");
  await expect(rowsOf(dashboard).first().getByRole("rowheader")).not.toHaveText(first ?? "");
}

async function showsHostileTexts(dashboard: FrameLocator, portal: LocalPortal): Promise<void> {
  const { world, clusterId } = portal.emulator;
  const hostile = world.alerts.find(({ properties }) => {
    const text = JSON.stringify(properties);
    return (
      text.includes("Suspicious Command Line") &&
      text.includes("<img src=x") &&
      text.includes(`"${clusterId}"`)
    );
  });
  await dashboard.getByRole("button", { name: "Remove filter Status" }).click();
  await dashboard.getByRole("searchbox").fill(String(hostile?.properties.alertDisplayName));
  await expect(dashboard.getByText(/^\d of 42 alerts$/)).toBeVisible();
  const panel = dashboard.getByRole("complementary");
  const command = panel.getByText("<img src=x onerror=alert(1)>").first();
  const before = portal.emulator.requests.length;
  await rowsOf(dashboard).first().getByRole("rowheader").click();
  for (let opened = 1; opened <= (await rowsOf(dashboard).count()); opened += 1) {
    // The details of an alert, and what is related to it.
    await expect.poll(() => portal.emulator.requests.length).toBe(before + 2 * opened);
    await expect(panel.getByRole("button", { name: "Times" })).toBeVisible();
    if (await command.isVisible()) {
      break;
    }
    await panel.getByRole("button", { name: "Next" }).click();
  }
  await expect(command).toBeVisible();
  expect(await dashboard.locator("img[src=x]").count()).toBe(0);
}

test("everything works by keyboard alone, and the focus comes back to the row", async ({
  page,
  dashboard,
}) => {
  await expect(rowsOf(dashboard).first()).toBeVisible();
  await tabTo(page, dashboard.locator("[role=row]:focus"));
  await expect(dashboard.locator("[aria-rowindex='2']")).toBeFocused();
  await page.keyboard.press("End");
  const last = Number(await dashboard.getByRole("grid").first().getAttribute("aria-rowcount"));
  await expect(dashboard.locator(`[aria-rowindex='${last}']`)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(dashboard.locator(`[aria-rowindex='${last - 1}']`)).toBeFocused();
  await page.keyboard.press("Enter");
  const heading = dashboard.getByRole("complementary").getByRole("heading", { level: 2 });
  await expect(heading).toBeFocused();
  // The panel's commands stand before its heading, so that the finding's own controls come next.
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(dashboard.getByRole("button", { name: "Next" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(dashboard.locator(`[aria-rowindex='${last}']`)).toBeFocused();
});
