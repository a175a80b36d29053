import { fireEvent, screen } from "@testing-library/react";
import { memo, Profiler, type ReactNode } from "react";
import type { RegisteredTab } from "../../../Views/Kit/Model/findingsTab";
import { defineTab } from "../../../Views/Kit/Tab/defineTab";
import { alerts } from "../../../Views/Tabs/Alerts/alertsTab";
import { tabs as registered } from "../../../Views/Tabs/registry";
import { anAlert } from "../../Support/anAlert";
import { alertsPage, fakeServices } from "../../Support/fakeServices";
import { theGrid } from "../../Support/onScreen";
import { renderDashboard } from "../../Support/renderDashboard";

const found = Array.from({ length: 12 }, (_, at) => anAlert({ id: `/alerts/${at}`, title: `Alert x${at}` }));

/** The dashboard with what React's profiler says was drawn since `forget` was called, in any order. */
function show() {
  const drawn = new Set<string>();
  const counted = (id: string, content: ReactNode) => (
    <Profiler id={id} onRender={() => void drawn.add(id)}>
      {content}
    </Profiler>
  );
  const columns = alerts.columns.map((column) =>
    column.isRowHeader
      ? { ...column, render: (alert: (typeof found)[number]) => counted(alert.title, alert.title) }
      : column,
  );
  const Details = () => <p>The alert says nothing more.</p>;
  const tabs = [defineTab({ ...alerts, columns, Details }), ...registered.slice(1)].map(
    (tab): RegisteredTab => ({
      ...tab,
      // As tabs are: a profiler that is drawn again counts, whatever becomes of what is in it.
      Label: memo(() => counted(`label of ${tab.id}`, <tab.Label />)),
      Tile: (props) => counted(`tile of ${tab.id}`, <tab.Tile {...props} />),
      Page: memo(() => counted(`page of ${tab.id}`, <tab.Page />)),
    }),
  );
  renderDashboard(fakeServices({ alerts: { listPage: () => Promise.resolve(alertsPage(found)) } }), { tabs });
  return { drawn: () => [...drawn].sort(), forget: () => drawn.clear() };
}

const rowNamed = (name: string) => screen.getByRole("row", { name: new RegExp(`^.*${name}\\b`) });

test("a row that is opened is drawn again, and the one that was; no other", async () => {
  const { drawn, forget } = show();
  await theGrid();
  fireEvent.click(rowNamed("Alert x3"));
  await screen.findByText("The alert says nothing more.");
  forget();
  fireEvent.click(rowNamed("Alert x5"));
  expect(drawn()).toEqual(["Alert x3", "Alert x5", "page of alerts"]);
});

test("a key in the search box draws the page and the rows that change; no tile, and no other tab", async () => {
  const { drawn, forget } = show();
  await theGrid();
  forget();
  const box = screen.getByRole("searchbox", { name: "Search alerts" });
  fireEvent.change(box, { target: { value: "Alert" } });
  expect(drawn()).toEqual(["page of alerts"]);
  // Three are left, in other places.
  fireEvent.change(box, { target: { value: "x1" } });
  expect(drawn()).toEqual(["Alert x1", "Alert x10", "Alert x11", "page of alerts"]);
});

test("a press on a tile draws one page", async () => {
  const { drawn, forget } = show();
  await theGrid();
  forget();
  fireEvent.click(screen.getByRole("button", { name: /ulnerabilities/ }));
  expect(drawn()).toEqual(["page of vulnerabilities"]);
});
