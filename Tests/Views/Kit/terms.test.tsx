import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { terms, type TermName } from "../../../Views/Kit/Terms/terms";
import { alertsTab } from "../../../Views/Tabs/Alerts/alertsTab";
import { complianceTab } from "../../../Views/Tabs/Compliance/complianceTab";
import { misconfigurationsTab } from "../../../Views/Tabs/Misconfigurations/misconfigurationsTab";
import { vulnerabilitiesTab } from "../../../Views/Tabs/Vulnerabilities/vulnerabilitiesTab";
import { anAlert, alertDetails } from "../../Support/anAlert";
import { axeViolations } from "../../Support/axe";
import { fakeHost } from "../../Support/fakeHost";
import { alertsPage, fakeServices } from "../../Support/fakeServices";
import {
  aComplianceIssue,
  aComponent,
  aMisconfiguration,
  aVulnerability,
  clusterId,
  ownedBy,
  pageOf,
} from "../../Support/findings";
import { aNodePool, nodePoolsOf } from "../../Support/nodePools";
import {
  chooseFilter,
  command,
  commandWorks,
  openFirst,
  pressEscape,
  rowNamesOf,
  selectRows,
  theGrid,
} from "../../Support/onScreen";
import { ownedWorld } from "../../Support/ownedWorld";
import { planSettingsWith } from "../../Support/planSettings";
import { renderTab } from "../../Support/renderPage";
import { renderSettings } from "../../Support/renderSettings";

const one = aMisconfiguration("a");
const withMisconfigurations = (over: Parameters<typeof fakeServices>[0] = {}) =>
  fakeServices({ misconfigurations: { listPage: () => Promise.resolve(pageOf([one])) }, ...over });

/** Every screen that has terms, by what it's called; each ends when they are there. */
const screens: Readonly<Record<string, () => Promise<void>>> = {
  async "a list by risk"() {
    renderTab(misconfigurationsTab, withMisconfigurations());
    await theGrid();
  },
  async "a list without Defender CSPM"() {
    const plan = { hasCspm: () => Promise.resolve(false) };
    renderTab(misconfigurationsTab, withMisconfigurations({ plan }));
    await screen.findByText(/Defender CSPM adds the risk level/);
  },
  async "a list by severity"() {
    const bySeverity = { ...one, ranking: "severity" as const };
    renderTab(
      misconfigurationsTab,
      fakeServices({ misconfigurations: { listPage: () => Promise.resolve(pageOf([bySeverity])) } }),
    );
    await theGrid();
  },
  async "a vulnerable container"() {
    renderTab(
      vulnerabilitiesTab,
      fakeServices({
        vulnerabilities: {
          listPage: () => Promise.resolve(pageOf([aComponent("web")])),
          get: () =>
            Promise.resolve({
              vulnerabilities: [aVulnerability("CVE-2026-0001")],
              unreadable: [],
              sameImage: [],
              portalLink: undefined,
            }),
        },
      }),
    );
    const panel = await openFirst();
    await userEvent.setup().click(await within(panel).findByText("CVE-2026-0001"));
    await screen.findByRole("button", { name: "About CVSS" });
  },
  async compliance() {
    renderTab(
      complianceTab,
      fakeServices({ compliance: { listPage: () => Promise.resolve(pageOf([aComplianceIssue("a")])) } }),
    );
    await theGrid();
  },
  async "an alert"() {
    const alert = anAlert();
    renderTab(
      alertsTab,
      fakeServices({
        alerts: {
          listPage: () => Promise.resolve(alertsPage([alert])),
          get: () => Promise.resolve(alertDetails(alert)),
        },
      }),
    );
    const panel = await openFirst();
    await userEvent.setup().click(await within(panel).findByRole("button", { name: /rules/i }));
  },
  async "a node pool"() {
    renderTab(
      vulnerabilitiesTab,
      fakeServices({
        vulnerabilities: {
          listPage: () =>
            Promise.resolve(pageOf([aComponent("apps", { kind: "nodePool", place: undefined })])),
          get: () =>
            Promise.resolve({ vulnerabilities: [], unreadable: [], sameImage: [], portalLink: undefined }),
        },
        nodePools: {
          list: () => Promise.resolve(nodePoolsOf([aNodePool()])),
        },
      }),
    );
    await within(await openFirst()).findByRole("heading", { name: "Node image and version" });
    await screen.findByRole("button", { name: "About node images" });
  },
  async settings() {
    renderSettings(
      fakeServices({
        cluster: {
          profile: () =>
            Promise.resolve({ hasSensor: true, hasPolicyAddOn: true, condition: { kind: "ready" } }),
        },
        planSettings: {
          read: (scope) =>
            Promise.resolve(
              planSettingsWith(
                {
                  extensions: [
                    "AgentlessDiscoveryForKubernetes",
                    "ContainerRegistriesVulnerabilityAssessments",
                    "AgentlessVmScanning",
                  ]
                    .map((name): object => ({ name, isEnabled: "True" }))
                    .concat({
                      name: "ContainerSensor",
                      isEnabled: "True",
                      additionalExtensionProperties: { SecurityGatingEnabled: "True" },
                    }),
                },
                scope,
              ),
            ),
        },
      }),
      fakeHost(),
    );
    await screen.findByRole("button", { name: "About security gating" });
  },
  async "the form for owners"() {
    const { governance } = ownedWorld([
      {
        id: one.id,
        title: "Recommendation a",
        level: "High",
        resourceId: clusterId.toLowerCase(),
        recommendation: "a",
        isVulnerability: false,
        current: undefined,
      },
    ]);
    renderTab(misconfigurationsTab, withMisconfigurations({ ownership: governance }));
    await theGrid();
    await selectRows("Recommendation a");
    await commandWorks("Assign owner");
    await userEvent.setup().click(command("Assign owner"));
    await screen.findByRole("button", { name: "About grace periods" });
  },
  async "an exempted finding"() {
    const exempted = aMisconfiguration("gone", {
      ownership: { ...ownedBy([], undefined, "Exempted"), failing: 0, assigned: 0 },
    });
    renderTab(
      misconfigurationsTab,
      fakeServices({
        misconfigurations: { listPage: () => Promise.resolve(pageOf([one], { resolved: [exempted] })) },
      }),
    );
    await theGrid();
    await chooseFilter(screen.getByRole("search"), "Status", "Exempted");
    await waitFor(async () => expect(rowNamesOf(await theGrid())).toEqual(["Recommendation gone"]));
    await openFirst();
  },
};

const shown = () =>
  screen
    .getAllByRole("button", { name: /^About / })
    .map((button) => button.getAttribute("aria-label")?.replace("About ", ""));

const expected: Readonly<Record<keyof typeof screens, readonly TermName[]>> = {
  "a list by risk": ["riskLevel"],
  "a list by severity": ["severity"],
  "a vulnerable container": ["imageDigest", "cvss"],
  "a list without Defender CSPM": ["riskLevel", "cspm", "attackPath"],
  compliance: ["mcsb"],
  "an alert": ["alertSeverity", "mitre", "drift", "gating"],
  "a node pool": ["riskLevel", "nodeImage"],
  settings: ["sensor", "gating", "kubernetesApi", "registryAccess", "azurePolicy", "agentless"],
  "the form for owners": ["gracePeriod", "secureScore"],
  "an exempted finding": ["exemption"],
};

test.each(Object.entries(screens))("%s explains its terms", async (name, open) => {
  await open();
  const names = (expected[name] ?? []).map((term) => terms[term].name);
  expect(shown()).toEqual(expect.arrayContaining([...names]));
});

test("every term is on a screen", () => {
  expect(new Set(Object.values(expected).flat())).toEqual(new Set(Object.keys(terms)));
});

test.each(Object.entries(terms))("%s is one sentence with a page of who answers for the term", (_, term) => {
  expect(term.text).toMatch(/^[A-Z][^.?!]*\.$/);
  const { protocol, host, pathname } = new URL(term.link);
  expect(protocol).toBe("https:");
  expect(["learn.microsoft.com", "www.first.org"]).toContain(host);
  // Without a language the reader gets their own.
  expect(pathname).not.toMatch(/^\/[a-z]{2}-[a-z]{2}\//);
});

test("a callout says what the term means, takes the focus, and gives it back", async () => {
  await screens["a list by risk"]?.();
  const button = screen.getByRole("button", { name: "About risk levels" });
  await userEvent.setup().click(button);
  const callout = await screen.findByRole("dialog", { name: "About risk levels" });
  expect(callout).toHaveTextContent(terms.riskLevel.text);
  const link = within(callout).getByRole("link", { name: /^Learn more/ });
  expect(link).toHaveAttribute("href", terms.riskLevel.link);
  expect(link).toHaveAttribute("rel", "noopener noreferrer");
  await waitFor(() => expect(callout).toContainElement(document.activeElement as HTMLElement));
  expect(await axeViolations(document.body)).toEqual([]);
  pressEscape(callout);
  await waitFor(() => expect(callout).not.toBeInTheDocument());
  expect(button).toHaveFocus();
});
