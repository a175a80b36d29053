import type { PlanScope } from "../../../Client/Core/defenderPlan";
import { PageDependenciesProvider, type PageDependencies } from "../../Kit/Session/dashboardContext";
import { useRegionalFormat } from "../../Kit/Controls/regionalFormat";
import { usePageStyles } from "../../Kit/Controls/usePageStyles";
import { ConfirmProvider } from "../../Kit/Controls/useConfirm";
import { OperationsProvider } from "../../Kit/Operations/useOperations";
import { SettingsPane } from "./SettingsPane";

/** The settings of Defender for Containers for a cluster and its subscription. It expects a react-query client around it. */
export function PlanSettings(props: {
  readonly dependencies: PageDependencies;
  /** What to begin with, as a link says it; absent: the cluster. */
  readonly scope: string | undefined;
  /** Whether the pane was opened to enable the plan. */
  readonly isEnabling: boolean;
}) {
  const { dependencies, scope, isEnabling } = props;
  useRegionalFormat(dependencies.host.regionalFormat);
  usePageStyles();
  const known = scopeOf(scope);
  return (
    <PageDependenciesProvider value={dependencies}>
      <ConfirmProvider>
        <OperationsProvider>
          <SettingsPane
            first={known ?? "cluster"}
            badScope={known ? undefined : scope}
            isEnabling={isEnabling && known !== undefined}
          />
        </OperationsProvider>
      </ConfirmProvider>
    </PageDependenciesProvider>
  );
}

function scopeOf(text: string | undefined): PlanScope | undefined {
  const scopes: readonly PlanScope[] = ["cluster", "subscription"];
  return text === undefined || text === "" ? "cluster" : scopes.find((scope) => scope === text);
}
