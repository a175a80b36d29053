import { detailsOf, openTab, rowsOf, tableRows } from "../dashboardPage";
import { expect, test } from "../fixtures";

test("a policy is assigned from the details of what doesn't comply with it", async ({
  dashboard,
  portal,
}) => {
  await openTab(dashboard, "Misconfigurations");
  await dashboard.getByRole("searchbox").fill("CPU and memory limits");
  await rowsOf(dashboard).first().getByRole("rowheader").click();
  const panel = detailsOf(dashboard);
  await panel.getByRole("button", { name: "Azure Policy" }).click();
  const { policyAssignments } = portal.emulator.world;
  const before = new Set(policyAssignments.keys());
  await panel.getByRole("button", { name: "Assign policy" }).click();
  const form = dashboard.getByRole("dialog");
  await form.getByText(/^Deny/).click();
  await expect(form.getByText(/pods that replace a running pod/)).toBeVisible();
  for (const box of await form.getByRole("group", { name: "Parameters" }).getByRole("textbox").all()) {
    if ((await box.inputValue()) === "") {
      await box.fill("200m");
    }
  }
  await form.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(form).toHaveCount(0);
  const made = [...policyAssignments.values()].filter(({ id }) => !before.has(id.toLowerCase()));
  expect(made).toHaveLength(1);
  expect(made[0]?.id).toContain(`${portal.emulator.clusterId}/providers/`);
  const rows = tableRows(panel, "Assignments that reach this cluster");
  await expect(rows.filter({ hasText: "Deny" }).filter({ hasText: "Cluster" })).toHaveCount(1);
  await expect(panel.getByText(/is in force: the cluster refuses new/)).toBeVisible();
});

test("a vulnerable node pool gets the newest image, and waits for the next scan", async ({
  page,
  dashboard,
  portal,
  azureClock,
}) => {
  azureClock.stop();
  await openTab(dashboard, "Vulnerabilities");
  await dashboard.getByRole("searchbox").fill("apps");
  await rowsOf(dashboard)
    .filter({ has: dashboard.getByLabel("Node pool", { exact: true }) })
    .first()
    .click();
  const panel = detailsOf(dashboard);
  await expect(panel.getByText(/^A newer node image is available/)).toBeVisible();
  await panel.getByRole("button", { name: "Upgrade node image" }).click();
  const question = dashboard.getByRole("dialog");
  await expect(question).toContainText(/every node of the pool \(\d+\)/);
  await question.getByRole("button", { name: "Upgrade", exact: true }).click();
  await expect(panel.getByText(/InProgress for/)).toBeVisible();
  azureClock.pass(120);
  await panel.getByRole("button", { name: "Close details" }).click();
  await expect(page.getByText(/Upgraded\. Waiting for Defender/)).toBeVisible();
  const pool = portal.emulator.world.clusters[0]?.pools.find(({ name }) => name === "apps");
  expect(pool?.state.imageChangedAt).not.toBeNull();
});
