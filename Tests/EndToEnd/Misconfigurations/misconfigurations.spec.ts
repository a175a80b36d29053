import type { FrameLocator } from "@playwright/test";
import type { LocalPortal } from "../../../Extension/LocalPortal/startLocalPortal";
import { detailsOf, openTab, rowsOf, tableRows } from "../dashboardPage";
import { expect, test } from "../fixtures";

test("misconfigurations are counted from the start, lead to how they are fixed, and name components where a policy is about them", async ({
  dashboard,
  portal,
}) => {
  await test.step("counted from the start, with how the first is fixed", async () => {
    const tab = dashboard.getByRole("tab", { name: /^Misconfigurations \(\d+\)$/ });
    await expect.poll(() => portal.emulator.requests.length).toBe(2);
    await tab.click();
    expect(portal.emulator.requests).toHaveLength(2);
    await expect(rowsOf(dashboard).first()).toContainText("Critical");
    await rowsOf(dashboard).first().getByRole("rowheader").click();
    const panel = dashboard.getByRole("complementary", { name: "Details" });
    await expect(panel.getByRole("button", { name: "Remediation steps" })).toBeVisible();
    await expect(panel.getByRole("listitem").first()).toBeVisible();
    await expect(panel.getByText("alert(1)")).toHaveCount(0);
    await expect(panel.getByRole("link", { name: /View additional details/ })).toHaveAttribute(
      "href",
      /^https:\/\/portal\.azure\.com\/#blade\/Microsoft_Azure_Security/,
    );
  });
  await test.step("a container's policy names the components that don't comply with it", () =>
    namesComponents(dashboard, portal));
  await test.step("a recommendation about the cluster itself names no components", () =>
    namesNoComponents(dashboard));
});

/** Closes what is open, searches, and opens what is found first. */
async function openFound(dashboard: FrameLocator, text: string): Promise<void> {
  const panel = detailsOf(dashboard);
  await panel.getByRole("button", { name: "Close details" }).click();
  await expect(panel).toHaveCount(0);
  await openTab(dashboard, "Misconfigurations");
  await dashboard.getByRole("searchbox").fill(text);
  await expect(rowsOf(dashboard).filter({ hasNotText: text })).toHaveCount(0);
  await rowsOf(dashboard).first().getByRole("rowheader").click();
}

async function namesComponents(dashboard: FrameLocator, { emulator }: LocalPortal): Promise<void> {
  await openFound(dashboard, "CPU and memory limits");
  const panel = detailsOf(dashboard);
  const components = tableRows(panel, "Components that don't comply with the recommendation");
  await expect(components.first()).toBeVisible();
  const pods = emulator.world.clusters[0]?.workloads.flatMap(({ namespace, pods }) =>
    pods.map(({ name }) => `${namespace} ${name}`),
  );
  const rows = await components.allInnerTexts();
  const named = rows.map((row) => {
    const [namespace = "", , name = ""] = row.split("\t");
    return `${namespace} ${name}`;
  });
  expect(named.filter((name) => !pods?.includes(name))).toEqual([]);
  expect(new Set(named).size).toBe(named.length);
}

async function namesNoComponents(dashboard: FrameLocator): Promise<void> {
  await openFound(dashboard, "API server should be configured with restricted access");
  const panel = detailsOf(dashboard);
  await expect(panel.getByRole("button", { name: "General details" })).toBeVisible();
  await expect(panel.getByText(/Defender for Cloud has a quick fix/)).toBeVisible();
  await expect(panel.getByRole("button", { name: "Affected components" })).toHaveCount(0);
}
