import { fireEvent, screen } from "@testing-library/react";
import { alertsTab } from "../../../Views/Tabs/Alerts/alertsTab";
import { anAlert } from "../../Support/anAlert";
import { alertsPage, fakeServices } from "../../Support/fakeServices";
import { rowNamesOf, theGrid } from "../../Support/onScreen";
import { renderDashboard } from "../../Support/renderDashboard";

const found = Array.from({ length: 3_000 }, (_, at) =>
  anAlert({ id: `/alerts/${at}`, title: at === 2_500 ? "Needle" : `Straw x${at}` }),
);

test("thousands of findings follow what is typed a moment later; what was typed last counts", async () => {
  renderDashboard(fakeServices({ alerts: { listPage: () => Promise.resolve(alertsPage(found)) } }), {
    tabs: [alertsTab],
  });
  const grid = await theGrid();
  const box = screen.getByRole("searchbox", { name: "Search alerts" });
  const [first] = rowNamesOf(grid);
  fireEvent.change(box, { target: { value: "nothing of this" } });
  expect(box).toHaveValue("nothing of this");
  expect(rowNamesOf(grid)[0]).toBe(first);
  fireEvent.change(box, { target: { value: "needle" } });
  expect(await screen.findByText("1 of 3,000 alerts")).toBeVisible();
  expect(rowNamesOf(await theGrid())).toEqual(["Needle"]);
  fireEvent.change(box, { target: { value: "" } });
  expect(await screen.findByText("3,000 alerts")).toBeVisible();
});
