import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Alert, AlertStatus } from "../../../Client/Alerts/alert";
import type { Failure } from "../../../Client/Core/failure";
import { bulkConcurrency } from "../../../Views/Kit/Operations/operation";
import type { RegisteredTab } from "../../../Views/Kit/Model/findingsTab";
import { tabs } from "../../../Views/Tabs/registry";
import { alertsTab } from "../../../Views/Tabs/Alerts/alertsTab";
import { alertDetails, anAlert } from "../../Support/anAlert";
import { axeViolations } from "../../Support/axe";
import { fakeHost } from "../../Support/fakeHost";
import { alertsPage, deferred, failing, fakeServices } from "../../Support/fakeServices";
import {
  bodyRowsOf,
  boxOf,
  choiceCalled,
  chooseCommand,
  chooseFilter,
  command,
  commandWorks,
  headerBox,
  openTab,
  selectRows,
  theGrid,
} from "../../Support/onScreen";
import { renderPage } from "../../Support/renderPage";

const drift = anAlert({ name: "drift", title: "Drift", severity: "High" });
const shell = anAlert({ name: "shell", title: "Web shell", severity: "High" });
const miner = anAlert({ name: "miner", title: "Coin miner", severity: "Medium" });
const scan = anAlert({ name: "scan", title: "Port scan", severity: "Low", status: "Resolved" });
const four = [drift, shell, miner, scan];

type Services = ReturnType<typeof fakeServices>;

/** A page with these alerts. `sent`: what was asked of the service, in its order. */
function show(
  alerts: readonly Alert[] = four,
  {
    changeStatus = () => Promise.resolve(),
    at,
    tabs = [alertsTab],
  }: {
    readonly changeStatus?: Services["alerts"]["changeStatus"];
    readonly at?: Services["permissions"]["at"];
    readonly tabs?: readonly RegisteredTab[];
  } = {},
) {
  const host = fakeHost();
  const sent: (readonly [id: string, status: AlertStatus])[] = [];
  const services = fakeServices({
    alerts: {
      listPage: () => Promise.resolve(alertsPage(alerts)),
      get(id) {
        const found = alerts.find((alert) => alert.id === id);
        return found ? Promise.resolve(alertDetails(found)) : failing({ kind: "notFound", message: "Gone." });
      },
      changeStatus(id, status) {
        sent.push([id, status]);
        return changeStatus(id, status);
      },
    },
    ...(at ? { permissions: { at } } : {}),
  });
  // Alerts of every status: what is changed stays in sight.
  return { ...renderPage(tabs, services, { host, view: "1~t.alerts~f.status~z" }), host, sent };
}

/** Until the portal has been told that the change is over. */
const ended = (host: ReturnType<typeof fakeHost>, end: string) =>
  waitFor(() => expect(host.notices.map((notice) => notice.end)).toEqual([end]));

/** What the grid says of the status of each alert, by its title. */
async function statuses(): Promise<Readonly<Record<string, string>>> {
  const body = bodyRowsOf(await theGrid());
  return Object.fromEntries(
    body.map((row) => {
      const [title] = within(row).getAllByRole("rowheader");
      const cells = within(row).getAllByRole("gridcell");
      return [title?.textContent ?? "", cells.at(-1)?.textContent ?? ""];
    }),
  );
}

async function open(title: string): Promise<HTMLElement> {
  await userEvent.setup().click(within(await theGrid()).getByText(title));
  return screen.findByRole("complementary", { name: "Details" });
}

const noDialog = () => expect(screen.queryByRole("dialog")).not.toBeInTheDocument();

async function answer(yesOrNo: string): Promise<void> {
  const dialog = await screen.findByRole("dialog");
  await userEvent.setup().click(within(dialog).getAllByRole("button", { name: yesOrNo })[0] ?? dialog);
}

/** Selects alerts and sets them to Resolved, through the question where there is one. */
async function resolve(...titles: readonly string[]): Promise<void> {
  await selectRows(...titles);
  await chooseCommand("Change status", "Resolved");
  if (titles.length > 1) {
    await answer("Set to Resolved");
  }
}

/** A service that takes its time: the test settles each call by the name of its alert. */
function slowly() {
  const calls = new Map<string, ReturnType<typeof deferred<void>>>();
  const callOf = (id: string) => {
    const call = calls.get(id) ?? deferred<void>();
    calls.set(id, call);
    return call;
  };
  return {
    changeStatus: (id: string) => callOf(id).promise,
    finish: ({ id }: Alert) => act(() => Promise.resolve(callOf(id).resolve())),
  };
}

/** The command cannot be used, for this reason. The command bar measures itself before it shows what is new. */
async function commandSays(reason: string): Promise<void> {
  await waitFor(() => expect(command("Change status")).toHaveAccessibleDescription(reason));
  expect(command("Change status")).toHaveAttribute("aria-disabled", "true");
}

async function openCommand(): Promise<void> {
  await commandWorks("Change status");
  await userEvent.setup().click(command("Change status"));
}

const choices = () => screen.findAllByRole("menuitem", { name: /^(Active|In progress|Resolved|Dismissed)/ });

/** What an item is called, without the reason that follows it for screen readers. */
const firstText = (item: HTMLElement) =>
  /^(?:Active|In progress|Resolved|Dismissed)/.exec(item.textContent ?? "")?.[0];

const lacking =
  (...actions: readonly string[]): Services["permissions"]["at"] =>
  () =>
    Promise.resolve([{ actions: ["*"], notActions: actions }]);

describe("whether it can be used", () => {
  test("not while nothing is selected, and it says so to the keyboard as well", async () => {
    show();
    await theGrid();
    const button = command("Change status");
    expect(button).toHaveAttribute("aria-disabled", "true");
    expect(button).toHaveAccessibleDescription("Select at least one alert.");
    act(() => button.focus());
    expect(button).toHaveFocus();
    await userEvent.setup().click(button);
    expect(screen.queryByRole("menuitem", { name: choiceCalled("Resolved") })).not.toBeInTheDocument();
  });

  test("with something selected it offers every status in the order of the work", async () => {
    show();
    await selectRows("Drift", "Port scan");
    await openCommand();
    await screen.findByRole("menu", { name: /Change status/ });
    const items = await choices();
    expect(items.map(firstText)).toEqual(["Active", "In progress", "Resolved", "Dismissed"]);
  });

  test("a status that all of them have is not on offer", async () => {
    show();
    await selectRows("Drift", "Web shell");
    await openCommand();
    await screen.findByRole("menu", { name: /Change status/ });
    const items = await choices();
    expect(items.map(firstText)).toEqual(["In progress", "Resolved", "Dismissed"]);
  });

  test.each([
    ["Active", "activate"],
    ["In progress", "inProgress"],
    ["Resolved", "resolve"],
    ["Dismissed", "dismiss"],
  ])("without the right to set %s that choice names the action, and the others work", async (name, verb) => {
    const action = `Microsoft.Security/locations/alerts/${verb}/action`;
    const { sent } = show(four, { at: lacking(action) });
    await selectRows("Drift", "Port scan");
    await openCommand();
    const disabled = (await choices()).filter((item) => item.getAttribute("aria-disabled") === "true");
    expect(disabled.map(firstText)).toEqual([name]);
    const forbidden = screen.getByRole("menuitem", { name: choiceCalled(name) });
    const onlyWildcards =
      " Custom roles can't include this permission. Only roles with wildcards, such as Security Admin, Contributor, and Owner, hold it.";
    expect(forbidden).toHaveAccessibleDescription(
      `You need the permission ${action}.${verb === "inProgress" ? onlyWildcards : ""}`,
    );
    fireEvent.click(forbidden);
    noDialog();
    expect(sent).toEqual([]);
  });

  test("the rights are those in the resource group, where the alerts live", async () => {
    const scopes: string[] = [];
    show(four, {
      at(scope) {
        scopes.push(scope);
        return Promise.resolve([{ actions: ["*"], notActions: [] }]);
      },
    });
    await selectRows("Drift");
    expect(scopes).toContain("/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g");
  });

  describe("an alert that is kept in the node resource group", () => {
    const nodeGroup =
      "/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/MC_g_prod_westeurope";
    const onNode = anAlert({
      title: "DNS tunnel",
      id: `${nodeGroup}/providers/Microsoft.Security/locations/westeurope/alerts/tunnel`,
    });
    /** Everything at one scope, nothing elsewhere. */
    const onlyAt = (right: string) => (scope: string) =>
      Promise.resolve(scope === right ? [{ actions: ["*"], notActions: [] }] : []);

    test("needs the rights there: those of the cluster's group do not do", async () => {
      show([onNode, drift], {
        at: onlyAt("/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g"),
      });
      await selectRows("DNS tunnel");
      await openCommand();
      const resolved = await screen.findByRole("menuitem", { name: choiceCalled("Resolved") });
      expect(resolved).toHaveAttribute("aria-disabled", "true");
      expect(resolved).toHaveAccessibleDescription(
        `You need the permission Microsoft.Security/locations/alerts/resolve/action on ${nodeGroup}, where this alert is stored.`,
      );
    });

    test("can be changed by someone who has rights there alone", async () => {
      const { sent } = show([onNode, drift], { at: onlyAt(nodeGroup) });
      await resolve("DNS tunnel");
      await waitFor(() => expect(sent).toEqual([[onNode.id, "Resolved"]]));
    });

    test("is no reason not to change others that were selected with it", async () => {
      const { sent } = show([onNode, drift], {
        at: onlyAt("/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/g"),
      });
      await resolve("DNS tunnel", "Drift");
      await waitFor(() => expect(sent.map(([id]) => id)).toContain(drift.id));
    });
  });

  test("with unknown rights it works: the server decides", async () => {
    const { sent } = show(four, { at: () => failing({ kind: "offline", message: "No answer." }) });
    await resolve("Drift");
    await waitFor(() => expect(sent).toHaveLength(1));
  });

  test("while the rights are being checked it says that", async () => {
    show(four, { at: () => new Promise<never>(() => undefined) });
    await selectRows("Drift");
    await commandSays("Checking your permissions.");
  });
});

describe("what is asked first", () => {
  test("nothing for one alert: it changes at once, with one notification", async () => {
    const { sent, host } = show();
    await resolve("Drift");
    noDialog();
    await ended(host, "success");
    expect(screen.queryByText(/Updated 1 of 1/)).not.toBeInTheDocument();
    expect(sent).toEqual([[drift.id, "Resolved"]]);
    expect(await statuses()).toMatchObject({ Drift: "Resolved", "Web shell": "Active" });
    expect(host.notices).toEqual([
      { notice: { title: "Set Drift to Resolved", description: "Updated 1 of 1." }, end: "success" },
    ]);
    expect(screen.queryByText(/\d selected/)).not.toBeInTheDocument();
  });

  test("several: the question gives their number, and No changes nothing", async () => {
    const { sent, host } = show();
    await selectRows("Drift", "Web shell");
    await chooseCommand("Change status", "Dismissed");
    const dialog = await screen.findByRole("dialog", { name: "Set 2 alerts to Dismissed?" });
    expect(dialog).toHaveTextContent("All of them match the current search and filters.");
    await answer("Cancel");
    await waitFor(noDialog);
    expect(sent).toEqual([]);
    expect(host.notices).toEqual([]);
    expect(screen.getByText("2 selected")).toBeVisible();
    expect(await statuses()).toMatchObject({ Drift: "Active", "Web shell": "Active" });
  });

  test("Escape is No as well", async () => {
    const { sent } = show();
    await selectRows("Drift", "Web shell");
    await chooseCommand("Change status", "Dismissed");
    const dialog = await screen.findByRole("dialog");
    fireEvent.keyDown(within(dialog).getByRole("button", { name: "Set to Dismissed" }), {
      key: "Escape",
      keyCode: 27,
      which: 27,
    });
    await waitFor(noDialog);
    expect(sent).toEqual([]);
  });

  test("with some hidden the question says how many", async () => {
    const { sent, host } = show();
    await selectRows("Drift", "Web shell", "Coin miner");
    await chooseFilter(screen.getByRole("search"), "Severity", "Medium");
    await chooseCommand("Change status", "Dismissed");
    const dialog = await screen.findByRole("dialog", { name: "Set 3 alerts to Dismissed?" });
    expect(dialog).toHaveTextContent("2 of them are hidden by the search and filters.");
    await answer("Set to Dismissed");
    await waitFor(() => expect(sent).toHaveLength(3));
    await ended(host, "success");
    expect(host.notices[0]?.notice.description).toBe("Updated 3 of 3.");
  });

  test("one that is hidden is asked about too", async () => {
    const { sent } = show();
    await selectRows("Drift");
    await userEvent.setup().type(screen.getByRole("searchbox"), "miner");
    await chooseCommand("Change status", "Dismissed");
    expect(await screen.findByRole("dialog", { name: "Set Drift to Dismissed?" })).toHaveTextContent(
      /1 of them/,
    );
    expect(sent).toEqual([]);
  });

  test("only one of several that changes is asked about, with those that do not", async () => {
    const { sent } = show();
    await selectRows("Drift", "Port scan");
    await chooseCommand("Change status", "Resolved");
    expect(await screen.findByRole("dialog", { name: "Set Drift to Resolved?" })).toHaveTextContent(
      "1 of the 2 selected alerts already has the status Resolved and isn't changed: Port scan.",
    );
    expect(sent).toEqual([]);
  });

  test("alerts that have the status already are neither counted nor sent", async () => {
    const { sent, host } = show();
    await selectRows("Drift", "Coin miner", "Port scan");
    await chooseCommand("Change status", "Resolved");
    const left = "1 of the 3 selected alerts already has the status Resolved and isn't changed: Port scan.";
    expect(await screen.findByRole("dialog", { name: "Set 2 alerts to Resolved?" })).toHaveTextContent(left);
    await answer("Set to Resolved");
    expect(await screen.findByText(/Set 2 alerts to Resolved: Updated 2 of 2/)).toHaveTextContent(left);
    expect(sent.map(([id]) => id)).toEqual([drift.id, miner.id]);
    expect(host.notices.map(({ notice }) => notice.title)).toEqual(["Set 2 alerts to Resolved"]);
  });
});

describe("while it runs", () => {
  test("says how far it is, changes each row as it is done, and tells the portal once", async () => {
    const { changeStatus, finish } = slowly();
    const { host } = show(four, { changeStatus });
    await resolve("Drift", "Web shell");
    expect(await screen.findByText("Set 2 alerts to Resolved: 0 of 2")).toBeVisible();
    expect(screen.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "0");
    expect(host.notices).toEqual([
      { notice: { title: "Set 2 alerts to Resolved", description: "In progress" }, end: undefined },
    ]);
    await finish(shell);
    expect(await screen.findByText("Set 2 alerts to Resolved: 1 of 2")).toBeVisible();
    expect(await statuses()).toMatchObject({ Drift: "Active", "Web shell": "Resolved" });
    await finish(drift);
    await ended(host, "success");
    expect(screen.queryByRole("progressbar")).not.toBeInTheDocument();
    expect(host.notices).toEqual([
      { notice: { title: "Set 2 alerts to Resolved", description: "Updated 2 of 2." }, end: "success" },
    ]);
  });

  test("no second change can start, neither for selected alerts nor in the details", async () => {
    const { changeStatus, finish } = slowly();
    show(four, { changeStatus });
    await resolve("Drift");
    await screen.findByRole("progressbar");
    await selectRows("Coin miner");
    await commandSays("Another status change is in progress.");
    const panel = await open("Coin miner");
    await userEvent
      .setup()
      .click(within(panel).getByRole("button", { name: "Status: Active. Change status" }));
    const dismissed = await screen.findByRole("menuitem", { name: choiceCalled("Dismissed") });
    expect(dismissed).toHaveAttribute("aria-disabled", "true");
    expect(dismissed).toHaveAccessibleDescription("Another status change is in progress.");
    await finish(drift);
    await waitFor(() => expect(screen.queryByRole("progressbar")).not.toBeInTheDocument());
  });

  test("Cancel stops sending: the rest was not sent, and stays selected", async () => {
    const many = Array.from({ length: 14 }, (_, index) => anAlert({ name: `n${10 + index}` }));
    const { changeStatus, finish } = slowly();
    const { host, sent } = show(many, { changeStatus });
    await theGrid();
    await userEvent.setup().click(headerBox());
    await chooseCommand("Change status", "Resolved");
    await answer("Set to Resolved");
    await waitFor(() => expect(sent).toHaveLength(10));
    await userEvent.setup().click(screen.getByRole("button", { name: "Cancel" }));
    expect(screen.getByText("Canceling. Changes already sent will finish.")).toBeVisible();
    expect(screen.getByRole("button", { name: "Cancel" })).toBeDisabled();
    for (const alert of many.slice(0, 10)) {
      await finish(alert);
    }
    expect(await screen.findByText(/Updated 10 of 14\. 4 not sent\./)).toBeVisible();
    expect(sent).toHaveLength(10);
    expect(screen.getByText("4 selected")).toBeVisible();
    expect(boxOf("Alert n23")).toBeChecked();
    expect(host.notices).toHaveLength(1);
    expect(host.notices[0]).toMatchObject({
      notice: { description: "Updated 10 of 14. 4 not sent." },
      end: "warning",
    });
    await userEvent.setup().click(screen.getByRole("button", { name: "Show details" }));
    expect(screen.getByText("Alert n20: not sent")).toBeVisible();
  });

  test("it goes on while another tab is looked at", async () => {
    const { changeStatus, finish } = slowly();
    const { host } = show(four, { changeStatus, tabs });
    await resolve("Drift");
    await screen.findByRole("progressbar");
    await openTab("Misconfigurations");
    expect(screen.queryByRole("progressbar")).not.toBeInTheDocument();
    await finish(drift);
    await waitFor(() => expect(host.notices[0]?.end).toBe("success"));
    await openTab("Alerts");
    expect(await statuses()).toMatchObject({ Drift: "Resolved" });
    expect(screen.queryByText(/Updated 1 of 1/)).not.toBeInTheDocument();
  });

  test("what is selected meanwhile stays selected", async () => {
    const { changeStatus, finish } = slowly();
    const { host } = show(four, { changeStatus });
    await resolve("Drift");
    await screen.findByRole("progressbar");
    await selectRows("Coin miner");
    await finish(drift);
    await ended(host, "success");
    expect(screen.getByText("1 selected")).toBeVisible();
  });
});

describe("what failed", () => {
  const reasons = new Map<string, Failure>([
    [shell.id, { kind: "forbidden", message: "You may not." }],
    [miner.id, { kind: "notFound", message: "This alert is gone." }],
  ]);

  function showFailing() {
    const left = new Map(reasons);
    const changeStatus = (id: string) => {
      const failure = left.get(id);
      return failure ? failing(failure) : Promise.resolve();
    };
    return { ...show(four, { changeStatus }), heal: (alert: Alert) => left.delete(alert.id) };
  }

  test("is listed with its reason, and stays selected; what is done does not", async () => {
    const { host, container } = showFailing();
    await resolve("Drift", "Web shell", "Coin miner");
    expect(await screen.findByText(/Set 3 alerts to Resolved: Updated 1 of 3\. 2 failed\./)).toBeVisible();
    expect(await statuses()).toMatchObject({
      Drift: "Resolved",
      "Web shell": "Active",
      "Coin miner": "Active",
    });
    expect(screen.getByText("2 selected")).toBeVisible();
    expect(boxOf("Drift")).not.toBeChecked();
    expect(boxOf("Web shell")).toBeChecked();
    expect(screen.queryByText("Web shell: You may not.")).not.toBeInTheDocument();
    await userEvent.setup().click(screen.getByRole("button", { name: "Show details" }));
    expect(screen.getByText("Web shell: You may not.")).toBeVisible();
    expect(screen.getByText("Coin miner: This alert is gone.")).toBeVisible();
    expect(host.notices).toHaveLength(1);
    expect(host.notices[0]).toMatchObject({ end: "warning" });
    expect(host.notices[0]?.notice.description).toMatch(/^Updated 1 of 3\. 2 failed\./);
    expect(await axeViolations(container)).toEqual([]);
  });

  test("is tried again alone, as a run of its own", async () => {
    const { host, sent, heal } = showFailing();
    await resolve("Drift", "Web shell", "Coin miner");
    const retry = await screen.findByRole("button", { name: "Retry (2)" });
    heal(shell);
    sent.length = 0;
    await userEvent.setup().click(retry);
    expect(await screen.findByText(/Set 2 alerts to Resolved: Updated 1 of 2\. 1 failed\./)).toBeVisible();
    expect(sent.map(([id]) => id)).toEqual([shell.id, miner.id]);
    expect(screen.getByText("1 selected")).toBeVisible();
    heal(miner);
    await userEvent.setup().click(screen.getByRole("button", { name: "Retry (1)" }));
    await waitFor(() => expect(host.notices.at(-1)?.end).toBe("success"));
    expect(screen.queryByRole("button", { name: /^Retry/ })).not.toBeInTheDocument();
    expect(screen.queryByText(/\d selected/)).not.toBeInTheDocument();
    expect(host.notices.map(({ end }) => end)).toEqual(["warning", "warning", "success"]);
  });

  test("nothing done at all is an error", async () => {
    const { host } = showFailing();
    await resolve("Web shell", "Coin miner");
    expect(await screen.findByText(/Updated 0 of 2\. 2 failed\./)).toBeVisible();
    expect(host.notices.map(({ end }) => end)).toEqual(["error"]);
  });

  test("the report can be put away, and the selection stays", async () => {
    showFailing();
    await resolve("Web shell", "Coin miner");
    await userEvent.setup().click(await screen.findByRole("button", { name: "Dismiss" }));
    expect(screen.queryByText(/2 failed/)).not.toBeInTheDocument();
    expect(screen.getByText("2 selected")).toBeVisible();
  });
});

test("a session that expires in the middle of 200: nothing more is sent, the rest stays selected and goes on after signing in", async () => {
  const many = Array.from({ length: 200 }, (_, index) =>
    anAlert({ name: `a${index}`, title: `Alert ${index}`, severity: "Medium" }),
  );
  const expired: Failure = {
    kind: "unexpected",
    message: "Your session has expired.",
    code: "ExpiredAuthenticationToken",
    needsSignIn: true,
    isSignedOut: true,
    requestId: "r-401",
  };
  let left = 73;
  const done = new Set<string>();
  const { sent } = show(many, {
    changeStatus(id) {
      left -= 1;
      return left < 0 ? failing(expired) : Promise.resolve(void done.add(id));
    },
  });
  await theGrid();
  const user = userEvent.setup();
  await user.click(headerBox());
  await chooseCommand("Change status", "Resolved");
  await answer("Set to Resolved");
  const report = await screen.findByText(/Updated 73 of 200\./);
  // The call that failed, and those that were under way with it.
  const failed = sent.length - 73;
  expect(failed).toBeGreaterThan(0);
  expect(failed).toBeLessThanOrEqual(bulkConcurrency);
  expect(report).toHaveTextContent(`${failed} failed. ${127 - failed} not sent.`);
  expect(screen.getByText("127 selected")).toBeVisible();
  expect(screen.getByRole("link", { name: /^Sign in again/ })).toBeVisible();
  expect(done.size).toBe(73);
  sent.splice(0);
  left = Infinity; // Signed in again.
  await user.click(screen.getByRole("button", { name: "Retry (127)" }));
  await waitFor(() => expect(done.size).toBe(200));
  // Nothing that was done is sent again.
  expect(sent).toHaveLength(127);
});

describe("in the details", () => {
  test("an open panel shows the new status of a change made for many", async () => {
    show();
    const panel = await open("Drift");
    expect(await within(panel).findByText("What happened in Drift")).toBeVisible();
    await resolve("Drift", "Web shell");
    expect(
      await within(panel).findByRole("button", { name: "Status: Resolved. Change status" }),
    ).toBeVisible();
  });

  test("the menu changes the alert by keyboard alone", async () => {
    const { sent, host } = show();
    const user = userEvent.setup();
    const panel = await open("Drift");
    const button = within(panel).getByRole("button", { name: "Status: Active. Change status" });
    act(() => button.focus());
    await user.keyboard("{Enter}");
    const menu = await screen.findByRole("menu");
    expect(within(menu).queryByRole("menuitem", { name: choiceCalled("Active") })).not.toBeInTheDocument();
    const resolved = within(menu).getByRole("menuitem", { name: choiceCalled("Resolved") });
    act(() => resolved.focus());
    await user.keyboard("{Enter}");
    await waitFor(() => expect(sent).toEqual([[drift.id, "Resolved"]]));
    expect(
      await within(panel).findByRole("button", { name: "Status: Resolved. Change status" }),
    ).toBeVisible();
    expect(await statuses()).toMatchObject({ Drift: "Resolved" });
    expect(host.notices).toHaveLength(1);
  });

  test("Escape closes the menu only", async () => {
    show();
    const panel = await open("Drift");
    await userEvent
      .setup()
      .click(within(panel).getByRole("button", { name: "Status: Active. Change status" }));
    const resolved = await screen.findByRole("menuitem", { name: choiceCalled("Resolved") });
    fireEvent.keyDown(resolved, { key: "Escape", keyCode: 27, which: 27 });
    await waitFor(() => expect(screen.queryByRole("menu")).not.toBeInTheDocument());
    expect(panel).toBeInTheDocument();
  });

  test("an unknown status is said to be unknown, and can be changed", async () => {
    const { sent } = show([{ ...drift, status: undefined }]);
    const panel = await open("Drift");
    await userEvent
      .setup()
      .click(within(panel).getByRole("button", { name: "Status: Unknown. Change status" }));
    await userEvent.setup().click(await screen.findByRole("menuitem", { name: choiceCalled("Active") }));
    await waitFor(() => expect(sent).toEqual([[drift.id, "Active"]]));
    expect(await within(panel).findByRole("button", { name: "Status: Active. Change status" })).toBeVisible();
  });

  test("changing one alert leaves what is selected in the grid as it is", async () => {
    const { host } = show();
    await selectRows("Web shell", "Coin miner");
    const panel = await open("Drift");
    await userEvent
      .setup()
      .click(within(panel).getByRole("button", { name: "Status: Active. Change status" }));
    await userEvent.setup().click(await screen.findByRole("menuitem", { name: choiceCalled("Resolved") }));
    await ended(host, "success");
    expect(screen.getByText("2 selected")).toBeVisible();
  });
});

describe("axe finds nothing", () => {
  test("in the question", async () => {
    show();
    await selectRows("Drift", "Web shell");
    await chooseCommand("Change status", "Dismissed");
    await screen.findByRole("dialog");
    expect(await axeViolations(document.body)).toEqual([]);
  });

  test("while it runs", async () => {
    const { changeStatus, finish } = slowly();
    const { container } = show(four, { changeStatus });
    await resolve("Drift");
    await screen.findByRole("progressbar");
    expect(await axeViolations(container)).toEqual([]);
    await finish(drift);
  });
});
