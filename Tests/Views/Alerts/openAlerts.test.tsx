import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Alert } from "../../../Client/Alerts/alert";
import { alertsTab } from "../../../Views/Tabs/Alerts/alertsTab";
import { axeViolations } from "../../Support/axe";
import { anAlert } from "../../Support/anAlert";
import { servicesWith } from "../../Support/fakeServices";
import { renderTab } from "../../Support/renderPage";

const drift = anAlert({ name: "drift", title: "Drift", severity: "High" });
const miner = anAlert({ name: "miner", title: "Coin miner", severity: "Medium", status: "InProgress" });
const shell = anAlert({ name: "shell", title: "Web shell", severity: "High", status: "Resolved" });
const scan = anAlert({ name: "scan", title: "Port scan", severity: "Low", status: "Dismissed" });

const titles = async () => (await screen.findAllByRole("rowheader")).map(({ textContent }) => textContent);
const pill = (value: string) => screen.findByRole("button", { name: `Status: ${value}. Edit filter` });
const tile = async () =>
  within(await screen.findByRole("region", { name: "Security findings for this cluster" })).findByRole(
    "button",
    { name: /alerts$/ },
  );
const show = (alerts: readonly Alert[], view = "") => renderTab(alertsTab, servicesWith(alerts), { view });

test("tile, tab and levels count what is open, and the list opens with it, one click from all", async () => {
  show([drift, miner, shell, scan]);
  expect(await titles()).toEqual(["Drift", "Coin miner"]);
  expect(screen.getByText("2 of 4 alerts")).toBeVisible();
  expect(screen.getByRole("tab", { name: "Alerts (2)" })).toBeVisible();
  expect(await tile()).toHaveTextContent("1/2High alerts");
  expect(screen.getByRole("region", { name: "By severity" })).toHaveTextContent("1HighMedium 1Low 0");
  expect(await pill("Active, In progress")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Reset" })).not.toBeInTheDocument();
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "Remove filter Status" }));
  expect(await titles()).toHaveLength(4);
  expect(await pill("All")).toHaveFocus();
  expect(screen.getByText("4 alerts")).toBeVisible();
  expect(screen.getByRole("tab", { name: "Alerts (2)" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Reset" }));
  expect(await titles()).toHaveLength(2);
});

test("the tile lists what it counts, whatever status was looked at", async () => {
  show([drift, miner, shell, scan], "1~t.alerts~f.status.Dismissed~z");
  expect(await titles()).toEqual(["Port scan"]);
  await userEvent.setup().click(await tile());
  await waitFor(async () => expect(await titles()).toEqual(["Drift"]));
  expect(await pill("Active, In progress")).toBeVisible();
});

test("a link to a closed alert opens it", async () => {
  show(
    [drift, shell],
    `1~t.alerts~o.${shell.id.replace(/[^A-Za-z0-9-]/g, (unit) => `_${unit.charCodeAt(0).toString(16)}`)}~z`,
  );
  const panel = await screen.findByRole("complementary", { name: "Details" });
  expect(within(panel).getByRole("heading", { name: "Web shell" })).toBeVisible();
  expect(await titles()).toEqual(["Drift"]);
});

test("where all are closed there is no high alert left, and all are one click away", async () => {
  const { container } = show([shell, scan]);
  expect(await screen.findByRole("heading", { name: "No open alerts" })).toBeVisible();
  expect(screen.getByText("All alerts of the last 90 days (2) are resolved or dismissed.")).toBeVisible();
  expect(screen.getByRole("tab", { name: "Alerts (0)" })).toBeVisible();
  expect(await tile()).toHaveTextContent("0open alerts");
  expect(screen.getByRole("region", { name: "By severity" })).toHaveTextContent("0 open alerts");
  expect(await axeViolations(container)).toEqual([]);
  await userEvent.setup().click(screen.getByRole("button", { name: "Show all alerts" }));
  expect(await titles()).toEqual(["Web shell", "Port scan"]);
});

test("closing the last one here empties tile, tab and list at once", async () => {
  show([drift]);
  const user = userEvent.setup();
  await user.click(await screen.findByRole("checkbox", { name: "Select Drift" }));
  await user.click(screen.getByRole("menuitem", { name: "Change status" }));
  await user.click(await screen.findByRole("menuitem", { name: /^Resolved/ }));
  expect(await screen.findByRole("heading", { name: "No open alerts" })).toBeVisible();
  expect(screen.getByRole("tab", { name: "Alerts (0)" })).toBeVisible();
  expect(await tile()).toHaveTextContent("0open alerts");
});
