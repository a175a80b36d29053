import { ThemeProvider } from "@fluentui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import { clusterScopeOf } from "../../Client/Domain/clusterScope";
import type { Services } from "../../Client/services";
import { createQueries } from "../../Extension/Portal/queries";
import { Dashboard } from "../../Views/Dashboard/Dashboard";
import { trackQueries } from "./openQueries";
import { tabs } from "../../Views/Tabs/registry";

const id = "/subscriptions/1/resourceGroups/g/providers/Microsoft.ContainerService/managedClusters/prod";

/** The whole dashboard of a cluster on the given services. */
export function renderDashboard(services: Services) {
  const scope = clusterScopeOf(id);
  if (!scope.ok) {
    throw new Error(scope.reason);
  }
  return render(
    <ThemeProvider>
      <QueryClientProvider client={trackQueries(createQueries())}>
        <Dashboard dependencies={{ cluster: scope.cluster, services }} tabs={tabs} />
      </QueryClientProvider>
    </ThemeProvider>,
  );
}
