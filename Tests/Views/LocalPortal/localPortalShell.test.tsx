import { ThemeProvider } from "@fluentui/react";
import { act, fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createViewHost } from "../../../Extension/LocalPortal/Shell/createViewHost";
import { ContextPane } from "../../../Extension/LocalPortal/Shell/ContextPane";
import { Notice } from "../../../Extension/LocalPortal/Shell/Notice";
import { Notifications } from "../../../Extension/LocalPortal/Shell/Notifications";
import { parseRoute } from "../../../Extension/LocalPortal/Shell/route";
import { VerifyLinkPage } from "../../../Extension/LocalPortal/Shell/VerifyLinkPage";
import type { Pane, ShellChange } from "../../../Extension/LocalPortal/Shell/shellState";
import { useThemeChoice } from "../../../Extension/LocalPortal/Shell/useThemeChoice";
import type { BladeClosed } from "../../../Extension/PortalSdk/portalHost";
import { labelOf } from "../../../Views/Kit/Protection/configurationNames";
import { axeViolations } from "../../Support/axe";

/** A pane for a view that isn't here, with what its opener hears. */
function showPane() {
  const changes: ShellChange[] = [];
  const closed: BladeClosed[] = [];
  const pane: Pane = {
    id: "pane 1",
    reference: { extensionName: "Other", bladeName: "SomeBlade", parameters: { id: "1" } },
    onClosed: (how) => void closed.push(how),
  };
  const shown = render(
    <ThemeProvider>
      <ContextPane pane={pane} theme="light" dispatch={(change) => void changes.push(change)} />
    </ThemeProvider>,
  );
  return { changes, closed, ...shown };
}

test("a pane for a blade that is not here says which one, and closes", async () => {
  const { changes, closed, unmount } = showPane();
  expect(within(screen.getByRole("dialog")).getByText(/"bladeName": "SomeBlade"/)).toBeInTheDocument();
  await userEvent.setup().click(screen.getByRole("button", { name: "Back" }));
  expect(changes).toEqual([{ type: "closeContextPane" }]);
  unmount();
  expect(closed).toContainEqual({ reason: 1 });
});

test("notifications are announced, newest first, and can be dismissed", async () => {
  const changes: ShellChange[] = [];
  const { container } = render(
    <ThemeProvider>
      <Notifications
        notifications={[
          { id: "2", title: "Done", description: "All went well.", status: "success" },
          { id: "1", title: "Failed", description: "It did not.", status: "error" },
        ]}
        dispatch={(change) => changes.push(change)}
      />
    </ThemeProvider>,
  );
  expect(await screen.findByText("Done")).toBeInTheDocument();
  const [first] = screen.getAllByRole("button", { name: "Dismiss" });
  if (first) {
    await userEvent.setup().click(first);
  }
  expect(changes).toEqual([{ type: "dismiss", id: "2" }]);
  expect(await axeViolations(container)).toEqual([]);
});

test("a success goes away after five seconds, but not from under the focus; all else stays", () => {
  const changes: ShellChange[] = [];
  const waits = new Set<{ readonly milliseconds: number; readonly then: () => void }>();
  const pass = () => {
    const due = [...waits];
    waits.clear();
    due.forEach(({ then }) => then());
    return due.map(({ milliseconds }) => milliseconds);
  };
  render(
    <ThemeProvider>
      <Notifications
        notifications={(["error", "success", "warning", "information"] as const).map((status) => ({
          id: status,
          title: status,
          description: "",
          status,
        }))}
        dispatch={(change) => changes.push(change)}
        wait={(milliseconds, then) => {
          const wait = { milliseconds, then };
          waits.add(wait);
          return () => waits.delete(wait);
        }}
      />
    </ThemeProvider>,
  );
  const button = screen.getAllByRole("button", { name: "Dismiss" })[1];
  act(() => button?.focus());
  expect(pass()).toEqual([5000]);
  expect(changes).toEqual([]);
  act(() => button?.blur());
  expect(pass()).toEqual([5000]);
  expect(changes).toEqual([{ type: "dismiss", id: "success" }]);
  expect(waits.size).toBe(0);
});

test.each([
  ["failed", "The view stopped"],
  ["notFound", "Not found"],
  ["noData", "Nothing to show"],
  ["unauthorized", "No access"],
] as const)("the notice %s has its own title", (kind, title) => {
  render(<Notice notice={{ kind, message: "Because." }} />);
  expect(screen.getByRole("alert")).toHaveTextContent(`${title}Because.`);
});

const quiet = () => undefined;
const viewHost = (dispatch: (change: ShellChange) => void) =>
  createViewHost({
    events: {
      onReady: quiet,
      onTitle: quiet,
      onNotice: quiet,
      onClose: quiet,
      onGuard: quiet,
      onShowView: quiet,
    },
    dispatch,
    theme: () => "light",
    onThemeListener: quiet,
    onParametersListener: quiet,
    signal: new AbortController().signal,
  });

test("the view that opened a pane hears what it returned, once, and no other view does", async () => {
  const panes: Pane[] = [];
  const opener = viewHost((change) => {
    if (change.type === "openContextPane") {
      panes.push(change.pane);
    }
  });
  const reference = { extensionName: "AksSecurityDashboard", bladeName: "PlanSettings.ReactView" };
  const id = (await opener.openContextPane(reference)) ?? "";
  expect(panes).toMatchObject([{ id, reference }]);
  panes[0]?.onClosed({ reason: 2, data: { changed: true } });
  panes[0]?.onClosed({ reason: 1 });
  expect(await opener.whenClosed(id)).toEqual({ reason: 2, data: { changed: true } });
  expect(await opener.openContextPane(reference)).not.toBe(id);
  await expect(viewHost(quiet).whenClosed(id)).rejects.toThrow("opened no such pane");
});

test("links of views go through the shell, which asks before sites that it doesn't know", async () => {
  const host = viewHost(quiet);
  expect(await host.sanitizeLink("https://learn.microsoft.com/azure")).toBe(
    "https://learn.microsoft.com/azure",
  );
  expect(await host.sanitizeLink("javascript:alert(1)")).toBe("");
  const asking = await host.sanitizeLink("https://nvd.nist.gov/vuln/detail/CVE-1");
  const { origin, pathname, hash } = new URL(asking);
  expect(`${origin}${pathname}`).toBe(`${window.location.origin}${window.location.pathname}`);
  const route = parseRoute(hash);
  expect(route).toEqual({ kind: "verifyLink", href: "https://nvd.nist.gov/vuln/detail/CVE-1" });
  const stays: string[] = [];
  render(<VerifyLinkPage href="https://nvd.nist.gov/vuln/detail/CVE-1" onStay={() => stays.push("stay")} />);
  expect(screen.getByText("https://nvd.nist.gov/vuln/detail/CVE-1")).toBeVisible();
  const go = screen.getByRole("link", { name: "Continue to nvd.nist.gov" });
  expect(go).toHaveAttribute("href", "https://nvd.nist.gov/vuln/detail/CVE-1");
  expect(go).toHaveAttribute("rel", "noopener noreferrer");
  fireEvent.click(screen.getByRole("button", { name: "Stay" }));
  expect(stays).toEqual(["stay"]);
});

describe("settings that were stored", () => {
  const host = viewHost(quiet);
  afterEach(() => window.localStorage.clear());

  test.each([
    ["{", {}],
    ["null", {}],
    ["[1]", {}],
    ['{"columns":"kept","broken":{"a":1},"empty":null,"number":1}', { columns: "kept" }],
  ])("%s: what cannot be read does not stop the rest, nor what is written then", async (stored, expected) => {
    window.localStorage.setItem("settings AksSecurityDashboard", stored);
    expect(await host.readSettings()).toEqual(expected);
    await host.changeSettings({ density: "compact" });
    expect(await host.readSettings()).toEqual({ ...expected, density: "compact" });
  });
});

describe("a storage that is full", () => {
  const { setItem } = Storage.prototype;
  beforeEach(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("The quota has been exceeded.", "QuotaExceededError");
    };
  });
  afterEach(() => {
    Storage.prototype.setItem = setItem;
  });

  test("keeps no theme, and stops nothing: the choice holds for the visit", async () => {
    function Chooser() {
      const [theme, setTheme] = useThemeChoice();
      return <button onClick={() => setTheme("dark")}>{theme}</button>;
    }
    render(<Chooser />);
    await userEvent.setup().click(screen.getByRole("button", { name: "light" }));
    expect(screen.getByRole("button", { name: "dark" })).toBeVisible();
  });

  test("is told to the view that wanted to keep something", async () => {
    await expect(viewHost(quiet).changeSettings({ density: "compact" })).rejects.toThrow("quota");
    expect(await viewHost(quiet).readSettings()).toEqual({});
  });
});

test("a configuration that is called like something every object has is shown by its own name", () => {
  expect(["constructor", "toString", "__proto__"].map(labelOf)).toEqual([
    "constructor",
    "toString",
    "__proto__",
  ]);
});
