import { ThemeProvider } from "@fluentui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { Host } from "../../Client/Core/host";
import type { Services } from "../../Client/services";
import { createQueries } from "../../Extension/Portal/queries";
import { Dashboard } from "../../Views/Dashboard/Dashboard";
import type { RegisteredTab } from "../../Views/Kit/Model/findingsTab";
import { tabs as registeredTabs } from "../../Views/Tabs/registry";
import { aCluster } from "./aCluster";
import { fakeHost } from "./fakeHost";
import { clusterId } from "./findings";
import { trackQueries } from "./openQueries";

/**
 * The whole dashboard of a cluster on the given services, with the tabs of the product unless others are given. `goTo` is what
 * the portal does for "back" and "forward".
 */
export function renderDashboard(
  services: Services,
  {
    tabs = registeredTabs,
    id = clusterId,
    host = fakeHost(),
    view = "",
  }: {
    readonly tabs?: readonly RegisteredTab[];
    readonly id?: string;
    readonly host?: Host;
    readonly view?: string;
  } = {},
) {
  const queries = trackQueries(createQueries());
  const dependencies = { cluster: aCluster(id), host, services };
  const page = (shown: string) => (
    <ThemeProvider>
      <QueryClientProvider client={queries}>
        <Dashboard dependencies={dependencies} tabs={tabs} view={shown} />
      </QueryClientProvider>
    </ThemeProvider>
  );
  const rendered = render(page(view));
  return { ...rendered, goTo: (shown: string) => rendered.rerender(page(shown)) };
}
