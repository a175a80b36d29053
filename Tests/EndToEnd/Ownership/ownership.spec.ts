import type { FrameLocator, Locator } from "@playwright/test";
import { assignmentProperties } from "../../../Extension/ArmEmulator/World/Security/Ownership/assignmentHistory";
import type { LocalPortal } from "../../../Extension/LocalPortal/startLocalPortal";
import { axeInThemes } from "../axe";
import { openTab, rowsOf } from "../dashboardPage";
import { expect, test, viewFrame } from "../fixtures";

const owner = "turing@contoso.com";

/** Presses a command of the bar and gives the form that it opens. */
async function openForm(dashboard: FrameLocator, command: string): Promise<Locator> {
  await dashboard.getByRole("menuitem", { name: command }).click();
  return dashboard.getByRole("dialog");
}

async function enterOwner(form: Locator): Promise<void> {
  await form.getByRole("combobox", { name: /^Owner/ }).fill(owner);
}

/** How many assignments ARM has of the owner. */
function ownedBy({ emulator }: LocalPortal, name: string): number {
  return [...emulator.world.governanceAssignments.values()].filter(
    (assignment) => assignmentProperties(assignment)?.owner === name,
  ).length;
}

/** The row of the grid that has a text. */
const rowWith = (dashboard: FrameLocator, text: string) =>
  rowsOf(dashboard).filter({ hasText: text }).first();

test.describe("everything at once, five of which fail in five ways", () => {
  test.use({ scenario: "assignment-troubles", provoked: /./ });
  test("each has its outcome, the form keeps what was entered, and only the five are tried again", async ({
    page,
    dashboard,
    portal,
  }) => {
    // Those of the worst level, among which the five are: to write for all takes minutes and proves no more.
    await dashboard.getByRole("button", { name: /Critical vulnerabilities$/ }).click();
    await dashboard.getByRole("checkbox", { name: /^Select all \d+ that match$/ }).click();
    const form = await openForm(dashboard, "Assign owner");
    await expect(form.getByText(/^You'll assign \d+ recommendations/)).toBeVisible();
    await form.getByText(/Replace existing owners/).click();
    const total = await form.getByText(/^You'll assign \d+ recommendations/).textContent();
    const count = Number(/\d+/.exec(total ?? "")?.[0]);
    expect(count).toBeGreaterThan(120);
    await enterOwner(form);
    await form.getByLabel("Ticket number").fill("4711");
    await form.getByRole("button", { name: "Assign", exact: true }).click();
    await expect(form.getByText(/^We couldn't save \d+ of \d+\./)).toContainText(
      `We couldn't save 5 of ${count}.`,
    );
    await expect(form.getByRole("listitem")).toHaveCount(5);
    await expect(form.getByLabel("Ticket number")).toHaveValue("4711");
    await expect(form.getByRole("combobox", { name: /^Owner/ })).toHaveValue(owner);
    expect(ownedBy(portal, owner)).toBe(count - 5);
    await expect(page.getByText(`Updated ${count - 5} of ${count}. 5 failed.`)).toHaveCount(1);
    portal.emulator.clearRequests();
    await form.getByRole("button", { name: "Retry (5)" }).click();
    await expect(form.getByText("We couldn't save 5 of 5.", { exact: false })).toBeVisible();
    expect(ownedBy(portal, owner)).toBe(count - 5);
  });
});

test("an assessment that two tabs share has its new owner on both, at once and after a refresh within the lag", async ({
  dashboard,
  portal,
}) => {
  const title = "Kubernetes API server should be configured with restricted access";
  await openTab(dashboard, "Misconfigurations");
  await dashboard.getByRole("checkbox", { name: `Select ${title}` }).click();
  const command = (name: string) => dashboard.getByRole("menuitem", { name });
  // Which of the two it is shows when the rights are known.
  const usable = () =>
    Promise.all(["Assign owner", "Edit assignment"].map((name) => command(name).isEnabled()));
  await expect.poll(usable).toContain(true);
  const isNew = await command("Assign owner").isEnabled();
  const form = await openForm(dashboard, isNew ? "Assign owner" : "Edit assignment");
  await enterOwner(form);
  await form.getByRole("button", { name: isNew ? "Assign" : "Save", exact: true }).click();
  await expect(form).toHaveCount(0);
  expect(ownedBy(portal, owner)).toBe(1);
  await expect(rowWith(dashboard, title)).toContainText(owner);
  await dashboard.getByRole("menuitem", { name: "Refresh" }).click();
  await openTab(dashboard, "Compliance");
  await dashboard.getByRole("searchbox").fill("restricted access");
  await expect(rowWith(dashboard, title)).toContainText(owner);
  await dashboard.getByRole("menuitem", { name: "Refresh" }).click();
  await expect(rowWith(dashboard, title)).toContainText(owner);
});

test.describe("a session that expires while saving", () => {
  test.use({ scenario: "session-expired", provoked: /401/ });
  test("leaves the form as it is, to be saved again", async ({ dashboard, portal }) => {
    await openTab(dashboard, "Misconfigurations");
    await dashboard.getByRole("button", { name: /^Status: All/ }).click();
    await dashboard.getByText(/^Unassigned \(\d+\)$/).click();
    await dashboard.getByRole("checkbox", { name: /^Unassigned/ }).press("Escape");
    await rowsOf(dashboard).first().getByRole("checkbox").click();
    const form = await openForm(dashboard, "Assign owner");
    await enterOwner(form);
    await form.getByText(/Grace period/).click();
    await form.getByRole("button", { name: "Assign", exact: true }).click();
    await expect(form.getByText(/The session has expired\. Sign in to the portal again/)).toBeVisible();
    await expect(form.getByRole("combobox", { name: /^Owner/ })).toHaveValue(owner);
    await expect(form.getByRole("checkbox", { name: /Grace period/ })).toBeChecked();
    expect(ownedBy(portal, owner)).toBe(0);
    await form.getByRole("button", { name: "Retry (1)" }).click();
    await expect(form).toHaveCount(0);
    expect(ownedBy(portal, owner)).toBe(1);
  });
});

for (const timezoneId of ["Pacific/Kiritimati", "America/Los_Angeles"]) {
  test.describe(`in ${timezoneId}`, () => {
    test.use({ timezoneId });
    test("the day that is picked is the day that is due", async ({ dashboard, portal }) => {
      await openTab(dashboard, "Vulnerabilities");
      await rowsOf(dashboard).nth(1).getByRole("checkbox").click();
      const form = await openForm(dashboard, "Assign owner");
      await enterOwner(form);
      await form.getByText("Same day for all").click();
      await form.getByRole("combobox", { name: "Due on" }).click();
      await dashboard.getByRole("button", { name: /next month/i }).click();
      await dashboard.getByRole("gridcell", { name: /^15/ }).getByRole("button").click();
      const shown = await form.getByRole("combobox", { name: "Due on" }).textContent();
      await form.getByRole("button", { name: "Assign", exact: true }).click();
      await expect(form).toHaveCount(0);
      const [written] = [...portal.emulator.world.governanceAssignments.values()]
        .map((assignment) => assignmentProperties(assignment))
        .filter((properties) => properties?.owner === owner);
      expect(written?.remediationDueDate).toMatch(/^\d{4}-\d\d-15T00:00:00\.000Z$/);
      expect(shown).toContain("15");
    });
  });
}

test("the form is accessible", async ({ page, dashboard }) => {
  await openTab(dashboard, "Misconfigurations");
  await dashboard.getByRole("checkbox", { name: /^Select all 15 that match$/ }).click();
  const form = await openForm(dashboard, "Assign owner");
  await expect(form.getByText(/You'll assign/)).toBeVisible();
  await form.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(form.getByText(/Correct the entries/)).toBeVisible();
  // Pressing what is at its foot may have scrolled the form, and axe takes labels above the screen for missing ones.
  await form.getByText("Owner (email address)").scrollIntoViewIfNeeded();
  expect(await axeInThemes(page, [viewFrame(page)])).toEqual([]);
});
