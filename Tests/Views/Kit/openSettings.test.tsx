import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Host } from "../../../Client/Core/host";
import { DashboardDependenciesProvider } from "../../../Views/Kit/Session/dashboardContext";
import { useOpenSettings } from "../../../Views/Kit/Session/useOpenSettings";
import { aCluster } from "../../Support/aCluster";
import { fakeHost } from "../../Support/fakeHost";
import { fakeServices } from "../../Support/fakeServices";

function Opener() {
  const openSettings = useOpenSettings();
  return <button onClick={() => openSettings("subscription", "enable")}>Open</button>;
}

/** Presses the button in a portal that opens panes as told. */
async function press(openPane?: Host["openPane"]) {
  const host = fakeHost();
  const dependencies = {
    cluster: aCluster(),
    host: openPane ? { ...host, openPane } : host,
    services: fakeServices(),
  };
  render(
    <DashboardDependenciesProvider value={dependencies}>
      <Opener />
    </DashboardDependenciesProvider>,
  );
  await userEvent.click(screen.getByRole("button", { name: "Open" }));
  return host;
}

const title = "We couldn't open the settings of Defender for Containers";

test("a pane that opens says nothing more", async () => {
  const { panes, notices } = await press();
  expect(panes).toEqual([
    ["PlanSettings.ReactView", { id: aCluster().id, scope: "subscription", start: "enable" }],
  ]);
  expect(notices).toEqual([]);
});

test.each<[string, Host["openPane"], string]>([
  [
    "doesn't open it",
    () => Promise.resolve(false),
    "The portal didn't open the pane. Close other panes, then try again.",
  ],
  [
    "rejects",
    () => Promise.reject(new Error("The frame is gone")),
    "Something went wrong in the portal: The frame is gone. Reload the page, then try again.",
  ],
  [
    "rejects with a sentence",
    () => Promise.reject(new Error("The frame is gone.")),
    "Something went wrong in the portal: The frame is gone. Reload the page, then try again.",
  ],
  [
    "rejects with something else than an error",
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- what another frame may do.
    () => Promise.reject("timeout"),
    "Something went wrong in the portal: timeout. Reload the page, then try again.",
  ],
])("a portal that %s: the user sees why", async (_, openPane, description) => {
  const { notices } = await press(openPane);
  await waitFor(() => expect(notices).toEqual([{ notice: { title, description }, end: "error" }]));
});
