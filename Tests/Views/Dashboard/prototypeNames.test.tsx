import { screen, within } from "@testing-library/react";
import { tabs } from "../../../Views/Tabs/registry";
import { anAlert } from "../../Support/anAlert";
import { alertsPage, fakeServices } from "../../Support/fakeServices";
import { aComplianceIssue, aComponent, aMisconfiguration, pageOf } from "../../Support/findings";
import { renderDashboard } from "../../Support/renderDashboard";

/** What every object has: a label is not looked up among these. */
const names = ["constructor", "toString", "valueOf"];

const services = fakeServices({
  alerts: { listPage: () => Promise.resolve(alertsPage([anAlert()])) },
  misconfigurations: {
    listPage: () => Promise.resolve(pageOf([aMisconfiguration("a", { tactics: ["constructor"] })])),
  },
  vulnerabilities: { listPage: () => Promise.resolve(pageOf([aComponent("constructor")])) },
  compliance: { listPage: () => Promise.resolve(pageOf([aComplianceIssue("a", { standard: "toString" })])) },
});

test.each(tabs.map((tab) => [tab.title, tab] as const))(
  "%s: a link that filters by what every object has is followed as any other",
  async (_, { id, filterKeys }) => {
    const filters = filterKeys.map((key) => ["f", key, ...names].join("."));
    renderDashboard(services, { view: ["1", `t.${id}`, ...filters, "z"].join("~") });
    const pills = await within(await screen.findByRole("search")).findAllByRole("button", {
      name: /constructor, toString, valueOf/i,
    });
    expect(pills.length).toBeGreaterThan(2);
  },
);
