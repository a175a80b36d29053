import type { FrameLocator, Page } from "@playwright/test";
import { isUnhealthy } from "../../../Extension/ArmEmulator/World/Security/Assessments/assessment";
import { containerEntityId } from "../../../Extension/ArmEmulator/World/Security/Assessments/containerEntity";
import type { Cluster, Workload, World, WorldAssessment } from "../../../Extension/ArmEmulator/World/world";
import type { LocalPortal } from "../../../Extension/LocalPortal/startLocalPortal";
import { cutOff, detailsOf, openTab, rowsOf, tableRows, tabTo } from "../dashboardPage";
import { expect, openPortal, test, viewFrame } from "../fixtures";

test("a container with an alert: its CVEs and no other are listed, what closes the most on top, and one opens in full; a node pool has no image", async ({
  page,
  dashboard,
  portal,
}) => {
  const container = alertedContainer(portal.emulator.world);
  await openContainer(dashboard, container.workload);
  await test.step("its CVEs are listed, and only its own", () => listsItsCves(dashboard, container));
  await test.step("one update per package, the one that closes the most on top", () =>
    listsUpdatesAtTop(dashboard, container));
  await test.step("the filter Fixable leaves the CVEs that name a version; one of them opens in full", () =>
    filtersFixable(page, dashboard, container));
  await detailsOf(dashboard).getByRole("button", { name: "Close details" }).click();
  await dashboard.getByRole("searchbox").fill("");
  await test.step("a node pool is listed by its name, without a place and an image", () =>
    listsNodePools(dashboard, portal));
});

async function listsItsCves(dashboard: FrameLocator, { workload, cves }: AlertedContainer): Promise<void> {
  const panel = detailsOf(dashboard);
  for (const section of ["General details", "Fixes first", "Vulnerabilities", "Where the image runs"]) {
    await expect(panel.getByRole("button", { name: section, exact: true })).toHaveAttribute(
      "aria-expanded",
      "true",
    );
  }
  await expect(panel.getByText(workload.image.digest)).toBeVisible();
  await expect(
    panel.getByText(`${workload.controller} ${workload.name}`, { exact: true }).first(),
  ).toBeVisible();
  await expect(panel.getByText(`${cves.length} CVEs`, { exact: true })).toBeVisible();
  const listed = await panel.getByRole("grid").getByRole("rowheader").allInnerTexts();
  expect(listed.length).toBeGreaterThan(5);
  expect(listed.filter((id) => !cves.some(({ CveId }) => CveId === id))).toEqual([]);
  await expect(panel.getByRole("link", { name: /View additional details/ })).toHaveAttribute(
    "href",
    /^https:\/\/portal\.azure\.com\//,
  );
}

async function listsUpdatesAtTop(dashboard: FrameLocator, { packages }: AlertedContainer): Promise<void> {
  const fixes = tableRows(
    detailsOf(dashboard),
    "One update for each package, the ones that close the most vulnerabilities first",
  );
  await expect(fixes).toHaveCount(packages.length);
  const names = await fixes.locator("td:nth-child(1)").allInnerTexts();
  expect(names.sort()).toEqual([...packages].sort());
  const closes = (await fixes.locator("td:nth-child(5)").allInnerTexts()).map((text) =>
    Number.parseInt(text),
  );
  expect(closes.every((count) => count > 0)).toBe(true);
  expect(closes).toEqual([...closes].sort((left, right) => right - left));
}

/** The link of the CVE leads to another site, so the portal asks first. */
async function filtersFixable(
  page: Page,
  dashboard: FrameLocator,
  { cves }: AlertedContainer,
): Promise<void> {
  const panel = detailsOf(dashboard);
  await panel.getByRole("button", { name: "Fix: All. Edit filter" }).click();
  const fixable = cves.filter(({ FixedVersion }) => FixedVersion !== "");
  expect(fixable.length).toBeLessThan(cves.length);
  await dashboard.getByText(`Fixable (${fixable.length})`, { exact: true }).click();
  await panel.getByRole("searchbox").click();
  await expect(panel.getByText(`${fixable.length} of ${cves.length} CVEs`, { exact: true })).toBeVisible();
  await expect(panel.getByText(/^(No fix|Fix reported)/)).toHaveCount(0);

  const [wanted] = fixable.slice(-1);
  const id = wanted?.CveId ?? "";
  await panel.getByRole("searchbox").fill(id);
  await panel.getByRole("rowheader", { name: id }).first().click();
  const details = panel.getByRole("region", { name: `Details of ${id}` });
  await expect(details).toContainText(wanted?.Description ?? "no description");
  await expect(details).toContainText(wanted?.FixedVersion ?? "no version");
  const link = details.getByRole("link", { name: new RegExp(id) });
  const [question] = await Promise.all([page.waitForEvent("popup"), link.click()]);
  const href = `https://nvd.nist.gov/vuln/detail/${id}`;
  await expect(question.getByText(href, { exact: true })).toBeVisible();
  await expect(question.getByRole("link", { name: "Continue to nvd.nist.gov" })).toHaveAttribute(
    "href",
    href,
  );
  await question.close();
}

async function listsNodePools(dashboard: FrameLocator, { emulator }: LocalPortal): Promise<void> {
  const [cluster] = emulator.world.clusters;
  await dashboard.getByRole("button", { name: "Add filter" }).click();
  await dashboard.getByRole("menuitem", { name: "Kind" }).click();
  await dashboard.getByText("Node pool (2)", { exact: true }).click();
  await dashboard.getByRole("searchbox").click();
  await expect(rowsOf(dashboard)).toHaveCount(2);
  for (const { name } of cluster?.pools ?? []) {
    await expect(rowsOf(dashboard).filter({ hasText: name })).toHaveCount(1);
  }
  await rowsOf(dashboard).first().getByRole("rowheader").click();
  const panel = detailsOf(dashboard);
  await expect(panel.getByText("Node pool", { exact: true })).toBeVisible();
  await expect(panel.getByRole("grid").getByRole("rowheader").first()).toHaveText(/^CVE-/);
  await expect(panel.getByRole("button", { name: "Where the image runs" })).toHaveCount(0);
}

test("by keyboard alone: to a component, to a CVE, into its details and all the way back", async ({
  page,
  dashboard,
}) => {
  await openTab(dashboard, "Vulnerabilities");
  await expect(rowsOf(dashboard).first()).toBeVisible();
  await tabTo(page, dashboard.locator("[role=row]:focus"));
  await page.keyboard.press("ArrowDown");
  const component = await dashboard.locator("[role=row]:focus").getByRole("rowheader").innerText();
  await page.keyboard.press("Enter");
  const panel = detailsOf(dashboard);
  await expect(panel.getByRole("heading", { level: 2 })).toBeFocused();
  await expect(panel.getByRole("grid")).toBeVisible();

  const focusedCve = panel.locator("[role=row]:focus");
  await tabTo(page, focusedCve);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(panel.locator("[aria-rowindex='4']")).toBeFocused();
  const id = await focusedCve.getByRole("rowheader").innerText();
  await page.keyboard.press("Enter");
  const details = panel.getByRole("region", { name: `Details of ${id}` });
  await expect(details).toBeVisible();
  const close = details.getByRole("button", { name: `Close the details of ${id}` });
  await tabTo(page, details.locator("button:focus"));
  await expect(close).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(details).toHaveCount(0);
  await expect(focusedCve.getByRole("rowheader")).toHaveText(id);

  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(dashboard.locator("[role=row]:focus").getByRole("rowheader")).toHaveText(component);
});

test("at 320 and 1024 px nothing is cut off, the menu can be reached, and the details can be closed", async ({
  page,
  portal,
}) => {
  await page.setViewportSize({ width: 320, height: 720 });
  await openPortal(page, portal);
  await page.getByRole("button", { name: "Show resource menu" }).click();
  await page.getByRole("link", { name: "Microsoft Defender for Cloud" }).click();
  const dashboard = page.frameLocator("iframe");
  await expect(dashboard.getByText("42 alerts")).toBeVisible();
  for (const width of [320, 1024]) {
    await test.step(`${width} px`, async () => {
      await page.setViewportSize({ width, height: 720 });
      await expect.poll(() => cutOff(page)).toBeLessThanOrEqual(0);
      await expect.poll(() => cutOff(viewFrame(page))).toBeLessThanOrEqual(0);
      // Where the tabs do not fit, the tiles lead to them.
      await dashboard.getByRole("button", { name: /vulnerabilities$/ }).click();
      await rowsOf(dashboard).first().getByRole("rowheader").click();
      const panel = detailsOf(dashboard);
      await panel.getByRole("grid").getByRole("rowheader").first().click();
      await expect(panel.getByRole("region", { name: /^Details of CVE-/ })).toBeVisible();
      expect(await cutOff(page)).toBeLessThanOrEqual(0);
      expect(await cutOff(viewFrame(page))).toBeLessThanOrEqual(0);
      expect(await panel.evaluate(outside)).toEqual([]);
      await panel.getByRole("button", { name: "Close details" }).click();
      await expect(panel).toHaveCount(0);
      await expect(rowsOf(dashboard).first()).toBeFocused();
    });
  }
});

/** What sticks out of the panel to the left or right and is not in a scroll area of its own, in words. */
function outside(panel: Element): string[] {
  const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  const isInScroller = (element: Element): boolean =>
    element !== panel &&
    element.parentElement !== null &&
    // The body of the panel scrolls as well, but only downwards.
    ((scrolls(element.parentElement) && element.parentElement.closest("[role=grid], section") !== null) ||
      isInScroller(element.parentElement));
  const { left, right } = panel.getBoundingClientRect();
  return [...panel.querySelectorAll("*")]
    .filter((element) => !isInScroller(element))
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 1 && (box.left < left - 1 || box.right > right + 1);
    })
    .map((element) => element.outerHTML.slice(0, 200));
}

async function openContainer(dashboard: FrameLocator, { name, namespace, image }: Workload): Promise<void> {
  await openTab(dashboard, "Vulnerabilities");
  await dashboard.getByRole("searchbox").fill(name);
  const row = rowsOf(dashboard)
    .filter({ has: dashboard.getByRole("gridcell", { name: namespace, exact: true }) })
    .filter({ has: dashboard.getByTitle(image.reference) });
  await row.click();
  await expect(detailsOf(dashboard).getByRole("heading", { level: 2 })).toHaveText(name);
}

type AlertedContainer = ReturnType<typeof alertedContainer>;

interface Cve {
  readonly CveId: string;
  readonly FixedVersion: string;
  readonly Description: string;
}

/** A container of the main cluster, one of whose pods has an alert, and what the world says of its packages. */
function alertedContainer({ clusters: [cluster], alerts, assessments, securityRows }: World) {
  const texts = alerts.map(({ properties }) => JSON.stringify(properties));
  const found = cluster?.workloads
    .filter(({ pods }) => pods.some(({ name }) => texts.some((text) => text.includes(name))))
    .map((workload) => ({ workload, ...vulnerableIn(cluster, workload, assessments) }))
    .find(({ prefix, cves }) => cves.length > 10 && !securityRows.some(({ id }) => id.startsWith(prefix)));
  if (!found) {
    throw new Error("No container of the main cluster has an alert and a CVE.");
  }
  return found;
}

function vulnerableIn(cluster: Cluster, workload: Workload, assessments: readonly WorldAssessment[]) {
  const prefix = `${containerEntityId(cluster, workload)}/`;
  // As the world generates them, in either spelling.
  const packages = assessments
    .filter((assessment) => assessment.id.startsWith(prefix) && isUnhealthy(assessment))
    .map(({ properties }) => (properties.additionalData ?? {}) as Readonly<Record<string, string>>);
  return {
    prefix,
    packages: packages.map((data) =>
      (data.SoftwareName ?? data.softwareName ?? "").replace(/_for_linux$/, ""),
    ),
    cves: packages.flatMap((data) => JSON.parse(data.CvesDetails ?? data.cvesDetails ?? "[]") as Cve[]),
  };
}

test("the registry stands apart from the tag where both are on one line", async ({ page, dashboard }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openTab(dashboard, "Vulnerabilities");
  const image = rowsOf(dashboard)
    .filter({ hasText: "platform/kafka" })
    .getByTitle(/platform\/kafka/)
    .first();
  await expect.poll(() => image.innerText()).toMatch(/kafka:3\.6\.1\scontosoprod\.azurecr\.io$/);
});
