import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ComplianceDetails, ComplianceIssue } from "../../../Client/Compliance/compliance";
import type { Counts } from "../../../Client/Core/listing";
import { complianceTab } from "../../../Views/Tabs/Compliance/complianceTab";
import { axeViolations } from "../../Support/axe";
import { fakeServices } from "../../Support/fakeServices";
import { aComplianceIssue, pageOf } from "../../Support/findings";
import {
  chooseFilter,
  columnNamesOf,
  factOf,
  filterNamesOf,
  openFirst,
  rowNamesOf,
  rows,
  sectionOf,
  tableTexts,
  theGrid,
} from "../../Support/onScreen";
import { renderTab } from "../../Support/renderPage";

const cis = "CIS Azure Foundations v2.0.0";
const mcsb = "Microsoft cloud security benchmark";
/** Has a quick fix. */
const policyAddOn = "08e628db-e2ed-4793-bc91-d13e684401c3";
/** Is about what runs in the cluster. */
const containerLevel = "405c9ae6-49f9-46c4-8873-a86690f27818";

const network = aComplianceIssue("network", {
  level: "Critical",
  ownership: {
    owners: ["ada@contoso.com"],
    failing: 1,
    assigned: 1,
    due: new Date("2026-11-01T00:00:00Z"),
    status: "Overdue",
  },
});
const addOn = aComplianceIssue("addOn", {
  recommendation: policyAddOn,
  standard: cis,
  control: "8.5",
  controlTitle: "8.5",
});
const containers = aComplianceIssue("containers", {
  recommendation: containerLevel,
  level: "Low",
  failing: 3,
});
const three = [containers, network, addOn];

const details: ComplianceDetails = {
  descriptionHtml: "Anyone can reach <b>it</b>.<script>alert(1)</script>",
  remediationHtml: "<ol><li>Close the port.</li></ol>",
  policyId: "0e246bcf-5f6f-4f87-bc6f-775d4712c7ea",
  alsoSatisfies: [
    { standard: cis, controls: ["8.5", "8.6"] },
    { standard: "PCI DSS 4", controls: ["1.2.1"] },
  ],
  portalLink: "https://portal.azure.com/#blade/x",
};

const standards: Counts = new Map([
  [
    "standard",
    new Map([
      ["Microsoft-cloud-security-benchmark", 20],
      ["CIS-Azure-Foundations-v2.0.0", 9],
      ["PCI-DSS-4", 5],
    ]),
  ],
  [
    "failingStandard",
    new Map([
      ["Microsoft-cloud-security-benchmark", 2],
      ["CIS-Azure-Foundations-v2.0.0", 1],
    ]),
  ],
]);

async function show(
  items: readonly ComplianceIssue[],
  { counts = standards, get = details }: { readonly counts?: Counts; readonly get?: ComplianceDetails } = {},
  over: Parameters<typeof fakeServices>[0] = {},
) {
  const listPage = () => Promise.resolve(pageOf(items, { counts }));
  const view = renderTab(
    complianceTab,
    fakeServices({ compliance: { listPage, get: () => Promise.resolve(get) }, ...over }),
  );
  await theGrid();
  return view;
}

const summary = () => screen.getByRole("region", { name: "Standards" });

describe("the standards", () => {
  test("are counted, with their names at hand", async () => {
    const { container } = await show(three);
    expect(summary()).toHaveTextContent(/^2Noncompliant standards.*1Compliant standards/);
    expect(
      within(summary()).getByRole("button", {
        name: "Noncompliant standards: CIS Azure Foundations v2.0.0, Microsoft cloud security benchmark",
      }),
    ).toBeVisible();
    expect(within(summary()).getByRole("button", { name: "Compliant standards: PCI DSS 4" })).toBeVisible();
    expect(within(summary()).queryByRole("listitem")).not.toBeInTheDocument();
    expect(await axeViolations(container)).toEqual([]);
  });

  test("a press unfolds the names, another folds them", async () => {
    const { container } = await show(three);
    const user = userEvent.setup();
    const button = within(summary()).getByRole("button", { name: /^Noncompliant standards/ });
    expect(button).toHaveAttribute("aria-expanded", "false");
    await user.click(button);
    expect(button).toHaveAttribute("aria-expanded", "true");
    expect(
      within(summary())
        .getAllByRole("listitem")
        .map(({ textContent }) => textContent),
    ).toEqual([cis, mcsb]);
    expect(await axeViolations(container)).toEqual([]);
    await user.click(button);
    expect(within(summary()).queryByRole("listitem")).not.toBeInTheDocument();
  });

  test("of which there are none are said to be none", async () => {
    const failing = standards.get("failingStandard") ?? new Map<string, number>();
    const counts = new Map([
      ["standard", failing],
      ["failingStandard", failing],
    ]);
    await show(three, { counts });
    expect(summary()).toHaveTextContent(/0Compliant standards/);
    expect(within(summary()).getByRole("button", { name: "Compliant standards: none" })).toBeVisible();
  });

  test.each([
    ["nothing", new Map()],
    ["one of the two", new Map([["standard", new Map([["PCI-DSS-4", 5]])]])],
  ] as const)("are unknown, not none, when %s was counted", async (_, counts) => {
    await show(three, { counts });
    expect(summary()).toHaveTextContent(/^—Noncompliant standards—Compliant standardsNot counted/);
    expect(within(summary()).queryByRole("button", { name: /tandards:/ })).not.toBeInTheDocument();
  });

  test("can be chosen elsewhere", async () => {
    await show(three);
    const link = within(summary()).getByRole("link", { name: /^Choose standards/ });
    expect(link).toHaveAttribute("href", expect.stringMatching(/^https:\/\/portal\.azure\.com\/#view\//));
    expect(link).toHaveAttribute("rel", "noopener noreferrer");
  });
});

describe("the list", () => {
  test("has the columns of the design, worst first", async () => {
    await show(three);
    expect(columnNamesOf(await theGrid())).toEqual([
      ...["Risk level", "Standard", "Control name", "Title", "Remediation solutions"],
      ...["Owner name", "Status"],
    ]);
    const [first, second, third] = await rows();
    expect(first).toHaveTextContent(
      /^Critical.*benchmarkNS\.2 Secure cloud services.*Recommendation network.*Manual.*ada@contoso\.com.*Overdue \(.+\)$/,
    );
    // A title that only repeats the number is omitted.
    expect(second).toHaveTextContent(/^High.*v2\.0\.08\.5Recommendation addOnQuick fix—Unassigned$/);
    expect(third).toHaveTextContent(/^Low.*Recommendation containersAzure Policy—Unassigned$/);
  });

  test("ends with a line that promises no compliance", async () => {
    await show(three);
    expect(screen.getByText(/^Meeting every control here doesn't guarantee compliance/)).toBeVisible();
  });

  test.each([
    ["Risk level", "Critical", ["Recommendation network"]],
    ["Status", "Overdue", ["Recommendation network"]],
    ["Standard", cis, ["Recommendation addOn"]],
    [
      "Control name",
      "NS.2 Secure cloud services with network controls",
      ["Recommendation network", "Recommendation containers"],
    ],
  ])("is filtered by %s", async (filter, value, found) => {
    await show(three);
    await chooseFilter(screen.getByRole("search"), filter, value);
    expect(rowNamesOf(await theGrid())).toEqual(found);
    expect(screen.getByText(`${found.length} of 3 compliance issues`)).toBeVisible();
    expect(summary()).toHaveTextContent(/^2Noncompliant/);
  });

  test("without Defender CSPM has neither owners nor statuses", async () => {
    const { plan } = fakeServices();
    const severity = three.map((issue): ComplianceIssue => ({ ...issue, ranking: "severity" }));
    await show(severity, {}, { plan: { ...plan, hasCspm: () => Promise.resolve(false) } });
    expect(columnNamesOf(await theGrid())).toEqual([
      ...["Severity", "Standard", "Control name", "Title", "Remediation solutions"],
    ]);
    expect(await filterNamesOf(screen.getByRole("search"))).toEqual([
      ...["Severity", "Standard", "Control name", "+Remediation solutions"],
    ]);
    expect(screen.getByText(/^Ranked by severity\. Defender CSPM adds/)).toBeVisible();
  });
});

async function showDetails(issue: ComplianceIssue, get = details) {
  const view = await show([issue], { get });
  const panel = await openFirst();
  await within(panel).findByRole("heading", { name: "General details" });
  return { ...view, panel };
}

describe("the details", () => {
  test("say which control asks for what, and how to do it", async () => {
    const { container, panel } = await showDetails(network);
    const general = sectionOf(panel, "General details");
    expect(
      ["Control", "Failing assessments in this cluster", "Owner name"].map((name) => factOf(general, name)),
    ).toEqual(["NS.2 Secure cloud services with network controls", "1", "ada@contoso.com"]);
    expect(factOf(panel, "Standard")).toBe(mcsb);
    expect(factOf(panel, "Status")).toBe("Overdue (due Nov 1, 2026)");
    // What stands above all facts is not told again among them.
    expect(factOf(general, "Standard")).toBeUndefined();
    expect(factOf(general, "Status")).toBeUndefined();
    expect(sectionOf(panel, "Description")).toHaveTextContent("Anyone can reach it.");
    expect(panel).not.toHaveTextContent("alert(1)");
    expect(within(sectionOf(panel, "Remediation steps")).getByRole("listitem")).toHaveTextContent(
      "Close the port.",
    );
    expect(panel).not.toHaveTextContent("Defender for Cloud has a quick fix");
    expect(panel).not.toHaveTextContent("Several assessments fail here");
    expect(within(panel).getByRole("link", { name: /^Open the Azure Policy/ })).toHaveAttribute(
      "href",
      expect.stringContaining("0e246bcf-5f6f-4f87-bc6f-775d4712c7ea"),
    );
    expect(within(panel).getByRole("link", { name: /^View additional details/ })).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
  });

  test("hint at a quick fix", async () => {
    const { panel } = await showDetails(addOn);
    expect(sectionOf(panel, "Remediation steps")).toHaveTextContent("Defender for Cloud has a quick fix");
  });

  test("of a deprecated recommendation say so, and that its successor is about the same problem", async () => {
    const hostPath = "f0debc84-981c-4a0d-924d-aa4bd7d55fef";
    const { panel } = await showDetails(aComplianceIssue("old", { recommendation: hostPath }));
    const says = within(panel).getByText(/^Deprecated by Microsoft on 2026-07-01/);
    expect(says).toHaveTextContent(/successor is agentless and needs Defender CSPM.* same problem/);
    const title = "Recommendation old (deprecated by Microsoft on 2026-07-01)";
    expect(screen.getByRole("rowheader", { name: title })).toBeVisible();
  });

  test("of a successor without a policy offer the policy of what it replaces", async () => {
    const successor = aComplianceIssue("new", {
      recommendation: "unpublished",
      title: "No hostPath volumes",
    });
    const { panel } = await showDetails(successor, { ...details, policyId: undefined });
    expect(within(panel).getByText(/replace an .* deprecated on 2026-07-01/)).toBeVisible();
    expect(within(panel).getByRole("heading", { name: "Azure Policy" })).toBeVisible();
  });

  test("of several assessments say that the texts are those of the worst", async () => {
    const { panel } = await showDetails(containers);
    expect(panel).toHaveTextContent("Several assessments fail here");
    expect(factOf(panel, "Failing assessments in this cluster")).toBe("3");
  });

  test("name the other controls that the same fix satisfies", async () => {
    const { panel } = await showDetails(network);
    expect(tableTexts(within(sectionOf(panel, "The same fix satisfies")).getByRole("table"))).toEqual([
      ["Standard", "Controls"],
      [cis, "8.5, 8.6"],
      ["PCI DSS 4", "1.2.1"],
    ]);
  });

  test("say so when there are no others, and when there are no texts", async () => {
    const { panel } = await showDetails(network, {
      descriptionHtml: "",
      remediationHtml: "",
      policyId: undefined,
      alsoSatisfies: [],
      portalLink: undefined,
    });
    const also = sectionOf(panel, "The same fix satisfies");
    expect(also).toHaveTextContent(
      "No other control of the assigned standards is based on this recommendation.",
    );
    expect(within(also).queryByRole("table")).not.toBeInTheDocument();
    expect(sectionOf(panel, "Description")).toHaveTextContent("Defender for Cloud provided no description.");
    expect(sectionOf(panel, "Remediation steps")).toHaveTextContent("provided no remediation steps.");
    expect(within(panel).queryByRole("link")).not.toBeInTheDocument();
  });
});
