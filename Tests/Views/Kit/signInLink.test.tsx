import { render, screen, within } from "@testing-library/react";
import type { Failure } from "../../../Client/Core/failure";
import { FailureBanner } from "../../../Views/Kit/Screens/FailureBanner";
import { FailedScreen } from "../../../Views/Kit/Screens/screens";
import { DashboardDependenciesProvider } from "../../../Views/Kit/Session/dashboardContext";
import { aCluster } from "../../Support/aCluster";
import { fakeHost } from "../../Support/fakeHost";
import { fakeServices } from "../../Support/fakeServices";

const again: Failure = { kind: "unexpected", message: "Azure asks for another sign-in.", needsSignIn: true };
const broken: Failure = { kind: "unexpected", message: "It broke." };
const retry = () => undefined;

function show(failure: Failure) {
  const dependencies = { cluster: aCluster(), host: fakeHost(), services: fakeServices({}) };
  render(
    <DashboardDependenciesProvider value={dependencies}>
      <section aria-label="screen">
        <FailedScreen noun="alerts" failure={failure} retry={retry} />
      </section>
      <section aria-label="banner">
        <FailureBanner text="The list is old." failure={failure} retry={retry} />
      </section>
    </DashboardDependenciesProvider>,
  );
  return ["screen", "banner"].map((name) => within(screen.getByRole("region", { name })));
}

test("where only another sign-in helps, it is offered: in another tab, so that nothing here is lost", async () => {
  for (const part of show(again)) {
    const link = await part.findByRole("link", { name: /^Sign in again/ });
    expect(link).toHaveAttribute("href", fakeHost().viewLink(aCluster().id, ""));
    expect(link).toHaveAttribute("target", "_blank");
    expect(part.getByRole("button", { name: "Try again" })).toBeVisible();
  }
});

test("anywhere else it isn't", async () => {
  for (const part of show(broken)) {
    expect(await part.findByText(/It broke/)).toBeVisible();
    expect(part.queryByRole("link")).toBeNull();
  }
});
