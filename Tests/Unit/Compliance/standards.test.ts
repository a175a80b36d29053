import { complianceDetailsFromRows } from "../../../Client/Compliance/complianceFromRow";
import { standardLabel, standardsSummary } from "../../../Client/Compliance/compliance";
import { distinctLabels } from "../../../Client/Core/label";
import { filterOptions } from "../../../Views/Kit/Filters/filterOptions";
import { visibleItems } from "../../../Views/Kit/Model/visibleItems";
import { complianceColumns, complianceFilters } from "../../../Views/Tabs/Compliance/complianceColumns";
import { compliance } from "../../../Views/Tabs/Compliance/complianceTab";
import { aComplianceIssue } from "../../Support/findings";

const guid = "1f3afdf9-d0c9-4c3d-847f-89da613e70a8";

test.each([
  ["CIS-1.4", "CIS 1.4"],
  ["NIST-SP-800-53-R5", "NIST SP 800 53 R5"],
  ["CIS 1.4 - Level 1", "CIS 1.4 - Level 1"],
  [guid, guid],
  [guid.toUpperCase(), guid.toUpperCase()],
  [`Custom-${guid}`, `Custom ${guid}`],
])("the standard %p is written %p", (name, label) => {
  expect(standardLabel(name)).toBe(label);
});

test("ids with one label have their ids behind it", () => {
  const labels = distinctLabels(["CIS-1.4", "CIS 1.4", "SOC-2", "cis-1-4"], standardLabel);
  expect([...labels.values()]).toEqual(["CIS 1.4 (CIS-1.4)", "CIS 1.4", "SOC 2", "cis 1 4"]);
});

test("two standards of one label are two in the filter, and each finds its own", () => {
  const items = ["CIS-1.4", "CIS 1.4", "CIS-1.4"].map((standard, index) => ({
    ...aComplianceIssue(`k${index}`),
    standard,
  }));
  const filter = complianceFilters.find(({ key }) => key === "standard");
  const options = filter && filterOptions(filter, complianceFilters, items, {});
  expect(options).toEqual([
    { value: "CIS 1.4", label: "CIS 1.4", count: 1 },
    { value: "CIS-1.4", label: "CIS 1.4 (CIS-1.4)", count: 2 },
  ]);
});

const named = (...standards: readonly string[]) =>
  standards.map((standard, index) => ({ ...aComplianceIssue(`k${index}`), standard }));

test.each<[readonly string[], readonly string[]]>([
  [
    ["CIS-1.4", "CIS 1.4"],
    ["CIS 1.4 (CIS-1.4)", "CIS 1.4"],
  ],
  [
    ["cis-aks-1.6", "CIS AKS 1.6"],
    ["cis aks 1.6 (cis-aks-1.6)", "CIS AKS 1.6"],
  ],
  [
    ["CIS-1.4", "CIS-1.4", "SOC-2"],
    ["CIS 1.4", "CIS 1.4", "SOC 2"],
  ],
  [
    [guid, `Custom-${guid}`],
    [guid, `Custom ${guid}`],
  ],
])("the standards %j are %j in their column and in the details' strip", (ids, labels) => {
  const items = named(...ids);
  const column = complianceColumns(items).find(({ key }) => key === "standard");
  expect(items.map((item) => column?.value(item))).toEqual(labels);
  const variant = compliance.forItems?.(items, { hasCspm: true, me: undefined });
  expect(items.map((item) => variant?.strip(item)[1]?.content)).toEqual(labels);
});

test("a search for an id that tells standards apart finds its own", () => {
  const items = named("CIS-1.4", "CIS 1.4");
  const tab = { ...compliance, ...compliance.forItems?.(items, { hasCspm: true, me: undefined }) };
  const found = visibleItems(tab, items, { search: "CIS-1.4", filters: {}, sort: undefined });
  expect(found.map(({ standard }) => standard)).toEqual(["CIS-1.4"]);
});

test("two standards of one label are two in the summary", () => {
  const counts = new Map([
    [
      "standard",
      new Map([
        ["CIS-1.4", 3],
        ["CIS 1.4", 2],
        [guid, 1],
      ]),
    ],
    ["failingStandard", new Map([["CIS-1.4", 1]])],
  ]);
  expect(standardsSummary(counts)).toEqual({
    compliant: [guid, "CIS 1.4"],
    nonCompliant: ["CIS 1.4 (CIS-1.4)"],
  });
});

test("two standards of one label are two among those that a fix also satisfies", () => {
  const issue = aComplianceIssue("k");
  const satisfied = (standard: string, control: string) => ({
    id: `/${standard}/${control}`,
    standard,
    control,
  });
  const rows = [
    { id: issue.assessmentId, standard: "", control: "", properties: {} },
    satisfied("CIS-1.4", "1.1"),
    satisfied("CIS 1.4", "2.2"),
  ];
  expect(complianceDetailsFromRows(issue, rows)?.alsoSatisfies).toEqual([
    { standard: "CIS 1.4", controls: ["2.2"] },
    { standard: "CIS 1.4 (CIS-1.4)", controls: ["1.1"] },
  ]);
});

test("the same number in two standards is two controls in the filter", () => {
  const items = ["CIS-1.4", "PCI-DSS-4"].map((standard, index) => ({
    ...aComplianceIssue(`k${index}`),
    standard,
    control: "1.1",
    controlTitle: "",
  }));
  const filter = complianceFilters.find(({ key }) => key === "control");
  const options = filter && filterOptions(filter, complianceFilters, items, {});
  expect(options?.map(({ label, count }) => [label, count])).toEqual([
    ["1.1 (CIS-1.4)", 1],
    ["1.1 (PCI-DSS-4)", 1],
  ]);
});
