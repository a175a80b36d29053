import type { ComponentProps, ReactNode } from "react";
import { DashboardViewProvider } from "../Findings/dashboardView";
import { GridSettingsProvider } from "../Findings/GridOptions/useGridSettings";
import { UpgradesProvider } from "../Findings/NodePools/useUpgrades";
import { SelectionProvider } from "../Findings/selection";
import { FixesArea } from "../Findings/QuickFix/FixesArea";
import { OwnershipFormProvider } from "../Findings/Ownership/useOwnershipForm";
import { PolicyFormProvider } from "../Findings/Policy/usePolicyForm";
import { BulkRunnerProvider } from "../Findings/useBulkRunner";
import { ConfirmProvider } from "../Findings/useConfirm";

/** The state of a dashboard, for everything inside. */
export function DashboardProviders(props: {
  readonly view: ComponentProps<typeof DashboardViewProvider>["value"];
  readonly selection: ComponentProps<typeof SelectionProvider>["value"];
  readonly bulk: ComponentProps<typeof BulkRunnerProvider>["value"];
  readonly grids: ComponentProps<typeof GridSettingsProvider>["value"];
  readonly children: ReactNode;
}) {
  const { view, selection, bulk, grids, children } = props;
  return (
    <DashboardViewProvider value={view}>
      <SelectionProvider value={selection}>
        <GridSettingsProvider value={grids}>
          <BulkRunnerProvider value={bulk}>
            <ConfirmProvider>
              <FixesArea>
                <OwnershipFormProvider>
                  <PolicyFormProvider>
                    <UpgradesProvider>{children}</UpgradesProvider>
                  </PolicyFormProvider>
                </OwnershipFormProvider>
              </FixesArea>
            </ConfirmProvider>
          </BulkRunnerProvider>
        </GridSettingsProvider>
      </SelectionProvider>
    </DashboardViewProvider>
  );
}
