import { hiddenContentStyle } from "@fluentui/react";
import { useReducer } from "react";
import { fillIn } from "../../Client/Domain/fillIn";
import { DashboardDependenciesProvider, type DashboardDependencies } from "../Findings/dashboardContext";
import { changeDashboardView, DashboardViewProvider } from "../Findings/dashboardView";
import type { RegisteredTab } from "../Findings/findingsTab";
import { themeStyles, useStyles } from "../Findings/useStyles";
import { DashboardCommands } from "./DashboardCommands";
import { Dashboard as Text } from "./Dashboard.resjson";
import { DashboardTabs } from "./DashboardTabs";
import { FindingsBar } from "./FindingsBar";
import { PrerequisiteGate } from "./PrerequisiteGate";

/** The whole page of one cluster. It expects a react-query client around it. */
export function Dashboard(props: {
  readonly dependencies: DashboardDependencies;
  readonly tabs: readonly RegisteredTab[];
}) {
  const { dependencies, tabs } = props;
  const classes = useStyles(dashboardStyles);
  const [view, dispatch] = useReducer(changeDashboardView, { tab: tabs[0]?.id ?? "", tabs: {} });
  return (
    <DashboardDependenciesProvider value={dependencies}>
      <DashboardViewProvider value={{ view, dispatch }}>
        <main className={classes.dashboard}>
          <h1 className={classes.heading}>{fillIn(Text.heading, dependencies.cluster.name)}</h1>
          <DashboardCommands />
          <div className={classes.content}>
            <PrerequisiteGate>
              <FindingsBar tabs={tabs} onSelect={(tab) => dispatch({ type: "selectTab", tab })} />
              <DashboardTabs
                tabs={tabs}
                selected={view.tab}
                onSelect={(tab) => dispatch({ type: "selectTab", tab })}
              />
            </PrerequisiteGate>
          </div>
        </main>
      </DashboardViewProvider>
    </DashboardDependenciesProvider>
  );
}

const dashboardStyles = themeStyles((theme) => ({
  dashboard: {
    ...theme.fonts.medium,
    display: "flex",
    flexDirection: "column",
    height: "100%",
    color: theme.semanticColors.bodyText,
    backgroundColor: theme.semanticColors.bodyBackground,
  },
  // The portal shows the title above the frame; inside of it screen readers need one too.
  heading: hiddenContentStyle,
  // The details panel covers this area, never the commands.
  content: {
    position: "relative",
    display: "flex",
    flexDirection: "column",
    flex: 1,
    minHeight: 0,
    overflow: "auto",
  },
}));
