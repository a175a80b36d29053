import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { alertsTab } from "../../../Views/Tabs/Alerts/alertsTab";
import { anAlert } from "../../Support/anAlert";
import { axeViolations } from "../../Support/axe";
import { fakeHost } from "../../Support/fakeHost";
import { servicesWith } from "../../Support/fakeServices";
import { columnNamesOf, paste, rowNamesOf, rows, theGrid } from "../../Support/onScreen";
import { renderTab } from "../../Support/renderPage";

const alerts = [
  anAlert({ name: "a", title: "Crypto mining", severity: "High", status: "Active" }),
  anAlert({ name: "b", title: "Web shell", severity: "Low", status: "InProgress" }),
];

/** The alerts, with what the portal has kept. */
async function show({ kept, view = "" }: { readonly kept?: string; readonly view?: string } = {}) {
  const host = fakeHost();
  if (kept !== undefined) {
    await host.settings.write("grids", kept);
  }
  const rendered = renderTab(alertsTab, servicesWith(alerts), { host, view });
  await theGrid();
  return { host, ...rendered, stored: async () => parsed(await host.settings.read("grids")) };
}

const parsed = (text: string | undefined): unknown => JSON.parse(text ?? "null");

const names = async () => columnNamesOf(await theGrid()).map((name) => name?.replace(/ \(.*/, ""));
const usual = ["Severity", "Title", "Activity start time", "Last updated time", "Status"];

async function openChooser() {
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "Edit columns" }));
  return { user, chooser: within(await screen.findByRole("dialog", { name: "Columns and rows" })) };
}

const keptLayout = (over: object) =>
  JSON.stringify({
    version: 1,
    density: "normal",
    columns: { alerts: { order: [], hidden: [], widths: {}, ...over } },
  });

test("columns are hidden and moved; nothing changes before it is saved, and then it is kept", async () => {
  const { stored } = await show();
  const { user, chooser } = await openChooser();
  await user.click(chooser.getByRole("checkbox", { name: "Status" }));
  await user.click(chooser.getByRole("button", { name: "Move Title up" }));
  expect(chooser.getByRole("status")).toHaveTextContent("Title is now column 1 of 5");
  expect(await stored()).toBeNull();
  await user.click(chooser.getByRole("button", { name: "Save" }));
  expect(await names()).toEqual(["Title", "Severity", "Activity start time", "Last updated time"]);
  await waitFor(async () =>
    expect(await stored()).toEqual({
      version: 1,
      density: "normal",
      columns: {
        alerts: {
          order: ["title", "severity", "startTime", "updatedTime", "status"],
          hidden: ["status"],
          widths: {},
        },
      },
    }),
  );
});

test("the grid says how many columns it has, and its rows agree", async () => {
  await show({ kept: keptLayout({ hidden: ["status", "startTime"] }) });
  await waitFor(async () => expect(await names()).toEqual(["Severity", "Title", "Last updated time"]));
  const grid = await theGrid();
  // The checkboxes are a column too.
  expect(grid).toHaveAttribute("aria-colcount", "4");
  const [row] = await rows();
  expect(row?.querySelectorAll("[role=gridcell], [role=rowheader]")).toHaveLength(4);
});

test("the column that names the rows cannot be hidden, not even by what is kept", async () => {
  await show({ kept: keptLayout({ hidden: ["title", "severity", "startTime", "updatedTime", "status"] }) });
  await waitFor(async () => expect(await names()).toEqual(["Title"]));
  const { chooser } = await openChooser();
  const box = chooser.getByRole("checkbox", { name: "Title. Always shown, because it names the rows" });
  expect(box).toBeDisabled();
  expect(box).toBeChecked();
});

test("hidden columns are still searched, filtered and sorted by", async () => {
  await show({ kept: keptLayout({ hidden: ["status", "severity"] }), view: "1~t.alerts~d.status~z" });
  await waitFor(async () => expect(await names()).not.toContain("Status"));
  expect(rowNamesOf(await theGrid())).toEqual(["Web shell", "Crypto mining"]);
  await paste(screen.getByRole("searchbox"), "in progress");
  expect(rowNamesOf(await theGrid())).toEqual(["Web shell"]);
  expect(screen.getByRole("button", { name: "Status: Active, In progress. Edit filter" })).toBeVisible();
});

test("a width is typed in; what is none is said and not taken", async () => {
  const { stored } = await show();
  const { user, chooser } = await openChooser();
  const width = chooser.getByRole("textbox", { name: "Width of Title in pixels" });
  await user.type(width, "30");
  expect(await chooser.findByText("80 to 1200, or empty")).toBeInTheDocument();
  expect(chooser.getByRole("button", { name: "Save" })).toBeDisabled();
  await user.type(width, "0");
  await waitFor(() => expect(chooser.queryByText("80 to 1200, or empty")).not.toBeInTheDocument());
  await user.click(chooser.getByRole("button", { name: "Save" }));
  await waitFor(async () =>
    expect(await stored()).toMatchObject({ columns: { alerts: { widths: { title: 300 } } } }),
  );
});

test("a column is resized on its header by keyboard, one that is a checkbox is not", async () => {
  const { stored } = await show({ kept: keptLayout({ widths: { title: 300 } }) });
  const title = within(screen.getByRole("columnheader", { name: /Title/ })).getByText("Title");
  const press = (target: Element, key: string) => fireEvent.keyDown(target, { key, shiftKey: true });
  await screen.findByRole("button", { name: "Edit columns" });
  press(screen.getByRole("checkbox", { name: /^Select all/ }), "ArrowRight");
  fireEvent.keyDown(title, { key: "ArrowRight" });
  press(title, "ArrowRight");
  press(title, "ArrowRight");
  press(title, "ArrowLeft");
  const widths = { title: 310 };
  await waitFor(async () =>
    expect(await stored()).toEqual({
      version: 1,
      density: "normal",
      columns: { alerts: { order: [], hidden: [], widths } },
    }),
  );
});

test("compact rows are lower, and stay so", async () => {
  const { host, unmount } = await show();
  const placeOf = async (index: number) =>
    (await rows())[index]?.closest<HTMLElement>("[role=presentation]")?.style;
  const heightOf = async () => (await placeOf(0))?.height;
  expect(await heightOf()).toBe("32px");
  expect((await placeOf(1))?.transform).toBe("translateY(32px)");
  const { user, chooser } = await openChooser();
  await user.click(chooser.getByRole("radio", { name: "Compact" }));
  await user.click(chooser.getByRole("button", { name: "Save" }));
  expect(await heightOf()).toBe("28px");
  expect((await placeOf(1))?.transform).toBe("translateY(28px)");
  unmount();
  renderTab(alertsTab, servicesWith(alerts), { host });
  await waitFor(async () => expect(await heightOf()).toBe("28px"));
});

test("reset brings back what is usual, and only when saved", async () => {
  const { stored } = await show({
    kept: keptLayout({ order: ["status"], hidden: ["severity"], widths: { title: 99 } }),
  });
  await waitFor(async () => expect(await names()).not.toContain("Severity"));
  const { user, chooser } = await openChooser();
  const width = () => chooser.getByRole("textbox", { name: "Width of Title in pixels" });
  expect(width()).toHaveValue("99");
  await user.type(width(), "x");
  await user.click(chooser.getByRole("button", { name: "Reset" }));
  expect(width()).toHaveValue("");
  expect(chooser.getAllByRole("checkbox").map((box) => (box as HTMLInputElement).checked)).not.toContain(
    false,
  );
  await user.click(chooser.getByRole("button", { name: "Save" }));
  expect(await names()).toEqual(usual);
  await waitFor(async () => expect(await stored()).toEqual({ version: 1, density: "normal", columns: {} }));
});

test("canceled, all stays as it was", async () => {
  const { stored } = await show();
  const { user, chooser } = await openChooser();
  await user.click(chooser.getByRole("checkbox", { name: "Status" }));
  await user.click(chooser.getByRole("button", { name: "Cancel" }));
  expect(await names()).toEqual(usual);
  expect(await stored()).toBeNull();
});

test("by keyboard the focus stays on the button that moves a column, also when it is the last", async () => {
  await show();
  const { user, chooser } = await openChooser();
  const down = () => chooser.getByRole("button", { name: /^Move Last updated time .* down$/ });
  down().focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(down()).toHaveFocus());
  expect(down()).toHaveAttribute("aria-disabled", "true");
  const lines = chooser.getAllByRole("listitem").map((line) => within(line).getByRole("checkbox"));
  expect(lines.at(-1)).toHaveAccessibleName(/^Last updated time/);
  expect(await axeViolations(document.body)).toEqual([]);
});

test("a link's columns win over those that are kept, which stay as they are until something is changed", async () => {
  const kept = keptLayout({ hidden: ["severity"] });
  const { host, stored } = await show({ kept, view: "1~t.alerts~h.status~z" });
  await waitFor(async () => expect(await names()).toEqual(usual.slice(0, 4)));
  expect(await host.settings.read("grids")).toBe(kept);
  const { user, chooser } = await openChooser();
  await user.click(chooser.getByRole("checkbox", { name: /^Last updated time/ }));
  await user.click(chooser.getByRole("button", { name: "Save" }));
  expect(await names()).toEqual(usual.slice(0, 3));
  await waitFor(async () =>
    expect(await stored()).toMatchObject({ columns: { alerts: { hidden: ["status", "updatedTime"] } } }),
  );
});

test.each([
  ["broken", "{nonsense"],
  ["of an older version", '{"version":0,"density":"compact"}'],
])(
  "settings that are %s do not stop the page, which says so, and are kept until something is changed",
  async (_, kept) => {
    const { host, container } = await show({ kept });
    expect(await names()).toEqual(usual);
    expect(await screen.findByText(/couldn't read your saved columns and rows/)).toBeVisible();
    expect(await axeViolations(container)).toEqual([]);
    await userEvent.setup().click(screen.getByRole("button", { name: "Dismiss" }));
    expect(screen.queryByText(/couldn't read/)).not.toBeInTheDocument();
    expect(await host.settings.read("grids")).toBe(kept);
  },
);

test("where the portal keeps nothing, what is chosen holds for the visit, and the page says so", async () => {
  const refuse = () => Promise.reject(new Error("Full."));
  const host = { ...fakeHost(), settings: { read: refuse, write: refuse } };
  renderTab(alertsTab, servicesWith(alerts), { host });
  await theGrid();
  const { user, chooser } = await openChooser();
  await user.click(chooser.getByRole("checkbox", { name: "Status" }));
  await user.click(chooser.getByRole("button", { name: "Save" }));
  expect(await names()).toEqual(usual.slice(0, 4));
  expect(await screen.findByText(/Your changes apply to this visit/)).toBeVisible();
});
