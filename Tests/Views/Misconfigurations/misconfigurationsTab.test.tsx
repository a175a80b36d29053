import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { AffectedComponents } from "../../../Client/Misconfigurations/affectedComponent";
import type {
  Misconfiguration,
  MisconfigurationDetails,
} from "../../../Client/Misconfigurations/misconfiguration";
import { misconfigurationsTab } from "../../../Views/Tabs/Misconfigurations/misconfigurationsTab";
import { axeViolations } from "../../Support/axe";
import { deferred, failing, fakeServices } from "../../Support/fakeServices";
import { aMisconfiguration, pageOf } from "../../Support/findings";
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
import { renderDashboard } from "../../Support/renderDashboard";
import { renderTab } from "../../Support/renderPage";

const details: MisconfigurationDetails = {
  ...aMisconfiguration("api", {
    level: "Critical",
    policyId: "0e246bcf-5f6f-4f87-bc6f-775d4712c7ea",
    key: "1a2b5b4c-f80d-46e7-ac81-b51a9fb363de",
    tactics: ["Initial Access"],
  }),
  descriptionHtml: "Anyone can reach the <b>API server</b>.<script>alert(1)</script>",
  remediationHtml:
    '<ol><li>Set authorized <a href="https://learn.microsoft.com/azure/aks/">IP ranges</a>.</li></ol>',
  changed: undefined,
  portalLink: undefined,
};

async function open(items: readonly Misconfiguration[], get = () => Promise.resolve(details)) {
  const view = renderTab(
    misconfigurationsTab,
    fakeServices({ misconfigurations: { listPage: () => Promise.resolve(pageOf(items)), get } }),
  );
  await screen.findByRole("tab", { name: `Misconfigurations (${items.length})` });
  return view;
}

test("are counted before their tab is opened, and listed with the way to fix them", async () => {
  await open([details, aMisconfiguration("rbac")]);
  const [, first, second] = await screen.findAllByRole("row");
  expect(first).toHaveTextContent(/Critical.*Recommendation api.*Quick fix/);
  expect(second).toHaveTextContent(/High.*Recommendation rbac.*Manual/);
});

test.each([
  ["risk", "Risk level", "By risk level"],
  ["severity", "Severity", "By severity"],
] as const)("ranked by %s, the header says %s", async (ranking, header, summary) => {
  await open([aMisconfiguration("a", { ranking })]);
  expect(await screen.findByRole("columnheader", { name: new RegExp(`^${header}`) })).toBeVisible();
  expect(screen.getByRole("region", { name: summary })).toBeVisible();
});

test("the details show sanitized texts, tactics and the policy behind", async () => {
  const { container } = await open([details]);
  await userEvent.setup().click(await screen.findByRole("rowheader", { name: details.title }));
  const panel = await screen.findByRole("complementary", { name: "Details" });
  expect(await within(panel).findByText("API server")).toBeVisible();
  expect(panel).not.toHaveTextContent("alert(1)");
  expect(within(panel).getByRole("link", { name: "IP ranges" })).toHaveAttribute(
    "rel",
    "noopener noreferrer",
  );
  expect(within(panel).getByText("Initial Access")).toBeVisible();
  expect(within(panel).getByRole("link", { name: /Open the Azure Policy/ })).toHaveAttribute(
    "href",
    expect.stringContaining("0e246bcf-5f6f-4f87-bc6f-775d4712c7ea"),
  );
  expect(await axeViolations(container)).toEqual([]);
});

const appArmor = "86f91051-9d6a-47c3-a07f-bd14cb214b45";

test.each([
  [
    "deprecated",
    appArmor,
    "Containers should only use allowed AppArmor profiles",
    /^Deprecated by Microsoft on 2026-07-01\. It might stay listed/,
  ],
  [
    "its successor",
    "some-new-key",
    "AppArmor should confine containers",
    /replace an .* deprecated on 2026-07-01/,
  ],
])(
  "%s is said to be so, in the list and in the details, with code and policy",
  async (_, key, title, says) => {
    const policyId = "511f5417-5d12-434d-ab2e-816901e72a5e";
    const item = { ...details, key, title, policyId };
    await open([item], () => Promise.resolve(item));
    await userEvent.setup().click(await screen.findByRole("rowheader", { name: /2026-07-01\)$/ }));
    const panel = await screen.findByRole("complementary", { name: "Details" });
    expect(await within(panel).findByText(says)).toBeVisible();
    expect(within(panel).getByText(says)).toHaveTextContent("same problem");
    expect(within(panel).getByRole("heading", { name: "Affected components" })).toBeVisible();
  },
);

test("one list failing leaves the other alone", async () => {
  const listPage = () => failing({ kind: "unexpected", message: "Assessments are down." });
  renderDashboard(fakeServices({ misconfigurations: { listPage } }));
  expect(await screen.findByRole("tab", { name: "Misconfigurations (—)" })).toBeVisible();
  expect(screen.getByRole("tab", { name: "Alerts (0)" })).toBeVisible();
});

describe("ways to fix", () => {
  const keys = {
    quickFix: "1a2b5b4c-f80d-46e7-ac81-b51a9fb363de",
    policy: "5d90913f-a1c5-4429-ad54-2c6c17fb3c73",
    manual: "b0fdc63a-38e7-4bab-a7c4-2c2665abbaa9",
  };
  const three = [
    aMisconfiguration("a", { key: keys.quickFix }),
    aMisconfiguration("b", { key: keys.policy }),
    aMisconfiguration("c", { key: keys.manual }),
  ];

  test.each([
    ["Quick fix", "Recommendation a"],
    ["Azure Policy", "Recommendation b"],
    ["Manual", "Recommendation c"],
  ])("%s is written in its row and can be filtered by", async (word, title) => {
    await open(three);
    const row = await screen.findByRole("row", { name: new RegExp(title) });
    expect(row).toHaveTextContent(new RegExp(`${title}${word}`));
    await chooseFilter(screen.getByRole("search"), "Remediation solutions", word);
    expect(rowNamesOf(await theGrid())).toEqual([title]);
  });

  test.each([
    ["quickFix", true],
    ["policy", false],
    ["manual", false],
  ] as const)("the details of %s hint at a quick fix: %s", async (remediation, hints) => {
    await open(three, () => Promise.resolve({ ...details, key: keys[remediation] }));
    const panel = await openFirst();
    await within(panel).findByRole("heading", { name: "Remediation steps" });
    const hint = within(panel).queryByText(/has a quick fix/);
    expect(hint !== null).toBe(hints);
  });
});

describe("owners", () => {
  const due = new Date("2026-12-24T23:30:00Z");
  const owned = [
    aMisconfiguration("late", {
      ownership: { owners: ["ada@contoso.com"], failing: 1, assigned: 1, due, status: "Overdue" },
    }),
    aMisconfiguration("nobody"),
    aMisconfiguration("open", {
      ownership: {
        owners: ["bob@contoso.com", "eve@contoso.com"],
        failing: 1,
        assigned: 1,
        due: undefined,
        status: "NoDueDate",
      },
    }),
    aMisconfiguration("planned", {
      ownership: { owners: ["bob@contoso.com"], failing: 1, assigned: 1, due, status: "OnTime" },
    }),
  ];

  test("and statuses stand in the row, sorted by how urgent they are", async () => {
    await open(owned);
    const grid = await theGrid();
    const texts = (await rows()).map(({ textContent }) => textContent);
    expect(texts).toEqual([
      expect.stringMatching(/late.*ada@contoso\.comOverdue \(.+\)$/),
      expect.stringMatching(/nobody.*—Unassigned$/),
      expect.stringMatching(/open.*bob@contoso\.com, eve@contoso\.comNo due date$/),
      expect.stringMatching(/planned.*bob@contoso\.comOn time \(.+\)$/),
    ]);
    const status = within(grid).getByRole("columnheader", { name: "Status" });
    const user = userEvent.setup();
    await user.click(within(status).getByRole("button"));
    await user.click(within(status).getByRole("button"));
    expect(rowNamesOf(grid)).toEqual(
      ["planned", "open", "nobody", "late"].map((name) => `Recommendation ${name}`),
    );
  });

  test("can be filtered by, as can their absence", async () => {
    await open(owned);
    await theGrid();
    const search = screen.getByRole("search");
    await chooseFilter(search, "Status", "Unassigned");
    expect(rowNamesOf(await theGrid())).toEqual(["Recommendation nobody"]);
    const user = userEvent.setup();
    await user.click(screen.getByRole("button", { name: "Reset" }));
    await user.click(within(search).getByRole("button", { name: "Add filter" }));
    await user.click(screen.getByRole("menuitem", { name: "Owner" }));
    await user.click(await screen.findByRole("checkbox", { name: "bob@contoso.com (2)" }));
    expect(screen.getByRole("checkbox", { name: "No owner (1)" })).toBeInTheDocument();
    expect(rowNamesOf(await theGrid())).toEqual(["Recommendation open", "Recommendation planned"]);
  });

  test.each([
    [0, "ada@contoso.com", "Overdue (due Dec 24, 2026)"],
    [1, "No owner", "Unassigned"],
    [2, "bob@contoso.com, eve@contoso.com", "No due date"],
    [3, "bob@contoso.com", "On time (due Dec 24, 2026)"],
  ])("the details of number %i name them, and the due date as a day in UTC", async (index, owner, status) => {
    await open(owned.slice(index, index + 1));
    const panel = await openFirst();
    expect(factOf(panel, "Owner name")).toBe(owner);
    expect(factOf(panel, "Status")).toBe(status);
  });

  test("without Defender CSPM there are none, and a line says what it would add", async () => {
    const { plan } = fakeServices();
    const listPage = () => Promise.resolve(pageOf([aMisconfiguration("a", { ranking: "severity" })]));
    renderTab(
      misconfigurationsTab,
      fakeServices({
        plan: { ...plan, hasCspm: () => Promise.resolve(false) },
        misconfigurations: { listPage, get: () => Promise.resolve(details) },
      }),
    );
    const grid = await theGrid();
    expect(columnNamesOf(grid).slice(0, 3)).toEqual(["Severity", "Title", "Remediation solutions"]);
    expect(columnNamesOf(grid)).toHaveLength(4);
    expect(await filterNamesOf(screen.getByRole("search"))).toEqual([
      ...["Severity", "Remediation solutions", "+MITRE ATT&CK® tactic"],
    ]);
    expect(screen.getByText(/^Ranked by severity\. Defender CSPM adds/)).toBeVisible();
    const panel = await openFirst();
    await within(panel).findByText("API server");
    expect(within(panel).queryByText("Owner name")).not.toBeInTheDocument();
    expect(within(panel).queryByText("Status")).not.toBeInTheDocument();
  });
});

describe("affected components", () => {
  /** Of recommendations about what runs in a cluster, and about the cluster itself. */
  const containerLevel = "405c9ae6-49f9-46c4-8873-a86690f27818";
  const clusterLevel = "08e628db-e2ed-4793-bc91-d13e684401c3";
  const policyId = "0e246bcf-5f6f-4f87-bc6f-775d4712c7ea";
  const all: AffectedComponents = {
    items: [
      { namespace: "shop", kind: "Pod", name: "web-1" },
      { namespace: undefined, kind: undefined, name: "cluster-wide" },
    ],
    gaps: [],
    complete: true,
  };
  const gap = { kind: "unexpected", message: "No component." } as const;

  async function show(
    over: Partial<MisconfigurationDetails>,
    affectedComponents: (policyId: string) => Promise<AffectedComponents> = () => Promise.resolve(all),
  ) {
    const item = aMisconfiguration(over.key ?? "a");
    const view = renderTab(
      misconfigurationsTab,
      fakeServices({
        misconfigurations: {
          listPage: () => Promise.resolve(pageOf([item])),
          get: () => Promise.resolve({ ...details, key: containerLevel, policyId, ...over }),
          affectedComponents,
        },
      }),
    );
    const panel = await openFirst();
    await within(panel).findByRole("heading", { name: "General details" });
    return { ...view, panel };
  }
  const section = (panel: HTMLElement) => sectionOf(panel, "Affected components");

  test("are asked for by the policy, and listed", async () => {
    const asked: string[] = [];
    const { container, panel } = await show({}, (id) => {
      asked.push(id);
      return Promise.resolve(all);
    });
    const table = await within(section(panel)).findByRole("table", {
      name: "Components that don't comply with the recommendation",
    });
    expect(tableTexts(table)).toEqual([
      ["Namespace", "Kind", "Name"],
      ["shop", "Pod", "web-1"],
      ["—", "—", "cluster-wide"],
    ]);
    expect(asked).toEqual([policyId]);
    expect(section(panel)).not.toHaveTextContent(/There might be more|couldn't read/);
    expect(await axeViolations(container)).toEqual([]);
  });

  test.each([
    ["about the cluster itself", { key: clusterLevel }],
    ["without a policy", { policyId: undefined }],
  ])("of a recommendation %s are not asked for", async (_, over) => {
    const asked: string[] = [];
    const { panel } = await show(over, (id) => {
      asked.push(id);
      return Promise.resolve(all);
    });
    expect(within(panel).queryByRole("heading", { name: "Affected components" })).not.toBeInTheDocument();
    expect(asked).toEqual([]);
  });

  test("load by themselves: the rest is there before", async () => {
    const answer = deferred<AffectedComponents>();
    const { panel } = await show({}, () => answer.promise);
    expect(within(panel).getByRole("status", { name: "Loading the affected components" })).toBeVisible();
    expect(within(panel).getByText("API server")).toBeVisible();
    answer.resolve(all);
    expect(await within(section(panel)).findByRole("table")).toBeVisible();
  });

  test("that fail say why and can be tried again, and the rest stays", async () => {
    let isDown = true;
    const { panel } = await show({}, () =>
      isDown
        ? failing({ kind: "unexpected", message: "Policy is down.", requestId: "r-9" })
        : Promise.resolve(all),
    );
    expect(await within(section(panel)).findByText("Policy is down.")).toBeVisible();
    expect(section(panel)).toHaveTextContent(/We couldn't load the affected components\..*r-9/);
    expect(section(panel)).not.toHaveTextContent("doesn't list any components");
    expect(within(panel).getByText("API server")).toBeVisible();
    isDown = false;
    await userEvent.setup().click(within(section(panel)).getByRole("button", { name: "Try again" }));
    expect(await within(section(panel)).findByRole("table")).toBeVisible();
  });

  test.each<[string, Partial<AffectedComponents>, RegExp, RegExp]>([
    ["none", { items: [] }, /doesn't list any components right now/, /There might be more|couldn't read/],
    [
      "a cut list",
      { complete: false },
      /There might be more components than these 2\.$/,
      /doesn't list any components/,
    ],
    ["gaps", { gaps: [gap, gap] }, /Not listed because we couldn't read them: 2\.$/, /There might be more/],
    [
      "only gaps",
      { items: [], gaps: [gap] },
      /Not listed because we couldn't read them: 1\.$/,
      /doesn't list any components/,
    ],
  ])("%s say so", async (_, over, said, unsaid) => {
    const { panel } = await show({}, () => Promise.resolve({ ...all, ...over }));
    await within(section(panel)).findByText(said);
    expect(section(panel)).not.toHaveTextContent(unsaid);
  });
});

test.each([
  ["the name of another resource", "aks-pool-vmss", "aks-pool-vmss"],
  ["nothing for the cluster itself", undefined, undefined],
])("the fact of the affected resource is %s", async (_, resource, shown) => {
  await open([details], () => Promise.resolve({ ...details, resource }));
  const panel = await openFirst();
  await within(panel).findByRole("heading", { name: "General details" });
  expect(factOf(panel, "Affected resource")).toBe(shown);
});
