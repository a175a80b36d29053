import type { ComponentProps, ReactNode } from "react";
import { DashboardViewProvider } from "../Findings/dashboardView";
import type { RegisteredTab } from "../Findings/findingsTab";
import { UpgradesProvider } from "../Findings/NodePools/useUpgrades";
import { SelectionProvider } from "../Findings/selection";
import { FixesArea } from "../Findings/QuickFix/FixesArea";
import { OwnershipFormProvider } from "../Findings/Ownership/useOwnershipForm";
import { PolicyFormProvider } from "../Findings/Policy/usePolicyForm";
import { ReportProvider } from "../Findings/Report/ReportProvider";
import { BulkRunnerProvider } from "../Findings/useBulkRunner";
import { ConfirmProvider } from "../Findings/useConfirm";

/** The state of a dashboard, for everything inside. */
export function DashboardProviders(props: {
  readonly tabs: readonly RegisteredTab[];
  /** The tab that is selected. */
  readonly tab: RegisteredTab | undefined;
  readonly view: ComponentProps<typeof DashboardViewProvider>["value"];
  readonly selection: ComponentProps<typeof SelectionProvider>["value"];
  readonly bulk: ComponentProps<typeof BulkRunnerProvider>["value"];
  readonly children: ReactNode;
}) {
  const { tabs, tab, view, selection, bulk, children } = props;
  return (
    <DashboardViewProvider value={view}>
      <SelectionProvider value={selection}>
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
      </SelectionProvider>
    </DashboardViewProvider>
  );
}
