import type { Page } from "@playwright/test";
import type { LocalPortal } from "../../../Extension/LocalPortal/startLocalPortal";
import { Manifest } from "../../../Extension/Manifest.resjson";
import { axeInThemes } from "../axe";
import { wordsOf } from "../dashboardPage";
import { expect, openPortal, test, viewFrame } from "../fixtures";

test.use({ way: "menu" });

test("the menu holds the manifest's item among its neighbors, and axe finds nothing in the portal itself", async ({
  page,
  portal,
}) => {
  await openPortal(page, portal);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await axeInThemes(page, [page])).toEqual([]);
  const menu = page.getByRole("navigation", { name: "Resource menu of contoso-prod-aks" });
  await expect(menu.getByRole("link", { name: Manifest.defenderForCloud })).toBeVisible();
  const labels = await wordsOf(menu.getByRole("link"));
  expect(labels).toContain(Manifest.defenderForCloud);
  expect(labels.indexOf(Manifest.defenderForCloud)).toBe(labels.indexOf("Node pools") + 1);
  await menu.getByRole("link", { name: "Networking" }).click();
  await expect(page.getByText(/not to this extension/)).toBeVisible();
  await menu.getByRole("searchbox").fill("vulnerab");
  await expect.poll(() => wordsOf(menu.getByRole("link"))).toEqual([Manifest.defenderForCloud]);
});

test("the theme switch re-themes the portal and the view, is remembered, and followed by other windows", async ({
  page,
  portal,
  dashboard,
}) => {
  await expect(dashboard.getByText("42 alerts")).toBeVisible();
  const background = () => viewFrame(page).evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await page.getByRole("button", { name: "Theme: Light" }).click();
  await page.getByRole("menuitemcheckbox", { name: "High contrast dark" }).click();
  await expect.poll(background).toBe("rgb(0, 0, 0)");
  expect(light).toBe("rgb(255, 255, 255)");
  const other = await page.context().newPage();
  await other.goto(portal.url);
  await expect(other.getByRole("button", { name: "Theme: High contrast dark" })).toBeVisible();
  // A window that is open already follows.
  await other.getByRole("button", { name: "Theme: High contrast dark" }).click();
  await other.getByRole("menuitemcheckbox", { name: "Light", exact: true }).click();
  await expect(page.getByRole("button", { name: "Theme: Light" })).toBeVisible();
  await expect.poll(background).toBe(light);
});

test("back and forward move between the pages of the menu; a deep link opens the view by itself", async ({
  page,
  portal,
  dashboard,
}) => {
  await expect(dashboard.getByText("42 alerts")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "contoso-prod-aks | Overview" })).toBeVisible();
  await page.goForward();
  await expect(dashboard.getByText("42 alerts")).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(page.getByRole("heading", { name: "contoso-prod-aks | Overview" })).toBeVisible();
  const id = encodeURIComponent(portal.emulator.clusterId);
  await page.goto(
    `${new URL(portal.url).origin}/#view/AksSecurityDashboard/SecurityDashboard.ReactView/id/${id}`,
  );
  await expect(dashboard.getByText("42 alerts")).toBeVisible();
  await page.goto(`${new URL(portal.url).origin}/#view/Microsoft_Azure_Security/SecurityMenuBlade/x/1`);
  await expect(page.getByText('"bladeName": "SecurityMenuBlade"')).toBeVisible();
});

/** The view's own page. */
const dashboardBody = (page: Page) => page.frameLocator("iframe[sandbox]").locator("body");

test("the view's frame has an origin and stores of its own, a strict CSP and no token; only this frame gets a port", async ({
  page,
  portal,
  dashboard,
}) => {
  await expect(dashboard.getByText("42 alerts")).toBeVisible();
  const frame = viewFrame(page);
  const shellOrigin = new URL(portal.url).origin;
  expect(new URL(frame.url()).origin).not.toBe(shellOrigin);
  await expect(page.locator("iframe")).toHaveAttribute("sandbox", /allow-scripts/);
  const stores = await frame.evaluate(() =>
    [localStorage, sessionStorage].map((one) => one instanceof Storage),
  );
  expect(stores).toEqual([false, false]);
  for (const url of [portal.url, frame.url()]) {
    const response = await page.request.get(url);
    const policy = response.headers()["content-security-policy"] ?? "";
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).not.toMatch(/unsafe-/);
    expect(await response.text()).not.toContain(portal.emulator.token);
  }
  await test.step("only the frame that the portal made for a view gets a port", () =>
    meetsNoStranger(page, portal));
});

async function meetsNoStranger(page: Page, portal: LocalPortal): Promise<void> {
  await expect.poll(() => portal.emulator.requests.length).toBe(2);
  await viewFrame(page).evaluate(() => {
    window.addEventListener("message", () => document.body.setAttribute("data-met-again", ""));
  });
  // The same page from the same origin announces itself as well, from a window that is not the view's.
  await page.evaluate(() => {
    const outsider = document.createElement("iframe");
    outsider.name = "outsider";
    outsider.src = document.querySelector("meta[name=frame-origin]")?.getAttribute("content") ?? "";
    document.body.append(outsider);
    window.postMessage({ type: "frameReady" }, window.origin);
  });
  const hasStarted = () => page.frame("outsider")?.evaluate(() => "FabricConfig" in window);
  await expect.poll(hasStarted).toBe(true);
  // Had it been met, a view or the portal's notice would stand where the page begins with its own.
  await expect(page.frameLocator("iframe[name=outsider]").locator("#root > main.opening")).toHaveCount(1);
  await expect(dashboardBody(page)).not.toHaveAttribute("data-met-again");
  expect(portal.emulator.requests).toHaveLength(2);
}

test.describe("a view that calls around the portal", () => {
  test.use({ provoked: /Content Security Policy/ });
  test("is stopped by its CSP", async ({ page, portal, dashboard }) => {
    await expect(dashboard.getByText("42 alerts")).toBeVisible();
    const call = (origin: string) => fetch(`${origin}/api/batch`, { method: "POST" }).catch(() => "blocked");
    expect(await viewFrame(page).evaluate(call, new URL(portal.url).origin)).toBe("blocked");
  });
});

test.describe("a view that shows a link as it got it", () => {
  test.use({ provoked: /sanitizeLink has not given this link/ });
  test("is reported in the console", async ({ page, dashboard }) => {
    await expect(dashboard.getByText("42 alerts")).toBeVisible();
    const href = "https://learn.microsoft.com/azure";
    const [said] = await Promise.all([
      page.waitForEvent("console"),
      viewFrame(page).evaluate((address) => {
        document.body.append(Object.assign(document.createElement("a"), { href: address }));
      }, href),
    ]);
    expect([said.type(), said.text()]).toEqual(["error", `sanitizeLink has not given this link: ${href}`]);
  });
});
