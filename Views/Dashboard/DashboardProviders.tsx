import type { ComponentProps, ReactNode } from "react";
import { DashboardViewProvider } from "../Kit/Model/dashboardView";
import type { RegisteredTab } from "../Kit/Model/findingsTab";
import { GridSettingsProvider } from "../Kit/Grid/useGridSettings";
import { UpgradesProvider } from "../Features/NodePools/useUpgrades";
import { SelectionProvider } from "../Kit/Model/selection";
import { FixesArea } from "../Features/QuickFixes/FixesArea";
import { OwnershipFormProvider } from "../Features/Ownership/useOwnershipForm";
import { PolicyFormProvider } from "../Features/Policy/usePolicyForm";
import { ReportProvider } from "../Kit/Report/ReportProvider";
import { BulkRunnerProvider } from "../Kit/Operations/useBulkRunner";
import { ConfirmProvider } from "../Kit/Controls/useConfirm";

/** The state of a dashboard, for everything inside. */
export function DashboardProviders(props: {
  readonly tabs: readonly RegisteredTab[];
  /** The tab that is selected. */
  readonly tab: RegisteredTab | undefined;
  readonly view: ComponentProps<typeof DashboardViewProvider>["value"];
  readonly selection: ComponentProps<typeof SelectionProvider>["value"];
  readonly bulk: ComponentProps<typeof BulkRunnerProvider>["value"];
  readonly grids: ComponentProps<typeof GridSettingsProvider>["value"];
  readonly children: ReactNode;
}) {
  const { tabs, tab, view, selection, bulk, grids, children } = props;
  return (
    <DashboardViewProvider value={view}>
      <SelectionProvider value={selection}>
        <GridSettingsProvider value={grids}>
          <BulkRunnerProvider value={bulk}>
            <ConfirmProvider>
              <FixesArea>
                <OwnershipFormProvider>
                  <PolicyFormProvider>
                    <UpgradesProvider>
                      <ReportProvider tabs={tabs} tab={tab}>
                        {children}
                      </ReportProvider>
                    </UpgradesProvider>
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
