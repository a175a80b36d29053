import { readFile } from "node:fs/promises";
import type { FrameLocator, Page } from "@playwright/test";
import { readCsv } from "../../Support/readCsv";
import { openTab, rowsOf, tabNames } from "../dashboardPage";
import { expect, test } from "../fixtures";

/** Asks for a report in the open form and reads what the browser saved. */
async function download(page: Page, dashboard: FrameLocator) {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    dashboard.getByRole("button", { name: "Download", exact: true }).click(),
  ]);
  const text = await readFile(await file.path(), "utf8");
  return { name: file.suggestedFilename(), text, records: readCsv(text) };
}

const openForm = (dashboard: FrameLocator) =>
  dashboard.getByRole("menuitem", { name: "Download report" }).click();

/** Numbers on the tabs. */
async function counted(dashboard: FrameLocator): Promise<Record<string, number>> {
  const texts = await dashboard.getByRole("tab").allTextContents();
  return Object.fromEntries(
    texts.map((text) => [
      text.replace(/ \(.*/, ""),
      Number(/\(([\d,]+)\)/.exec(text)?.[1]?.replace(",", "")),
    ]),
  );
}

test("reports have as many findings of each kind as its tab says, what is filtered as it is shown, and every CVE of a selection", async ({
  page,
  dashboard,
}) => {
  const closeForm = () => dashboard.getByRole("button", { name: "Close" }).last().click();
  await test.step("all findings, as many of each kind as its tab says", () => savesAll(page, dashboard));
  await closeForm();
  await test.step("what is filtered, in the order and with the words of the page", () =>
    savesFiltered(page, dashboard));
  await closeForm();
  await test.step("every CVE of a selected component is a row", () => savesEveryCve(page, dashboard));
});

async function savesAll(page: Page, dashboard: FrameLocator): Promise<void> {
  await expect(dashboard.getByRole("tab", { name: /^Compliance \(\d+\)/ })).toBeVisible();
  const numbers = await counted(dashboard);
  await openForm(dashboard);
  const { name, text, records } = await download(page, dashboard);
  expect(name).toMatch(/^contoso-prod-aks_all_\d{4}-\d\d-\d\dT\d{4}Z\.csv$/);
  expect(text.startsWith("\uFEFFKind,")).toBe(true);
  // The file has alerts of every status, the tab counts those that are open.
  const [head = [], ...rows] = records;
  const status = head.indexOf("Status");
  const isClosed = (row: readonly string[]) => ["Resolved", "Dismissed"].includes(row[status] ?? "");
  const kinds = rows.filter((row) => row[0] !== "Alerts" || !isClosed(row)).map(([kind]) => kind);
  expect(
    Object.fromEntries(tabNames.map((tab) => [tab, kinds.filter((kind) => kind === tab).length])),
  ).toEqual(numbers);
  await expect(dashboard.getByText(/^Saved .* Rows: \d+\.$/)).toBeVisible();
}

async function savesFiltered(page: Page, dashboard: FrameLocator): Promise<void> {
  await openTab(dashboard, "Misconfigurations");
  await dashboard.getByRole("searchbox").fill("container");
  await dashboard.getByRole("columnheader", { name: /^Title/ }).click();
  await expect(dashboard.getByRole("columnheader", { name: /^Title/ })).toHaveAttribute("aria-sort", /./);
  await expect(dashboard.getByText(/^\d+ of \d+ misconfigurations$/)).toBeVisible();
  const shown = await rowsOf(dashboard).evaluateAll((rows) =>
    rows.map((row) =>
      [...row.querySelectorAll('[role="gridcell"], [role="rowheader"]')].map(
        (cell) => cell.textContent ?? "",
      ),
    ),
  );
  expect(shown.length).toBeGreaterThan(3);
  await openForm(dashboard);
  await dashboard.getByText("Misconfigurations as shown").click();
  const { records } = await download(page, dashboard);
  const [headers = [], ...rows] = records;
  const title = headers.indexOf("Title");
  const level = headers.findIndex((header) => header === "Risk level" || header === "Severity");
  expect(rows.map((row) => row[title])).toEqual(
    shown.map((cells) => cells.find((cell) => rows.some((row) => row[title] === cell))),
  );
  for (const [index, row] of rows.entries()) {
    expect(shown[index]?.join(" ")).toContain(row[level]);
  }
}

async function savesEveryCve(page: Page, dashboard: FrameLocator): Promise<void> {
  await openTab(dashboard, "Vulnerabilities");
  await rowsOf(dashboard).first().getByRole("checkbox").click();
  await openForm(dashboard);
  await dashboard.getByText("Selected vulnerabilities").click();
  await dashboard.getByText(/^One row for each CVE/).click();
  const { records, name } = await download(page, dashboard);
  expect(name).toContain("_vulnerabilities-selected_");
  const [headers = [], ...rows] = records;
  const cves = rows.map((row) => row[headers.indexOf("CVE: CVE ID")]);
  await dashboard.getByRole("button", { name: "Close" }).last().click();
  await rowsOf(dashboard).first().getByRole("rowheader").click();
  await expect(dashboard.getByText(new RegExp(`^${cves.length} CVEs`))).toBeVisible();
  expect(cves.every((cve) => /^CVE-/.test(cve ?? ""))).toBe(true);
}

test.describe("while a page is lost", () => {
  test.use({ scenario: "second-page-fails", provoked: /500/ });
  test("the file says what is missing, and so does the notification", async ({ page, dashboard }) => {
    await openForm(dashboard);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      dashboard.getByRole("button", { name: "Download", exact: true }).click(),
    ]);
    const records = readCsv(await readFile(await file.path(), "utf8"));
    expect(records.at(-1)?.[0]).toMatch(/^INCOMPLETE: Alerts: Only 1,000 of 1,240 alerts are included/);
    expect(records.filter(([kind]) => kind === "Compliance").length).toBeGreaterThan(10);
    await expect(page.getByText(/is incomplete\. Alerts: Only 1,000 of 1,240/)).toBeVisible();
  });
});
