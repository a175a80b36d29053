import { ThemeProvider } from "@fluentui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { Host } from "../../Client/Core/host";
import type { Services } from "../../Client/services";
import { createQueries } from "../../Extension/Portal/queries";
import { PlanSettings } from "../../Views/Features/DefenderPlan/PlanSettings";
import { aCluster } from "./aCluster";
import { trackQueries } from "./openQueries";

/** The settings of Defender for Containers of a cluster, as its pane shows them. */
export function renderSettings(services: Services, host: Host, scope?: string, isEnabling = false) {
  return render(
    <ThemeProvider>
      <QueryClientProvider client={trackQueries(createQueries())}>
        <PlanSettings
          dependencies={{ cluster: aCluster(), host, services }}
          scope={scope}
          isEnabling={isEnabling}
        />
      </QueryClientProvider>
    </ThemeProvider>,
  );
}
