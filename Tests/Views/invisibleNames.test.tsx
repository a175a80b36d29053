import { fireEvent, render, screen, within } from "@testing-library/react";
import { isRecord } from "../../Client/Core/json";
import { unreadableRow } from "../../Client/Azure/ResourceGraph/unreadableRow";
import { FactList } from "../../Views/Kit/Controls/FactList";
import { visibleItems } from "../../Views/Kit/Model/visibleItems";
import { alertDetails, anAlert } from "../Support/anAlert";
import { alertsPage, failing, fakeServices } from "../Support/fakeServices";
import {
  aComplianceIssue,
  aComponent,
  aMisconfiguration,
  aVulnerability,
  ownedBy,
  pageOf,
} from "../Support/findings";
import { openFirst, openTab } from "../Support/onScreen";
import { renderDashboard } from "../Support/renderDashboard";

/** Turns what follows around, and takes no room itself. */
const unseen = "\u202e\u200b\u2066\u200f";
const asShown = "\\u{202E}\\u{200B}\\u{2066}\\u{200F}";
/** What finds a row, or is one of a few words: no text of it is shown. */
const notShown: ReadonlySet<string> = new Set(
  "id key kind level ranking severity status updates fix remediation ecosystem".split(" "),
);

/** The same with something unseen in each of its texts. */
function spoilt<T>(value: T, key?: string): T;
function spoilt(value: unknown, key = ""): unknown {
  if (typeof value === "string") {
    return notShown.has(key) ? value : value.replace(/^(.)/u, `$1${unseen}`);
  }
  if (Array.isArray(value)) {
    return value.map((element) => spoilt<unknown>(element, key));
  }
  return isRecord(value) && !(value instanceof Date)
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, spoilt(one, name)]))
    : value;
}

/** All that an eye or a screen reader meets in the page. */
function textsOf(page: Element): readonly string[] {
  const attributes = ["aria-label", "title", "alt", "placeholder", "aria-description"];
  const said = [page, ...page.querySelectorAll("*")].flatMap((element) =>
    attributes.flatMap((name) => element.getAttribute(name) ?? []),
  );
  return [page.textContent ?? "", ...said];
}

function expectNothingUnseen(): void {
  const withIt = textsOf(document.body).flatMap(
    (text) => text.match(/.{0,30}[\u202e\u200b\u2066\u200f].{0,30}/gu) ?? [],
  );
  expect(withIt).toEqual([]);
}

/** Opens the first row and all that is folded in its details. */
async function openAll(): Promise<HTMLElement> {
  const panel = await openFirst();
  await within(panel).findAllByRole("button", { expanded: true });
  for (;;) {
    const [folded] = within(panel)
      .queryAllByRole("button", { expanded: false })
      .filter((button) => !button.hasAttribute("aria-haspopup"));
    if (!folded) {
      return panel;
    }
    fireEvent.click(folded);
  }
}

const ownership = ownedBy(["ada@contoso.com"], new Date("2026-12-24T00:00:00Z"), "OnTime");
const texts = { descriptionHtml: "Anyone <b>can</b>.", remediationHtml: "<ol><li>Close it.</li></ol>" };

const alert = spoilt(
  alertDetails(anAlert(), {
    mitigationSteps: ["Look."],
    facts: [{ name: "Namespace", value: "shop" }],
    entities: [{ kind: "pod", name: "web-1", facts: [{ name: "Namespace", value: "shop" }] }],
    tactics: ["Execution"],
    techniques: ["Txyz"],
    unreadable: ["A part."],
  }),
);
const other = spoilt(alertDetails(anAlert({ name: "b" })));
const misconfiguration = spoilt({
  ...aMisconfiguration("api", { ownership, tactics: ["Impact"], resource: "prod" }),
  ...texts,
  changed: undefined,
  portalLink: undefined,
});
const component = spoilt(aComponent("web", { ownership }));
const { place } = spoilt(aComponent("other"));
const vulnerable = spoilt({
  vulnerabilities: [
    aVulnerability("CVE-2026-1"),
    aVulnerability("CVE-2026-2", { packageName: "curl", fix: "notAbove" }),
  ],
  sameImage: place && [{ id: "b", container: "sidecar", place }],
  unreadable: ["A part."],
  portalLink: undefined,
});
const issue = spoilt(aComplianceIssue("net", { ownership }));
const asked = spoilt({
  ...texts,
  policyId: undefined,
  alsoSatisfies: [{ standard: "PCI DSS", controls: ["1.2"] }],
  portalLink: undefined,
});
const gap = unreadableRow("Alert", `web${unseen}`, "severity", `High${unseen}`).rowError;

const named = new Map([
  [issue.standard, 2],
  [`PCI${unseen}`, 1],
]);
const standards = new Map([
  ["standard", named],
  ["failingStandard", named],
]);

const services = fakeServices({
  alerts: {
    listPage: () => Promise.resolve(alertsPage([alert], { gaps: [gap] })),
    get: () => Promise.resolve(alert),
    related: () =>
      Promise.resolve({
        alerts: [{ alert: other, shared: spoilt([{ kind: "pod", name: "web-1" }]) }],
        unreadable: 0,
      }),
  },
  misconfigurations: {
    listPage: () => Promise.resolve(pageOf([misconfiguration])),
    get: () => Promise.resolve(misconfiguration),
  },
  vulnerabilities: {
    listPage: () => Promise.resolve(pageOf([component])),
    get: () => Promise.resolve(vulnerable),
  },
  compliance: {
    listPage: () => Promise.resolve(pageOf([issue], { counts: standards })),
    get: () => Promise.resolve(asked),
  },
});

test.each(["Alerts", "Misconfigurations", "Vulnerabilities", "Compliance"])(
  "%s: what a name hides is seen in the list, its details and its filters",
  async (tab) => {
    renderDashboard(services);
    await openTab(tab);
    const panel = await openAll();
    expect(within(panel).getByRole("heading", { level: 2 })).toHaveTextContent(asShown);
    expectNothingUnseen();
  },
);

test("why something failed is said in the same way", async () => {
  const listPage = () => failing({ kind: "unexpected", message: `There is no web${unseen}.` });
  renderDashboard(fakeServices({ alerts: { listPage } }));
  expect(await screen.findByText(`There is no web${asShown}.`)).toBeVisible();
  expectNothingUnseen();
});

test("marks of a region's dates are no part of a name: they stay", () => {
  const date = "15\u200f/7\u200f/2026";
  render(
    <FactList
      facts={[
        { name: "Ours", value: date, isFormatted: true },
        { name: "Theirs", value: date },
      ]}
    />,
  );
  expect(screen.getByText(date)).toBeVisible();
  expect(screen.getByText("15\\u{200F}/7\\u{200F}/2026")).toBeVisible();
});

test("a name is found by what is seen of it", () => {
  const columns = [{ key: "name", label: "Name", value: ({ id }: { id: string }) => id, width: 1 }];
  const items = [{ id: `web${unseen}` }, { id: "web" }];
  const tab = { columns, filters: [], sort: { column: "name", descending: false } };
  expect(visibleItems(tab, items, { search: asShown, filters: {}, sort: undefined })).toEqual([items[0]]);
  expect(visibleItems(tab, items, { search: unseen, filters: {}, sort: undefined })).toEqual([items[0]]);
});
