import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { Alert } from "../../../Client/Alerts/alert";
import { quickFixKeys } from "../../../Client/QuickFixes/quickFixKeys";
import type { RegisteredTab } from "../../../Views/Kit/Model/findingsTab";
import { defineTab } from "../../../Views/Kit/Tab/defineTab";
import { alerts, alertsTab } from "../../../Views/Tabs/Alerts/alertsTab";
import { complianceTab } from "../../../Views/Tabs/Compliance/complianceTab";
import { misconfigurationsTab } from "../../../Views/Tabs/Misconfigurations/misconfigurationsTab";
import { vulnerabilitiesTab } from "../../../Views/Tabs/Vulnerabilities/vulnerabilitiesTab";
import { anAlert } from "../../Support/anAlert";
import { axeViolations } from "../../Support/axe";
import { fakeHost } from "../../Support/fakeHost";
import { alertsPage, deferred, failing, fakeServices } from "../../Support/fakeServices";
import { aComplianceIssue, aComponent, aMisconfiguration, pageOf } from "../../Support/findings";
import { bodyRowsOf, boxOf, choiceCalled, rowNamesOf, theGrid } from "../../Support/onScreen";
import { renderTab } from "../../Support/renderPage";

const three = ["Drift", "Web shell", "Coin miner"].map((title) => anAlert({ name: title, title }));

/** Alerts with details that are there at once. */
const plainAlerts = defineTab({
  ...alerts,
  Details: ({ item: { title } }) => <p>What happened in {title}</p>,
});

/** The alerts tab; `sent` is what was asked of the service, in its order. */
function show(listed: readonly Alert[] = three, changed: () => Promise<void> = () => Promise.resolve()) {
  const host = fakeHost();
  const sent: string[] = [];
  const services = fakeServices({
    alerts: {
      listPage: () => Promise.resolve(alertsPage(listed)),
      changeStatus(id, status) {
        sent.push(`${listed.find((alert) => alert.id === id)?.title ?? id}: ${status}`);
        return changed();
      },
    },
  });
  return { ...renderTab(plainAlerts, services, { host }), host, sent };
}

/** Presses keys where the focus is. */
function press(...keys: readonly string[]): void {
  for (const key of keys) {
    fireEvent.keyDown(document.activeElement ?? document.body, { key });
  }
}

/** Chooses a status by key. */
async function choose(status: string): Promise<void> {
  press("s");
  const menu = await screen.findByRole("menu");
  fireEvent.click(within(menu).getByRole("menuitem", { name: choiceCalled(status) }));
}

/** Chooses a status by key, and lets five seconds pass. */
async function chooseAndWait(status: string): Promise<void> {
  press("s");
  const menu = await screen.findByRole("menu");
  jest.useFakeTimers();
  fireEvent.click(within(menu).getByRole("menuitem", { name: choiceCalled(status) }));
  act(() => void jest.advanceTimersByTime(5_000));
  jest.useRealTimers();
}

const details = () => screen.getByRole("complementary", { name: "Details" });
const openTitle = () => within(details()).getByRole("heading", { level: 2 }).textContent;
const focusedRow = async () => {
  const grid = await theGrid();
  const index = bodyRowsOf(grid).findIndex((row) => row === document.activeElement);
  return rowNamesOf(grid)[index];
};
/** What is said of the last key. */
const says = (text: RegExp | string) =>
  waitFor(() =>
    expect(screen.getAllByRole("status").map((status) => status.textContent)).toContainEqual(
      expect.stringMatching(text),
    ),
  );

describe("through the findings", () => {
  test("j and k show the next and the previous one, and say so at the ends", async () => {
    show();
    await theGrid();
    press("j");
    expect(openTitle()).toBe("Drift");
    expect(await focusedRow()).toBe("Drift");
    press("k");
    await says("This is the first finding in the list.");
    press("j", "j");
    expect(openTitle()).toBe("Coin miner");
    expect(await focusedRow()).toBe("Coin miner");
    press("j");
    await says("This is the last finding in the list.");
    press("k");
    expect(openTitle()).toBe("Web shell");
    expect(screen.queryByText(/^This is the/)).not.toBeInTheDocument();
    expect(await within(details()).findByText("What happened in Web shell")).toBeVisible();
  });

  test("from the list open details follow the arrows, and Escape closes them; closed ones stay closed", async () => {
    show();
    await theGrid();
    press("j", "ArrowDown");
    expect(openTitle()).toBe("Web shell");
    expect(await focusedRow()).toBe("Web shell");
    press("Escape");
    expect(screen.queryByRole("complementary", { name: "Details" })).not.toBeInTheDocument();
    expect(await focusedRow()).toBe("Web shell");
    press("ArrowDown");
    expect(await focusedRow()).toBe("Coin miner");
    expect(screen.queryByRole("complementary", { name: "Details" })).not.toBeInTheDocument();
  });

  test("focus that is in the details stays in them", async () => {
    show();
    await theGrid();
    press("j", "Enter");
    const heading = within(details()).getByRole("heading", { level: 2 });
    await waitFor(() => expect(heading).toHaveFocus());
    press("j");
    expect(openTitle()).toBe("Web shell");
    expect(heading).toHaveFocus();
    expect(heading).toHaveAttribute("aria-live", "polite");
  });

  test("x selects the current one, and clears it", async () => {
    show();
    await theGrid();
    press("x");
    await says("Press J to go to the first finding, or select findings first.");
    press("j", "x");
    expect(boxOf("Drift")).toBeChecked();
    press("x");
    expect(boxOf("Drift")).not.toBeChecked();
  });

  test("slash goes to the search, and Enter back to the list", async () => {
    show();
    await theGrid();
    press("j", "j", "/");
    const search = screen.getByRole("searchbox");
    expect(search).toHaveFocus();
    fireEvent.keyDown(search, { key: "Enter", which: 13, keyCode: 13 });
    expect(await focusedRow()).toBe("Web shell");
  });
});

describe("a status by key", () => {
  test("isn't sent for five seconds, and says so; u takes it back", async () => {
    const { sent, host } = show();
    await theGrid();
    press("j");
    await choose("Resolved");
    await says("Not sent yet: Set Drift to Resolved. Leaving this page cancels it.");
    expect(host.guard()).toBe("A status change isn't sent yet. If you leave this page now, nothing changes.");
    expect(within(details()).getByRole("button", { name: "Status: Active. Change status" })).toBeVisible();
    press("u");
    await says("Set Drift to Resolved: undone. Nothing was sent.");
    expect(screen.queryByText(/^Not sent yet/)).not.toBeInTheDocument();
    expect(host.guard()).toBeUndefined();
    press("u");
    await says(/^There's no status change to undo\./);
    expect(sent).toEqual([]);
    expect(host.notices).toEqual([]);
  });

  test("is sent after five seconds, and then the next one is current, with its details", async () => {
    const { sent, host } = show();
    await theGrid();
    press("j");
    await chooseAndWait("Resolved");
    await waitFor(() => expect(sent).toEqual(["Drift: Resolved"]));
    await waitFor(() => expect(openTitle()).toBe("Web shell"));
    expect(rowNamesOf(await theGrid())).toEqual(["Web shell", "Coin miner"]);
    expect(await focusedRow()).toBe("Web shell");
    await waitFor(() => expect(host.notices.map(({ end }) => end)).toEqual(["success"]));
    expect(screen.queryByText(/^Not sent yet/)).not.toBeInTheDocument();
  });

  test("of the last one makes the one before it current, and of the only one closes the details", async () => {
    show(three.slice(0, 2));
    await theGrid();
    press("j", "j");
    await chooseAndWait("Dismissed");
    await waitFor(() => expect(openTitle()).toBe("Drift"));
    expect(await focusedRow()).toBe("Drift");
    await chooseAndWait("Dismissed");
    const none = await screen.findByRole("heading", { name: "No open alerts" });
    await waitFor(() => expect(screen.queryByRole("complementary")).not.toBeInTheDocument());
    expect(document.activeElement).toContainElement(none);
    expect(document.body).not.toHaveFocus();
  });

  test("is never sent when the page is left before", async () => {
    const { sent, unmount } = show();
    await theGrid();
    press("j", "s");
    const menu = await screen.findByRole("menu");
    jest.useFakeTimers();
    fireEvent.click(within(menu).getByRole("menuitem", { name: choiceCalled("Resolved") }));
    unmount();
    act(() => void jest.advanceTimersByTime(60_000));
    jest.useRealTimers();
    expect(sent).toEqual([]);
  });

  test("meanwhile nothing else changes the same alert", async () => {
    show();
    await theGrid();
    press("j");
    await choose("Resolved");
    press("s");
    await says(/A status change isn't sent yet\. Undo it, or wait five seconds\.$/);
    expect(screen.queryByRole("menu")).not.toBeInTheDocument();
    fireEvent.click(within(details()).getByRole("button", { name: /Change status$/ }));
    const dismissed = await screen.findByRole("menuitem", { name: choiceCalled("Dismissed") });
    expect(dismissed).toHaveAttribute("aria-disabled", "true");
  });

  test("of several is sent one after another, none is lost", async () => {
    const first = deferred<undefined>();
    const { sent } = show(three, () => (sent.length === 1 ? first.promise : Promise.resolve()));
    await theGrid();
    press("j");
    await chooseAndWait("Resolved");
    press("j");
    await chooseAndWait("Dismissed");
    await waitFor(() => expect(sent).toEqual(["Drift: Resolved"]));
    await act(() => Promise.resolve(first.resolve(undefined)));
    await waitFor(() => expect(sent).toEqual(["Drift: Resolved", "Web shell: Dismissed"]));
  });

  test("is about what is selected; undone, it's selected again", async () => {
    const { sent } = show();
    await theGrid();
    press("j", "x", "j", "x", "j");
    await choose("Resolved");
    expect(await screen.findByRole("dialog", { name: "Set 2 alerts to Resolved?" })).toBeVisible();
    press("k", "x", "u");
    fireEvent.click(screen.getByRole("button", { name: "Set to Resolved" }));
    expect(openTitle()).toBe("Coin miner");
    await says("Not sent yet: Set 2 alerts to Resolved.");
    expect(boxOf("Drift")).not.toBeChecked();
    fireEvent.click(screen.getByRole("button", { name: "Undo (U)" }));
    await says("Set 2 alerts to Resolved: undone. Nothing was sent.");
    expect(boxOf("Drift")).toBeChecked();
    expect(boxOf("Coin miner")).not.toBeChecked();
    expect(sent).toEqual([]);
  });

  test("that fails leaves the alert in the list, and the page says why", async () => {
    const { host } = show(three, () => failing({ kind: "forbidden", message: "You may not." }));
    await theGrid();
    press("j");
    await chooseAndWait("Resolved");
    expect(await screen.findByText(/Set Drift to Resolved: Updated 0 of 1\. 1 failed\./)).toBeVisible();
    expect(openTitle()).toBe("Drift");
    expect(host.notices.map(({ end }) => end)).toEqual(["error"]);
  });
});

describe("keys aren't ours", () => {
  test("in a text field, in a menu, and with modifiers", async () => {
    show();
    await theGrid();
    act(() => screen.getByRole("searchbox").focus());
    press("j");
    act(() => screen.getByRole("menuitem", { name: "Settings" }).focus());
    press("j");
    act(() => screen.getByRole("tab", { name: /^Alerts/ }).focus());
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "j", ctrlKey: true });
    press("g", "j");
    expect(screen.queryByRole("complementary", { name: "Details" })).not.toBeInTheDocument();
    press("j");
    expect(openTitle()).toBe("Drift");
  });

  test("once they're turned off in their list, which the portal keeps; axe finds nothing in it", async () => {
    const { host, unmount } = show();
    await theGrid();
    press("j");
    fireEvent.keyDown(document.activeElement ?? document.body, { key: "?", shiftKey: true });
    const help = await screen.findByRole("dialog", { name: "Keyboard shortcuts" });
    expect(within(help).getByRole("row", { name: "J Next finding, with its details" })).toBeVisible();
    expect(await axeViolations(document.body)).toEqual([]);
    fireEvent.click(within(help).getByRole("switch", { name: "Single-key shortcuts" }));
    fireEvent.click(within(help).getByText("Close"));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    act(() => bodyRowsOf(screen.getAllByRole("grid")[0] ?? document.body)[0]?.focus());
    press("j", "x");
    expect(openTitle()).toBe("Drift");
    expect(boxOf("Drift")).not.toBeChecked();
    unmount();
    expect(await host.settings.read("keys")).toBe("off");
    renderTab(alertsTab, fakeServices({ alerts: { listPage: () => Promise.resolve(alertsPage(three)) } }), {
      host,
    });
    await theGrid();
    press("j");
    expect(screen.queryByRole("complementary", { name: "Details" })).not.toBeInTheDocument();
  });
});

describe("what a tab offers", () => {
  const byOwner =
    "Defender for Cloud sets this status by owner, due date, and scan. Assign an owner, or fix the finding.";
  const policyId = "febd0533-8e55-448f-b837-bd0e06f16469";
  test.each<[string, RegisteredTab, Parameters<typeof fakeServices>[0], Readonly<Record<string, string>>]>([
    [
      "alerts",
      alertsTab,
      { alerts: { listPage: () => Promise.resolve(alertsPage(three)) } },
      {
        o: "Alerts don't have owners. Change the status instead.",
        f: "Alerts don't have a quick fix. Their details say how to mitigate the threat.",
      },
    ],
    [
      "vulnerable containers",
      vulnerabilitiesTab,
      { vulnerabilities: { listPage: () => Promise.resolve(pageOf([aComponent("web")])) } },
      { s: byOwner, f: "Only node pools can be upgraded from here.", l: "Logs open for alerts only." },
    ],
    [
      "misconfigurations",
      misconfigurationsTab,
      { misconfigurations: { listPage: () => Promise.resolve(pageOf([aMisconfiguration("m")])) } },
      {
        s: byOwner,
        f: "None of these recommendations has a quick fix.",
        l: "Logs open for alerts only.",
      },
    ],
    [
      "compliance issues",
      complianceTab,
      { compliance: { listPage: () => Promise.resolve(pageOf([aComplianceIssue("c")])) } },
      {
        s: byOwner,
        f: "None of these recommendations has a quick fix.",
        l: "Logs open for alerts only.",
      },
    ],
    [
      "misconfigurations of containers",
      misconfigurationsTab,
      {
        misconfigurations: {
          listPage: () =>
            Promise.resolve(
              pageOf([aMisconfiguration("f0debc84-981c-4a0d-924d-aa4bd7d55fef", { policyId })]),
            ),
        },
      },
      { f: "The built-in policy behind this recommendation no longer exists in Azure" },
    ],
  ])("keys that do nothing for %s say why", async (_, tab, services, reasons) => {
    renderTab(tab, fakeServices(services));
    await theGrid();
    press("j");
    for (const [key, reason] of Object.entries(reasons)) {
      press(key);
      await says(reason);
    }
  });

  test.each([
    ["o", "Assign owner: Add-on"],
    ["f", /Azure Policy/],
    ["e", "Download report"],
  ])("%s opens a form, about the current finding if it's about any", async (key, name) => {
    const fixable = aMisconfiguration(quickFixKeys.policyAddOn, { title: "Add-on" });
    renderTab(
      misconfigurationsTab,
      fakeServices({ misconfigurations: { listPage: () => Promise.resolve(pageOf([fixable])) } }),
    );
    await theGrid();
    press("j", key);
    expect(await screen.findByRole("dialog", { name })).toBeVisible();
  });
});
