import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { AlertDetails } from "../../../Client/Alerts/alert";
import type { Host } from "../../../Client/Core/host";
import type { LogWorkspace } from "../../../Client/Investigation/investigationService";
import type { RegisteredTab } from "../../../Views/Kit/Model/findingsTab";
import { tabs } from "../../../Views/Tabs/registry";
import { alertsTab } from "../../../Views/Tabs/Alerts/alertsTab";
import { alertDetails, anAlert } from "../../Support/anAlert";
import { axeViolations } from "../../Support/axe";
import { fakeHost } from "../../Support/fakeHost";
import { alertsPage, failing, fakeServices } from "../../Support/fakeServices";
import { aComponent, clusterId, pageOf } from "../../Support/findings";
import { factOf, openFirst, rowNamesOf, sectionOf, theGrid } from "../../Support/onScreen";
import { renderPage } from "../../Support/renderPage";

const pod = "api-7d9f8b6c5d-x2x4z";
const digest = `sha256:${"a".repeat(64)}`;
const drift = anAlert({
  name: "drift",
  title: "Drift",
  alertType: "K8S.NODE_Drift",
  startTime: new Date("2026-11-20T10:00:00Z"),
});
const shell = anAlert({ name: "shell", title: "Web shell", severity: "Medium" });
const details = alertDetails(drift, {
  entities: [
    { kind: "pod", name: pod, facts: [{ name: "Namespace", value: "shop" }] },
    {
      kind: "container",
      name: "api",
      facts: [{ name: "Image", value: `contoso.azurecr.io/api:1@${digest}` }],
    },
    { kind: "host", name: "aks-pool-1", facts: [] },
  ],
});

const workspaceId =
  "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g/providers/Microsoft.OperationalInsights/workspaces/logs-of-prod";
const workspace: LogWorkspace = { id: workspaceId, tables: "resourceSpecific", source: "defender" };

type Services = ReturnType<typeof fakeServices>;

function show({
  alert = details,
  related = () => Promise.resolve({ alerts: [], unreadable: 0 }),
  logs = () => Promise.resolve<LogWorkspace | undefined>(workspace),
  vulnerabilities = {},
  host,
  tabs = [alertsTab],
}: {
  readonly alert?: AlertDetails;
  readonly related?: Services["alerts"]["related"];
  readonly logs?: Services["investigation"]["workspace"];
  readonly vulnerabilities?: Partial<Services["vulnerabilities"]>;
  readonly host?: Partial<Host>;
  readonly tabs?: readonly RegisteredTab[];
} = {}) {
  const portal = { ...fakeHost(), ...host };
  const services = fakeServices({
    alerts: {
      listPage: () => Promise.resolve(alertsPage([drift, shell])),
      get: (id) => Promise.resolve(id === drift.id ? alert : alertDetails(shell)),
      related,
    },
    investigation: { workspace: logs },
    vulnerabilities,
  });
  return { ...renderPage(tabs, services, { host: portal }), portal };
}

/** Opens the alert and gives one section of its details, unfolded. */
async function openSection(title: string | RegExp): Promise<HTMLElement> {
  const panel = await openFirst();
  const button = await within(panel).findByRole("button", { name: title });
  if (button.getAttribute("aria-expanded") === "false") {
    await userEvent.setup().click(button);
  }
  return sectionOf(panel, title);
}

const press = (element: HTMLElement) => userEvent.setup().click(element);

describe("compromised workload", () => {
  test("is named from the namespace to the node", async () => {
    show();
    const section = await openSection("Compromised workload");
    const facts = ["Namespace", "Controller", "Pod", "Container", "Image", "Image digest", "Node"].map(
      (name) => factOf(section, name),
    );
    expect(facts).toEqual([
      "shop",
      "Deployment api",
      pod,
      "api",
      "contoso.azurecr.io/api:1",
      digest,
      "aks-pool-1",
    ]);
    expect(within(section).queryByText("Kubernetes user")).not.toBeInTheDocument();
  });

  test("none is said, and leads nowhere", async () => {
    show({ alert: alertDetails(drift) });
    const section = await openSection("Compromised workload");
    expect(within(section).getByText("The alert doesn't name a workload or a node.")).toBeVisible();
    expect(within(section).queryByRole("button", { name: /of this workload/ })).not.toBeInTheDocument();
  });

  test("its vulnerabilities are one click away, filtered to it", async () => {
    const here = aComponent("api");
    const elsewhere = aComponent("api-gateway", {
      ...(here.place ? { place: { ...here.place, namespace: "infra" } } : {}),
    });
    const listPage = () => Promise.resolve(pageOf([here, elsewhere, aComponent("web")]));
    show({ vulnerabilities: { listPage }, tabs });
    const section = await openSection("Compromised workload");
    await press(within(section).getByRole("button", { name: "Vulnerabilities of this workload" }));
    expect(await screen.findByRole("tab", { name: /^Vulnerabilities/, selected: true })).toBeVisible();
    expect(rowNamesOf(await theGrid())).toHaveLength(1);
    expect(await screen.findByText(/^1 of 3 vulnerable resources(?: · |$)/)).toBeVisible();
    expect(screen.getByRole("searchbox")).toHaveValue("api");
    expect(screen.getByRole("button", { name: "Namespace: shop. Edit filter" })).toBeVisible();
  });

  test("the misconfigurations of containers are one click away", async () => {
    show({ tabs });
    const section = await openSection("Compromised workload");
    await press(within(section).getByRole("button", { name: "Misconfigurations of containers" }));
    expect(await screen.findByRole("tab", { name: /^Misconfigurations/, selected: true })).toBeVisible();
  });
});

describe("related alerts", () => {
  const first = alertDetails(
    anAlert({
      name: "early",
      title: "Exposed service",
      severity: "Low",
      startTime: new Date("2026-11-20T08:00:00Z"),
    }),
  );
  const last = alertDetails({ ...shell, startTime: new Date("2026-11-20T12:00:00Z") });
  const related = () =>
    Promise.resolve({
      alerts: [
        { alert: first, shared: [{ kind: "workload" as const, name: "shop/api" }] },
        {
          alert: last,
          shared: [
            { kind: "pod" as const, name: pod },
            { kind: "host" as const, name: "aks-pool-1" },
          ],
        },
      ],
      unreadable: 0,
    });

  test("are a story in the order of time, this one in its place and marked", async () => {
    show({ related });
    const section = await openSection(/^Related alerts \(\d+\)$/);
    const story = await within(section).findByRole("list", { name: "Timeline of related alerts" });
    expect(section).toHaveTextContent(/^.?Related alerts \(2\)/);
    const lines = within(story).getAllByRole("listitem");
    expect(lines).toHaveLength(3);
    expect(lines[0]).toHaveTextContent("Exposed service (Low; shares workload shop/api)");
    expect(lines[1]).toHaveTextContent("Drift (High; This alert)");
    expect(lines[1]).toHaveAttribute("aria-current", "true");
    expect(lines[2]).toHaveTextContent(`Web shell (Medium; shares Kubernetes pod ${pod}, Host aks-pool-1)`);
    expect(lines.filter((line) => line.hasAttribute("aria-current"))).toHaveLength(1);
    expect(within(story).queryByRole("button", { name: "Open Drift" })).not.toBeInTheDocument();
  });

  test("open from there", async () => {
    show({
      related: async ({ id }) => {
        const { alerts, unreadable } = await related();
        return { alerts: alerts.filter(({ alert }) => alert.id !== id), unreadable };
      },
    });
    const section = await openSection(/^Related alerts \(\d+\)$/);
    await press(await within(section).findByRole("button", { name: "Open Web shell" }));
    expect(await screen.findByRole("heading", { level: 2, name: "Web shell" })).toBeVisible();
    expect(await screen.findByText("What happened in Web shell")).toBeVisible();
  });

  test("can be copied as text, a line each", async () => {
    const { portal } = show({ related });
    const section = await openSection(/^Related alerts \(\d+\)$/);
    await press(await within(section).findByRole("button", { name: "Copy the timeline as text" }));
    expect(await within(section).findByText("Copied")).toBeVisible();
    expect(portal.copied).toEqual([
      [
        "2026-11-20T08:00:00.000Z: Exposed service (Low; shares workload shop/api)",
        "2026-11-20T10:00:00.000Z: Drift (High; This alert)",
        `2026-11-20T12:00:00.000Z: Web shell (Medium; shares Kubernetes pod ${pod}, Host aks-pool-1)`,
      ].join("\n"),
    ]);
  });

  test("none is said", async () => {
    show();
    const section = await openSection(/^Related alerts \(\d+\)$/);
    expect(
      await within(section).findByText(
        "No other alert within a day shares a workload or an entity with this one.",
      ),
    ).toBeVisible();
    expect(within(section).queryByRole("list")).not.toBeInTheDocument();
  });

  test("that could not be read may be related as well", async () => {
    show({ related: () => Promise.resolve({ alerts: [], unreadable: 3 }) });
    const section = await openSection(/^Related alerts \(\d+\)$/);
    expect(
      await within(section).findByText(
        "Alerts of that time that we couldn't read, and that might be related: 3.",
      ),
    ).toBeVisible();
  });

  test("that failed are not none: the rest of the details stays, and a retry works", async () => {
    let calls = 0;
    show({
      related() {
        calls += 1;
        return calls === 1
          ? failing({ kind: "unexpected", message: "Resource Graph is away.", requestId: "r-1" })
          : related();
      },
    });
    const section = await openSection("Related alerts");
    expect(await within(section).findByText(/couldn't load related alerts/)).toBeVisible();
    expect(within(section).getByText("r-1")).toBeVisible();
    expect(within(section).queryByText(/No other alert/)).not.toBeInTheDocument();
    expect(screen.getByText("What happened in Drift")).toBeVisible();
    await press(within(section).getByRole("button", { name: "Try again" }));
    expect(await within(section).findByRole("list", { name: "Timeline of related alerts" })).toBeVisible();
  });

  test("while they load that is said", async () => {
    show({ related: () => new Promise<never>(() => undefined) });
    const section = await openSection("Related alerts");
    expect(within(section).getByRole("status", { name: "Loading related alerts" })).toBeVisible();
  });
});

test("related alerts open by themselves when there are any, and not when there are none", async () => {
  show({
    related: () => Promise.resolve({ alerts: [{ alert: alertDetails(shell), shared: [] }], unreadable: 0 }),
  });
  const panel = await openFirst();
  expect(await within(panel).findByRole("button", { name: "Related alerts (1)" })).toHaveAttribute(
    "aria-expanded",
    "true",
  );
});

test("what the workload's section says is said once", async () => {
  show();
  const panel = await openFirst();
  await within(panel).findByRole("heading", { name: "Compromised workload" });
  const general = sectionOf(panel, "General information");
  expect(within(general).queryByText("contoso.azurecr.io/api:1")).not.toBeInTheDocument();
  expect(within(panel).getAllByText(pod)).toHaveLength(1);
});

test("the foot opens the logs, or says why not", async () => {
  const found: (LogWorkspace | undefined)[] = [undefined, workspace];
  const { portal } = show({ logs: () => Promise.resolve(found.shift()) });
  const panel = await openFirst();
  const button = await within(panel).findByRole("button", { name: "Open logs" });
  await press(button);
  expect(await within(panel).findByText(/^This cluster doesn't send logs/)).toBeVisible();
  await press(button);
  await waitFor(() => expect(portal.blades).toHaveLength(1));
});

describe("logs", () => {
  /** The query of the container's log, as it is shown. */
  const shownQuery = (section: HTMLElement) => within(section).getByText(/^ContainerLogV2/).textContent ?? "";

  test("show the workspace, each query and its time", async () => {
    show();
    const section = await openSection("Logs");
    expect(await within(section).findByText("Workspace: logs-of-prod")).toBeVisible();
    expect(
      within(section)
        .getAllByRole("heading", { level: 4 })
        .map(({ textContent }) => textContent),
    ).toEqual(["Container logs", "Events of the pod"]);
    const kql = shownQuery(section);
    expect(kql).toContain(`where _ResourceId =~ '${clusterId}'`);
    expect(kql).toContain(pod);
    expect(kql).toContain("datetime(2026-11-20T09:30:00.000Z) .. datetime(2026-11-20T10:30:00.000Z)");
    expect(within(section).getAllByText(/^From .+ to .+$/)).toHaveLength(2);
  });

  test("open in the blade of the portal, with the query and its time", async () => {
    const { portal } = show();
    const section = await openSection("Logs");
    await press(await within(section).findByRole("button", { name: "Open logs: Container logs" }));
    await waitFor(() => expect(portal.blades).toHaveLength(1));
    expect(portal.blades).toEqual([
      {
        extensionName: "Microsoft_OperationsManagementSuite_Workspace",
        bladeName: "Logs.ReactView",
        parameters: {
          resourceId: workspaceId,
          source: "LogsBlade.AnalyticsShareLinkToQuery",
          q: encodeURIComponent(btoa(shownQuery(section))), // The host of the tests does not compress.
          timespan: "2026-11-20T09:30:00.000Z/2026-11-20T10:30:00.000Z",
        },
      },
    ]);
    expect(within(section).queryByText(/didn't open/)).not.toBeInTheDocument();
  });

  test.each([
    ["does not open", () => Promise.resolve(false)],
    ["fails to open", () => Promise.reject(new Error("gone"))],
  ])("that the portal %s can be reached by the link", async (_, openBlade) => {
    show({ host: { openBlade } });
    const section = await openSection("Logs");
    await press(await within(section).findByRole("button", { name: "Open logs: Container logs" }));
    expect(await within(section).findByText("The portal didn't open the logs. Use the link.")).toBeVisible();
  });

  test("the link carries workspace, query and time", async () => {
    show();
    const section = await openSection("Logs");
    const [link] = await within(section).findAllByRole("link", { name: /^Link to these logs/ });
    const href = link?.getAttribute("href") ?? "";
    const parts = new URL(href).hash.split("/").map(decodeURIComponent);
    const after = (name: string) => parts[parts.indexOf(name) + 1] ?? "";
    expect(after("resourceId")).toBe(workspaceId);
    expect(atob(decodeURIComponent(after("q")))).toBe(shownQuery(section)); // The host of the tests does not compress.
    expect(after("timespan")).toBe("2026-11-20T09:30:00.000Z/2026-11-20T10:30:00.000Z");
    expect(link).toHaveAttribute("rel", expect.stringContaining("noopener"));
  });

  test("the query can be copied", async () => {
    const { portal } = show();
    const section = await openSection("Logs");
    await press(await within(section).findByRole("button", { name: "Copy the query: Container logs" }));
    expect(portal.copied).toEqual([shownQuery(section)]);
  });

  test("an alert of the audit log asks the table that the workspace has", async () => {
    show({
      alert: { ...details, alertType: "K8S_Test" },
      logs: () => Promise.resolve({ ...workspace, tables: "azureDiagnostics" }),
    });
    const section = await openSection("Logs");
    expect(await within(section).findByText(/^AzureDiagnostics/)).toBeVisible();
    expect(within(section).queryByText(/^AKSAudit/)).not.toBeInTheDocument();
  });

  test("without a workspace it says what to enable", async () => {
    show({ logs: () => Promise.resolve(undefined) });
    const section = await openSection("Logs");
    expect(
      await within(section).findByText(/doesn't send logs to a workspace\. .*enable the Defender sensor/),
    ).toBeVisible();
    expect(within(section).getByRole("link", { name: /Collect logs of a cluster/ })).toHaveAttribute(
      "href",
      expect.stringMatching(/^https:\/\/learn\.microsoft\.com\//),
    );
    expect(within(section).queryByRole("button", { name: /^Open logs/ })).not.toBeInTheDocument();
  });

  test("a workspace that could not be found out is not none, and can be tried again", async () => {
    let calls = 0;
    show({
      logs() {
        calls += 1;
        return calls === 1
          ? failing({ kind: "forbidden", message: "You may not read it.", requestId: "r-2" })
          : Promise.resolve(workspace);
      },
    });
    const section = await openSection("Logs");
    expect(await within(section).findByText(/couldn't find the cluster's workspace/)).toBeVisible();
    expect(within(section).getByText("You may not read it.")).toBeVisible();
    expect(within(section).queryByText(/doesn't send logs to a workspace/)).not.toBeInTheDocument();
    await press(within(section).getByRole("button", { name: "Try again" }));
    expect(await within(section).findByText("Workspace: logs-of-prod")).toBeVisible();
  });
});

describe("kubectl", () => {
  const title = "Investigate with kubectl";

  test("commands are shown, explained and copied as they are", async () => {
    const { portal } = show();
    const section = await openSection(title);
    expect(
      within(section)
        .getAllByRole("heading", { level: 4 })
        .map(({ textContent }) => textContent),
    ).toEqual([
      "Connect kubectl to this cluster",
      "Describe the pod",
      "Read the pod's logs",
      "Read the logs before the last restart",
      "List the pod's events",
      "Describe the node",
      "List the node's pods",
      "Isolate the pod",
      "Cordon the node",
    ]);
    const describe = `kubectl describe pod --namespace='shop' -- '${pod}'`;
    const shown = within(section).getByText(/^kubectl describe pod/).textContent ?? "";
    expect(shown.replace(/'/g, "")).toBe(describe.replace(/'/g, ""));
    await press(within(section).getByRole("button", { name: "Copy the command: Isolate the pod" }));
    expect(portal.copied).toEqual([within(section).getByText(/NetworkPolicy/).textContent]);
    expect(await within(section).findByText("Copied")).toBeVisible();
  });

  test("a clipboard that refuses is said, with the way around it", async () => {
    show({ host: { copyText: () => Promise.resolve(false) } });
    const section = await openSection(title);
    await press(within(section).getByRole("button", { name: "Copy the command: Cordon the node" }));
    expect(
      await within(section).findByText("The portal doesn't allow copying here. Select the text and copy it."),
    ).toBeVisible();
    expect(within(section).queryByText("Copied")).not.toBeInTheDocument();
  });

  test("an alert that names nothing leaves only the way into the cluster", async () => {
    show({ alert: alertDetails(drift) });
    const section = await openSection(title);
    expect(within(section).getAllByRole("heading", { level: 4 })).toHaveLength(1);
    expect(within(section).getByText(/^az aks get-credentials /)).toBeVisible();
  });

  test("a name that reaches no command is said, with what it hides", async () => {
    const entities = [
      { kind: "pod", name: "api\u202e --force", facts: [{ name: "Namespace", value: "shop" }] },
    ] as const;
    show({ alert: alertDetails(drift, { entities }) });
    const section = await openSection(title);
    expect(within(section).getAllByRole("heading", { level: 4 })).toHaveLength(1);
    expect(
      within(section).getByText(
        "Commands that need the pod aren't shown, because Kubernetes doesn't allow its name: api\\u{202E} --force",
      ),
    ).toBeVisible();
  });
});

test("security rules: what they control, who may edit them, and where they are", async () => {
  show();
  const section = await openSection("Security rules");
  expect(within(section).getByText(/Drift rules alert on, block, or ignore/)).toHaveTextContent(
    /Security Admin on the tenant\. To view them, you need Security Reader/,
  );
  const link = within(section).getByRole("link", { name: /Open the drift and security rules/ });
  expect(link).toHaveAttribute("href", expect.stringMatching(/^https:\/\/portal\.azure\.com\//));
});

test("axe finds nothing in a panel with everything unfolded", async () => {
  const related = () =>
    Promise.resolve({
      alerts: [{ alert: alertDetails(shell), shared: [{ kind: "pod" as const, name: pod }] }],
      unreadable: 1,
    });
  const { container } = show({ related });
  const panel = await openFirst();
  await within(panel).findByRole("heading", { name: "Security rules" });
  for (const button of within(panel).getAllByRole("button", { expanded: false })) {
    if (button.closest("h3")) {
      await press(button);
    }
  }
  await waitFor(() => expect(within(panel).getAllByRole("link", { name: /these logs/ })).toHaveLength(2));
  expect(await axeViolations(container)).toEqual([]);
});
