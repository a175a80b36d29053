import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { detailsOnUse } from "../../../Views/Kit/Details/detailsOnUse";
import { alerts } from "../../../Views/Tabs/Alerts/alertsTab";
import { defineTab } from "../../../Views/Kit/Tab/defineTab";
import type { Alert } from "../../../Client/Alerts/alert";
import { alertsPage, fakeServices } from "../../Support/fakeServices";
import { anAlert } from "../../Support/anAlert";
import { openFirst } from "../../Support/onScreen";
import { renderDashboard } from "../../Support/renderDashboard";

const services = fakeServices({ alerts: { listPage: () => Promise.resolve(alertsPage([anAlert()])) } });
const Details = ({ item }: { readonly item: Alert }) => <p>All about {item.title}</p>;

test("details whose code doesn't load say so, and show once it does; Refresh doesn't load it again", async () => {
  const user = userEvent.setup();
  let loads = 0;
  const load = () => {
    loads += 1;
    return loads === 1 ? Promise.reject(new Error("offline")) : Promise.resolve(Details);
  };
  renderDashboard(services, { tabs: [defineTab({ ...alerts, Details: detailsOnUse("alerts", load) })] });
  const panel = await openFirst();
  expect(await within(panel).findByText("We couldn't load this part of the page.")).toBeVisible();
  await user.click(within(panel).getByRole("button", { name: "Try again" }));
  expect(await within(panel).findByText(/^All about/)).toBeVisible();
  await user.click(screen.getByRole("menuitem", { name: "Refresh" }));
  expect(within(panel).getByText(/^All about/)).toBeVisible();
  expect(loads).toBe(2);
});
