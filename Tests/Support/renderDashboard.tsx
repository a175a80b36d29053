import { ThemeProvider } from "@fluentui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { Host } from "../../Client/Domain/host";
import type { Services } from "../../Client/services";
import { createQueries } from "../../Extension/Portal/queries";
import { Dashboard } from "../../Views/Dashboard/Dashboard";
import type { RegisteredTab } from "../../Views/Findings/findingsTab";
import { tabs as registeredTabs } from "../../Views/Tabs/registry";
import { aCluster } from "./aCluster";
import { fakeHost } from "./fakeHost";
import { clusterId } from "./findings";
import { trackQueries } from "./openQueries";

/** The whole dashboard of a cluster on the given services, with the tabs of the product unless others are given. */
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
  return render(
    <ThemeProvider>
      <QueryClientProvider client={trackQueries(createQueries())}>
        <Dashboard dependencies={{ cluster: aCluster(id), host, services }} tabs={tabs} view={view} />
      </QueryClientProvider>
    </ThemeProvider>,
  );
}
