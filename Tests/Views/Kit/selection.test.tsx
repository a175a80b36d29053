import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Alert } from "../../../Client/Alerts/alert";
import { defineTab } from "../../../Views/Kit/Tab/defineTab";
import { vulnerabilities } from "../../../Views/Tabs/Vulnerabilities/vulnerabilitiesTab";
import { alertsTab } from "../../../Views/Tabs/Alerts/alertsTab";
import { anAlert } from "../../Support/anAlert";
import { axeViolations } from "../../Support/axe";
import {
  alertsPage,
  deferred,
  failing,
  fakeServices,
  secondPage,
  servicesWith,
} from "../../Support/fakeServices";
import { aComponent, pageOf } from "../../Support/findings";
import {
  boxOf,
  chooseFilter,
  command,
  firstRow,
  headerBox,
  openTab,
  rowNamesOf,
  rows,
  selectRows,
  theGrid,
} from "../../Support/onScreen";
import { renderDashboard } from "../../Support/renderDashboard";
import { renderTab } from "../../Support/renderPage";

const drift = anAlert({ name: "drift", title: "Drift", severity: "High" });
const shell = anAlert({ name: "shell", title: "Web shell", severity: "High" });
const miner = anAlert({ name: "miner", title: "Coin miner", severity: "Medium" });
const scan = anAlert({ name: "scan", title: "Port scan", severity: "Low", status: "InProgress" });
const four = [drift, shell, miner, scan];

/** What is ticked, in the order of the grid. */
async function selectedNames(): Promise<readonly (string | null)[]> {
  const grid = await theGrid();
  return within(grid)
    .getAllByRole<HTMLInputElement>("checkbox", { checked: true })
    .map((box) => (box.getAttribute("aria-label") ?? "").replace(/^Select /, ""))
    .filter((name) => !name.startsWith("all "));
}

const noDetails = () =>
  expect(screen.queryByRole("complementary", { name: "Details" })).not.toBeInTheDocument();

async function search(text: string): Promise<void> {
  const box = screen.getByRole("searchbox");
  await userEvent.setup().clear(box);
  await userEvent.setup().type(box, text);
}

async function pressOnFirstRow(keys: string): Promise<void> {
  (await firstRow()).focus();
  await userEvent.setup().keyboard(keys);
}

describe("one by one", () => {
  test("nothing is selected at first, and there is nothing to clear", async () => {
    renderTab(alertsTab, servicesWith(four));
    expect(await theGrid()).toHaveAttribute("aria-multiselectable", "true");
    expect(screen.queryByText(/\d selected/)).not.toBeInTheDocument();
    expect(headerBox()).not.toBeChecked();
    expect(headerBox()).not.toBePartiallyChecked();
    expect(screen.queryByRole("button", { name: "Clear selection" })).not.toBeInTheDocument();
  });

  test("the checkbox selects a row without opening it, and takes it back", async () => {
    renderTab(alertsTab, servicesWith(four));
    await selectRows("Web shell");
    expect(await selectedNames()).toEqual(["Web shell"]);
    expect(screen.getByText("1 selected")).toBeVisible();
    expect(headerBox()).toBePartiallyChecked();
    noDetails();
    await selectRows("Web shell");
    expect(boxOf("Web shell")).not.toBeChecked();
    expect(screen.queryByText(/\d selected/)).not.toBeInTheDocument();
  });

  test("a click beside the checkbox opens the row and selects nothing", async () => {
    renderTab(alertsTab, servicesWith(four));
    await userEvent.setup().click(await firstRow());
    expect(await screen.findByRole("complementary", { name: "Details" })).toBeVisible();
    expect(screen.queryByText(/\d selected/)).not.toBeInTheDocument();
  });

  test("Space selects the row with the focus and stays there; Enter opens it", async () => {
    renderTab(alertsTab, servicesWith(four));
    await pressOnFirstRow(" {ArrowDown} ");
    expect(await selectedNames()).toEqual(["Drift", "Web shell"]);
    noDetails();
    expect((await rows())[1]).toHaveFocus();
    await userEvent.setup().keyboard(" ");
    expect(await selectedNames()).toEqual(["Drift"]);
    await userEvent.setup().keyboard("{Enter}");
    expect(await screen.findByRole("heading", { level: 2, name: "Web shell" })).toHaveFocus();
    expect(await selectedNames()).toEqual(["Drift"]);
  });

  test("Space on a checkbox itself presses it once", async () => {
    renderTab(alertsTab, servicesWith(four));
    await theGrid();
    boxOf("Coin miner").focus();
    await userEvent.setup().keyboard(" ");
    expect(await selectedNames()).toEqual(["Coin miner"]);
    noDetails();
  });

  test("only the row with the tab stop has a checkbox in the tab order", async () => {
    renderTab(alertsTab, servicesWith(four));
    await theGrid();
    const stops = (await rows()).map(
      (row) =>
        within(row)
          .getAllByRole("checkbox")
          .filter(({ tabIndex }) => tabIndex >= 0).length,
    );
    expect(stops.slice(1)).toEqual([0, 0, 0]);
  });

  test("with Shift everything from the last one to this one joins, in the order on screen, either way", async () => {
    renderTab(alertsTab, servicesWith(four));
    const user = userEvent.setup();
    await user.click(within(await screen.findByRole("columnheader", { name: /Title/ })).getByRole("button"));
    expect(rowNamesOf(await theGrid())).toEqual(["Coin miner", "Drift", "Port scan", "Web shell"]);
    await selectRows("Port scan");
    fireEvent.click(boxOf("Coin miner"), { shiftKey: true });
    expect(await selectedNames()).toEqual(["Coin miner", "Drift", "Port scan"]);
    fireEvent.click(boxOf("Web shell"), { shiftKey: true });
    expect(await selectedNames()).toEqual(["Coin miner", "Drift", "Port scan", "Web shell"]);
    expect(screen.getByText("4 selected")).toBeVisible();
  });

  test("Shift without a row before it selects just the one", async () => {
    renderTab(alertsTab, servicesWith(four));
    await theGrid();
    fireEvent.click(boxOf("Coin miner"), { shiftKey: true });
    expect(await selectedNames()).toEqual(["Coin miner"]);
  });
});

describe("all that match", () => {
  test("the header selects them, is in between with some, and takes them back", async () => {
    renderTab(alertsTab, servicesWith(four));
    await theGrid();
    await userEvent.setup().click(headerBox());
    expect(screen.getByText("4 selected")).toBeVisible();
    expect(headerBox()).toBeChecked();
    await selectRows("Drift");
    expect(headerBox()).toBePartiallyChecked();
    expect(screen.getByText("3 selected")).toBeVisible();
    await userEvent.setup().click(headerBox());
    expect(screen.getByText("4 selected")).toBeVisible();
    await userEvent.setup().click(headerBox());
    expect(screen.queryByText(/\d selected/)).not.toBeInTheDocument();
  });

  test("Ctrl+A selects them all, those far out of sight included", async () => {
    const many = Array.from({ length: 300 }, (_, index) => anAlert({ name: `n${index}` }));
    renderTab(alertsTab, servicesWith(many));
    await pressOnFirstRow("{Control>}a{/Control}");
    expect(screen.getByText("300 selected")).toBeVisible();
    expect((await rows()).length).toBeLessThan(60);
    expect(screen.getByRole("checkbox", { name: "Select all 300 that match" })).toBeChecked();
    noDetails();
  });

  test("is about what search and filters let through, and leaves the rest as it was", async () => {
    renderTab(alertsTab, servicesWith(four));
    await selectRows("Drift");
    await search("scan");
    await userEvent.setup().click(screen.getByRole("checkbox", { name: "Select all 1 that match" }));
    expect(screen.getByText("2 selected, 1 of them hidden by the search and filters")).toBeVisible();
    await userEvent.setup().click(headerBox());
    expect(screen.getByText("1 selected, 1 of them hidden by the search and filters")).toBeVisible();
    await userEvent.setup().clear(screen.getByRole("searchbox"));
    expect(await selectedNames()).toEqual(["Drift"]);
  });

  test("clearing takes back the hidden ones too", async () => {
    renderTab(alertsTab, servicesWith(four));
    await selectRows("Drift", "Port scan");
    await search("scan");
    await userEvent.setup().click(screen.getByRole("button", { name: "Clear selection" }));
    expect(screen.queryByText(/\d selected/)).not.toBeInTheDocument();
    await userEvent.setup().clear(screen.getByRole("searchbox"));
    expect(headerBox()).not.toBePartiallyChecked();
    expect(screen.queryByRole("button", { name: "Clear selection" })).not.toBeInTheDocument();
  });
});

describe("a selection stays", () => {
  test("through sorting, searching and filtering, and says how many of it are hidden", async () => {
    renderTab(alertsTab, servicesWith(four));
    await selectRows("Drift", "Port scan");
    const title = screen.getByRole("columnheader", { name: /Title/ });
    await userEvent.setup().click(within(title).getByRole("button"));
    expect(await selectedNames()).toEqual(["Drift", "Port scan"]);
    await search("drift");
    expect(screen.getByText("2 selected, 1 of them hidden by the search and filters")).toBeVisible();
    await userEvent.setup().clear(screen.getByRole("searchbox"));
    expect(screen.getByText("2 selected")).toBeVisible();
    await chooseFilter(screen.getByRole("search"), "Severity", "Medium");
    expect(screen.getByText("2 selected, 2 of them hidden by the search and filters")).toBeVisible();
  });

  test("when nothing at all matches any more", async () => {
    renderTab(alertsTab, servicesWith(four));
    await selectRows("Drift");
    await search("zzz");
    expect(screen.getByText("1 selected, 1 of them hidden by the search and filters")).toBeVisible();
  });

  test("through a refresh; what it has ended is no longer counted", async () => {
    let current: readonly Alert[] = four;
    renderTab(alertsTab, fakeServices({ alerts: { listPage: () => Promise.resolve(alertsPage(current)) } }));
    await selectRows("Drift", "Port scan");
    current = [{ ...scan, updatedTime: new Date("2026-11-21T00:00:00Z") }, shell];
    await userEvent.setup().click(command("Refresh"));
    expect(await screen.findByText("1 selected")).toBeVisible();
    expect(await selectedNames()).toEqual(["Port scan"]);
  });

  test("while another tab is looked at", async () => {
    renderDashboard(servicesWith(four));
    await selectRows("Drift", "Port scan");
    await openTab("Misconfigurations");
    expect(await screen.findByRole("tab", { name: /^Misconfigurations \(/, selected: true })).toBeVisible();
    expect(screen.queryByRole("menuitem", { name: "Change status" })).not.toBeInTheDocument();
    await openTab("Alerts");
    expect(await selectedNames()).toEqual(["Drift", "Port scan"]);
    expect(screen.getByText("2 selected")).toBeVisible();
  });
});

describe("all that match, while more are still coming", () => {
  const late = [miner, scan];
  /** The first page is there, the second comes when the test lets it. */
  function show() {
    const second = deferred<ReturnType<typeof alertsPage>>();
    const listPage: ReturnType<typeof servicesWith>["alerts"]["listPage"] = (cursor) =>
      cursor ? second.promise : Promise.resolve(alertsPage([drift, shell], { next: secondPage, total: 4 }));
    renderTab(alertsTab, fakeServices({ alerts: { listPage } }));
    return { arrive: () => act(() => Promise.resolve(second.resolve(alertsPage(late)))), second };
  }

  const selectAll = async () => {
    await theGrid();
    await userEvent.setup().click(headerBox());
  };
  const growing = "2 selected. More matching findings are added as they load.";

  test("takes in those that come later, and says so", async () => {
    const { arrive } = show();
    await selectAll();
    expect(screen.getByText(growing)).toBeVisible();
    await arrive();
    expect(await screen.findByText("4 selected")).toBeVisible();
    expect(screen.queryByText(growing)).not.toBeInTheDocument();
  });

  test("takes in of them only what matches", async () => {
    const { arrive } = show();
    await theGrid();
    await search("s"); // Web shell, Port scan; "Drift" and "Coin miner" have none in any column.
    const matching = rowNamesOf(await theGrid()).length;
    await selectAll();
    await arrive();
    await waitFor(async () => expect(rowNamesOf(await theGrid()).length).toBeGreaterThan(matching));
    const shown = rowNamesOf(await theGrid());
    expect(await screen.findByText(`${shown.length} selected`)).toBeVisible();
    expect(await selectedNames()).toEqual(shown);
  });

  test.each<[string, () => Promise<void>]>([
    ["a search", () => search("r")],
    ["a filter", () => chooseFilter(screen.getByRole("search"), "Severity", "High")],
    [
      "a tile of the findings bar",
      () => userEvent.setup().click(screen.getByRole("button", { name: /High alerts$/ })),
    ],
  ])("%s ends that: what comes later is not taken in unseen", async (_, narrow) => {
    const { arrive } = show();
    await selectAll();
    await narrow();
    expect(screen.queryByText(growing)).not.toBeInTheDocument();
    await arrive();
    expect(await screen.findByText(/ of 4 alerts$/)).toBeVisible();
    expect(screen.getByText(/^2 selected/)).toBeVisible();
  });

  test("taking one back ends that too", async () => {
    const { arrive } = show();
    await selectAll();
    await selectRows("Drift");
    await arrive();
    expect(await screen.findByText("4 alerts")).toBeVisible();
    expect(await selectedNames()).toEqual(["Web shell"]);
  });

  test("clearing ends that too", async () => {
    const { arrive } = show();
    await selectAll();
    await userEvent.setup().click(screen.getByRole("button", { name: "Clear selection" }));
    await arrive();
    expect(await screen.findByText("4 alerts")).toBeVisible();
    expect(screen.queryByText(/\d selected/)).not.toBeInTheDocument();
  });

  test("when the rest is lost, it no longer says that more will come", async () => {
    const { second } = show();
    await selectAll();
    second.reject(
      await failing({ kind: "unexpected", message: "Page lost." }).catch((error: unknown) => error),
    );
    expect(await screen.findByText(/Only the first 2 of 4 alerts/)).toBeVisible();
    expect(screen.queryByText(growing)).not.toBeInTheDocument();
    expect(screen.getByText("2 selected")).toBeVisible();
  });
});

test("findings of which many cannot be changed have no checkboxes, and Space opens them", async () => {
  const listPage = () => Promise.resolve(pageOf([aComponent("api"), aComponent("web")]));
  const { useCommands: _, ...readOnly } = vulnerabilities;
  renderTab(defineTab(readOnly), fakeServices({ vulnerabilities: { listPage } }));
  const grid = await theGrid();
  expect(within(grid).queryByRole("checkbox")).not.toBeInTheDocument();
  expect(grid).not.toHaveAttribute("aria-multiselectable");
  expect(screen.queryByText("0 selected")).not.toBeInTheDocument();
  await pressOnFirstRow("{Control>}a{/Control} ");
  expect(await screen.findByRole("complementary", { name: "Details" })).toBeVisible();
});

test("axe finds nothing in a grid with a part selected and hidden", async () => {
  const { container } = renderTab(alertsTab, servicesWith(four));
  await selectRows("Drift", "Port scan");
  await search("r");
  expect(await axeViolations(container)).toEqual([]);
});
