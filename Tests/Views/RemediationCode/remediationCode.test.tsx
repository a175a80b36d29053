import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { AffectedComponents } from "../../../Client/Misconfigurations/affectedComponent";
import type { ComplianceDetails } from "../../../Client/Compliance/compliance";
import type { MisconfigurationDetails } from "../../../Client/Misconfigurations/misconfiguration";
import type { ComponentDetails, VulnerableComponent } from "../../../Client/Vulnerabilities/vulnerability";
import type { RegisteredTab } from "../../../Views/Kit/Model/findingsTab";
import { complianceTab } from "../../../Views/Tabs/Compliance/complianceTab";
import { misconfigurationsTab } from "../../../Views/Tabs/Misconfigurations/misconfigurationsTab";
import { vulnerabilitiesTab } from "../../../Views/Tabs/Vulnerabilities/vulnerabilitiesTab";
import { axeViolations } from "../../Support/axe";
import { fakeHost } from "../../Support/fakeHost";
import { deferred, failing, fakeServices } from "../../Support/fakeServices";
import {
  aComplianceIssue,
  aComponent,
  aMisconfiguration,
  aVulnerability,
  pageOf,
} from "../../Support/findings";
import { openFirst, sectionOf } from "../../Support/onScreen";
import { renderTab } from "../../Support/renderPage";

const policyAddOn = "08e628db-e2ed-4793-bc91-d13e684401c3";
const escalation = "43dc2a2e-ce69-4d42-923e-ab7d136f2cfe";
const policyId = "1c6e92c9-99f0-4e55-9cf2-0c234dc48f99";
const rbac = "b0fdc63a-38e7-4bab-a7c4-2c2665abbaa9";

const web: AffectedComponents = {
  items: [{ namespace: "shop", kind: "Pod", name: "web-7d9c5b6f4-x2x4z" }],
  gaps: [],
  complete: true,
};

type Services = Parameters<typeof fakeServices>[0];
type Load = (policyId: string) => Promise<AffectedComponents>;

async function show(tab: RegisteredTab, services: Services) {
  const host = fakeHost();
  const view = renderTab(tab, fakeServices(services), { host });
  const panel = await openFirst();
  await within(panel).findByRole("heading", { name: "General details" });
  return { ...view, host, panel };
}

function showMisconfiguration(
  over: Partial<MisconfigurationDetails>,
  load: Load = () => Promise.resolve(web),
) {
  const item = aMisconfiguration("a", over);
  const details = {
    ...item,
    descriptionHtml: "",
    remediationHtml: "",
    changed: undefined,
    portalLink: undefined,
  };
  return show(misconfigurationsTab, {
    misconfigurations: {
      listPage: () => Promise.resolve(pageOf([item])),
      get: () => Promise.resolve(details),
      affectedComponents: load,
    },
  });
}

function showComponent(component: VulnerableComponent, details: Partial<ComponentDetails> = {}) {
  const all = { vulnerabilities: [], sameImage: [], unreadable: [], portalLink: undefined, ...details };
  return show(vulnerabilitiesTab, {
    vulnerabilities: {
      listPage: () => Promise.resolve(pageOf([component])),
      get: () => Promise.resolve(all),
    },
  });
}

const complianceDetails: ComplianceDetails = {
  descriptionHtml: "",
  remediationHtml: "",
  policyId,
  alsoSatisfies: [],
  portalLink: undefined,
};

function showCompliance(recommendation: string, load: Load = () => Promise.resolve(web)) {
  const { misconfigurations } = fakeServices();
  return show(complianceTab, {
    compliance: {
      listPage: () => Promise.resolve(pageOf([aComplianceIssue("a", { recommendation })])),
      get: () => Promise.resolve(complianceDetails),
    },
    misconfigurations: { ...misconfigurations, affectedComponents: load },
  });
}

const section = (panel: HTMLElement) => sectionOf(panel, "Remediation as code");

async function unfold(panel: HTMLElement): Promise<HTMLElement> {
  await userEvent.setup().click(within(panel).getByRole("button", { name: "Remediation as code" }));
  return section(panel);
}

/** Fluent always draws a tab for more, and hides it by CSS until there are any. */
const isForMore = (tab: HTMLElement) => tab.classList.contains("ms-Pivot-overflowMenuButton");

const languages = async (panel: HTMLElement) =>
  (await within(section(panel)).findAllByRole("tab"))
    .filter((tab) => !isForMore(tab))
    .map(({ textContent }) => textContent?.trim());

async function choose(panel: HTMLElement, language: string): Promise<HTMLElement> {
  await userEvent.setup().click(await within(section(panel)).findByRole("tab", { name: language }));
  return within(section(panel)).getByRole("tabpanel", { name: language });
}

describe("a recommendation about the cluster", () => {
  test("has its code folded away, in three languages", async () => {
    const { container, panel } = await showMisconfiguration({ key: policyAddOn });
    expect(within(section(panel)).queryByRole("tab")).not.toBeInTheDocument();
    await unfold(panel);
    expect(await languages(panel)).toEqual(["Azure CLI", "Bicep", "Terraform"]);
    expect(within(section(panel)).getByRole("tabpanel", { name: "Azure CLI" })).toHaveTextContent(
      /az aks enable-addons .*--name='prod' .*--addons='azure-policy'/,
    );
    expect(section(panel)).not.toHaveTextContent("Replace CHANGE-ME");
    expect(await axeViolations(container)).toEqual([]);
  });

  test("is copied and saved as it is shown, with a name and a media type", async () => {
    const { panel, host } = await showMisconfiguration({ key: policyAddOn });
    await unfold(panel);
    const bicep = await choose(panel, "Bicep");
    const user = userEvent.setup();
    await user.click(within(bicep).getByRole("button", { name: "Copy: remediation.bicep" }));
    await user.click(within(bicep).getByRole("button", { name: "Download remediation.bicep" }));
    const [text = ""] = host.copied;
    expect(text).toContain("addonProfiles: {");
    expect(bicep).toHaveTextContent("addonProfiles: {");
    expect(host.files).toEqual([{ name: "remediation.bicep", mediaType: "text/plain", parts: [text] }]);
    expect(await within(bicep).findByText("Copied")).toBeVisible();
    const terraform = await choose(panel, "Terraform");
    expect(terraform).not.toHaveTextContent("Copied");
  });

  test("that no one can follow afterward says so", async () => {
    const { panel } = await showMisconfiguration({ key: rbac });
    expect(await unfold(panel)).toHaveTextContent(
      /Kubernetes RBAC can be enabled only when a cluster is created/,
    );
    expect(within(section(panel)).queryByRole("tab")).not.toBeInTheDocument();
  });

  test("that is not known says so", async () => {
    const { panel } = await showMisconfiguration({ key: "new" });
    expect(await unfold(panel)).toHaveTextContent(/There's no code for this recommendation yet/);
  });
});

describe("a recommendation about containers", () => {
  test("names the affected workloads, with the one request that lists them", async () => {
    const asked: string[] = [];
    const { container, panel } = await showMisconfiguration({ key: escalation, policyId }, (id) => {
      asked.push(id);
      return Promise.resolve(web);
    });
    await unfold(panel);
    expect(await languages(panel)).toEqual([
      ...["Kubernetes", "Policy: Azure CLI", "Policy: Bicep", "Policy: Terraform"],
    ]);
    const patch = within(section(panel)).getByRole("tabpanel", { name: "Kubernetes" });
    expect(patch).toHaveTextContent(/kind: Deployment metadata: name: web namespace: shop/);
    expect(asked).toEqual([policyId]);
    expect(section(panel)).not.toHaveTextContent(/There might be more|a placeholder/);
    expect(await axeViolations(container)).toEqual([]);
  });

  test("waits for the workloads", async () => {
    const answer = deferred<AffectedComponents>();
    const { panel } = await showMisconfiguration({ key: escalation, policyId }, () => answer.promise);
    await unfold(panel);
    expect(within(section(panel)).getByRole("status", { name: "Loading what to patch" })).toBeVisible();
    answer.resolve(web);
    expect(await languages(panel)).toHaveLength(4);
  });

  test("is there when the workloads are not, and says what is missing", async () => {
    const { panel } = await showMisconfiguration({ key: escalation, policyId }, () =>
      failing({ kind: "unexpected", message: "Policy is down." }),
    );
    await unfold(panel);
    expect(await within(section(panel)).findByText("Policy is down.")).toBeVisible();
    expect(section(panel)).toHaveTextContent(/so the patch has a placeholder/);
    expect(await languages(panel)).toHaveLength(4);
    expect(section(panel)).toHaveTextContent(/Some workloads to patch aren.t known/);
    expect(section(panel)).toHaveTextContent(/Replace CHANGE-ME with a value that you choose/);
  });

  test.each<[string, Partial<AffectedComponents>]>([
    ["cut", { complete: false }],
    ["with gaps", { gaps: [{ kind: "unexpected", message: "No component." }] }],
  ])("of a list %s says that there may be more", async (_, over) => {
    const { panel } = await showMisconfiguration({ key: escalation, policyId }, () =>
      Promise.resolve({ ...web, ...over }),
    );
    await unfold(panel);
    await languages(panel);
    expect(section(panel)).toHaveTextContent(/There might be more affected components than the patches name/);
  });
});

describe("a vulnerable component", () => {
  test("has its updates as a list, for the Dockerfile and for Kubernetes", async () => {
    const { container, panel, host } = await showComponent(aComponent("web"), {
      vulnerabilities: [aVulnerability("CVE-1")],
    });
    await unfold(panel);
    expect(await languages(panel)).toEqual(["Update list", "Dockerfile", "Kubernetes"]);
    const dockerfile = await choose(panel, "Dockerfile");
    expect(dockerfile).toHaveTextContent("'openssl=3.0.13-1~deb12u1'");
    await userEvent
      .setup()
      .click(within(dockerfile).getByRole("button", { name: "Download Dockerfile.updates" }));
    expect(host.files).toMatchObject([{ name: "Dockerfile.updates" }]);
    expect(await axeViolations(container)).toEqual([]);
  });

  test("without a fix says so", async () => {
    const { panel } = await showComponent(aComponent("web"));
    expect(await unfold(panel)).toHaveTextContent(
      /No version is known that closes any of these vulnerabilities/,
    );
  });

  test("that is a node pool gets new machines", async () => {
    const { panel } = await showComponent(aComponent("pool", { kind: "nodePool", place: undefined }));
    await unfold(panel);
    expect(await languages(panel)).toEqual(["Azure CLI", "Bicep", "Terraform"]);
    expect(section(panel)).toHaveTextContent(/az aks nodepool upgrade .*--name='pool' .*--node-image-only/);
  });
});

describe("a compliance issue", () => {
  test("has the code of its recommendation, with what is affected", async () => {
    const { container, panel } = await showCompliance(escalation);
    await unfold(panel);
    expect(await languages(panel)).toHaveLength(4);
    expect(section(panel)).toHaveTextContent(/kind: Deployment metadata: name: web/);
    expect(await axeViolations(container)).toEqual([]);
  });

  test("about the cluster asks for no components", async () => {
    const asked: string[] = [];
    const { panel } = await showCompliance(policyAddOn, (id) => {
      asked.push(id);
      return Promise.resolve(web);
    });
    await unfold(panel);
    expect(await languages(panel)).toHaveLength(3);
    expect(asked).toEqual([]);
  });

  test("of a recommendation that is not known has none", async () => {
    const { panel } = await showCompliance("SoftwareUpdate");
    expect(within(panel).queryByRole("heading", { name: "Remediation as code" })).not.toBeInTheDocument();
    expect(screen.getByRole("heading", { name: "Description" })).toBeVisible();
  });
});
