import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { setImmediate as nextTask } from "node:timers/promises";
import type { AlertDetails } from "../../../Client/Alerts/alert";
import type { PageCursor } from "../../../Client/Core/listing";
import { alertsTab } from "../../../Views/Tabs/Alerts/alertsTab";
import { anAlert, alertDetails } from "../../Support/anAlert";
import { axeViolations } from "../../Support/axe";
import {
  alertsPage,
  deferred,
  everything,
  failing,
  fakeServices,
  secondPage,
  servicesWith,
} from "../../Support/fakeServices";
import { factOf, sectionOf } from "../../Support/onScreen";
import { renderDashboard } from "../../Support/renderDashboard";
import { renderTab } from "../../Support/renderPage";

const drift = anAlert({ name: "drift", title: "Drift binary executed", severity: "High" });
const mining = anAlert({ name: "mining", title: "Coin miner", severity: "Medium", status: "InProgress" });
const shell = anAlert({ name: "shell", title: "Web shell", severity: "Low" });
const three = [shell, drift, mining];

/** Fluent's callouts look at the key's number, which user-event leaves out. */
const pressEscape = (element: Element) => fireEvent.keyDown(element, { key: "Escape", keyCode: 27 });

const rows = () => screen.findAllByRole("row").then(([, ...body]) => body);
const titles = async () => (await rows()).map((row) => within(row).getByRole("rowheader").textContent);

describe("the list", () => {
  test("shows the alerts worst first, with their number on the tab and in words", async () => {
    renderTab(alertsTab, servicesWith(three));
    expect(await titles()).toEqual(["Drift binary executed", "Coin miner", "Web shell"]);
    expect(screen.getByRole("tab", { name: "Alerts (3)" })).toBeVisible();
    expect(screen.getByText("3 alerts")).toBeVisible();
    expect(screen.getByRole("grid")).toHaveAttribute("aria-rowcount", "4");
  });

  test("sums up by severity: the worst large, the others in the legend", async () => {
    renderTab(alertsTab, servicesWith(three));
    const summary = await screen.findByRole("region", { name: "By severity" });
    expect(summary).toHaveTextContent("1HighMedium 1Low 1Informational 0");
  });

  test("sorts by a header, and back", async () => {
    renderTab(alertsTab, servicesWith(three));
    const user = userEvent.setup();
    const header = await screen.findByRole("columnheader", { name: /Title/ });
    await user.click(within(header).getByRole("button"));
    expect(await titles()).toEqual(["Coin miner", "Drift binary executed", "Web shell"]);
    expect(header).toHaveAttribute("aria-sort", "ascending");
    await user.click(within(header).getByRole("button"));
    expect(await titles()).toEqual(["Web shell", "Drift binary executed", "Coin miner"]);
  });

  test("search narrows, says so, and reset widens again", async () => {
    renderTab(alertsTab, servicesWith(three));
    const user = userEvent.setup();
    await user.type(await screen.findByRole("searchbox", { name: "Search alerts" }), "miner");
    expect(await titles()).toEqual(["Coin miner"]);
    expect(screen.getByText("1 of 3 alerts")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Reset" }));
    expect(await titles()).toHaveLength(3);
    expect(screen.getByRole("searchbox")).toHaveFocus();
  });

  test("a pill offers the values with counts and applies each tick at once", async () => {
    renderTab(alertsTab, servicesWith(three));
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "Severity: All. Edit filter" }));
    await user.click(screen.getByRole("checkbox", { name: "Medium (1)" }));
    expect(screen.getByRole("checkbox", { name: "Informational (0)" })).toBeInTheDocument();
    pressEscape(screen.getByRole("checkbox", { name: "Medium (1)" }));
    expect(await titles()).toEqual(["Coin miner"]);
    expect(screen.getByRole("button", { name: "Severity: Medium. Edit filter" })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Remove filter Severity" }));
    expect(await titles()).toHaveLength(3);
    expect(screen.getByRole("button", { name: "Severity: All. Edit filter" })).toHaveFocus();
  });

  test("a filter that is not pinned is added from the menu and opens by itself", async () => {
    renderTab(alertsTab, servicesWith(three));
    const user = userEvent.setup();
    await user.click(await screen.findByRole("button", { name: "Add filter" }));
    await user.click(screen.getByRole("menuitem", { name: "Alert type" }));
    pressEscape(await screen.findByRole("checkbox", { name: "K8S_Test (3)" }));
    await user.click(screen.getByRole("button", { name: "Remove filter Alert type" }));
    expect(screen.queryByRole("button", { name: /Alert type/ })).not.toBeInTheDocument();
    expect(screen.getByRole("searchbox")).toHaveFocus();
  });

  test("filtered to nothing is not the same as nothing found", async () => {
    renderTab(alertsTab, servicesWith(three));
    const user = userEvent.setup();
    await user.type(await screen.findByRole("searchbox"), "zzz");
    expect(await screen.findByText("None of the 3 alerts match the search and filters.")).toBeVisible();
    expect(screen.queryByText("No security alerts")).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Clear search and filters" }));
    expect(await titles()).toHaveLength(3);
  });
});

describe("the screens tell the truth", () => {
  test("loading shows placeholders and no number", async () => {
    const answer = deferred<ReturnType<typeof alertsPage>>();
    renderTab(alertsTab, fakeServices({ alerts: { listPage: () => answer.promise } }));
    expect(await screen.findByRole("status", { name: "Loading alerts" })).toBeVisible();
    expect(screen.getByRole("tab", { name: "Alerts" })).toBeVisible();
    answer.resolve(alertsPage(three));
    expect(await titles()).toHaveLength(3);
  });

  test("clean: nothing found by someone who may look", async () => {
    renderDashboard(servicesWith([]));
    expect(await screen.findByRole("heading", { name: "No security alerts" })).toBeVisible();
    expect(await screen.findByRole("tab", { name: "Alerts (0)" })).toBeVisible();
  });

  test("an empty answer to someone without the right is not clean", async () => {
    const services = fakeServices({ permissions: { at: () => Promise.resolve([]) } });
    renderTab(alertsTab, services);
    expect(await screen.findByText(/Microsoft.Security\/locations\/alerts\/read/)).toBeVisible();
    expect(screen.getByRole("tab", { name: "Alerts (—)" })).toBeVisible();
    expect(screen.queryByText("No security alerts")).not.toBeInTheDocument();
  });

  test("an empty answer with unknown rights is not sure of itself", async () => {
    const at = () => failing({ kind: "offline", message: "No answer." });
    renderTab(alertsTab, fakeServices({ permissions: { at } }));
    expect(await screen.findByText(/couldn't check your permissions/)).toBeVisible();
    expect(screen.getByRole("tab", { name: "Alerts (—)" })).toBeVisible();
  });

  test("forbidden names the action and the request", async () => {
    const listPage = () =>
      failing({
        kind: "forbidden",
        message: "No.",
        missingAction: "X/y/read",
        requestId: "r-1",
        code: "AccessDenied",
      });
    renderTab(alertsTab, fakeServices({ alerts: { listPage } }));
    expect(await screen.findByRole("alert")).toHaveTextContent(/X\/y\/read.*AccessDenied.*r-1/);
  });

  test("failed gives the message and the request id, and retrying can succeed", async () => {
    let calls = 0;
    const listPage = () => {
      calls += 1;
      return calls === 1
        ? failing({ kind: "unexpected", message: "The backend is on fire.", requestId: "r-2" })
        : Promise.resolve(alertsPage(three));
    };
    renderTab(alertsTab, fakeServices({ alerts: { listPage } }));
    expect(await screen.findByRole("alert")).toHaveTextContent(/The backend is on fire.*r-2/);
    expect(screen.getByRole("tab", { name: "Alerts (—)" })).toBeVisible();
    await userEvent.setup().click(screen.getByRole("button", { name: "Try again" }));
    expect(await titles()).toHaveLength(3);
  });

  test("rows that could not be read are counted, and shown on demand", async () => {
    const gaps = [
      { kind: "unexpected", message: "Alert x could not be read: severity." },
      { kind: "unexpected", message: "Alert y could not be read: severity." },
    ] as const;
    renderTab(
      alertsTab,
      fakeServices({ alerts: { listPage: () => Promise.resolve(alertsPage(three, { gaps })) } }),
    );
    expect(await screen.findByText(/couldn't read 2 rows from Defender for Cloud/)).toBeVisible();
    expect(screen.getByText("3 of 5 alerts")).toBeVisible();
    await userEvent.setup().click(screen.getByRole("button", { name: "Show details" }));
    expect(screen.getByText("Alert y could not be read: severity.")).toBeVisible();
  });

  test("only unreadable rows are not clean either", async () => {
    const gaps = [{ kind: "unexpected", message: "Row." }] as const;
    renderTab(
      alertsTab,
      fakeServices({ alerts: { listPage: () => Promise.resolve(alertsPage([], { gaps })) } }),
    );
    expect(await screen.findByText("We couldn't read any of the rows.")).toBeVisible();
    expect(screen.queryByText("No security alerts")).not.toBeInTheDocument();
  });

  test("levels that were not counted are unknown, not zero", async () => {
    const listPage = () =>
      Promise.resolve(
        alertsPage(three, { levels: undefined, gaps: [{ kind: "unexpected", message: "Row." }] }),
      );
    renderTab(alertsTab, fakeServices({ alerts: { listPage } }));
    expect(await screen.findByRole("region", { name: "By severity" })).toHaveTextContent(/—.*Not counted/);
  });

  test("five pages are asked for once each, however many parts of the page show them", async () => {
    const asked: (string | undefined)[] = [];
    const listPage = async (cursor?: PageCursor) => {
      asked.push(cursor?.skipToken);
      const page = Number(cursor?.skipToken ?? 1);
      // As from a network: not in the same task.
      await nextTask();
      const next = page < 5 ? { skipToken: String(page + 1), followed: [] } : undefined;
      return alertsPage([anAlert({ name: String(page) })], { next, total: 5 });
    };
    renderTab(alertsTab, fakeServices({ alerts: { listPage } }));
    await waitFor(async () => expect(await titles()).toHaveLength(5));
    expect(asked).toEqual([undefined, "2", "3", "4", "5"]);
  });

  test("a lost second page keeps the first, says what is missing, and can be fetched again", async () => {
    let lost = true;
    const services = fakeServices({
      alerts: {
        listPage: (cursor) => {
          if (!cursor) {
            return Promise.resolve(alertsPage([drift, mining], { next: secondPage, total: 3 }));
          }
          return lost
            ? failing({ kind: "unexpected", message: "Page lost.", requestId: "r-3" })
            : Promise.resolve(alertsPage([shell]));
        },
      },
    });
    renderTab(alertsTab, services);
    expect(
      await screen.findByText(/Only the first 2 of 3 alerts could be loaded. Page lost.*r-3/),
    ).toBeVisible();
    expect(await titles()).toHaveLength(2);
    expect(screen.getByText("2 of 3 alerts")).toBeVisible();
    lost = false;
    await userEvent.setup().click(screen.getByRole("button", { name: "Try again" }));
    await waitFor(async () => expect(await titles()).toHaveLength(3));
    expect(screen.queryByText(/Only the first/)).not.toBeInTheDocument();
  });

  test("refresh keeps the old rows while it runs and when it fails", async () => {
    const second = deferred<ReturnType<typeof alertsPage>>();
    let calls = 0;
    const listPage = () => {
      calls += 1;
      return calls === 1 ? Promise.resolve(alertsPage(three)) : second.promise;
    };
    renderTab(alertsTab, fakeServices({ alerts: { listPage } }));
    await rows();
    await userEvent.setup().click(screen.getByRole("menuitem", { name: "Refresh" }));
    expect(await screen.findByText("3 alerts · Refreshing")).toBeVisible();
    expect(await titles()).toHaveLength(3);
    second.reject(new Error("Connection lost."));
    expect(await screen.findByText(/couldn't refresh the list.*Connection lost/)).toBeVisible();
    expect(await titles()).toHaveLength(3);
  });
});

describe("the details panel", () => {
  const details: AlertDetails = alertDetails(drift, {
    description: "A binary that is not part of the image ran.",
    mitigationSteps: ["Isolate the pod.", "Rotate secrets."],
    facts: [{ name: "Suspicious Process", value: "/tmp/<b>x</b>" }],
    tactics: ["LateralMovement"],
    techniques: ["T1059.004"],
    entities: [
      { kind: "pod", name: "api-1", facts: [{ name: "Namespace", value: "shop" }] },
      { kind: "pod", name: "api-2", facts: [] },
    ],
    portalLink: "https://portal.azure.com/#blade/alert",
  });
  const services = (get = () => Promise.resolve(details)) =>
    fakeServices({ alerts: { listPage: () => Promise.resolve(alertsPage(three)), get } });

  const openFirst = async () => {
    const [first] = await rows();
    if (!first) {
      throw new Error("There is no row.");
    }
    await userEvent.setup().click(first);
    return screen.findByRole("complementary", { name: "Details" });
  };

  test("has every section", async () => {
    renderTab(alertsTab, services());
    const panel = await openFirst();
    expect(await within(panel).findByText("A binary that is not part of the image ran.")).toBeVisible();
    const sections = within(panel)
      .getAllByRole("heading", { level: 3 })
      .map((heading) => heading.textContent?.replace(/ \(\d+\)$/, ""));
    expect(sections).toEqual([
      "Alert description",
      "Mitigate the threat",
      "Compromised workload",
      "Related alerts",
      "General information",
      "MITRE ATT&CK® tactics and techniques",
      "Related entities",
      "Is it fixed?",
      "Logs",
      "Investigate with kubectl",
      "Times",
      "Security rules",
    ]);
    expect(
      within(panel)
        .getAllByRole("listitem")
        .map((step) => step.textContent),
    ).toEqual(["Isolate the pod.", "Rotate secrets."]);
    expect(within(panel).getByText("/tmp/<b>x</b>")).toBeVisible();
    expect(within(panel).getByText("Lateral movement")).toBeVisible();
    expect(within(panel).getByRole("link", { name: /T1059.004/ })).toHaveAttribute(
      "href",
      "https://attack.mitre.org/techniques/T1059/004/",
    );
    const link = within(panel).getByRole("link", { name: /View additional details/ });
    expect(link).toHaveAttribute("href", "https://portal.azure.com/#blade/alert");
    expect(link).toHaveAttribute("rel", expect.stringContaining("noopener"));
  });

  test("tells a reported fact apart from the dashboard's own of the same name", async () => {
    const facts = [
      { name: "Alert type", value: "Burst" },
      { name: "Affected resource", value: drift.compromisedEntity },
    ];
    renderTab(
      alertsTab,
      services(() => Promise.resolve({ ...details, facts })),
    );
    const panel = await openFirst();
    await within(panel).findByText("A binary that is not part of the image ran.");
    const general = sectionOf(panel, "General information");
    expect(factOf(general, "Alert type")).toBe(drift.alertType);
    expect(factOf(general, "Alert type (as reported)")).toBe("Burst");
    expect(within(general).getAllByText(/^Affected resource/)).toHaveLength(1);
  });

  test("groups related entities by kind with their number", async () => {
    renderTab(alertsTab, services());
    const panel = await openFirst();
    const user = userEvent.setup();
    await user.click(await within(panel).findByRole("button", { name: "Kubernetes pod (2)" }));
    const entities = sectionOf(panel, "Related entities");
    expect(within(entities).getByText("api-1")).toBeVisible();
    expect(within(entities).getByText("shop")).toBeVisible();
  });

  test("takes the focus, and gives it back to the row on Escape", async () => {
    renderTab(alertsTab, services());
    await openFirst();
    expect(screen.getByRole("heading", { level: 2, name: "Drift binary executed" })).toHaveFocus();
    await userEvent.setup().keyboard("{Escape}");
    expect(screen.queryByRole("complementary")).not.toBeInTheDocument();
    const [first] = await rows();
    expect(first).toHaveFocus();
  });

  test("steps through the list without closing", async () => {
    renderTab(alertsTab, servicesWith(three));
    const panel = await openFirst();
    const user = userEvent.setup();
    expect(within(panel).getByRole("button", { name: "Previous" })).toHaveAttribute("aria-disabled", "true");
    await user.click(within(panel).getByRole("button", { name: "Next" }));
    expect(await screen.findByText("What happened in Coin miner")).toBeVisible();
    expect(within(panel).getByRole("button", { name: "Next" })).toHaveFocus();
    await user.click(within(panel).getByRole("button", { name: "Close details" }));
    const second = (await rows())[1];
    expect(second).toHaveFocus();
  });

  test("closes when a refresh no longer lists its alert, and the focus goes to the list", async () => {
    let current = three;
    const listPage = () => Promise.resolve(alertsPage(current));
    // React 17 warns of an answer that comes in the instant after its panel is gone.
    const once = <T,>(answer: T) =>
      current === three ? Promise.resolve(answer) : new Promise<never>(() => undefined);
    renderTab(
      alertsTab,
      fakeServices({
        alerts: { listPage, get: () => once(details), related: () => once({ alerts: [], unreadable: 0 }) },
        investigation: { workspace: () => once(undefined) },
        permissions: { at: () => once(everything) },
      }),
    );
    await openFirst();
    current = [mining, shell];
    fireEvent.click(screen.getByRole("menuitem", { name: "Refresh" }));
    await waitFor(() => expect(screen.queryByRole("complementary")).not.toBeInTheDocument());
    const [first] = await rows();
    expect(first).toHaveFocus();
  });

  test("failing to load says so, keeps the list, and can be tried again", async () => {
    let calls = 0;
    const get = () => {
      calls += 1;
      return calls === 1
        ? failing({ kind: "notFound", message: "No longer there." })
        : Promise.resolve(details);
    };
    renderTab(alertsTab, services(get));
    const panel = await openFirst();
    expect(await within(panel).findByText("No longer there.")).toBeVisible();
    await userEvent.setup().click(within(panel).getByRole("button", { name: "Try again" }));
    expect(await within(panel).findByText("A binary that is not part of the image ran.")).toBeVisible();
  });
});

describe("keyboard", () => {
  const many = Array.from({ length: 300 }, (_, index) =>
    anAlert({ name: `n${index}`, title: `Alert ${String(index).padStart(3, "0")}`, severity: "Medium" }),
  );
  const focused = () => document.activeElement?.getAttribute("aria-rowindex");

  test("one row is a tab stop; arrows and page keys move it, Enter opens", async () => {
    renderTab(alertsTab, servicesWith(three));
    const user = userEvent.setup();
    const [first] = await rows();
    expect((await rows()).map((row) => row.tabIndex)).toEqual([0, -1, -1]);
    first?.focus();
    await user.keyboard("{ArrowDown}");
    expect(focused()).toBe("3");
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(focused()).toBe("4");
    await user.keyboard("{Home}");
    expect(focused()).toBe("2");
    await user.keyboard("{Enter}");
    expect(await screen.findByRole("heading", { level: 2, name: "Drift binary executed" })).toHaveFocus();
  });

  test("only some rows of a long list exist, and the row with the focus is always among them", async () => {
    renderTab(alertsTab, servicesWith(many));
    const user = userEvent.setup();
    const [first] = await rows();
    expect((await rows()).length).toBeLessThan(60);
    first?.focus();
    await user.keyboard("{End}");
    expect(focused()).toBe("301");
    await user.keyboard("{PageUp}");
    expect(focused()).toBe("291");
  });
});

describe("axe finds nothing", () => {
  const never = new Promise<never>(() => undefined);
  const gaps = [{ kind: "unexpected", message: "Row." }] as const;
  test.each([
    ["with findings", servicesWith(three), "3 alerts"],
    ["clean", servicesWith([]), "No security alerts"],
    ["loading", fakeServices({ alerts: { listPage: () => never } }), /Alerts/],
    [
      "failed",
      fakeServices({ alerts: { listPage: () => failing({ kind: "unexpected", message: "Down." }) } }),
      "Down.",
    ],
    [
      "no permission",
      fakeServices({ permissions: { at: () => Promise.resolve([]) } }),
      /You don't have permission to see/,
    ],
    [
      "partial",
      fakeServices({ alerts: { listPage: () => Promise.resolve(alertsPage(three, { gaps })) } }),
      /1 row/,
    ],
  ])("%s", async (_, services, sign) => {
    const { container } = renderTab(alertsTab, services);
    expect((await screen.findAllByText(sign)).length).toBeGreaterThan(0);
    expect(await axeViolations(container)).toEqual([]);
  });

  test("with details open", async () => {
    const { container } = renderTab(alertsTab, servicesWith(three));
    const [first] = await rows();
    first?.click();
    expect(await screen.findByText("What happened in Drift binary executed")).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
  });
});
