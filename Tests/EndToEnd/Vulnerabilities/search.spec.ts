import type { World } from "../../../Extension/ArmEmulator/World/world";
import { detailsOf, openTab, rowsOf } from "../dashboardPage";
import { expect, test } from "../fixtures";

test("a CVE that stands only in details is found, in a link too, and one that is nowhere is said to be", async ({
  page,
  dashboard,
  portal,
}) => {
  const { id, components } = rareCve(portal.emulator.world);
  const found = new RegExp(
    `${components === 1 ? "1 component has" : `${components} components have`} “${id}”`,
    "i",
  );
  const asked = () =>
    portal.emulator.requests.filter(({ commandName }) => commandName === "Dashboard/ListContents").length;
  await openTab(dashboard, "Vulnerabilities");
  await expect(dashboard.getByRole("grid")).toBeVisible();
  const search = dashboard.getByRole("searchbox", { name: "Search vulnerabilities" });
  const grid = dashboard.getByRole("tabpanel").getByRole("grid").first();
  await expect(rowsOf(dashboard).first()).toBeVisible();
  const all = (await grid.getAttribute("aria-rowcount")) ?? "";

  await test.step("it is found, whatever its letters, and its component shows it", async () => {
    await search.pressSequentially(id.toLowerCase());
    await expect(dashboard.getByText(found)).toBeVisible();
    await expect(rowsOf(dashboard)).toHaveCount(components);
    await rowsOf(dashboard).first().getByRole("rowheader").click();
    await detailsOf(dashboard).getByRole("searchbox", { name: "Search CVEs" }).fill(id);
    await expect(detailsOf(dashboard).getByText(id, { exact: true }).first()).toBeVisible();
    await detailsOf(dashboard).getByRole("button", { name: "Close details" }).click();
  });

  await test.step("the address leads to the same list", async () => {
    await page.reload();
    await expect(dashboard.getByText(found)).toBeVisible();
    await expect(rowsOf(dashboard)).toHaveCount(components);
  });

  await test.step("one that is nowhere", async () => {
    await search.fill("CVE-1999-0001");
    await expect(dashboard.getByRole("heading", { name: "No matches" })).toBeVisible();
    await expect(dashboard.getByText(/^No component has “CVE-1999-0001” among \d+ scanned$/)).toBeVisible();
    await dashboard.getByRole("button", { name: "Clear search and filters" }).click();
    await expect(grid).toHaveAttribute("aria-rowcount", all);
  });

  await test.step("the filters have the values of all components", async () => {
    await dashboard.getByRole("button", { name: "Add filter" }).click();
    await dashboard.getByRole("menuitem", { name: "CVE", exact: true }).click();
    await dashboard.getByRole("searchbox", { name: "Search the values of CVE" }).fill(id);
    await dashboard.getByText(`${id} (${components})`, { exact: true }).click();
    await expect(rowsOf(dashboard)).toHaveCount(components);
  });
  // Once for each time that the page was opened, whatever was typed.
  expect(asked()).toBeLessThanOrEqual(2);
});

/** The CVE that the fewest running containers of the main cluster have, and how many of its components have it. */
function rareCve({ assessments, securityRows, clusters, mainClusterId }: World) {
  const main = clusters.find(({ id }) => id === mainClusterId);
  const places = [mainClusterId, ...(main?.pools ?? []).map(({ scaleSetId }) => scaleSetId)];
  const resourceOf = ({ id }: { readonly id: string }) =>
    id.toLowerCase().split("/providers/microsoft.security/")[0] ?? "";
  const isOurs = (resource: string) =>
    places.some((place) => `${resource}/`.startsWith(`${place.toLowerCase()}/`));
  const resourcesOf = new Map<string, Set<string>>();
  for (const row of [...assessments, ...securityRows]) {
    const resource = resourceOf(row);
    const text = JSON.stringify(row.properties);
    if (isOurs(resource) && text.includes('"code":"Unhealthy"')) {
      for (const [, id = ""] of text.matchAll(/"(CVE-\d{4}-\d+)\\?"/g)) {
        resourcesOf.set(id, (resourcesOf.get(id) ?? new Set()).add(resource));
      }
    }
  }
  const ofContainers = [...resourcesOf].filter(([, resources]) =>
    [...resources].some((resource) => resource.includes("/securityentitydata/")),
  );
  const [rarest] = ofContainers.sort(([, left], [, right]) => left.size - right.size);
  if (!rarest) {
    throw new Error("No container of the world has a CVE.");
  }
  const [id, { size }] = rarest;
  return { id, components: size };
}
