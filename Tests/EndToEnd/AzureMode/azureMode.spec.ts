import { pathToFileURL } from "node:url";
import type { FrameLocator, Page } from "@playwright/test";
import {
  startAzurePortal,
  type AzurePortal,
} from "../../../Extension/LocalPortal/AzureMode/startAzurePortal";
import { openPrivately } from "../../../Extension/LocalPortal/Server/openPrivately";
import { setEnvironment, startRemoteAzure, type RemoteAzure } from "../../Support/remoteAzure";
import { allTabsCounted, detailsOf, rowsOf } from "../dashboardPage";
import { axeViolations } from "../axe";
import { expect, test } from "../fixtures";

/** The local portal on the emulator as a remote ARM, over TLS and with tokens of its own issuer. */
async function onAzure(
  isReadOnly: boolean,
  use: (portal: AzurePortal, azure: RemoteAzure) => Promise<void>,
): Promise<void> {
  const azure = await startRemoteAzure();
  const { access, place } = azure;
  const portal = await startAzurePortal({ port: 0, access, place, isReadOnly, tell: () => undefined });
  try {
    await use(portal, azure);
  } finally {
    await portal.close();
    await azure.close();
  }
}

async function openDashboard(page: Page, url: string): Promise<FrameLocator> {
  await page.goto(url);
  await page.getByRole("link", { name: "Microsoft Defender for Cloud" }).click();
  const dashboard = page.frameLocator("iframe");
  await allTabsCounted(dashboard);
  return dashboard;
}

/** Everything that counts something, above and in the list. */
async function numbersOf(dashboard: FrameLocator) {
  await expect(rowsOf(dashboard).first()).toBeVisible();
  return {
    tabs: await dashboard.getByRole("tab").allInnerTexts(),
    tiles: await dashboard.getByRole("region", { name: "Security findings for this cluster" }).innerText(),
    levels: await dashboard.getByRole("region", { name: /^By severity$/ }).innerText(),
    rows: await dashboard.getByRole("tabpanel").getByRole("grid").first().getAttribute("aria-rowcount"),
  };
}

test("the dashboard shows the same numbers as in local mode, and says which cloud it is in", async ({
  page,
  portal,
}) => {
  const local = await numbersOf(await openDashboard(page, portal.url));
  await onAzure(false, async (azurePortal, { issuer }) => {
    const received: Promise<string>[] = [];
    page.on("response", (response) => received.push(response.text().catch(() => "")));
    const dashboard = await openDashboard(page, azurePortal.newUrl("terminal"));
    expect(await numbersOf(dashboard)).toEqual(local);
    expect(local.tabs.join()).toMatch(/Alerts \([1-9]\d*\)/);
    await expect(page.getByRole("banner")).toContainText("TestCloud");
    const texts = (await Promise.all(received)).join("\n");
    expect(texts.length).toBeGreaterThan(10_000);
    for (const token of issuer.issued) {
      expect(texts).not.toContain(token.split(".")[2]);
    }
  });
});

test("the file that the browser is opened with leads to the page; no key stays behind, and reloading works", async ({
  browser,
}) => {
  await onAzure(true, async (portal) => {
    let file = "";
    const { forget } = await openPrivately(portal.newUrl("file"), (target) => (file = target));
    const context = await browser.newContext();
    const page = await context.newPage();
    const addresses: string[] = [];
    page.on("framenavigated", (frame) => addresses.push(frame.url()));
    await page.goto(pathToFileURL(file).href);
    const item = page.getByRole("link", { name: "Microsoft Defender for Cloud" });
    await expect(item).toBeVisible();
    await page.reload();
    await expect(item).toBeVisible();
    const history = await page
      .context()
      .newCDPSession(page)
      .then((session) => session.send("Page.getNavigationHistory"));
    expect(history.entries.map(({ url }) => url).filter((url) => url.includes("key="))).toEqual([]);
    expect(addresses.at(-1)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/[\w-]{43}\/#/);
    // What another page of this browser, or another user, gets: nothing without the cookie.
    const outsider = await (await browser.newContext()).newPage();
    expect((await outsider.goto(page.url()))?.status()).toBe(403);
    await expect(outsider.getByRole("alert")).toContainText(
      /The terminal .* shows an address that works once/,
    );
    expect(await axeViolations(outsider)).toEqual([]);
    await outsider.context().close();
    await context.close();
    await forget();
  });
});

test("when no one is signed in the page says so and what to do, and goes on once that is done", async ({
  page,
}) => {
  const azure = await startRemoteAzure();
  const restore = setEnvironment({ AZURE_TOKEN_CREDENTIALS: "AzureCliCredential", PATH: "/nonexistent" });
  const { access, place } = azure;
  const portal = await startAzurePortal({ port: 0, access, place, isReadOnly: false, tell: () => undefined });
  await page.goto(portal.newUrl("terminal"));
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("Azure denied access");
  await expect(alert).toContainText(/You're not signed in, .* run `az login`, then run this again\./);
  await expect(page.locator("iframe")).toHaveCount(0);
  expect(await axeViolations(page)).toEqual([]);
  restore();
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(page.getByRole("link", { name: "Microsoft Defender for Cloud" })).toBeVisible();
  await portal.close();
  await azure.close();
});

test("--read-only refuses a change of status with a clear message", async ({ page }) => {
  await onAzure(true, async (azurePortal, { emulator }) => {
    const dashboard = await openDashboard(page, azurePortal.newUrl("terminal"));
    await expect(page.getByRole("banner")).toContainText("TestCloud, read only");
    await rowsOf(dashboard).first().getByRole("rowheader").click();
    const panel = detailsOf(dashboard);
    await panel.getByRole("button", { name: /^Status: / }).click();
    await dashboard.getByRole("menuitem", { name: "Dismissed" }).click();
    await expect(
      page.getByText(/1 failed\. .*: Not sent: the local portal was started with --read-only\./),
    ).toBeVisible();
    expect(emulator.world.alerts.filter(({ state }) => state.changes.length > 0)).toEqual([]);
  });
});
