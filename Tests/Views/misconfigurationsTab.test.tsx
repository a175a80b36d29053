import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Misconfiguration, MisconfigurationDetails } from "../../Client/Domain/misconfiguration";
import { sanitize } from "../../Views/Findings/SanitizedHtml";
import { axeViolations } from "../Support/axe";
import { failing, fakeServices } from "../Support/fakeServices";
import { aMisconfiguration, pageOf } from "../Support/findings";
import { renderDashboard } from "../Support/renderDashboard";

const details: MisconfigurationDetails = {
  ...aMisconfiguration("api", {
    level: "Critical",
    policyId: "0e246bcf-5f6f-4f87-bc6f-775d4712c7ea",
    remediation: "quickFix",
    tactics: ["Initial Access"],
  }),
  descriptionHtml: "Anyone can reach the <b>API server</b>.<script>alert(1)</script>",
  remediationHtml:
    '<ol><li>Set authorised <a href="https://learn.microsoft.com/azure/aks/">IP ranges</a>.</li></ol>',
  changed: undefined,
  portalLink: undefined,
};

async function open(items: readonly Misconfiguration[], get = () => Promise.resolve(details)) {
  const view = renderDashboard(
    fakeServices({ misconfigurations: { listPage: () => Promise.resolve(pageOf(items)), get } }),
  );
  await userEvent
    .setup()
    .click(await screen.findByRole("tab", { name: `Misconfigurations (${items.length})` }));
  return view;
}

test("are counted before their tab is opened, and listed with the way to mend them", async () => {
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

test("the details show sanitised texts, tactics and the policy behind", async () => {
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

test("one list failing leaves the other alone", async () => {
  const listPage = () => failing({ kind: "unexpected", message: "Assessments are down." });
  renderDashboard(fakeServices({ misconfigurations: { listPage } }));
  expect(await screen.findByRole("tab", { name: "Misconfigurations (—)" })).toBeVisible();
  expect(screen.getByRole("tab", { name: "Alerts (0)" })).toBeVisible();
});

test.each([
  ["<b>bold</b><script>alert(1)</script>", "<b>bold</b>"],
  ['<img src=x onerror="alert(1)">text', "text"],
  ['<a href="javascript:alert(1)">x</a>', "x"],
  ['<a href="https://evil.example/"><b>x</b></a>', "<b>x</b>"],
  ['<p style="color:red" onclick="x()">p</p>', "<p>p</p>"],
  ["<iframe src='//x'></iframe><svg><script>1</script></svg>", ""],
  [
    '<a href="https://learn.microsoft.com/a" target="_self">x</a>',
    '<a href="https://learn.microsoft.com/a" target="_blank" rel="noopener noreferrer">x</a>',
  ],
])("%s is sanitised", (html, clean) => {
  expect(sanitize(html)).toBe(clean);
});
