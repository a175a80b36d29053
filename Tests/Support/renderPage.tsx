import { ThemeProvider } from "@fluentui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { Host } from "../../Client/Core/host";
import type { Services } from "../../Client/services";
import { createQueries } from "../../Extension/Portal/queries";
import { Dashboard } from "../../Views/Dashboard/Dashboard";
import type { RegisteredTab } from "../../Views/Kit/Model/findingsTab";
import { aCluster } from "./aCluster";
import { fakeHost } from "./fakeHost";
import { clusterId } from "./findings";
import { trackQueries } from "./openQueries";

export interface PageOptions {
  readonly id?: string;
  readonly host?: Host;
  readonly view?: string;
}

/** The page of a cluster with the given tabs on the given services. `goTo` is what the portal does for "back" and "forward". */
export function renderPage(
  tabs: readonly RegisteredTab[],
  services: Services,
  { id = clusterId, host = fakeHost(), view = "" }: PageOptions = {},
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

/** The page with one tab only, for what is said of this tab or of what every tab has: all of them together take twice as long. */
export function renderTab(tab: RegisteredTab, services: Services, options?: PageOptions) {
  return renderPage([tab], services, options);
}
