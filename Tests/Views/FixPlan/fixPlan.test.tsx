import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Vulnerability } from "../../../Client/Vulnerabilities/vulnerability";
import { axeViolations } from "../../Support/axe";
import { anAlert } from "../../Support/anAlert";
import { fakeHost } from "../../Support/fakeHost";
import { alertsPage, failing, fakeServices } from "../../Support/fakeServices";
import {
  aComplianceIssue,
  aComponent,
  aMisconfiguration,
  aVulnerability,
  ownedBy,
  pageOf,
} from "../../Support/findings";
import { renderDashboard } from "../../Support/renderDashboard";

const image = { reference: "contoso.azurecr.io/shared:1", digest: "sha256:shared" };
const running = (name: string, owner: string) =>
  aComponent(name, {
    level: "Critical",
    ownership: ownedBy([owner], undefined, "NoDueDate"),
    place: { namespace: "shop", pod: `${name}-*`, controllerKind: "Deployment", controllerName: name, image },
  });

/** Two containers of one image, one with a CVE without a fix, and one of AKS. */
const web = running("web", "ada@contoso.com");
const api = running("api", "grace@contoso.com");
const stuck = aComponent("stuck", { level: "Medium" });
const coredns = aComponent("coredns", { isManagedByAks: true, level: "Low" });
const cves: readonly (readonly [string, readonly Vulnerability[]])[] = [
  [web.id, [aVulnerability("CVE-2026-0001"), aVulnerability("CVE-2026-0002", { packageName: "zlib" })]],
  [stuck.id, [aVulnerability("CVE-2026-0003", { fix: "none", fixedVersion: "" })]],
  [coredns.id, [aVulnerability("CVE-2026-0004")]],
];

const policy = aMisconfiguration("m1", {
  key: "5d90913f-a1c5-4429-ad54-2c6c17fb3c73",
  title: "No privileged",
});
const issue = aComplianceIssue("i1", { recommendation: policy.key, title: policy.title });

/** A dashboard of all four kinds. What it weighs: 2 × 64 of the image, 16 of the recommendation, 4 of `stuck`, 1 of AKS's. */
async function show(over: Parameters<typeof fakeServices>[0] = {}) {
  const host = fakeHost();
  const asked: string[][] = [];
  const services = fakeServices({
    ...over,
    alerts: { listPage: () => Promise.resolve(alertsPage([anAlert({ id: "/a/1" })])), ...over.alerts },
    vulnerabilities: {
      listPage: () => Promise.resolve(pageOf([web, api, stuck, coredns])),
      cvesOf: (components) => {
        asked.push(components.map(({ name }) => name));
        return Promise.resolve({ byComponent: new Map(cves), unreadable: 0 });
      },
      ...over.vulnerabilities,
    },
    misconfigurations: { listPage: () => Promise.resolve(pageOf([policy])), ...over.misconfigurations },
    compliance: {
      listPage: () =>
        Promise.resolve(
          pageOf([issue], {
            counts: new Map([
              ["standard", new Map([[issue.standard, 2]])],
              ["failingStandard", new Map([[issue.standard, 1]])],
            ]),
          }),
        ),
      ...over.compliance,
    },
  });
  renderDashboard(services, { host });
  await screen.findByRole("tab", { name: /^Compliance/ });
  await userEvent.click(screen.getByRole("menuitem", { name: "Fix plan" }));
  return { host, asked, plan: await screen.findByRole("dialog", { name: "Fix plan" }) };
}

const actionsOf = async (plan: HTMLElement) => {
  const list = await within(plan).findByRole("list", { name: /^Actions/ });
  return within(list)
    .getAllByRole("checkbox")
    .map((box) => box.getAttribute("aria-label") ?? box.closest("div")?.textContent ?? "");
};

/** A number of the projection by its title. */
const numberOf = (plan: HTMLElement, title: string) => {
  const numbers = within(plan).getByRole("region", { name: "Today and with the selected actions" });
  return within(numbers).getByText(title).nextElementSibling?.textContent;
};

test("actions in order, one image being one action in two containers; ticking shows what would be left, and sends nothing", async () => {
  const { plan, asked } = await show();
  expect(await actionsOf(plan)).toEqual([
    "1. Rebuild contoso.azurecr.io/shared:1 with 2 package updates",
    "2. Change workloads: No privileged",
    "3. Upgrade the cluster",
  ]);
  // One container speaks for its image.
  expect(asked).toEqual([["web", "stuck", "coredns"]]);
  expect(plan).toHaveTextContent("Closes 2 of 2 CVEs (2 High). Closes findings: Vulnerabilities: 2 Critical");
  expect(plan).toHaveTextContent(
    "85% of the risk, 85% with those above · Owner: ada@contoso.com and grace@contoso.com",
  );
  expect(plan).toHaveTextContent("One rebuild, rolled out to 2 containers.");
  expect(plan).toHaveTextContent("Closes findings: Misconfigurations: 1 High; Compliance: 1 High");
  expect(plan).toHaveTextContent("Delivered by AKS. No owner");
  expect(plan).toHaveTextContent("No fix known: 1 CVE.");
  expect(plan).toHaveTextContent("Findings that stay open whatever you select: Vulnerabilities: 1.");
  expect(numberOf(plan, "Vulnerabilities")).toBe("4");

  await userEvent.click(within(plan).getByRole("checkbox", { name: /^1\. Rebuild/ }));
  expect(numberOf(plan, "Vulnerabilities")).toBe("4 → 2");
  expect(numberOf(plan, "CVEs")).toBe("4 → 2");
  expect(numberOf(plan, "Alerts")).toBe("1");
  await userEvent.click(within(plan).getByRole("checkbox", { name: /^2\. Change workloads/ }));
  expect(numberOf(plan, "Misconfigurations")).toBe("1 → 0");
  expect(numberOf(plan, "Compliance")).toBe("1 → 0");
  expect(numberOf(plan, "Noncompliant standards")).toBe("1 → 0");
  expect(
    within(plan).getByText("2 actions selected: close 96% of the risk and 4 findings."),
  ).toBeInTheDocument();
  expect(within(plan).getByText("Projection. Nothing is changed in Azure.")).toBeInTheDocument();
  const table = within(plan).getByRole("table", { name: "Today and with the selected actions" });
  expect(
    within(table).getByRole("row", {
      name: /^Vulnerabilities 4 \(2 Critical, 1 Medium, 1 Low\) 2 \(1 Medium, 1 Low\)/,
    }),
  ).toBeInTheDocument();
  expect(await axeViolations(plan)).toEqual([]);

  await userEvent.click(within(plan).getByRole("button", { name: "Clear selection" }));
  expect(numberOf(plan, "Compliance")).toBe("1");
});

test("the details of an action: what closes, listed exactly in its tab, and the code that the product makes elsewhere too", async () => {
  const { plan } = await show();
  await actionsOf(plan);
  await userEvent.click(within(plan).getByRole("button", { name: "Details of action 1" }));
  expect(within(plan).getByText("Vulnerabilities that close")).toBeInTheDocument();
  expect(within(plan).getByText("zlib: 3.0.13-1~deb12u1")).toBeInTheDocument();
  expect(within(plan).getByRole("tab", { name: "Dockerfile" })).toBeInTheDocument();
  await userEvent.click(within(plan).getByRole("button", { name: "Show in Vulnerabilities" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  const grid = await screen.findByRole("grid");
  await waitFor(() => expect(within(grid).getAllByRole("row")).toHaveLength(3));
  expect(within(grid).getByRole("rowheader", { name: /web/ })).toBeInTheDocument();
  expect(within(grid).getByRole("rowheader", { name: /api/ })).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Finding: api, web. Edit filter" })).toBeInTheDocument();
});

test("by single packages, each update is an action of its own", async () => {
  const { plan } = await show();
  await actionsOf(plan);
  await userEvent.click(within(plan).getByRole("radio", { name: "Single package" }));
  await waitFor(async () =>
    expect((await actionsOf(plan)).slice(0, 2)).toEqual([
      "1. Update openssl to 3.0.13-1~deb12u1 in contoso.azurecr.io/shared:1",
      "2. Update zlib to 3.0.13-1~deb12u1 in contoso.azurecr.io/shared:1",
    ]),
  );
  // Who chose by keyboard is still there.
  expect(within(plan).getByRole("radio", { name: "Single package" })).toHaveFocus();
  // The first closes a half of the image's CVEs, and no container.
  expect(plan).toHaveTextContent("Closes 1 of 2 CVEs (1 High). No finding closes entirely.");
});

test("a list that can't be read is said, and never looks like nothing to fix", async () => {
  const { plan } = await show({
    misconfigurations: {
      listPage: () =>
        failing({ kind: "forbidden", message: "No.", missingAction: "Microsoft.Security/assessments/read" }),
    },
    compliance: { listPage: () => failing({ kind: "unexpected", message: "Resource Graph is down." }) },
  });
  expect(await actionsOf(plan)).toHaveLength(2);
  expect(plan).toHaveTextContent("What the plan couldn't see");
  expect(plan).toHaveTextContent(
    "You need the permission Microsoft.Security/assessments/read on the cluster's resource group to read misconfigurations, so the plan has none.",
  );
  expect(plan).toHaveTextContent(
    "Compliance couldn't be read, so the plan has none. Resource Graph is down.",
  );
  expect(numberOf(plan, "Compliance")).toBe("—");
  expect(numberOf(plan, "Misconfigurations")).toBe("—");
});

test("CVEs that can't be read are said with a way to try again, and their components are closed by nothing", async () => {
  let isDown = true;
  const { plan } = await show({
    vulnerabilities: {
      cvesOf: () =>
        isDown
          ? failing({ kind: "throttled", message: "Too many requests." })
          : Promise.resolve({ byComponent: new Map(cves), unreadable: 0 }),
    },
  });
  expect(await actionsOf(plan)).toEqual(["1. Change workloads: No privileged"]);
  expect(plan).toHaveTextContent(
    "We couldn't read the CVEs of some components, so no action closes them. Too many requests.",
  );
  expect(plan).toHaveTextContent("Components whose CVEs weren't read, or not all of them: 4.");
  expect(numberOf(plan, "CVEs that were read")).toBe("0");
  isDown = false;
  await userEvent.click(within(plan).getByRole("button", { name: "Try again" }));
  await waitFor(async () => expect(await actionsOf(plan)).toHaveLength(3));
});

test("of more than 500 images the worst are read first, the others on demand; till then they're said to be unread", async () => {
  let asked = 0;
  const components = Array.from({ length: 501 }, (_, index) => aComponent(`c${index}`));
  const { plan } = await show({
    vulnerabilities: {
      listPage: () => Promise.resolve(pageOf(components)),
      cvesOf: (some) => {
        asked += some.length;
        const byComponent = new Map(some.map(({ id }) => [id, [aVulnerability("CVE-2026-0001")]]));
        return Promise.resolve({ byComponent, unreadable: 0 });
      },
    },
  });
  await actionsOf(plan);
  expect(asked).toBe(500);
  await userEvent.click(within(plan).getByRole("checkbox", { name: /^1\. / }));
  expect(numberOf(plan, "CVEs that were read")).toBe("500 → 499");
  expect(plan).toHaveTextContent("the plan read the CVEs of the worst 500. Not read: 1.");
  expect(plan).toHaveTextContent("Components whose CVEs weren't read, or not all of them: 1.");
  await userEvent.click(within(plan).getByRole("button", { name: "Read the next 1" }));
  await waitFor(() => expect(plan).not.toHaveTextContent("Not read: 1."));
  // What was ticked still is, and what was read isn't read again.
  await waitFor(() => expect(numberOf(plan, "CVEs")).toBe("501 → 500"));
  expect(asked).toBe(501);
});

test("what was never scanned is no 0: not in its tab, nor of standards", async () => {
  const { plan } = await show({
    compliance: { listPage: () => Promise.resolve(pageOf<never>([], { evaluated: 0 })) },
  });
  await actionsOf(plan);
  expect(numberOf(plan, "Compliance")).toBe("—");
  expect(numberOf(plan, "Noncompliant standards")).toBe("—");
});

test("CVEs of which some couldn't be read aren't called all of them", async () => {
  const { plan } = await show({
    vulnerabilities: { cvesOf: () => Promise.resolve({ byComponent: new Map(cves), unreadable: 1 }) },
  });
  await actionsOf(plan);
  expect(numberOf(plan, "CVEs that were read")).toBe("4");
});

test("the focus stays in the plan: with the first of the actions that were added, and where the selection was cleared", async () => {
  const many = Array.from({ length: 12 }, (_, index) => aMisconfiguration(`m${index}`, { key: `k${index}` }));
  const { plan } = await show({ misconfigurations: { listPage: () => Promise.resolve(pageOf(many)) } });
  await actionsOf(plan);
  await userEvent.click(within(plan).getByRole("button", { name: /^Show \d+ more$/ }));
  expect(within(plan).getByRole("checkbox", { name: /^11\. / })).toHaveFocus();
  await userEvent.click(within(plan).getByRole("checkbox", { name: /^11\. / }));
  await userEvent.click(within(plan).getByRole("button", { name: "Clear selection" }));
  expect(plan).toContainElement(document.activeElement as HTMLElement);
  expect(document.activeElement).toHaveAccessibleName("Today and with the selected actions");
});

test("nothing to fix is said only of what was read", async () => {
  const nothing = { listPage: () => Promise.resolve(pageOf<never>([])) };
  const { plan } = await show({ misconfigurations: nothing, compliance: nothing, vulnerabilities: nothing });
  expect(await within(plan).findByText("There's nothing that a known fix would close.")).toBeInTheDocument();
  expect(plan).not.toHaveTextContent("What the plan couldn't see");
  expect(plan).not.toHaveTextContent("Every finding of the plan can be closed.");
});

test("without permission for anything, nothing looks like nothing to fix", async () => {
  const forbidden = {
    listPage: () =>
      failing({ kind: "forbidden", message: "No.", missingAction: "Microsoft.Security/x/read" }),
  };
  const { plan } = await show({
    misconfigurations: forbidden,
    compliance: forbidden,
    vulnerabilities: forbidden,
  });
  expect(
    await within(plan).findByText("Of what could be read, there's nothing that a known fix would close."),
  ).toBeInTheDocument();
  expect(plan).not.toHaveTextContent("Every finding of the plan can be closed.");
  const numbers = ["Vulnerabilities", "Misconfigurations", "Compliance", "Noncompliant standards", "CVEs"];
  expect(numbers.map((title) => numberOf(plan, title))).toEqual(numbers.map(() => "—"));
});

test("alerts that can't be read are no gap of the plan", async () => {
  const { plan } = await show({
    alerts: { listPage: () => failing({ kind: "unexpected", message: "Down." }) },
  });
  expect(await actionsOf(plan)).toHaveLength(3);
  expect(numberOf(plan, "Alerts")).toBe("—");
  expect(plan).not.toHaveTextContent("What the plan couldn't see");
});

test("copied as Markdown, names are text that mentions no one", async () => {
  const bad = aMisconfiguration("m2", { title: "[x](http://evil) | @ada <b>" });
  const { plan, host } = await show({
    misconfigurations: { listPage: () => Promise.resolve(pageOf([bad])) },
  });
  await actionsOf(plan);
  await userEvent.click(within(plan).getByRole("checkbox", { name: /Remediate/ }));
  await userEvent.click(within(plan).getByRole("button", { name: "Copy as Markdown" }));
  const text = host.copied.join("");
  expect(text).toMatch(/^# Fix plan for prod\n/);
  expect(text).toContain("A projection, not a state of Azure.");
  expect(text).toContain("- [ ] **Remediate: \\[x\\](http://evil) \\| @\u2060ada \\<b\\>**");
  expect(text).toContain("| Misconfigurations | 1 (1 High) | 0 |");
  expect(text).not.toContain("Rebuild");
});
