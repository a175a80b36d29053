import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { FindingsPage } from "../../../Client/Core/listing";
import type {
  ComponentContents,
  ContentsOfComponents,
  VulnerableComponent,
} from "../../../Client/Vulnerabilities/vulnerability";
import { vulnerabilitiesTab } from "../../../Views/Tabs/Vulnerabilities/vulnerabilitiesTab";
import { axeViolations } from "../../Support/axe";
import { deferred, failing, fakeServices, secondPage } from "../../Support/fakeServices";
import { aComponent, pageOf } from "../../Support/findings";
import { rowNamesOf, theGrid } from "../../Support/onScreen";
import { renderTab } from "../../Support/renderPage";

/** The search and filters of Vulnerabilities see what lists do not have. */
const digest = `sha256:${"0a1b2c3d".repeat(8)}`;
const place = { namespace: "shop", pod: "", controllerKind: "", controllerName: "" };
const web = aComponent("web", {
  place: { ...place, image: { reference: "contoso.azurecr.io/shop/web:1", digest } },
});
const api = aComponent("api", { place: { ...place, image: { reference: "", digest: undefined } } });
const system = aComponent("system", { kind: "nodePool", place: undefined });
const all = [web, api, system];

const contentsOf = (over: Partial<ComponentContents> = {}): ComponentContents => ({
  ids: [],
  packages: [],
  fixes: ["unknown"],
  exploits: ["unknown"],
  isPartial: false,
  ...over,
});
const within3 = (...parts: readonly Partial<ComponentContents>[]): readonly VulnerableComponent[] =>
  all.map((component, index) => ({ ...component, contents: contentsOf(parts[index]) }));
const read = within3(
  {
    ids: ["CVE-2026-1111", "GHSA-2345-6789-cfgh"],
    packages: ["openssl"],
    fixes: ["named", "none"],
    exploits: ["known"],
  },
  { ids: ["CVE-2026-1111"], packages: ["libx'|y"], fixes: ["claimed"], exploits: ["none"] },
  { ids: ["CVE-2026-22222"], packages: [], fixes: ["unknown"] },
);
const whole: ContentsOfComponents = { components: read, unreadable: 0 };

function show(
  contents: () => Promise<ContentsOfComponents>,
  page: Partial<FindingsPage<VulnerableComponent>> = {},
  view = "",
) {
  const asked = jest.fn(contents);
  const listPage = (cursor?: object) =>
    cursor
      ? failing({ kind: "unexpected", message: "A page is not available." })
      : Promise.resolve(pageOf(all, { evaluated: 97, ...page }));
  const services = fakeServices({ vulnerabilities: { listPage, contents: asked } });
  renderTab(vulnerabilitiesTab, services, { view });
  return asked;
}

const box = () => screen.findByRole("searchbox", { name: "Search vulnerabilities" });
async function search(text: string): Promise<void> {
  const input = await box();
  const user = userEvent.setup();
  await user.clear(input);
  await user.click(input);
  await user.paste(text);
}

/** Adds a filter to the row; its choices open by themselves. */
async function addFilter(label: string): Promise<HTMLElement> {
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "Add filter" }));
  await user.click(screen.getByRole("menuitem", { name: label }));
  return screen.findByRole("group", { name: label });
}

const names = async () => rowNamesOf(await theGrid());

describe("search", () => {
  test.each([
    ["a CVE", "CVE-2026-1111", ["web", "api"]],
    ["a part of one, in other letters", "cve-2026-222", ["system"]],
    ["its number alone", "1111", ["web", "api"]],
    ["an advisory", "ghsa-2345", ["web"]],
    ["a package", "OpenSSL", ["web"]],
    ["a CVE and a column", "1111 api", ["api"]],
    ["pasted with spaces and a comma", "  CVE-2026-22222, ", ["system"]],
    ["a digest", digest, ["web"]],
    ["a digest without its algorithm", digest.slice("sha256:".length), ["web"]],
    ["the beginning of one", digest.slice(0, 19).toUpperCase(), ["web"]],
    ["an image as it is pulled", `contoso.azurecr.io/shop/web@${digest}`, ["web"]],
    ["the image in another registry", `mirror.example/web:7@${digest}`, ["web"]],
    ["quotes and a pipe", "'|", ["api"]],
  ])("%s is found where only the details have it: %s", async (_, text, expected) => {
    show(() => Promise.resolve(whole));
    await search(text);
    const count = expected.length === 1 ? "1 component has" : `${expected.length} components have`;
    expect(await screen.findByText(new RegExp(`· ${count} “`))).toHaveTextContent(`“${text.trim()}”`);
    expect(await names()).toEqual(expected);
  });

  test("keys that are pressed ask once, and clearing restores the list", async () => {
    const asked = show(() => Promise.resolve(whole));
    expect((await names()).length).toBe(3);
    expect(asked).not.toHaveBeenCalled();
    const user = userEvent.setup();
    await user.type(await box(), "CVE-2026-22222");
    expect(await screen.findByText(/1 component has “CVE-2026-22222”/)).toBeVisible();
    expect(await names()).toEqual(["system"]);
    await user.clear(await box());
    expect(await names()).toEqual(["web", "api", "system"]);
    expect(screen.queryByText(/component has/)).not.toBeInTheDocument();
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test("while it goes on nothing is called missing, and what is typed meanwhile counts", async () => {
    const answer = deferred<ContentsOfComponents>();
    show(() => answer.promise);
    await search("CVE-2026-22222");
    expect(
      await screen.findByRole("heading", { name: "Searching all vulnerabilities for “CVE-2026-22222”" }),
    ).toBeVisible();
    expect(screen.queryByText("No matches")).not.toBeInTheDocument();
    await search("api");
    expect(await names()).toEqual(["api"]); // Its column is there already.
    expect(screen.getByText(/· Searching all vulnerabilities for “api”/)).toBeVisible();
    await search("openssl");
    answer.resolve(whole);
    expect(await screen.findByText(/1 component has “openssl”/)).toBeVisible();
    expect(await names()).toEqual(["web"]);
  });

  test("nothing found says among how many, and what could not be read", async () => {
    const partial = within3({ ids: ["CVE-2026-1111"] }, { isPartial: true }, { ids: ["CVE-2026-2222"] });
    show(() => Promise.resolve({ components: partial, unreadable: 1 }));
    await search("CVE-2020-9999");
    expect(await screen.findByRole("heading", { name: "No matches" })).toBeVisible();
    expect(screen.getByText("No component has “CVE-2020-9999” among 97 scanned")).toBeVisible();
    expect(screen.getByText("2 components couldn't be read in full, so they might have more")).toBeVisible();
    expect(await axeViolations(document.body)).toEqual([]);
    await userEvent.setup().click(screen.getByRole("button", { name: "Clear search and filters" }));
    expect((await names()).length).toBe(3);
  });

  test("a component that the answer lacks was not read", async () => {
    show(() => Promise.resolve({ components: read.slice(0, 2), unreadable: 0 }));
    await search("CVE-2020-9999");
    expect(
      await screen.findByText("1 component couldn't be read in full, so it might have more"),
    ).toBeVisible();
  });

  test("a failure never looks like nothing found, and trying again finds", async () => {
    let isDown = true;
    show(() =>
      isDown
        ? failing({ kind: "unexpected", message: "The page is gone.", requestId: "r-9" })
        : Promise.resolve(whole),
    );
    await search("CVE-2026-22222");
    expect(await screen.findByText(/^We couldn't read .* The page is gone\. Request ID: r-9$/)).toBeVisible();
    expect(screen.queryByText("No matches")).not.toBeInTheDocument();
    isDown = false;
    await userEvent.setup().click(screen.getByRole("button", { name: "Try again" }));
    expect(await names()).toEqual(["system"]);
    expect(screen.queryByText(/^We couldn't read/)).not.toBeInTheDocument();
  });

  test("what a lost page would list is found", async () => {
    show(() => Promise.resolve(whole), { items: [web], total: 3, next: secondPage });
    expect(await screen.findByText(/Only the first 1 of 3/)).toBeVisible();
    await search("CVE-2026-22222");
    expect(await names()).toEqual(["system"]);
    expect(screen.getByText(/Only the first 1 of 3/)).toBeVisible();
  });
});

describe("a refresh during a search", () => {
  test("reads the contents anew, and an older answer does not replace them", async () => {
    const older = deferred<ContentsOfComponents>();
    const answers = [older.promise, Promise.resolve(whole)];
    let read = 0;
    const dates = [new Date("2026-11-24T12:00:00Z"), new Date("2026-11-24T12:05:00Z")];
    const services = fakeServices({
      vulnerabilities: {
        listPage: () => Promise.resolve(pageOf(all, { asOf: dates[Math.min(read++, 1)] ?? new Date(0) })),
        contents: () => answers.shift() ?? Promise.resolve(whole),
      },
    });
    renderTab(vulnerabilitiesTab, services);
    await search("CVE-2026-22222");
    expect(await screen.findByRole("heading", { name: /^Searching all/ })).toBeVisible();
    await userEvent.setup().click(screen.getByRole("menuitem", { name: "Refresh" }));
    expect(await names()).toEqual(["system"]);
    older.resolve({ components: within3({ ids: ["CVE-2026-22222"] }), unreadable: 0 });
    await older.promise;
    expect(await names()).toEqual(["system"]);
  });
});

describe("filters", () => {
  test.each([
    ["Fixable", "Fixed version available", ["web"]],
    ["Fixable", "Fix reported without a version", ["api"]],
    ["Fixable", "No fix", ["web"]],
    ["Fixable", "Not reported", ["system"]],
    ["Exploit known", "Known", ["web"]],
    ["Exploit known", "None known", ["api"]],
    ["Exploit known", "Not reported", ["system"]],
    ["CVE", "CVE-2026-1111", ["web", "api"]],
    ["Package", "openssl", ["web"]],
    ["Package", "Not reported", ["system"]],
  ])("%s: %s", async (filter, value, expected) => {
    const asked = show(() => Promise.resolve(whole));
    await theGrid();
    const choices = await addFilter(filter);
    await userEvent.setup().click(await within(choices).findByText(`${value} (${expected.length})`));
    await waitFor(async () => expect(await names()).toEqual(expected));
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test("a filter tells that its values are being read, or could not be", async () => {
    const answer = deferred<ContentsOfComponents>();
    show(() => answer.promise);
    await theGrid();
    const choices = await addFilter("CVE");
    expect(choices).toHaveTextContent("Reading the CVEs and packages of all components");
    answer.reject(new Error("Down."));
    await waitFor(() => expect(choices).toHaveTextContent("We couldn't read the CVEs and packages"));
  });

  test("of many values, a search box finds the one", async () => {
    const ids = Array.from({ length: 150 }, (_, index) => `CVE-2026-${10_000 + index}`);
    show(() => Promise.resolve({ components: within3({ ids }), unreadable: 0 }));
    await theGrid();
    const user = userEvent.setup();
    const choices = await addFilter("CVE");
    expect(await within(choices).findByText("50 more. Search to find them.")).toBeVisible();
    await user.type(within(choices).getByRole("searchbox", { name: "Search the values of CVE" }), "10149");
    expect(within(choices).getAllByRole("checkbox")).toHaveLength(1);
    await user.click(within(choices).getByText("CVE-2026-10149 (1)"));
    expect(await names()).toEqual(["web"]);
  });
});
