import type { FrameLocator, Page } from "@playwright/test";
import type { LocalPortal } from "../../../Extension/LocalPortal/startLocalPortal";
import { axeInThemes, axeViolations } from "../axe";
import { detailsOf, openTab, rowsOf, tabTo, wordsOf } from "../dashboardPage";
import { expect, test, viewFrame } from "../fixtures";

test.use({ way: "menu" });

/** Address of the dashboard by itself, looked at in a certain way. */
function linkTo({ url, emulator }: LocalPortal, view: string): string {
  const id = encodeURIComponent(emulator.clusterId);
  return `${new URL(url).origin}/#view/AksSecurityDashboard/SecurityDashboard.ReactView/id/${id}/view/${view}`;
}

/** What of the address says how the page is looked at. */
const viewOf = (page: Page) => /\/view\/([^/]*)$/.exec(page.url())?.[1] ?? "";

/** Names of the columns, without their time zone. */
const columnsOf = async (dashboard: FrameLocator) =>
  (await wordsOf(dashboard.getByRole("grid").first().getByRole("columnheader")))
    .map((name) => name.replace(/\s*\(.*/s, ""))
    .filter((name) => name !== "");

const entries = (page: Page) => page.evaluate(() => window.history.length);

const search = (dashboard: FrameLocator) => dashboard.getByRole("searchbox", { name: "Search alerts" });

test("a link opens tab, search, filters, sorting, columns and finding; reloaded it does so again", async ({
  page,
  portal,
}) => {
  const dashboard = page.frameLocator("iframe");
  await page.goto(linkTo(portal, "1~t.vulnerabilities~v.alerts~q.crypto~z"));
  await expect(dashboard.getByText("64 vulnerable resources")).toBeVisible();
  await rowsOf(dashboard).nth(2).click();
  await expect.poll(() => viewOf(page)).toMatch(/~o\./);
  const open = /~o\.[^~]+/.exec(viewOf(page))?.[0] ?? "";
  const title = await detailsOf(dashboard).getByRole("heading", { level: 2 }).innerText();

  const whole = `1~t.vulnerabilities~q.a~f.level.Critical.High~d.resource~c.resource.level~h.pod~w.namespace.200${open}~v.alerts~q.crypto~z`;
  await page.goto(linkTo(portal, whole));
  for (const again of [false, true]) {
    if (again) {
      await page.reload();
    }
    await expect(detailsOf(dashboard).getByRole("heading", { level: 2 })).toHaveText(title);
    await expect(dashboard.getByRole("searchbox", { name: "Search vulnerabilities" })).toHaveValue("a");
    await expect(
      dashboard.getByRole("button", { name: "Risk level: Critical, High. Edit filter" }),
    ).toBeVisible();
    await expect(dashboard.getByRole("columnheader", { name: "Affected resource" })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
    expect((await columnsOf(dashboard)).slice(0, 3)).toEqual([
      "Affected resource",
      "Risk level",
      "Namespace",
    ]);
    expect(viewOf(page)).toBe(whole);
  }
  await openTab(dashboard, "Alerts");
  await expect(search(dashboard)).toHaveValue("crypto");
});

test("the copied link is the address, and opens what was seen", async ({ page, portal, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(linkTo(portal, "1~t.alerts~q.mining~f.severity.High~c.title.severity~z"));
  const dashboard = page.frameLocator("iframe");
  await expect(rowsOf(dashboard)).toHaveCount(1);
  await dashboard.getByRole("menuitem", { name: "Copy link to this view" }).click();
  await expect(dashboard.getByRole("menuitem", { name: "Link copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(page.url());
  const other = await context.newPage();
  await other.goto(copied);
  await expect(rowsOf(other.frameLocator("iframe"))).toHaveCount(1);
});

test("back and forward go from step to step, in the menu too; the view is not loaded anew, and nothing known is asked again", async ({
  page,
  portal,
  dashboard,
}) => {
  await expect(dashboard.getByText("42 alerts")).toBeVisible();
  const before = await entries(page);
  expect(viewOf(page)).toBe("");
  await viewFrame(page).evaluate(() => document.body.setAttribute("data-same", ""));
  await rowsOf(dashboard).nth(1).click();
  await expect.poll(() => viewOf(page)).toMatch(/^1~t\.alerts~o\./);
  await dashboard.getByRole("button", { name: "Close details" }).click();
  await openTab(dashboard, "Compliance");
  await expect.poll(() => viewOf(page)).toBe("1~t.compliance~z");
  expect(await entries(page)).toBe(before + 3);
  // Opening the page, the details, and what is related to them.
  await expect.poll(() => portal.emulator.requests.length).toBe(4);

  await page.goBack();
  await expect(dashboard.getByRole("tab", { name: /^Alerts/, selected: true })).toBeVisible();
  await expect(detailsOf(dashboard)).toBeHidden();
  await page.goBack();
  await expect(detailsOf(dashboard)).toBeVisible();
  await page.goForward();
  await expect(detailsOf(dashboard)).toBeHidden();
  await page.goForward();
  await expect(dashboard.getByRole("tab", { name: /^Compliance/, selected: true })).toBeVisible();
  expect(await viewFrame(page).evaluate(() => document.body.hasAttribute("data-same"))).toBe(true);
  expect(portal.emulator.requests).toHaveLength(4);
  await page.reload();
  await expect(dashboard.getByRole("tab", { name: /^Compliance/, selected: true })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(detailsOf(dashboard)).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "contoso-prod-aks | Overview" })).toBeVisible();
  await page.goForward();
  await expect(dashboard.getByText("42 alerts")).toBeVisible();
  expect(portal.emulator.requests.filter(({ status }) => status !== 200)).toEqual([]);
});

test("typing and filtering add no entry to the history, and are there after a reload", async ({
  page,
  dashboard,
}) => {
  await expect(dashboard.getByText("42 alerts")).toBeVisible();
  const before = await entries(page);
  await search(dashboard).pressSequentially("mining");
  await dashboard.getByRole("button", { name: "Severity: All. Edit filter" }).click();
  await dashboard.getByText(/^High \(\d+\)$/).click();
  await page.keyboard.press("Escape");
  await dashboard.getByRole("columnheader", { name: /Title/ }).click();
  await expect.poll(() => viewOf(page)).toBe("1~t.alerts~q.mining~f.severity.High~a.title~z");
  expect(await entries(page)).toBe(before);
  await page.reload();
  await expect(search(dashboard)).toHaveValue("mining");
  await expect(rowsOf(dashboard)).toHaveCount(1);
  await page.goBack();
  await expect(page.getByRole("heading", { name: "contoso-prod-aks | Overview" })).toBeVisible();
});

test("a bad link says so, and shows what is good in it", async ({ page, portal }) => {
  await page.goto(linkTo(portal, "1~t.alerts~q.mining~d.color~f.mood.good~x~z"));
  const dashboard = page.frameLocator("iframe");
  await expect(dashboard.getByText("This link names an unknown column: color")).toBeVisible();
  await expect(dashboard.getByText("This link names an unknown filter: mood")).toBeVisible();
  await expect(search(dashboard)).toHaveValue("mining");
  await expect.poll(() => viewOf(page)).toBe("1~t.alerts~q.mining~z");
  expect(await axeInThemes(page, [viewFrame(page)])).toEqual([]);
  await dashboard.getByRole("button", { name: "Dismiss" }).click();
  await expect(dashboard.getByText(/This link/)).toBeHidden();
});

test("links that are old, cut, oversized or nonsense open the page all the same", async ({
  page,
  portal,
}) => {
  const dashboard = page.frameLocator("iframe");
  for (const [view, said, address] of [
    ["0~t.compliance~z", /another version/, ""],
    ["1~t.compliance~q.x~f.sta", /end of this link is missing/, "1~t.compliance~q.x~z"],
    [`1~t.alerts~q.${"x".repeat(9000)}~z`, /This link is too long/, ""],
    ["%zz", /another version/, ""],
    ["1~t.alerts~o._2fgone~z", /that's no longer listed/, ""],
  ] as const) {
    await page.goto(linkTo(portal, view));
    await expect(dashboard.getByText(said)).toBeVisible();
    await expect(dashboard.getByRole("tab", { selected: true })).toBeVisible();
    // Another link is followed once the address says what is seen: until then it's about to change by itself.
    await expect.poll(() => viewOf(page)).toBe(address);
  }
});

test("columns are chosen by keyboard alone, and are the same after a reload", async ({ page, dashboard }) => {
  await expect(dashboard.getByText("42 alerts")).toBeVisible();
  await tabTo(page, dashboard.getByRole("button", { name: "Edit columns" }).and(dashboard.locator(":focus")));
  await page.keyboard.press("Enter");
  const chooser = dashboard.getByRole("dialog", { name: "Columns and rows" });
  await expect(chooser.getByRole("heading", { name: "Columns and rows" })).toBeVisible();
  const focused = dashboard.locator(":focus");
  await tabTo(page, chooser.getByRole("checkbox", { name: "Severity" }).and(focused));
  await page.keyboard.press("Space");
  await tabTo(page, chooser.getByRole("button", { name: "Move Title down" }).and(focused));
  await page.keyboard.press("Enter");
  await expect(chooser.getByRole("status")).toHaveText("Title is now column 3 of 5");
  await expect(chooser.getByRole("button", { name: "Move Title down" })).toBeFocused();
  expect(await axeViolations(viewFrame(page))).toEqual([]);
  await tabTo(page, chooser.getByRole("button", { name: "Save" }).and(focused));
  await page.keyboard.press("Enter");
  const chosen = ["Activity start time", "Title", "Last updated time", "Status"];
  await expect.poll(() => columnsOf(dashboard)).toEqual(chosen);
  await expect(dashboard.getByRole("button", { name: "Edit columns" })).toBeFocused();
  await tabTo(page, dashboard.locator("[role=row]:focus"));
  await page.keyboard.press("End");
  await expect(dashboard.locator("[aria-rowindex='31']")).toBeFocused();
  await page.reload();
  await expect.poll(() => columnsOf(dashboard)).toEqual(chosen);
  await openTab(dashboard, "Compliance");
  await expect.poll(() => columnsOf(dashboard)).toContain("Risk level");
});

test("kept columns hold in the next visit, for every cluster; compact rows too", async ({
  page,
  portal,
  dashboard,
}) => {
  await dashboard.getByRole("button", { name: "Edit columns" }).click();
  await dashboard.getByText("Compact").click();
  await dashboard.getByRole("dialog").getByText("Status", { exact: true }).click();
  await dashboard.getByRole("button", { name: "Save" }).click();
  await expect.poll(() => columnsOf(dashboard)).not.toContain("Status");
  const height = async () => (await rowsOf(dashboard).first().boundingBox())?.height;
  await expect.poll(height).toBe(28);
  // An address that says nothing of columns.
  await page.goto(portal.url);
  await page.getByRole("link", { name: "Microsoft Defender for Cloud" }).click();
  await expect(dashboard.getByText("42 alerts")).toBeVisible();
  await expect.poll(() => columnsOf(dashboard)).not.toContain("Status");
  await expect.poll(height).toBe(28);
});

/** At both sides of a cell together, in pixels. */
const padding = 20;

test("a column is resized by its edge and by keyboard, and stays so", async ({ page, dashboard }) => {
  const title = dashboard.getByRole("columnheader", { name: /^Title/ });
  const width = async () => Math.round((await title.boundingBox())?.width ?? 0);
  await expect(title).toBeVisible();
  const usual = await width();
  const box = await title.boundingBox();
  if (box) {
    await page.mouse.move(box.x + box.width - 1, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width + 59, box.y + 10, { steps: 12 });
    await page.mouse.up();
  }
  await expect.poll(width).toBe(usual + 60);
  await title.getByRole("button").focus();
  await page.keyboard.press("Shift+ArrowLeft");
  await expect.poll(width).toBe(usual + 50);
  // The address follows a moment later, and counts without the padding of the cells.
  await expect.poll(() => viewOf(page)).toBe(`1~t.alerts~w.title.${usual + 50 - padding}~z`);
  await page.reload();
  await expect.poll(width).toBe(usual + 50);
});

test("settings that someone broke: the page works", async ({ page, portal, dashboard }) => {
  for (const [kept, says] of [
    // The text of the grids, and all that the portal keeps.
    [JSON.stringify({ grids: "{nonsense" }), true],
    ["{nonsense", false],
  ] as const) {
    await expect(dashboard.getByText("42 alerts")).toBeVisible();
    await page.goto(portal.url);
    // Until the page is gone it keeps what it likes, such as that the tour was seen.
    await expect(page.locator("iframe")).toHaveCount(0);
    await page.evaluate((text) => window.localStorage.setItem("settings AksSecurityDashboard", text), kept);
    await page.getByRole("link", { name: "Microsoft Defender for Cloud" }).click();
    await expect(dashboard.getByText("42 alerts")).toBeVisible();
    await expect(dashboard.getByText(/couldn't read your saved columns/)).toBeVisible({ visible: says });
    await expect.poll(() => columnsOf(dashboard)).toContain("Status");
    // That the tour was seen is lost as well.
    await dashboard.getByRole("button", { name: "Skip tour" }).click();
    await dashboard.getByRole("button", { name: "Edit columns" }).click();
    await dashboard.getByRole("dialog").getByText("Status", { exact: true }).click();
    await dashboard.getByRole("button", { name: "Save" }).click();
    await expect.poll(() => columnsOf(dashboard)).not.toContain("Status");
  }
});
