import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { anAlert } from "../Support/anAlert";
import { axeViolations } from "../Support/axe";
import { alertsPage, failing, fakeServices, servicesWith } from "../Support/fakeServices";
import { renderDashboard } from "../Support/renderDashboard";

const alerts = [
  anAlert({ name: "a", severity: "Medium" }),
  anAlert({ name: "b", severity: "Medium" }),
  anAlert({ name: "c", severity: "Low" }),
];
const bar = () => screen.findByRole("region", { name: "Security findings for this cluster" });

test("a tile shows the worst level present, how many have it, and of how many", async () => {
  const { container } = renderDashboard(servicesWith(alerts));
  expect(await within(await bar()).findByRole("button", { name: /^2\s*\/3\s*Medium alerts$/ })).toBeVisible();
  expect(await axeViolations(container)).toEqual([]);
});

test("pressed, it opens its tab with that level filtered", async () => {
  renderDashboard(servicesWith(alerts));
  const user = userEvent.setup();
  await user.click(await screen.findByRole("tab", { name: /^Misconfigurations/ }));
  await user.click(await within(await bar()).findByRole("button", { name: /Medium alerts/ }));
  expect(screen.getByRole("tab", { name: /^Alerts/ })).toHaveAttribute("aria-selected", "true");
  expect(await screen.findByText("2 of 3 alerts")).toBeVisible();
});

test.each([
  [
    "failed",
    fakeServices({ alerts: { listPage: () => failing({ kind: "offline", message: "Down." }) } }),
    /^—\s*Alerts: could not be loaded$/,
  ],
  [
    "no permission",
    fakeServices({ permissions: { at: () => Promise.resolve([]) } }),
    /^—\s*Alerts: no permission$/,
  ],
  [
    "permissions unknown",
    fakeServices({ permissions: { at: () => failing({ kind: "offline", message: "Down." }) } }),
    /^—\s*Alerts: permissions unknown$/,
  ],
  [
    "levels not counted",
    fakeServices({
      alerts: {
        listPage: () =>
          Promise.resolve(
            alertsPage(alerts, { levels: undefined, gaps: [{ kind: "unexpected", message: "Row." }] }),
          ),
      },
    }),
    /^—\s*Alerts: not counted$/,
  ],
  ["none", servicesWith([]), /^0\s*Alerts$/],
])("%s", async (_, services, name) => {
  renderDashboard(services);
  expect(await within(await bar()).findByRole("button", { name })).toBeVisible();
});
