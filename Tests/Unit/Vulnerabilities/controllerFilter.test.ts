import type { VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import { componentFilters } from "../../../Views/Tabs/Vulnerabilities/componentColumns";
import { filterOptions } from "../../../Views/Kit/Filters/filterOptions";

test("controllers of one name in two namespaces are two in the filter", () => {
  const items = ["shop", "test", "shop", ""].map((namespace) => {
    const controller = namespace === "" ? "" : "web";
    const place = { namespace, controllerKind: controller && "Deployment", controllerName: controller };
    return { place } as VulnerableComponent;
  });
  const filter = componentFilters.find(({ key }) => key === "controller");
  const options = filter && filterOptions(filter, [], items, {});
  expect(options?.map(({ value, count }) => [value.split("/")[0], count])).toEqual([
    ["shop", 2],
    ["test", 1],
    ["", 1],
  ]);
  expect(new Set(options?.map(({ label }) => label)).size).toBe(3);
});
