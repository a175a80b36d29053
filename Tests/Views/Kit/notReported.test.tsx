import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { planFromWire } from "../../../Client/DefenderPlan/planFromWire";
import type { PricingBody } from "../../../Client/DefenderPlan/pricingBody";
import { axeViolations } from "../../Support/axe";
import { fakeHost } from "../../Support/fakeHost";
import { fakeServices } from "../../Support/fakeServices";
import { openTab } from "../../Support/onScreen";
import { planSettingsWith } from "../../Support/planSettings";
import { renderDashboard } from "../../Support/renderDashboard";
import { renderSettings } from "../../Support/renderSettings";
import { shortPricing } from "../../Support/RealRows/pricings";

/** A pricing that lists the sensor, which is on, and nothing else. */
const [sensor] = shortPricing.properties.extensions;
const silent = { ...shortPricing, properties: { ...shortPricing.properties, extensions: [sensor] } };
const press = (name: string) => userEvent.setup().click(screen.getByRole("button", { name }));

test("the plan's status is on, with what isn't reported; an empty list is not called clean", async () => {
  const plan = planFromWire(silent);
  if (!plan) {
    throw new Error("This is no pricing.");
  }
  const services = fakeServices();
  renderDashboard({ ...services, plan: { ...services.plan, get: () => Promise.resolve(plan) } });
  const status = await screen.findByRole("region", { name: "Microsoft Defender for Containers status" });
  expect(await within(status).findByText(/^Not reported, so findings might be missing/)).toHaveTextContent(
    "Kubernetes API access; Registry access; Agentless machine scanning; Security findings",
  );
  expect(within(status).getByText("On")).toBeVisible();
  expect(within(status).queryByText("Partial")).not.toBeInTheDocument();
  await openTab("Misconfigurations");
  expect(
    await screen.findByText(
      "No misconfigurations were found, but Defender for Cloud doesn't report whether this is on: Kubernetes API access",
    ),
  ).toBeVisible();
});

test("the settings offer a choice instead of a switch; the review says what isn't sent", async () => {
  const saved: PricingBody[] = [];
  const own = planSettingsWith({ extensions: silent.properties.extensions, inherited: "False" });
  const above = planSettingsWith({ pricingTier: "Free", extensions: [] }, "subscription");
  const services = fakeServices({
    planSettings: {
      read: (at) => Promise.resolve(at === "cluster" ? own : above),
      save(_, body) {
        saved.push(body);
        return Promise.resolve(planSettingsWith(body.properties));
      },
    },
  });
  const { container } = renderSettings(services, fakeHost());
  const card = await screen.findByRole("region", { name: "Registry access" });
  expect(card).toHaveTextContent("Registry access Not reported");
  expect(within(card).queryByRole("switch")).not.toBeInTheDocument();
  expect(await axeViolations(container)).toEqual([]);
  await press("Disable Registry access");
  expect(within(card).getByRole("switch", { name: "Registry access" })).not.toBeChecked();
  await press("Review changes");
  expect(await screen.findByRole("row", { name: "Registry access Not reported Off" })).toBeVisible();
  expect(screen.getByText(/^Not sent/)).toHaveTextContent(
    "Kubernetes API access, Agentless machine scanning, Security findings",
  );
  await press("Save");
  expect(saved.map(({ properties }) => properties.extensions?.map(({ name }) => name))).toEqual([
    ["ContainerSensor", "ContainerRegistriesVulnerabilityAssessments"],
  ]);
});
