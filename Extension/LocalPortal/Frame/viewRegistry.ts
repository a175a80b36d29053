import type { ComponentType } from "react";
import type { ReturnedData } from "../../PortalSdk/portalHost";

export type ViewParameters = Readonly<Record<string, string>>;

/** What the portal renders a view with. */
export interface ViewProps {
  readonly parameters: ViewParameters;
  readonly closeView: (data?: ReturnedData) => void;
}

interface RegisteredView {
  load(): Promise<ComponentType<ViewProps>>;
  /** Starts the view's first calls before the view itself is loaded. */
  fetchData?(parameters: ViewParameters): Promise<void>;
}

/** The views of ExtensionManifest.json, each in a chunk of its own. */
export const viewRegistry: Readonly<Record<string, RegisteredView>> = {
  "SecurityDashboard.ReactView": {
    load: async () => {
      const { default: View } = await import(
        /* webpackChunkName: "SecurityDashboard.ReactView" */ "../../../Views/SecurityDashboard.ReactView"
      );
      return View as unknown as ComponentType<ViewProps>; // It reads the parameters that the manifest declares for it.
    },
    fetchData: async ({ id = "" }) => {
      const { fetchData } = await import(
        /* webpackChunkName: "SecurityDashboard.DataFetcher" */ "../../../Views/SecurityDashboard.DataFetcher"
      );
      await fetchData({ parameters: { id } });
    },
  },
  "PlanSettings.ReactView": {
    load: async () => {
      const { default: View } = await import(
        /* webpackChunkName: "PlanSettings.ReactView" */ "../../../Views/PlanSettings.ReactView"
      );
      return View as unknown as ComponentType<ViewProps>; // It reads the parameters that the manifest declares for it.
    },
  },
};
