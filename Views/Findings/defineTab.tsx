import { FindingsTile } from "./FindingsTile";
import { FindingsTabPage } from "./FindingsTabPage";
import type { Finding, FindingsTab, RegisteredTab } from "./findingsTab";
import { wholeKind } from "./Report/reportKind";
import { useTabReport } from "./Report/useTabReport";
import { TabLabel } from "./TabLabel";
import { useTabCommands } from "./useTabCommands";

/** Turns the description of a kind of finding into a tab of the dashboard. */
export function defineTab<T extends Finding>(tab: FindingsTab<T>): RegisteredTab {
  return {
    id: tab.id,
    title: tab.title,
    Page: () => <FindingsTabPage tab={tab} />,
    Label: () => <TabLabel tab={tab} />,
    useCommands: () => useTabCommands(tab),
    useReport: () => useTabReport(tab),
    wholeReport: (options, signal) => wholeKind(tab, options, signal),
    Tile: ({ onSelect }) => <FindingsTile tab={tab} onSelect={onSelect} />,
  };
}
