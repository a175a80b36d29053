import type { ContainerImage, VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import { componentColumns, componentFilters } from "../../../Views/Tabs/Vulnerabilities/componentColumns";
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
  expect(options?.map(({ label }) => label)).toEqual([
    "Deployment web (shop)",
    "Deployment web (test)",
    "None",
  ]);
});

const digest = (letter: string) => `sha256:${letter.repeat(64)}`;
const running = (reference: string, of?: string): ContainerImage => ({ reference, digest: of });

// A tag can be moved: the same reference at two times is two images.
test.each<[readonly (ContainerImage | undefined)[], readonly (string | undefined)[]]>([
  [
    [running("acr.io/web:1", digest("a")), running("acr.io/web:1", digest("a"))],
    ["acr.io/web:1", "acr.io/web:1"],
  ],
  [
    [running("acr.io/web:1", digest("a")), running("acr.io/web:1", digest("b")), running("acr.io/api:1")],
    [`acr.io/web:1 (${digest("a")})`, `acr.io/web:1 (${digest("b")})`, "acr.io/api:1"],
  ],
  [
    [running("acr.io/web:1", digest("a")), running("acr.io/web:1")],
    [`acr.io/web:1 (${digest("a")})`, "acr.io/web:1 (digest not reported)"],
  ],
  [
    [running("localhost:5000/web", digest("a")), running("ghcr.io/a@b", digest("b"))],
    ["localhost:5000/web", "ghcr.io/a@b"],
  ],
])("the images %j are %j in their column, and as many in their filter", (images, labels) => {
  const items = images.map((image) => ({ place: image && { namespace: "n", image } }) as VulnerableComponent);
  const column = componentColumns(items).find(({ key }) => key === "image");
  expect(items.map((item) => column?.value(item))).toEqual(labels);
  const filter = componentFilters.find(({ key }) => key === "image");
  const options = filter && filterOptions(filter, [], items, {});
  expect(new Set(options?.map(({ label }) => label))).toEqual(
    new Set(labels.map((label) => label ?? "None")),
  );
});

test("images without a reference are none in the column, and told apart by their digest in the filter", () => {
  const images = [running("", digest("a")), running("", digest("b")), running(""), undefined];
  const items = images.map((image) => ({ place: image && { namespace: "n", image } }) as VulnerableComponent);
  const column = componentColumns(items).find(({ key }) => key === "image");
  expect(items.map((item) => column?.value(item))).toEqual([undefined, undefined, undefined, undefined]);
  const filter = componentFilters.find(({ key }) => key === "image");
  const options = filter && filterOptions(filter, [], items, {});
  expect(options?.map(({ label, count }) => [label, count])).toEqual([
    ["None", 2],
    [digest("a"), 1],
    [digest("b"), 1],
  ]);
});
