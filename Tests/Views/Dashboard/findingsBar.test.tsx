import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { DefenderPlan } from "../../../Client/Core/defenderPlan";
import { anAlert } from "../../Support/anAlert";
import { axeViolations } from "../../Support/axe";
import { alertsPage, failing, fakeServices, servicesWith } from "../../Support/fakeServices";
import { renderDashboard } from "../../Support/renderDashboard";

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
    /^—\s*Alerts: couldn't load$/,
  ],
  [
    "no permission",
    fakeServices({ permissions: { at: () => Promise.resolve([]) } }),
    /^—\s*Alerts: no permission$/,
  ],
  [
    "permissions unknown",
    fakeServices({ permissions: { at: () => failing({ kind: "offline", message: "Down." }) } }),
    /^—\s*Alerts: checks incomplete$/,
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

const planned = (plan: DefenderPlan) => fakeServices({ plan: { get: () => Promise.resolve(plan) } });
const status = () => screen.findByRole("region", { name: "Microsoft Defender for Containers status" });

describe("the plan's status", () => {
  test.each<[string, DefenderPlan, RegExp]>([
    [
      "on for the subscription",
      { isOn: true, scope: "subscription", missing: [] },
      /On\(for subscription\)Defender for Containers plan/,
    ],
    [
      "on for this cluster",
      { isOn: true, scope: "cluster", missing: [] },
      /On\(for this cluster\)Defender for Containers plan/,
    ],
    [
      "partial, naming what is missing",
      {
        isOn: true,
        scope: "subscription",
        missing: [
          { name: "ContainerSensor", where: "plan", failure: undefined },
          { name: "Novelty", where: "plan", failure: "No rights." },
        ],
      },
      /Partial.*Defender sensor; Novelty \(failed: No rights\.\)Defender for Containers plan/,
    ],
    ["off", { isOn: false, scope: "subscription", missing: [] }, /Off.*so findings might be missing/],
  ])("%s", async (_, plan, text) => {
    const { container } = renderDashboard(planned(plan));
    await waitFor(async () => expect(await status()).toHaveTextContent(text));
    expect(await axeViolations(container)).toEqual([]);
  });

  test("not known, with the reason", async () => {
    const get = () =>
      failing({ kind: "forbidden", message: "No.", missingAction: "Microsoft.Security/pricings/read" });
    renderDashboard(fakeServices({ plan: { get } }));
    await waitFor(async () =>
      expect(await status()).toHaveTextContent(/—.*Microsoft.Security\/pricings\/read/),
    );
    expect(
      screen.getByText(/couldn't check whether the Defender plan that finds alerts is on/),
    ).toBeVisible();
    expect(screen.getByRole("tab", { name: "Alerts (—)" })).toBeVisible();
  });

  test("without the plan, no alerts is not the same as safe", async () => {
    renderDashboard(planned({ isOn: false, scope: "subscription", missing: [] }));
    expect(
      await screen.findByRole("heading", { name: "Protection is off, so alerts aren't reported" }),
    ).toBeVisible();
    expect(screen.queryByText("No security alerts")).not.toBeInTheDocument();
    expect(screen.getByRole("tab", { name: "Alerts (—)" })).toBeVisible();
    expect(screen.getByRole("tab", { name: "Misconfigurations (0)" })).toBeVisible();
  });
});
