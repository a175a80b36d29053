import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { alertsTab } from "../../../Views/Tabs/Alerts/alertsTab";
import { complianceTab } from "../../../Views/Tabs/Compliance/complianceTab";
import { anAlert } from "../../Support/anAlert";
import { axeViolations } from "../../Support/axe";
import { fakeHost } from "../../Support/fakeHost";
import { alertsPage, fakeServices, servicesWith } from "../../Support/fakeServices";
import { clusterId } from "../../Support/findings";
import {
  chooseFilter,
  columnNamesOf,
  command,
  openFirst,
  openTab,
  paste,
  rowNamesOf,
  theGrid,
} from "../../Support/onScreen";
import { renderDashboard } from "../../Support/renderDashboard";
import { renderPage, renderTab } from "../../Support/renderPage";

const alerts = [
  anAlert({ name: "a", title: "Crypto mining", severity: "High" }),
  anAlert({ name: "b", title: "Web shell", severity: "High" }),
  anAlert({ name: "c", title: "Mining pool", severity: "Low" }),
];
const idOf = (name: string) => alerts.find(({ id }) => id.endsWith(`/${name}`))?.id ?? "";
const field = (text: string) =>
  text.replace(/[^A-Za-z0-9-]/g, (unit) => `_${unit.charCodeAt(0).toString(16)}`);

/** The page of those alerts, opened by a link. */
function show(view = "", tabs = [alertsTab]) {
  const host = fakeHost();
  return { host, ...renderPage(tabs, servicesWith(alerts), { host, view }) };
}

/** The bar about the link. */
async function note(): Promise<HTMLElement> {
  const dismiss = await screen.findByRole("button", { name: "Dismiss" });
  return dismiss.closest(".ms-MessageBar") ?? dismiss;
}

test("a link brings back tab, search, filters, sorting, columns and the open finding", async () => {
  const view = `1~t.alerts~q.mining~f.severity.Low.High~d.title~c.status.title~h.startTime.updatedTime~o.${field(idOf("c"))}~z`;
  const { container } = show(view);
  const panel = await screen.findByRole("complementary", { name: "Details" });
  expect(within(panel).getByRole("heading", { level: 2 })).toHaveTextContent("Mining pool");
  const grid = await theGrid();
  expect(rowNamesOf(grid)).toEqual(["Mining pool", "Crypto mining"]);
  expect(columnNamesOf(grid)).toEqual(["Severity", "Status", "Title"]);
  expect(screen.getByRole("searchbox")).toHaveValue("mining");
  expect(screen.getByRole("button", { name: "Severity: High, Low. Edit filter" })).toBeVisible();
  expect(screen.getByRole("columnheader", { name: /Title/ })).toHaveAttribute("aria-sort", "descending");
  expect(screen.queryByText(/This link/)).not.toBeInTheDocument();
  expect(await axeViolations(container)).toEqual([]);
});

test("the link that is copied says what is seen, and opens the same", async () => {
  const { host, unmount } = show();
  const user = userEvent.setup();
  await theGrid();
  await user.type(screen.getByRole("searchbox"), "mining");
  await chooseFilter(screen.getByRole("search"), "Severity", "High");
  await user.click(within(screen.getByRole("columnheader", { name: /Title/ })).getByText("Title"));
  await openFirst();
  await user.click(command("Copy link to this view"));
  expect(await screen.findByRole("menuitem", { name: "Link copied" })).toBeVisible();
  const expected = `1~t.alerts~q.mining~f.severity.High~a.title~c~o.${field(idOf("a"))}~z`;
  expect(host.copied).toEqual([`https://portal.test/#${clusterId}/view/${expected}`]);
  // It was the link to something else from now on.
  await user.click(screen.getByRole("button", { name: "Close details" }));
  expect(await screen.findByRole("menuitem", { name: "Copy link to this view" })).toBeVisible();

  unmount();
  const opened = show(expected);
  await screen.findByRole("complementary", { name: "Details" });
  await userEvent.setup().click(command("Copy link to this view"));
  await waitFor(() => expect(opened.host.copied).toEqual(host.copied));
});

test("where nothing may be copied the link is there to copy by hand", async () => {
  const host = { ...fakeHost(), copyText: () => Promise.resolve(false) };
  const { container } = renderTab(alertsTab, servicesWith(alerts), { host });
  await theGrid();
  await userEvent.setup().click(command("Copy link to this view"));
  const link = await screen.findByRole("textbox", { name: "Link to this view" });
  expect(link).toHaveValue(`https://portal.test/#${clusterId}/view/1~t.alerts~c~z`);
  expect(await axeViolations(container)).toEqual([]);
  await userEvent.setup().click(screen.getByRole("button", { name: "Dismiss" }));
  expect(link).not.toBeInTheDocument();
});

test("what is too much for a link says so instead of copying half of it", async () => {
  const { host } = show(`1~t.alerts~q.${"x".repeat(7900)}~z`);
  await screen.findByText("None of the 3 alerts match the search and filters.");
  await paste(screen.getByRole("searchbox"), "ü".repeat(40));
  const copy = command("Copy link to this view");
  await waitFor(() => expect(copy).toHaveAttribute("aria-disabled", "true"));
  expect(copy).toHaveAttribute("title", expect.stringMatching(/^There are too many selections for a link/));
  await userEvent.setup().click(copy);
  expect(host.copied).toEqual([]);
});

test("the address follows: steps are entries, typing and refining are not", async () => {
  const { host } = show("", [alertsTab, complianceTab]);
  const user = userEvent.setup();
  await theGrid();
  expect(host.shown).toEqual([]);
  await user.type(screen.getByRole("searchbox"), "mining");
  await waitFor(() => expect(host.shown).toEqual([{ view: "1~t.alerts~q.mining~z", how: "replace" }]));
  await openFirst();
  const open = `1~t.alerts~q.mining~o.${field(idOf("a"))}~z`;
  expect(host.shown.slice(1)).toEqual([{ view: open, how: "push" }]);
  await user.click(screen.getByRole("button", { name: "Close details" }));
  await openTab("Compliance");
  expect(host.shown.slice(2)).toEqual([
    { view: "1~t.alerts~q.mining~z", how: "push" },
    { view: "1~t.compliance~v.alerts~q.mining~z", how: "push" },
  ]);
});

test("what was typed last is on the entry that a step leaves", async () => {
  const { host } = show();
  await theGrid();
  await userEvent.setup({ delay: null }).type(screen.getByRole("searchbox"), "shell");
  await openFirst();
  expect(host.shown.at(-2)).toEqual({ view: "1~t.alerts~q.shell~z", how: "replace" });
  expect(host.shown.at(-1)).toMatchObject({ how: "push" });
});

test("a link in part not known says so, shows the rest, and can be dismissed", async () => {
  const { container, host } = show("1~t.alerts~q.mining~d.color~f.mood.good~z");
  const warning = await note();
  expect(warning).toHaveTextContent("This link names an unknown column: color");
  expect(warning).toHaveTextContent("This link names an unknown filter: mood");
  expect(rowNamesOf(await theGrid())).toEqual(["Crypto mining", "Mining pool"]);
  expect(await axeViolations(container)).toEqual([]);
  // The address says what is seen.
  await waitFor(() => expect(host.shown).toEqual([{ view: "1~t.alerts~q.mining~z", how: "replace" }]));
  await userEvent.setup().click(screen.getByRole("button", { name: "Dismiss" }));
  expect(screen.queryByText(/This link/)).not.toBeInTheDocument();
});

test("a link to a finding that has ended says so", async () => {
  const { host } = show("1~t.alerts~o._2fgone~z");
  expect(await note()).toHaveTextContent("This link opens a finding that's no longer listed.");
  expect(screen.queryByRole("complementary", { name: "Details" })).not.toBeInTheDocument();
  await waitFor(() => expect(host.shown).toEqual([{ view: "", how: "replace" }]));
});

test("a finding that ends by a refresh is no fault of a link", async () => {
  let listed = alerts;
  const services = servicesWith(alerts);
  renderTab(
    alertsTab,
    { ...services, alerts: { ...services.alerts, listPage: () => Promise.resolve(alertsPage(listed)) } },
    { host: fakeHost() },
  );
  await openFirst();
  listed = alerts.slice(2);
  await userEvent.setup().click(command("Refresh"));
  await waitFor(() =>
    expect(screen.queryByRole("complementary", { name: "Details" })).not.toBeInTheDocument(),
  );
  expect(screen.queryByText(/This link/)).not.toBeInTheDocument();
});

test("a link of another version shows the usual view and says so", async () => {
  renderDashboard(fakeServices(), { view: "7~x" });
  expect(await note()).toHaveTextContent("another version of this page");
  expect(await screen.findByRole("tab", { name: /^Alerts/, selected: true })).toBeVisible();
});

test("back brings back what was seen, and the columns stay as they are by now", async () => {
  const host = fakeHost();
  const { goTo } = renderDashboard(servicesWith(alerts), { host });
  await theGrid();
  const user = userEvent.setup();
  await user.type(screen.getByRole("searchbox"), "mining");
  await openFirst();
  const panel = () => screen.queryByRole("complementary", { name: "Details" });
  const [before, after] = host.shown.slice(-2).map(({ view }) => view);
  // The portal hands back what the page has shown.
  goTo(after ?? "");
  expect(panel()).toBeVisible();
  fireEvent.keyDown(within(screen.getByRole("columnheader", { name: /Title/ })).getByText("Title"), {
    key: "ArrowRight",
    shiftKey: true,
  });
  goTo(before ?? "");
  await waitFor(() => expect(panel()).not.toBeInTheDocument());
  expect(screen.getByRole("searchbox")).toHaveValue("mining");
  await waitFor(() => expect(host.shown.at(-1)?.view).toMatch(/~q\.mining~w\.title\.\d+~z$/));
  expect(host.shown.at(-1)?.how).toBe("replace");
  const shown = host.shown.at(-1)?.view ?? "";
  goTo(shown);
  goTo("1~t.compliance~v.alerts~f.mood.good~z");
  expect(await screen.findByRole("tab", { name: /^Compliance/, selected: true })).toBeVisible();
  expect(await note()).toHaveTextContent("unknown filter: mood");
});

test("another finding that ends is no fault of the link that opened one", async () => {
  let listed = alerts;
  const services = servicesWith(alerts);
  renderTab(
    alertsTab,
    { ...services, alerts: { ...services.alerts, listPage: () => Promise.resolve(alertsPage(listed)) } },
    { host: fakeHost(), view: `1~t.alerts~o.${field(idOf("c"))}~z` },
  );
  const panel = await screen.findByRole("complementary", { name: "Details" });
  await userEvent.setup().click(within(panel).getByRole("button", { name: "Previous" }));
  await waitFor(() =>
    expect(within(panel).getByRole("heading", { level: 2 })).toHaveTextContent("Web shell"),
  );
  listed = alerts.slice(2);
  await userEvent.setup().click(command("Refresh"));
  await waitFor(() => expect(panel).not.toBeInTheDocument());
  expect(screen.queryByText(/This link/)).not.toBeInTheDocument();
});
