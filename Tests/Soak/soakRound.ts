import type { FrameLocator, Page } from "@playwright/test";
import { faultNames, type FaultName } from "../../Extension/ArmEmulator/Server/namedFaults";
import { faultLabel, readSources } from "../../Extension/LocalPortal/Shell/faultSources";
import { rowsOf, tabNames } from "../EndToEnd/dashboardPage";
import type { SoakPage } from "./soakPage";
import { untilReady } from "./untilReady";

/** Those that end soon. An answer that never comes takes a minute for each try. */
const soakFaults: readonly FaultName[] = faultNames.filter((name) => name !== "timeout");
const sources = Object.values(readSources);

/**
 * One round of what an engineer does in a day: refresh, each tab with the details of a finding, a write, a fault of one source and its
 * end, and by turns the settings in their pane, or another page of the menu and back. The fault and its source change with the round.
 */
export async function soakRound(soak: SoakPage, round: number): Promise<void> {
  const { page } = soak;
  const dashboard = page.frameLocator("main iframe");
  await refresh(soak, dashboard);
  for (const name of tabNames) {
    await visitTab(dashboard, name);
  }
  await changeStatus(page, dashboard);
  await fail(soak, dashboard, round);
  // Both load a frame anew, which takes most of a round on a busy machine.
  await (round % 2 === 0 ? openSettings(page, dashboard) : leaveAndReturn(page, dashboard));
}

const tabOf = (dashboard: FrameLocator, name: string) =>
  dashboard.getByRole("tab", { name: new RegExp(`^${name} \\([\\d,]+\\)$`) });

async function allCounted(dashboard: FrameLocator): Promise<void> {
  for (const name of tabNames) {
    await tabOf(dashboard, name).waitFor();
  }
}

async function refresh(soak: SoakPage, dashboard: FrameLocator): Promise<void> {
  await dashboard.getByRole("menuitem", { name: "Refresh" }).click();
  await soak.rest();
}

async function visitTab(dashboard: FrameLocator, name: string): Promise<void> {
  await tabOf(dashboard, name).click();
  await rowsOf(dashboard).first().getByRole("rowheader").click();
  const details = dashboard.getByRole("complementary", { name: "Details" });
  await details.getByRole("heading").nth(1).waitFor();
  await details.getByRole("button", { name: "Close" }).first().click();
  await details.waitFor({ state: "detached" });
}

/** There and back in the next round, so that the world stays as it is. */
async function changeStatus(page: Page, dashboard: FrameLocator): Promise<void> {
  await tabOf(dashboard, "Alerts").click();
  const row = rowsOf(dashboard).first();
  const isActive = (await row.innerText()).includes("Active");
  await row.getByRole("checkbox").click();
  await dashboard.getByRole("menuitem", { name: "Change status" }).click();
  await dashboard.getByRole("menuitem", { name: isActive ? "In progress" : "Active", exact: true }).click();
  // The portal keeps notifications until they are dismissed.
  await page.getByRole("button", { name: "Dismiss" }).first().click();
  await dashboard.getByText("1 selected").waitFor({ state: "detached" });
}

async function openSettings(page: Page, dashboard: FrameLocator): Promise<void> {
  const pane = page.getByRole("dialog");
  const close = async () => {
    await pane.getByRole("button", { name: "Close" }).first().click();
    await pane.waitFor({ state: "detached" });
  };
  await untilReady(pane.frameLocator("iframe").getByRole("switch").first(), async () => {
    if ((await pane.count()) > 0) {
      await close();
    }
    await dashboard.getByRole("menuitem", { name: "Settings" }).click();
  });
  await close();
}

async function fail(soak: SoakPage, dashboard: FrameLocator, round: number): Promise<void> {
  const { page } = soak;
  const source = sources[round % sources.length];
  const fault = soakFaults[round % soakFaults.length];
  if (!source || !fault) {
    throw new Error("There are no faults.");
  }
  const faults = page.getByRole("dialog", { name: "Faults" });
  const open = () => page.getByRole("button", { name: /^Scenario: / }).click();
  await open();
  // Its name ends with what is selected.
  await faults.getByRole("combobox", { name: `${source.label} No fault`, exact: true }).click();
  await page.getByRole("option", { name: faultLabel(fault), exact: true }).click();
  await faults.getByText("Faults set: 1").waitFor();
  await faults.getByRole("button", { name: "Close" }).click();
  await refresh(soak, dashboard);
  await open();
  await faults.getByRole("button", { name: "Clear all faults" }).click();
  await faults.getByText("No faults are set.").waitFor();
  await faults.getByRole("button", { name: "Close" }).click();
  await refresh(soak, dashboard);
  await allCounted(dashboard);
}

async function leaveAndReturn(page: Page, dashboard: FrameLocator): Promise<void> {
  const menu = page.getByRole("navigation", { name: /^Resource menu/ });
  await untilReady(dashboard.getByRole("grid").first(), async () => {
    await menu.getByRole("link", { name: "Node pools" }).click();
    await page.locator("main iframe").waitFor({ state: "detached" });
    await menu.getByRole("link", { name: "Microsoft Defender for Cloud" }).click();
  });
  await allCounted(dashboard);
}
