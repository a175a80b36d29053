import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { PageCursor } from "../../../Client/Core/listing";
import { alertsTab } from "../../../Views/Tabs/Alerts/alertsTab";
import { anAlert } from "../../Support/anAlert";
import { alertsPage, fakeServices, secondPage } from "../../Support/fakeServices";
import { rowNamesOf, theGrid } from "../../Support/onScreen";
import { renderTab } from "../../Support/renderPage";

/** Alerts of two pages, of which the second is read when others were closed or have come meanwhile. */
const named = (...names: readonly string[]) => names.map((name) => anAlert({ name, title: name }));

test("a row that is on both pages is listed once, and nothing is said", async () => {
  const listPage = (cursor: PageCursor | undefined) =>
    Promise.resolve(
      cursor
        ? alertsPage(named("B", "C"), { total: 3 })
        : alertsPage(named("A", "B"), { total: 3, next: secondPage }),
    );
  renderTab(alertsTab, fakeServices({ alerts: { listPage } }));
  expect(await screen.findByRole("rowheader", { name: "C" })).toBeVisible();
  expect(rowNamesOf(await theGrid())).toEqual(["A", "B", "C"]);
  expect(screen.queryByText(/^Not all alerts are listed/)).not.toBeInTheDocument();
});

test("a row that is on neither page is said to be missing, and reading again lists it", async () => {
  let hasMoved = true;
  const listPage = (cursor: PageCursor | undefined) =>
    Promise.resolve(
      cursor
        ? alertsPage(hasMoved ? named("D") : named("C", "D"), { total: 4 })
        : alertsPage(named("A", "B"), { total: 4, next: secondPage }),
    );
  renderTab(alertsTab, fakeServices({ alerts: { listPage } }));
  expect(
    await screen.findByText(
      /^Not all alerts are listed\. Missing: 1\. The list changed while it was read\.$/,
    ),
  ).toBeVisible();
  hasMoved = false;
  await userEvent.setup().click(screen.getByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("rowheader", { name: "C" })).toBeVisible();
  expect(screen.queryByText(/^Not all alerts are listed/)).not.toBeInTheDocument();
});
