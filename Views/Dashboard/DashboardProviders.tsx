import type { ComponentProps, ReactNode } from "react";
import { DashboardDispatchProvider, DashboardViewProvider } from "../Kit/Model/dashboardView";
import { GridSettingsProvider } from "../Kit/Grid/useGridSettings";
import { SelectionsDispatchProvider, SelectionsProvider } from "../Kit/Model/selection";
import { FixesArea } from "../Features/QuickFixes/FixesArea";
import { FormHost } from "../Kit/Controls/useForms";
import { OperationsProvider } from "../Kit/Operations/useOperations";
import { TriageProvider } from "../Kit/Triage/TriageProvider";
import { ConfirmProvider } from "../Kit/Controls/useConfirm";

/** The state of a dashboard, for everything inside. */
export function DashboardProviders(props: {
  readonly view: ComponentProps<typeof DashboardViewProvider>["value"];
  readonly changeView: ComponentProps<typeof DashboardDispatchProvider>["value"];
  readonly selections: ComponentProps<typeof SelectionsProvider>["value"];
  readonly changeSelections: ComponentProps<typeof SelectionsDispatchProvider>["value"];
  readonly grids: ComponentProps<typeof GridSettingsProvider>["value"];
  readonly children: ReactNode;
}) {
  const { view, changeView, selections, changeSelections, grids, children } = props;
  return (
    <DashboardDispatchProvider value={changeView}>
      <DashboardViewProvider value={view}>
        <SelectionsDispatchProvider value={changeSelections}>
          <SelectionsProvider value={selections}>
            <GridSettingsProvider value={grids}>
              <TriageProvider>
                <OperationsProvider>
                  <ConfirmProvider>
                    <FixesArea>
                      <FormHost>{children}</FormHost>
                    </FixesArea>
                  </ConfirmProvider>
                </OperationsProvider>
              </TriageProvider>
            </GridSettingsProvider>
          </SelectionsProvider>
        </SelectionsDispatchProvider>
      </DashboardViewProvider>
    </DashboardDispatchProvider>
  );
}
