import type { ComponentProps, ReactNode } from "react";
import { DashboardViewProvider } from "../Kit/Model/dashboardView";
import { GridSettingsProvider } from "../Kit/Grid/useGridSettings";
import { SelectionProvider } from "../Kit/Model/selection";
import { FixesArea } from "../Features/QuickFixes/FixesArea";
import { FormHost } from "../Kit/Controls/useForms";
import { OperationsProvider } from "../Kit/Operations/useOperations";
import { TriageProvider } from "../Kit/Triage/TriageProvider";
import { ConfirmProvider } from "../Kit/Controls/useConfirm";

/** The state of a dashboard, for everything inside. */
export function DashboardProviders(props: {
  readonly view: ComponentProps<typeof DashboardViewProvider>["value"];
  readonly selection: ComponentProps<typeof SelectionProvider>["value"];
  readonly grids: ComponentProps<typeof GridSettingsProvider>["value"];
  readonly children: ReactNode;
}) {
  const { view, selection, grids, children } = props;
  return (
    <DashboardViewProvider value={view}>
      <SelectionProvider value={selection}>
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
      </SelectionProvider>
    </DashboardViewProvider>
  );
}
