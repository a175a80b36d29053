import { hiddenContentStyle } from "@fluentui/react";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useReducer, useRef } from "react";
import { format } from "../../Client/Core/format";
import { DashboardDependenciesProvider, type DashboardDependencies } from "../Kit/Session/dashboardContext";
import type { RegisteredTab } from "../Kit/Model/findingsTab";
import { useGridSettingsStore } from "../Kit/Grid/useGridSettings";
import { useRegionalFormat } from "../Kit/Controls/regionalFormat";
import { changeSelections } from "../Kit/Model/selection";
import { usePageStyles } from "../Kit/Controls/usePageStyles";
import { themeStyles, useStyles, viewStyle } from "../Kit/Controls/useStyles";
import { TriageKeys } from "../Kit/Triage/TriageKeys";
import { TriageStrip } from "../Kit/Triage/TriageStrip";
import { DashboardCommands } from "./DashboardCommands";
import { Dashboard as Text } from "./Dashboard.resjson";
import { DashboardProviders } from "./DashboardProviders";
import { DashboardTabs } from "./DashboardTabs";
import { FindingsBar } from "./FindingsBar";
import { PageNotes } from "./PageNotes";
import { PrerequisiteGate } from "./PrerequisiteGate";
import { SkipLink } from "./SkipLink";
import { Tour } from "./Tour/Tour";
import { useDashboardView } from "./useDashboardView";

/** The whole page of one cluster. It expects a react-query client around it. */
export function Dashboard(props: {
  readonly dependencies: DashboardDependencies;
  readonly tabs: readonly RegisteredTab[];
  /** How it is looked at, as the link that opened it says; empty: as usual. */
  readonly view: string;
}) {
  const { dependencies, tabs } = props;
  const { host } = dependencies;
  useRegionalFormat(host.regionalFormat);
  usePageStyles();
  const classes = useStyles(dashboardStyles);
  const page = useRef<HTMLElement>(null);
  const grids = useGridSettingsStore(host);
  const state = useDashboardView(tabs, props.view, { host, settings: grids.settings });
  const { view, dispatch } = state;
  const [selections, changeSelection] = useReducer(changeSelections, {});
  useChangesElsewhere(dependencies);
  const selectTab = useCallback((tab: string) => dispatch({ type: "selectTab", tab }), [dispatch]);
  const selectedTab = tabs.find(({ id }) => id === view.tab);
  return (
    <DashboardDependenciesProvider value={dependencies}>
      <DashboardProviders
        view={view}
        changeView={dispatch}
        selections={selections}
        changeSelections={changeSelection}
        grids={grids}
      >
        <main ref={page} className={classes.dashboard}>
          <SkipLink page={page} />
          <h1 className={classes.heading}>{format(Text.heading, dependencies.cluster.name)}</h1>
          {selectedTab && (
            <DashboardCommands key={selectedTab.id} tabs={tabs} tab={selectedTab} link={state.linkText} />
          )}
          <div className={classes.content}>
            <div className={classes.scroller}>
              <PageNotes state={state} grids={grids} />
              <PrerequisiteGate>
                {tabs.map(({ id, FurtherPages }) => (
                  <FurtherPages key={id} />
                ))}
                <FindingsBar tabs={tabs} onSelect={selectTab} />
                <DashboardTabs tabs={tabs} selected={view.tab} onSelect={selectTab} />
                {selectedTab && <TriageKeys page={page} tabs={tabs} tab={selectedTab} />}
                <Tour />
              </PrerequisiteGate>
            </div>
          </div>
          <TriageStrip />
        </main>
      </DashboardProviders>
    </DashboardDependenciesProvider>
  );
}

/** The settings in their pane change what is true here: the status of the plan, and all that rests on it. */
function useChangesElsewhere({ host }: DashboardDependencies): void {
  const queries = useQueryClient();
  useEffect(() => host.onChangeElsewhere(() => void queries.invalidateQueries()), [host, queries]);
}

const dashboardStyles = themeStyles((theme) => ({
  dashboard: viewStyle(theme),
  // The portal shows the title above the frame; inside of it screen readers need one too.
  heading: hiddenContentStyle,
  // The details panel covers this area, never the commands, and does not scroll away with what is under it.
  content: { position: "relative", flex: 1, minHeight: 0 },
  scroller: { display: "flex", flexDirection: "column", height: "100%", overflow: "auto" },
}));
