import type { FrameLocator } from "@playwright/test";
import { detailsOf, openTab, rowsOf, tableRows, wordsOf } from "../dashboardPage";
import { expect, test } from "../fixtures";

test("compliance issues are explained, and two counters name the standards", async ({ dashboard }) => {
  await openTab(dashboard, "Compliance");
  await test.step("an issue says which control fails, how it is fixed, and what the same fix satisfies", () =>
    issueIsExplained(dashboard));
  await dashboard.getByRole("searchbox").fill("");
  await expect(dashboard.getByText(/^\d+ compliance issues$/)).toBeVisible();
  await test.step("two counters name the standards, and agree with the list", () => countersAgree(dashboard));
});

async function issueIsExplained(dashboard: FrameLocator): Promise<void> {
  const row = rowsOf(dashboard).first();
  await expect(dashboard.getByRole("columnheader", { name: /^Control/ })).toBeVisible();
  await expect(row).toBeVisible();
  const [, , standard = "", control = ""] = await row
    .locator("[role=gridcell], [role=rowheader]")
    .allInnerTexts();
  const title = await row.getByRole("rowheader").innerText();
  await row.click();
  const panel = detailsOf(dashboard);
  await expect(panel.getByRole("heading", { level: 2 })).toHaveText(title);
  await expect(panel.getByText(control, { exact: true })).toBeVisible();
  await expect(panel.getByText(standard, { exact: true }).first()).toBeVisible();
  for (const section of ["General details", "Description", "Remediation steps", "The same fix satisfies"]) {
    await expect(panel.getByRole("button", { name: section, exact: true })).toHaveAttribute(
      "aria-expanded",
      "true",
    );
  }
  const also = tableRows(panel, "Other controls based on the same recommendation");
  await expect(also.first()).toBeVisible();
  // Each of these controls is an issue as well, for as long as the recommendation fails.
  const others = await also.allInnerTexts();
  await panel.getByRole("button", { name: "Close details" }).click();
  await dashboard.getByRole("searchbox").fill(title);
  await expect(dashboard.getByText(/^\d+ of \d+ compliance issues$/)).toBeVisible();
  const standards = await rowsOf(dashboard).getByRole("gridcell").allInnerTexts();
  expect(others.length).toBeGreaterThan(1);
  expect(others.map((text) => text.split("\t")[0]).filter((name) => !standards.includes(name ?? ""))).toEqual(
    [],
  );
}

async function countersAgree(dashboard: FrameLocator): Promise<void> {
  const standards = dashboard.getByRole("region", { name: "Standards" });
  await expect(standards).toContainText("5Noncompliant standards");
  await expect(standards).toContainText("1Compliant standards");
  await standards.getByRole("button", { name: /^Noncompliant standards: / }).click();
  await expect(standards.getByRole("listitem")).toHaveCount(5);
  const missed = await standards.getByRole("listitem").allInnerTexts();
  await standards.getByRole("button", { name: /^Noncompliant standards: / }).click();
  await standards.getByRole("button", { name: /^Compliant standards: / }).click();
  await expect(standards.getByRole("listitem")).toHaveCount(1);
  const met = await standards.getByRole("listitem").innerText();
  expect(missed).not.toContain(met);

  await dashboard.getByRole("button", { name: "Standard: All. Edit filter" }).click();
  const choices = dashboard.getByRole("dialog", { name: "Standard" }).locator("label");
  await expect(choices).toHaveCount(5);
  const labels = await wordsOf(choices);
  // A number stands behind each name.
  expect(labels.map((label) => label.replace(/\s\(\d+\)$/, "")).sort()).toEqual(missed.sort());
  await expect(dashboard.getByText(/doesn't guarantee compliance/)).toBeVisible();
}
