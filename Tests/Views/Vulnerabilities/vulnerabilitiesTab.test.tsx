import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ComponentDetails, VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import { vulnerabilitiesTab } from "../../../Views/Tabs/Vulnerabilities/vulnerabilitiesTab";
import { axeViolations } from "../../Support/axe";
import { failing, fakeServices } from "../../Support/fakeServices";
import { aComponent, aVulnerability, clusterId, pageOf } from "../../Support/findings";
import {
  bodyRowsOf,
  chooseFilter,
  columnNamesOf,
  factOf,
  filterNamesOf,
  openFirst,
  paste,
  rowNamesOf,
  rows,
  sectionOf,
  tableTexts,
  theGrid,
} from "../../Support/onScreen";
import { renderTab } from "../../Support/renderPage";

const web = aComponent("web", {
  level: "Critical",
  ownership: {
    owners: ["ada@contoso.com"],
    failing: 1,
    assigned: 1,
    due: new Date("2026-12-24T00:00:00Z"),
    status: "OnTime",
  },
});
const pool = aComponent("systempool", { kind: "nodePool", place: undefined, level: "Medium" });
const cluster = aComponent("prod", { kind: "cluster", place: undefined, level: "Low" });
const three = [cluster, web, pool];

const noDetails: ComponentDetails = {
  vulnerabilities: [],
  sameImage: [],
  unreadable: [],
  portalLink: undefined,
};

type Get = (component: VulnerableComponent) => Promise<ComponentDetails>;
type SomeServices = Parameters<typeof fakeServices>[0];

function show(
  items: readonly VulnerableComponent[],
  details: Partial<ComponentDetails> = {},
  over: SomeServices = {},
) {
  const get: Get = () => Promise.resolve({ ...noDetails, ...details });
  return renderTab(
    vulnerabilitiesTab,
    fakeServices({ vulnerabilities: { listPage: () => Promise.resolve(pageOf(items)), get }, ...over }),
  );
}

/** Opens the details of one component and waits for them. */
async function showDetails(details: Partial<ComponentDetails>, component = web) {
  const view = show([component], details);
  const panel = await openFirst();
  await within(panel).findByRole("heading", { name: "General details" });
  return { ...view, panel };
}

const { plan } = fakeServices();
const withoutCspm = { plan: { ...plan, hasCspm: () => Promise.resolve(false) } };
const cspmUnknown = { plan: { ...plan, hasCspm: () => failing({ kind: "offline", message: "No answer." }) } };
const wouldAdd = /^Ranked by severity\. Defender CSPM adds the risk level/;
const ofContents = ["+Fixable", "+Exploit known", "+CVE", "+Package"];
const ownColumns = ["Risk level", "Affected resource", "Pod", "Namespace", "Image"];

describe("the list", () => {
  test("has the columns of the design, worst first, and a named icon for each kind", async () => {
    show(three);
    const grid = await theGrid();
    expect(columnNamesOf(grid)).toEqual([...ownColumns, "Owner name", "Status"]);
    const [first, second, third] = await rows();
    expect(first).toHaveTextContent(
      /^Critical.*web.*web-\*-\*.*shop.*web:1 contoso\.azurecr\.io.*ada@contoso\.com.*On time \(.+\)$/,
    );
    expect(second).toHaveTextContent(/^Medium.*systempool———.*—Unassigned$/);
    expect(third).toHaveTextContent(/^Low.*prod———.*—Unassigned$/);
    const kinds = within(grid).getAllByRole("img");
    expect(kinds.map((icon) => icon.getAttribute("aria-label"))).toEqual([
      "Container",
      "Node pool",
      "Kubernetes cluster",
    ]);
    expect(within(grid).getByRole("rowheader", { name: "Node pool systempool" })).toBeVisible();
  });

  test("finds a component by its kind, and filters by namespace", async () => {
    show(three);
    const user = userEvent.setup();
    await paste(await screen.findByRole("searchbox", { name: "Search vulnerabilities" }), "node pool");
    expect(rowNamesOf(await theGrid())).toEqual(["systempool"]);
    await user.click(screen.getByRole("button", { name: "Reset" }));
    await chooseFilter(screen.getByRole("search"), "Namespace", "None");
    expect(rowNamesOf(await theGrid())).toEqual(["systempool", "prod"]);
  });

  test("marks containers of AKS, and finds them by that", async () => {
    const dns = aComponent("coredns", { isManagedByAks: true });
    show([dns, web, pool]);
    const grid = await theGrid();
    const marked = within(grid).getByRole("row", { name: /coredns/ });
    expect(marked).toHaveTextContent("corednsManaged by AKS");
    expect(within(marked).getByRole("img", { name: "Container managed by AKS" })).toBeVisible();
    expect(within(grid).getByRole("row", { name: /web/ })).not.toHaveTextContent("AKS");
    const user = userEvent.setup();
    await paste(screen.getByRole("searchbox", { name: "Search vulnerabilities" }), "managed by aks");
    expect(rowNamesOf(await theGrid())).toEqual(["corednsManaged by AKS"]);
    await user.click(screen.getByRole("button", { name: "Reset" }));
    await user.click(screen.getByRole("button", { name: "Add filter" }));
    await user.click(screen.getByRole("menuitem", { name: "Managed by AKS" }));
    await user.click(screen.getByText("No (2)"));
    expect(rowNamesOf(await theGrid())).toEqual(["web", "systempool"]);
  });

  test("owner and status can be filtered by", async () => {
    show(three);
    await theGrid();
    const row = screen.getByRole("search");
    expect(await filterNamesOf(row)).toEqual([
      ...["Risk level", "Status", "Assigned to", "Namespace"],
      ...["+Kind", ...ofContents, "+Managed by AKS", "+Image", "+Controller", "+Owner"],
    ]);
    await chooseFilter(row, "Status", "On time");
    expect(rowNamesOf(await theGrid())).toEqual(["web"]);
  });

  test.each([
    ["risk", "Risk level", "By risk level"],
    ["severity", "Severity", "By severity"],
  ] as const)("ranked by %s, the header says %s", async (ranking, header, summary) => {
    show([aComponent("web", { ranking })]);
    expect(columnNamesOf(await theGrid())[0]).toBe(header);
    expect(screen.getByRole("region", { name: summary })).toBeVisible();
    expect(screen.getByRole("button", { name: `${header}: All. Edit filter` })).toBeVisible();
    const panel = await openFirst();
    expect(factOf(panel, header)).toBe("High");
  });

  test("without Defender CSPM there are no owners, and a line says what it would add", async () => {
    show([aComponent("web", { ranking: "severity" })], {}, withoutCspm);
    expect(await screen.findByText(wouldAdd)).toBeVisible();
    expect(columnNamesOf(await theGrid())).toEqual(["Severity", ...ownColumns.slice(1)]);
    expect(await filterNamesOf(screen.getByRole("search"))).toEqual([
      ...["Severity", "Namespace"],
      ...["+Kind", ...ofContents, "+Managed by AKS", "+Image", "+Controller"],
    ]);
    const panel = await openFirst();
    await within(panel).findByRole("heading", { name: "General details" });
    const facts = within(panel)
      .getAllByRole("term")
      .map(({ textContent }) => textContent);
    expect(facts.slice(0, 3)).toEqual(["Severity", "Namespace", "Container"]);
  });

  test("with Defender CSPM unknown nothing is taken away", async () => {
    show(three, {}, cspmUnknown);
    expect(columnNamesOf(await theGrid())).toEqual([...ownColumns, "Owner name", "Status"]);
    expect(screen.queryByText(wouldAdd)).not.toBeInTheDocument();
  });
});

describe("the details", () => {
  test("begin with what the component is", async () => {
    const { panel } = await showDetails({
      portalLink: "https://portal.azure.com/#blade/x",
      vulnerabilities: [aVulnerability("CVE-2026-0001")],
    });
    const general = sectionOf(panel, "General details");
    expect(
      ["Container", "Image name", "Image digest", "Pod", "Controller", "Owner name"].map((name) =>
        factOf(general, name),
      ),
    ).toEqual([
      "web",
      "contoso.azurecr.io/web:1",
      "sha256:web",
      "web-*-*",
      "Deployment web",
      "ada@contoso.com",
    ]);
    expect(factOf(panel, "Status")).toBe("On time (due Dec 24, 2026)");
    expect(within(panel).getAllByText("Status")).toHaveLength(1);
    expect(within(panel).getByRole("link", { name: /^View additional details/ })).toHaveAttribute(
      "href",
      "https://portal.azure.com/#blade/x",
    );
    expect(factOf(panel, "Namespace")).toBe("shop");
  });

  test("of a node pool name the resource, and no image", async () => {
    const { panel } = await showDetails({ sameImage: undefined }, pool);
    const general = sectionOf(panel, "General details");
    expect(factOf(general, "Node pool")).toBe("systempool");
    expect(factOf(general, "Resource")).toBe(`${clusterId}/securityEntityData/systempool`.toLowerCase());
    expect(factOf(general, "Owner name")).toBe("No owner");
    expect(within(general).queryByText("Image name")).not.toBeInTheDocument();
    expect(within(panel).queryByRole("heading", { name: "Where the image runs" })).not.toBeInTheDocument();
  });

  test("say that nothing is open, without an empty list of CVEs", async () => {
    const { panel } = await showDetails({});
    expect(sectionOf(panel, "Fixes first")).toHaveTextContent(
      "reports no open vulnerability of this resource",
    );
    expect(within(panel).queryByRole("heading", { name: "Vulnerabilities" })).not.toBeInTheDocument();
    expect(within(panel).queryByRole("grid")).not.toBeInTheDocument();
  });

  test("name what could not be read, beside what could", async () => {
    const { panel } = await showDetails({
      unreadable: ["A vulnerability without a CVE.", "A digest."],
      vulnerabilities: [aVulnerability("CVE-2026-0001")],
    });
    expect(panel).toHaveTextContent(
      /couldn't read some of what Defender for Cloud reported: A vulnerability without a CVE\. A digest\./,
    );
    expect(within(panel).getByRole("rowheader", { name: "CVE-2026-0001" })).toBeVisible();
  });
});

describe("Fixes first", () => {
  test("orders updates by what they close, and says of how many", async () => {
    const { panel } = await showDetails({
      vulnerabilities: [
        aVulnerability("CVE-2026-0001", { packageName: "zlib", fixedVersion: "1.2", installed: ["1.0"] }),
        aVulnerability("CVE-2026-0002", { fixedVersion: "3.0.12" }),
        aVulnerability("CVE-2026-0003", { fixedVersion: "3.0.13" }),
        aVulnerability("CVE-2026-0004", { fix: "none", fixedVersion: "" }),
        aVulnerability("CVE-2026-0005", { packageName: "perl", fix: "none", fixedVersion: "" }),
      ],
    });
    const fixes = sectionOf(panel, "Fixes first");
    expect(tableTexts(within(fixes).getByRole("table"))).toEqual([
      ["Package", "Package type", "Installed", "Update to", "Closes"],
      ["openssl", "OS", "3.0.11-1~deb12u1", "3.0.13", "2 of 3"],
      ["zlib", "OS", "1.0", "1.2", "1 of 1"],
    ]);
    expect(fixes).toHaveTextContent("Rebuild the image with these versions, then deploy it again.");
  });

  test("says where versions cannot be compared", async () => {
    const unknown = { packageName: "tool", ecosystem: undefined } as const;
    const { panel } = await showDetails({
      vulnerabilities: [
        aVulnerability("CVE-2026-0001", { ...unknown, fixedVersion: "blue" }),
        aVulnerability("CVE-2026-0002", { ...unknown, fixedVersion: "green" }),
        aVulnerability("CVE-2026-0003", { ...unknown, fixedVersion: "green" }),
      ],
    });
    const [, row] = tableTexts(within(sectionOf(panel, "Fixes first")).getByRole("table"));
    expect(row?.slice(3)).toEqual([
      "green",
      "2 of 3 (the versions can't be compared, so only those that name this version count)",
    ]);
  });

  const without = (fix: "claimed" | "none" | "unknown") =>
    aVulnerability(`CVE-2026-000${fix.length}`, { fix, fixedVersion: "" });

  test.each([
    ["says that there is no update yet", [without("none")], "No update that closes any of these"],
    ["says that a claimed fix has no version", [without("claimed")], "doesn't name a version that fixes any"],
    [
      "does not take silence for none",
      [without("none"), without("unknown")],
      "doesn't name a version that fixes",
    ],
  ])("%s", async (_, vulnerabilities, text) => {
    const { panel } = await showDetails({ vulnerabilities });
    expect(sectionOf(panel, "Fixes first")).toHaveTextContent(text);
    expect(panel).not.toHaveTextContent("Rebuild the image");
  });
});

const cves = [
  aVulnerability("CVE-2026-0001", {
    severity: "Low",
    cvss: 9.8,
    published: new Date("2026-03-01T00:00:00Z"),
    exploits: ["public"],
  }),
  aVulnerability("CVE-2026-0002", {
    severity: "Critical",
    cvss: 10,
    published: new Date("2026-01-01T00:00:00Z"),
    exploits: ["inKit", "public"],
    packageName: "zlib",
  }),
  aVulnerability("CVE-2026-0003", {
    severity: "Unknown",
    cvss: undefined,
    published: undefined,
    fix: "claimed",
    fixedVersion: "",
  }),
  aVulnerability("CVE-2026-0004", {
    severity: "High",
    cvss: 7.5,
    published: new Date("2025-01-01T00:00:00Z"),
    fix: "none",
    fixedVersion: "",
  }),
];
const numbersOf = (grid: HTMLElement) => rowNamesOf(grid).map((name) => Number(name?.slice(-4)));

async function showCves(vulnerabilities = cves) {
  const view = await showDetails({ vulnerabilities });
  const section = sectionOf(view.panel, "Vulnerabilities");
  return { ...view, section, grid: within(section).getByRole("grid") };
}

async function openCve(grid: HTMLElement, cveId: string): Promise<HTMLElement> {
  await userEvent.setup().click(within(grid).getByRole("rowheader", { name: cveId }));
  return screen.findByRole("region", { name: `Details of ${cveId}` });
}

describe("the CVEs of a component", () => {
  test("are listed worst first, with what is known of each", async () => {
    const { grid, section } = await showCves();
    expect(numbersOf(grid)).toEqual([2, 4, 1, 3]);
    expect(columnNamesOf(grid)).toEqual([
      ...["Severity", "CVE ID", "Package name", "Installed version", "Fixed version", "CVSS", "Exploit"],
      ...["Published", "Package type", "Vendor"],
    ]);
    const [worst, none, , unrated] = bodyRowsOf(grid);
    expect(worst).toHaveTextContent(/^Critical.*10\.0In an exploit kit, PublishedJan 1, 2026OSdebian$/);
    expect(none).toHaveTextContent(/No fix7\.5—Jan 1, 2025/);
    expect(unrated).toHaveTextContent(/^Unknown.*Fix reported without a version———OSdebian$/);
    expect(within(section).getByText("4 CVEs")).toBeVisible();
  });

  test.each([
    ["CVSS", [4, 1, 2, 3], [2, 1, 4, 3]],
    ["Published", [4, 2, 1, 3], [1, 2, 4, 3]],
    ["Exploit", [2, 1, 3, 4], [1, 2, 3, 4]],
  ])("are sorted by %s, and back", async (header, ascending, descending) => {
    const { grid } = await showCves();
    const user = userEvent.setup();
    const column = within(grid).getByRole("columnheader", { name: header });
    await user.click(within(column).getByRole("button"));
    expect(column).toHaveAttribute("aria-sort", "ascending");
    expect(numbersOf(grid)).toEqual(ascending);
    await user.click(within(column).getByRole("button"));
    expect(column).toHaveAttribute("aria-sort", "descending");
    expect(numbersOf(grid)).toEqual(descending);
  });

  test("those with a fix can be chosen", async () => {
    const { grid, section } = await showCves();
    await chooseFilter(within(section).getByRole("search"), "Fix", "Fixable");
    expect(numbersOf(grid)).toEqual([2, 1]);
    expect(within(section).getByText("2 of 4 CVEs")).toBeVisible();
    expect(screen.getByText("1 vulnerable resource")).toBeVisible();
  });

  test("are searched apart from the components, and found again when nothing matches", async () => {
    const { section, grid } = await showCves();
    const user = userEvent.setup();
    const search = within(section).getByRole("searchbox", { name: "Search CVEs" });
    await user.type(search, "zlib");
    expect(numbersOf(grid)).toEqual([2]);
    await user.clear(search);
    await user.type(search, "zzz");
    expect(within(section).getByText("None of the 4 CVEs match the search and filters.")).toBeVisible();
    expect(rowNamesOf(await theGrid())).toEqual(["web"]);
    await user.click(within(section).getByRole("button", { name: "Clear search and filters" }));
    expect(numbersOf(within(section).getByRole("grid"))).toEqual([2, 4, 1, 3]);
  });

  test("one opens in full, with a link to what its number stands for", async () => {
    const { grid, container } = await showCves();
    const cve = await openCve(grid, "CVE-2026-0002");
    expect(within(cve).getByText("What CVE-2026-0002 lets an attacker do")).toBeVisible();
    expect(factOf(cve, "CVSS vector")).toBe("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N");
    expect(factOf(cve, "Fixed version")).toBe("3.0.13-1~deb12u1");
    expect(factOf(cve, "Exploit")).toBe("In an exploit kit, Published");
    const link = within(cve).getByRole("link", { name: /^Open CVE-2026-0002/ });
    expect(link).toHaveAttribute("href", "https://nvd.nist.gov/vuln/detail/CVE-2026-0002");
    expect(link).toHaveAttribute("rel", "noopener noreferrer");
    expect(cve).not.toHaveTextContent("A fix is reported as available");
    expect(await axeViolations(container)).toEqual([]);
  });

  test("one whose fix is only claimed says so", async () => {
    const { grid } = await showCves();
    const cve = await openCve(grid, "CVE-2026-0003");
    expect(within(cve).getByText("A fix is reported as available, but without a version.")).toBeVisible();
    expect(factOf(cve, "Fixed version")).toBe("Fix reported without a version");
    expect(factOf(cve, "CVSS")).toBe("—");
    expect(factOf(cve, "Exploit")).toBe("None known");
  });

  test.each([
    "CVE-2026-0001/../../evil",
    "javascript:alert(1)",
    '"><img src=x onerror=alert(1)>',
    "https://evil.example/CVE-2026-0001",
    "GHSA-jfh8-c2jp-5v3q",
  ])("the id %s stays text", async (id) => {
    const { panel, grid } = await showCves([aVulnerability(id)]);
    await userEvent.setup().click(within(grid).getByRole("rowheader", { name: id }));
    const [heading] = await within(panel).findAllByRole("heading", { level: 4 });
    expect(heading).toHaveTextContent(id);
    expect(within(panel).queryByRole("link")).not.toBeInTheDocument();
    expect(within(panel).queryByRole("img", { name: "" })).not.toBeInTheDocument();
  });

  test("closing one gives the focus back to its row", async () => {
    const { grid } = await showCves();
    const cve = await openCve(grid, "CVE-2026-0004");
    await userEvent
      .setup()
      .click(within(cve).getByRole("button", { name: "Close the details of CVE-2026-0004" }));
    expect(cve).not.toBeInTheDocument();
    const row = within(grid).getByRole("row", { name: /CVE-2026-0004/ });
    await waitFor(() => expect(row).toHaveFocus());
  });

  test("Escape among them closes the panel only, and the keys stay in their grid", async () => {
    const { grid } = await showCves();
    const user = userEvent.setup();
    await openCve(grid, "CVE-2026-0002");
    await user.keyboard("{ArrowDown}");
    expect(within(grid).getByRole("row", { name: /CVE-2026-0004/ })).toHaveFocus();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("complementary")).not.toBeInTheDocument();
    const [row] = await rows();
    expect(row).toHaveFocus();
    expect(screen.getByRole("tab", { name: /^Vulnerabilities/ })).toHaveAttribute("aria-selected", "true");
  });
});

describe("Where the image runs", () => {
  const use = (name: string) => {
    const { place, id } = aComponent(name);
    return place ? [{ id, place, container: name }] : [];
  };

  test("is not known without the digest", async () => {
    const { panel } = await showDetails({ sameImage: undefined });
    expect(sectionOf(panel, "Where the image runs")).toHaveTextContent("The image digest isn't reported");
  });

  test("is nowhere else", async () => {
    const { panel } = await showDetails({ sameImage: [] });
    const section = sectionOf(panel, "Where the image runs");
    expect(section).toHaveTextContent("No other container in this cluster runs this image.");
    expect(section).not.toHaveTextContent("digest");
  });

  test("is a table of the others", async () => {
    const { panel } = await showDetails({ sameImage: [...use("api"), ...use("worker")] });
    const section = sectionOf(panel, "Where the image runs");
    expect(tableTexts(within(section).getByRole("table"))).toEqual([
      ["Namespace", "Workload", "Container"],
      ["shop", "Deployment api", "api"],
      ["shop", "Deployment worker", "worker"],
    ]);
  });
});
