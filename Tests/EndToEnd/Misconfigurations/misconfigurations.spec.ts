import { detailsOf, openTab, rowsOf, tableRows } from "../dashboardPage";
import { expect, test } from "../fixtures";

test("misconfigurations are counted from the start, and lead to how they are mended", async ({
  dashboard,
  portal,
}) => {
  const tab = dashboard.getByRole("tab", { name: /^Misconfigurations \(\d+\)$/ });
  await expect.poll(() => portal.emulator.requests.length).toBe(2);
  await tab.click();
  expect(portal.emulator.requests).toHaveLength(2);
  await expect(rowsOf(dashboard).first()).toContainText("Critical");
  await rowsOf(dashboard).first().click();
  const panel = dashboard.getByRole("complementary", { name: "Details" });
  await expect(panel.getByRole("button", { name: "Remediation steps" })).toBeVisible();
  await expect(panel.getByRole("listitem").first()).toBeVisible();
  await expect(panel.getByText("alert(1)")).toHaveCount(0);
  await expect(panel.getByRole("link", { name: /View additional details/ })).toHaveAttribute(
    "href",
    /^https:\/\/portal\.azure\.com\/#blade\/Microsoft_Azure_Security/,
  );
});

test("a container's policy names the components that go against it", async ({ dashboard, portal }) => {
  await openTab(dashboard, "Misconfigurations");
  await dashboard.getByRole("searchbox").fill("CPU and memory limits");
  await rowsOf(dashboard).first().click();
  const panel = detailsOf(dashboard);
  const components = tableRows(panel, "Components that don't comply with the recommendation");
  await expect(components.first()).toBeVisible();
  const pods = portal.emulator.world.clusters[0]?.workloads.flatMap(({ namespace, pods }) =>
    pods.map(({ name }) => `${namespace} ${name}`),
  );
  const rows = await components.allInnerTexts();
  const named = rows.map((row) => {
    const [namespace = "", , name = ""] = row.split("\t");
    return `${namespace} ${name}`;
  });
  expect(named.filter((name) => !pods?.includes(name))).toEqual([]);
  expect(new Set(named).size).toBe(named.length);
});

test("a recommendation about the cluster itself names no components", async ({ dashboard }) => {
  await openTab(dashboard, "Misconfigurations");
  await dashboard.getByRole("searchbox").fill("API server should be configured with restricted access");
  await rowsOf(dashboard).first().click();
  const panel = detailsOf(dashboard);
  await expect(panel.getByRole("button", { name: "General details" })).toBeVisible();
  await expect(panel.getByText(/Defender for Cloud has a quick fix/)).toBeVisible();
  await expect(panel.getByRole("button", { name: "Affected components" })).toHaveCount(0);
});
